import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { CallFailed } from '../call.ts';
import { say } from '../sentences/say.ts';
import { Refused } from './states.tsx';

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
  title,
  intro,
  label = say('editor.reason'),
  missing = say('editor.reasonMissing'),
  failure,
  isRunning,
  onReason,
  onClose,
}: ReasonDialogProps) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={say('frame.cancel')}
      confirmLoading={isRunning}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {intro ? <p className="remark">{intro}</p> : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => onReason(reason)}>
        <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, message: missing }]}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </Form>
      <Refused failure={failure} />
    </Modal>
  );
}
