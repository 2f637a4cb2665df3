import { Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CallFailed } from '../call.ts';
import { say } from '../sentences/say.ts';
import { Refused } from './states.tsx';

type AskDialogProps<V> = {
  title: string;
  /** What the button says, where it is not the title. */
  okText?: string;
  /** Where the fields look at each other. */
  form?: FormInstance<V>;
  intro?: ReactNode;
  initial?: Partial<V> | undefined;
  failure: CallFailed | undefined;
  isRunning: boolean;
  /** Sends what was filled in; the caller closes when the server has done it, and the words stay when not. */
  onSend: (given: V) => unknown;
  onClose: () => void;
  children?: ReactNode;
};

/** The one dialog of the console: it asks for what a command needs, under the command's own name. */
export function AskDialog<V extends object>({
  title,
  okText = title,
  form: given,
  intro,
  initial,
  failure,
  isRunning,
  onSend,
  onClose,
  children,
}: AskDialogProps<V>) {
  const [form] = Form.useForm<V>(given);
  const fields = useRef<HTMLDivElement>(null);
  useFocusBack();
  return (
    <Modal
      open
      scrollLock={false}
      title={title}
      okText={okText}
      cancelText={say('frame.cancel')}
      confirmLoading={isRunning}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={(isOpen) => isOpen && focusFirst(fields.current)}
      width={640}
    >
      {intro ? <p className="remark">{intro}</p> : null}
      <div ref={fields}>
        <Form<V>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={initial ?? {}}
          onFinish={(given) => void onSend(given)}
          scrollToFirstError={{ focus: true }}
        >
          {children}
        </Form>
      </div>
      <Refused failure={failure} />
    </Modal>
  );
}

/** Opened, a dialog is ready to be filled in; one that asks nothing leaves the first Tab to its buttons. */
function focusFirst(fields: HTMLElement | null): void {
  fields?.querySelector<HTMLElement>('input:not([type=hidden]),textarea,select')?.focus();
}

/** Whoever closes the dialog goes on where they opened it: its users take it away whole, so that it cannot do so itself. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
