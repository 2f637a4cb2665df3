import { createContext, useContext } from 'react';

/** Whether the guide may be written now, or is only read; the fields of every part ask it. */
const Open = createContext(false);
export const OpenProvider = Open.Provider;
export const useIsOpen = (): boolean => useContext(Open);

/** A field's name in its form, inside a list without the list's own name. */
export type Name = readonly (string | number)[];

/** What a field says of itself; `help` in plain words, where the label does not say enough. */
export type Said = { at: Name; label: string; help?: string; isRequired?: boolean };
