import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../icons/icon.tsx';

type Look = {
  /** `main` once a page; `second` beside it; `warning` for what cannot be undone; `quiet` looks like a link. */
  look?: 'main' | 'second' | 'warning' | 'quiet' | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
};

export type ButtonProps = Look & {
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  isDisabled?: boolean | undefined;
  /** Shows that something is on its way; the button cannot be pressed a second time. */
  isBusy?: boolean | undefined;
  formAction?: string | undefined;
};

const lookClass = (look: Look['look']) => classNames('btn', look !== 'main' && look);

/** Sends a form. */
export function Button({ look = 'main', icon, children, type = 'submit', isDisabled, isBusy, ...rest }: ButtonProps) {
  return (
    <button
      className={lookClass(look)}
      type={type}
      disabled={isDisabled || isBusy}
      aria-busy={isBusy || undefined}
      {...rest}
    >
      {isBusy ? <span className="spin" aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** Goes somewhere and looks like a button: the one next step of a page. */
export function LinkButton({ look = 'main', icon, children, href }: Look & { href: string }) {
  return (
    <a className={lookClass(look)} href={href} data-main="">
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}

/** Buttons in one row, main first; they stack on a narrow screen. */
export const Buttons = ({ children }: { children: ReactNode }) => <div className="btns">{children}</div>;
