import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { CallFailed } from '../call.ts';
import { say } from '../sentences/say.ts';
import { Refused } from './states.tsx';

type ReasonDialogProps = {
  title: string;
  intro?: ReactNode;
  failure: CallFailed | undefined;
  isRunning: boolean;
  onReason: (reason: string) => void | Promise<void>;
  onClose: () => void;
};

/** Asks for a reason and nothing else. */
export function ReasonDialog({ title, intro, failure, isRunning, onReason, onClose }: ReasonDialogProps) {
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
        <Form.Item
          name="reason"
          label={say('editor.reason')}
          rules={[{ required: true, whitespace: true, message: say('editor.reasonMissing') }]}
        >
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </Form>
      <Refused failure={failure} />
    </Modal>
  );
}
