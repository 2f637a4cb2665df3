import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { CallFailed } from '../call.ts';
import { say } from '../sentences/say.ts';
import { AskDialog } from './ask-dialog.tsx';

type ReasonDialogProps = {
  title: string;
  intro?: ReactNode;
  /** What is asked for, where it is no reason, and what to say when it is missing. */
  label?: string;
  missing?: string;
  failure: CallFailed | undefined;
  isRunning: boolean;
  onReason: (reason: string) => void | Promise<void>;
  onClose: () => void;
};

/** Asks for a reason and nothing else. */
export function ReasonDialog({
  label = say('editor.reason'),
  missing = say('editor.reasonMissing'),
  onReason,
  ...rest
}: ReasonDialogProps) {
  return (
    <AskDialog<{ reason: string }> {...rest} onSend={({ reason }) => onReason(reason)}>
      <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, message: missing }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </AskDialog>
  );
}
