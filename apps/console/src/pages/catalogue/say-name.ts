import { lang } from '../../sentences/say.ts';

type Named = { readonly name: string; readonly nameEn?: string | null | undefined };

/** An item's name in the reader's language, in Chinese where it has no other. */
export const sayItemName = ({ name, nameEn }: Named): string => (lang === 'en' && nameEn ? nameEn : name);
