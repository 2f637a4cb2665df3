import { Form, Input } from 'antd';
import { say } from '../../../sentences/say.ts';

const enough = (message: string) => ({ required: true, whitespace: true, message });

/** A reason that must be given, with who will read it. */
export function ReasonField({ isInner = false }: { isInner?: boolean }) {
  return (
    <Form.Item
      name="reason"
      label={say('dialog.reason')}
      extra={say(isInner ? 'dialog.innerReasonHint' : 'dialog.reasonHint')}
      rules={[enough(say('dialog.reasonMissing'))]}
    >
      <Input.TextArea rows={4} maxLength={2000} />
    </Form.Item>
  );
}

/** Law and article, where something of the item's own is not enough. */
export function LawFields() {
  return (
    <div className="pair">
      <Form.Item
        name="lawName"
        label={say('frame.aside', { text: say('dialog.lawName'), more: say('dialog.optional') })}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="lawArticle"
        label={say('dialog.lawArticle')}
        dependencies={['lawName']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, article?: string) => {
              if (getFieldValue('lawName')?.trim() && !article?.trim()) throw new Error(say('dialog.lawMissing'));
            },
          }),
        ]}
      >
        <Input maxLength={80} />
      </Form.Item>
    </div>
  );
}

export type LawGiven = { lawName?: string; lawArticle?: string };

/** The law of `LawFields`, where one was written. */
export function lawOf({ lawName, lawArticle }: LawGiven): { law: string; article: string } | undefined {
  const [law, article] = [lawName?.trim(), lawArticle?.trim()];
  return law && article ? { law, article } : undefined;
}
