import { Form, Input } from 'antd';
import { say } from '../../sentences/say.ts';
import { AddDialog, type AddProps } from './add-dialog.tsx';
import { readDayLines } from './read-lines.ts';

type Given = { year: string; off: string; worked?: string; document: string };

const lines = [
  {
    validator: async (_: unknown, text = '') => {
      if (!readDayLines(text)) throw new Error(say('workingDays.linesWrong'));
    },
  },
];

/** The yearly notice of the State Council, typed in on the day it comes. */
export function AddYear({ onDone, onClose }: AddProps) {
  const [form] = Form.useForm<Given>();
  return (
    <AddDialog
      title={say('workingDays.addYear')}
      form={form}
      read={({ year, off, worked, document }) => ({
        kind: 'year',
        year: Number(year),
        off: readDayLines(off) ?? {},
        worked: readDayLines(worked ?? '') ?? {},
        document,
      })}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item
        name="year"
        label={say('workingDays.year')}
        rules={[{ required: true, pattern: /^20\d\d$/, message: say('workingDays.yearMissing') }]}
      >
        <Input inputMode="numeric" maxLength={4} />
      </Form.Item>
      <Form.Item
        name="off"
        label={say('workingDays.off')}
        extra={say('workingDays.lines')}
        rules={[{ required: true, message: say('workingDays.linesWrong') }, ...lines]}
      >
        <Input.TextArea rows={8} />
      </Form.Item>
      <Form.Item name="worked" label={say('workingDays.worked')} rules={lines}>
        <Input.TextArea rows={4} />
      </Form.Item>
    </AddDialog>
  );
}
