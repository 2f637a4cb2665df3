import { type RefObject, useEffect } from 'react';

const isDisabled = (element: HTMLElement): boolean => element.matches(':disabled');

/**
 * A button that is grey while its command runs, or gone once it is done, takes the focus with it: the next Tab would
 * begin at the top of the page. It comes back to the button, or, where that is gone, to the page's content. Whoever
 * leaves a field of their own accord is not called back.
 */
export function useKeptFocus(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = content.current;
    if (!main) return;
    let last: HTMLElement | undefined;
    const note = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement && main.contains(target) ? target : undefined;
    };
    // A button on its way out of the page looks as if it were left: whether it was is plain once it has gone.
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget) return;
      setTimeout(() => {
        if (target === last && last?.isConnected && !isDisabled(last)) last = undefined;
      });
    };
    const restore = () => {
      if (!last || document.activeElement !== document.body) return;
      if (!last.isConnected) main.focus({ preventScroll: true });
      else if (!isDisabled(last)) last.focus({ preventScroll: true });
    };
    const watcher = new MutationObserver(restore);
    watcher.observe(main, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', leave);
    return () => {
      watcher.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', leave);
    };
  }, [content]);
}
