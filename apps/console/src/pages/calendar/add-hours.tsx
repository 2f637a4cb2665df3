import { Form, Input } from 'antd';
import { say } from '../../sentences/say.ts';
import { useMe } from '../../session.ts';
import { AddDialog, type AddProps, dayRule } from './add-dialog.tsx';
import { HallField } from './hall-field.tsx';
import { readHours } from './read-lines.ts';

const weeks = ['workingHours', 'saturdayHours', 'sundayHours', 'holidayHours'] as const;

type Given = { hallId: string; from: string; document: string } & Partial<Record<(typeof weeks)[number], string>>;

const hours = [
  {
    validator: async (_: unknown, text = '') => {
      if (!readHours(text)) throw new Error(say('workingDays.hoursWrong'));
    },
  },
];

/** The opening hours of a hall from a day on. */
export function AddHours({ halls, unread, onDone, onClose }: AddProps) {
  const [form] = Form.useForm<Given>();
  const { divisionCode } = useMe();
  return (
    <AddDialog
      title={say('workingDays.addHours')}
      form={form}
      unread={unread}
      first={{ workingHours: '09:00-12:00 13:30-17:00' }}
      read={({ hallId, from, document, ...given }) => ({
        kind: 'hours',
        divisionCode,
        hallId,
        from,
        document,
        hours: {
          workingDays: readHours(given.workingHours ?? '') ?? [],
          saturdays: readHours(given.saturdayHours ?? '') ?? [],
          sundays: readHours(given.sundayHours ?? '') ?? [],
          holidays: readHours(given.holidayHours ?? '') ?? [],
        },
      })}
      onDone={onDone}
      onClose={onClose}
    >
      <HallField halls={halls} isNeeded />
      <Form.Item name="from" label={say('workingDays.from')} extra={say('workingDays.day')} rules={dayRule}>
        <Input inputMode="numeric" maxLength={10} />
      </Form.Item>
      {weeks.map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={say(`workingDays.${name}`)}
          extra={say('workingDays.hoursHint')}
          rules={hours}
        >
          <Input maxLength={60} />
        </Form.Item>
      ))}
    </AddDialog>
  );
}
