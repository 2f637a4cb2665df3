import { useLayoutEffect, useRef } from 'react';

export type KeyActions = Readonly<Record<string, (() => void) | undefined>>;

const place = 'zhengtong.single-keys';

/** Single keys can be switched off (WCAG 2.1.4): speech input and shaking hands press them by mistake. */
export const areKeysOn = (): boolean => localStorage.getItem(place) !== 'off';
export const switchKeys = (isOn: boolean): void => localStorage.setItem(place, isOn ? 'on' : 'off');

/** Whether this key press means the page, not a field, a button's own key, or a dialog above it. */
function isForPage(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false;
  if (document.querySelector('[role="dialog"]:not([hidden])')) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable], [role="combobox"]')) return false;
  return !(event.key === 'Enter' && target?.closest('a, button, summary'));
}

/**
 * Keys of a page, by `KeyboardEvent.key`. They hear before the page is painted: an effect after it would lose the
 * press of an officer who is quicker than a busy machine.
 */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = latest.current[event.key];
      if (!action || !isForPage(event)) return;
      const isSingle = event.key.length === 1 && event.key !== '?';
      if (isSingle && !areKeysOn()) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
