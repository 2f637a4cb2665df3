import type { CaseCommand } from '@zhengtong/cases/contract';
import type { ReactNode } from 'react';
import type { CallFailed } from '../../../call.ts';
import { AskDialog } from '../../../parts/ask-dialog.tsx';
import { useCase } from '../context.ts';

export type DialogProps = { title: string; onClose: () => void };

type CaseDialogProps<V> = DialogProps & {
  intro?: string | undefined;
  /** Why something to choose from could not be read. */
  unread?: CallFailed | undefined;
  initial?: Partial<V> | undefined;
  /** What the filled-in dialog asks the server to do. */
  toCommand: (given: V) => CaseCommand;
  children?: ReactNode;
};

/** A dialog that acts on the case of the page. */
export function CaseDialog<V extends object>({ toCommand, onClose, unread, ...rest }: CaseDialogProps<V>) {
  const { act, isRunning, refusal } = useCase();
  const send = async (given: V): Promise<void> => {
    if (await act(toCommand(given))) onClose();
  };
  return <AskDialog<V> {...rest} failure={refusal ?? unread} isRunning={isRunning} onSend={send} onClose={onClose} />;
}
