import type { ActOnRectification } from '@zhengtong/evaluation/contract';
import { Form, Input, Modal, Radio } from 'antd';
import type { Static } from 'typebox';
import type { CallFailed } from '../../call.ts';
import { Refused } from '../../parts/states.tsx';
import { say } from '../../sentences/say.ts';

type Body = Static<NonNullable<(typeof ActOnRectification)['body']>>;
export type RepairKind = Body['kind'];

/** In the order of the work: what leads on comes first. */
const kinds: readonly RepairKind[] = [
  'contacted',
  'repaired',
  'explained',
  'fed-back',
  'appeal-upheld',
  'appeal-rejected',
  'closed',
  'appealed',
];

/** What the reader may do now. */
export const kindsOf = (may: readonly string[]): RepairKind[] => kinds.filter((kind) => may.includes(kind));

type RepairDialogProps = {
  kind: RepairKind;
  failure: CallFailed | undefined;
  isRunning: boolean;
  onSend: (body: Body) => Promise<void>;
  onClose: () => void;
};

/** Every step says in words what was done; an appeal also says on which ground. */
export function RepairDialog({ kind, failure, isRunning, onSend, onClose }: RepairDialogProps) {
  const [form] = Form.useForm<{ words: string; because?: 'mistaken' | 'malicious' }>();
  const title = say(`repair.${kind}`);
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
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ words, because }) =>
          onSend(kind === 'appealed' ? { kind, because: because ?? 'mistaken', words } : { kind, words })
        }
      >
        {kind === 'appealed' ? (
          <Form.Item
            name="because"
            label={say('repair.because')}
            rules={[{ required: true, message: say('repair.becauseMissing') }]}
          >
            <Radio.Group className="stacked">
              <Radio value="mistaken">{say('repair.mistaken')}</Radio>
              <Radio value="malicious">{say('repair.malicious')}</Radio>
            </Radio.Group>
          </Form.Item>
        ) : null}
        <Form.Item
          name="words"
          label={say('repair.words')}
          extra={say('repair.wordsHint')}
          rules={[{ required: true, whitespace: true, min: 2, message: say('repair.wordsMissing') }]}
        >
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </Form>
      <Refused failure={failure} />
    </Modal>
  );
}
