import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';

export type EmptyStateProps = { title: string; icon?: IconName | undefined; children?: ReactNode };

/** Nothing here yet: why, and what to do next. */
export function EmptyState({ title, icon = 'empty', children }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <div className="empty-title">{title}</div>
      {children}
    </div>
  );
}
