import type { CaseCommand } from '@zhengtong/cases/contract';
import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../../../parts/states.tsx';
import { say } from '../../../sentences/say.ts';
import { useCase } from '../context.ts';

export type DialogProps = { title: string; onClose: () => void };

type AskDialogProps<V> = DialogProps & {
  intro?: string | undefined;
  initial?: Partial<V> | undefined;
  /** What the filled-in dialog asks the server to do. */
  toCommand: (given: V) => CaseCommand;
  children?: ReactNode;
};

/** A dialog that asks for what a command needs. It closes when the server has done it, and keeps the words when not. */
export function AskDialog<V extends object>({
  title,
  intro,
  initial,
  toCommand,
  onClose,
  children,
}: AskDialogProps<V>) {
  const { act, isRunning, refusal } = useCase();
  const [form] = Form.useForm<V>();
  const finish = async (given: V): Promise<void> => {
    if (await act(toCommand(given))) onClose();
  };
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
      width={640}
    >
      {intro ? <p className="remark">{intro}</p> : null}
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial ?? {}}
        onFinish={finish}
        scrollToFirstError={{ focus: true }}
      >
        {children}
      </Form>
      <Refused failure={refusal} />
    </Modal>
  );
}
