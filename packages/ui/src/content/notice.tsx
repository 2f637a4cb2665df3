import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';

const icons = { note: 'info', success: 'check', attention: 'clock', warning: 'alert' } as const;

export type NoticeProps = {
  kind?: keyof typeof icons | undefined;
  title?: string | undefined;
  /** Said aloud when it comes as the answer to what the person just did. */
  isAnswer?: boolean | undefined;
  children: ReactNode;
};

/** Something that must not be missed beside the text. Cinnabar (`warning`) is for what truly needs attention. */
export function Notice({ kind = 'note', title, isAnswer, children }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={isAnswer ? 'status' : undefined}>
      <Icon name={icons[kind]} />
      <div className="notice-in">
        {title ? <div className="notice-title">{title}</div> : null}
        {children}
      </div>
    </div>
  );
}

/** Text set off from its surroundings: a quotation of the law, an example. */
export const Inset = ({ children }: { children: ReactNode }) => <div className="inset">{children}</div>;
