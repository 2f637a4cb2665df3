import { Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useRef } from 'react';
import type { CallFailed } from '../call.ts';
import { say } from '../sentences/say.ts';
import { useFocusBack } from './focus-back.ts';
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
  const body = useRef<HTMLDivElement>(null);
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
      afterOpenChange={(isOpen) => isOpen && focusFirst(body.current)}
      width={640}
    >
      {intro ? <p className="remark">{intro}</p> : null}
      <div ref={body}>
        <Form<V>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={initial ?? {}}
          onFinish={(given) => void onSend(given)}
          onFinishFailed={({ errorFields }) => focusFirst(findField(body.current, errorFields[0]?.name))}
        >
          {children}
        </Form>
      </div>
      <Refused failure={failure} />
    </Modal>
  );
}

const fields = 'input:not([type=hidden]),textarea,select';

/** Opened, a dialog is ready to be filled in; one that asks nothing leaves the first Tab to its buttons. */
function focusFirst(part: HTMLElement | null): void {
  const first = part?.matches(fields) ? part : part?.querySelector<HTMLElement>(fields);
  first?.focus();
}

/** The field of this name, also where it is several to choose from, which antd leads nobody to; or all there are. */
function findField(all: HTMLElement | null, name: readonly (string | number)[] = []): HTMLElement | null {
  const field = document.getElementById(name.join('_'));
  return field && all?.contains(field) && (field.matches(fields) || field.querySelector(fields)) ? field : all;
}
