import type { ActOnRectification } from '@zhengtong/evaluation/contract';
import { Form, Input, Radio } from 'antd';
import type { Static } from 'typebox';
import type { CallFailed } from '../../call.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
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
export function RepairDialog({ kind, onSend, ...rest }: RepairDialogProps) {
  return (
    <AskDialog<{ words: string; because?: 'mistaken' | 'malicious' }>
      {...rest}
      title={say(`repair.${kind}`)}
      onSend={({ words, because }) =>
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
    </AskDialog>
  );
}
