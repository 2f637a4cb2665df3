import { Form, Input } from 'antd';
import { say } from '../../sentences/say.ts';
import { useMe } from '../../session.ts';
import { AddDialog, type AddProps, areaRule, dayRule, needed } from './add-dialog.tsx';
import { HallField } from './hall-field.tsx';

const kinds = ['holiday', 'working', 'closed'] as const;

type Given = {
  as: (typeof kinds)[number];
  divisionCode: string;
  hallId?: string;
  from: string;
  to: string;
  nameZh: string;
  nameEn: string;
  document: string;
};

/** A local holiday, days worked instead, or a closing; of the whole division or of one hall. */
export function AddDays({ halls, unread, onDone, onClose }: AddProps) {
  const [form] = Form.useForm<Given>();
  const { divisionCode } = useMe();
  return (
    <AddDialog
      title={say('workingDays.addDays')}
      form={form}
      unread={unread}
      first={{ as: 'holiday', divisionCode, hallId: '' }}
      read={({ nameZh, nameEn, hallId, ...given }) => ({
        kind: 'days',
        ...given,
        ...(hallId ? { hallId } : {}),
        name: { zh: nameZh, en: nameEn },
      })}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item name="as" label={say('workingDays.as')}>
        <select className="plain">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`workingDays.${kind}`)}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="from" label={say('workingDays.from')} extra={say('workingDays.day')} rules={dayRule}>
        <Input inputMode="numeric" maxLength={10} />
      </Form.Item>
      <Form.Item name="to" label={say('workingDays.to')} rules={dayRule}>
        <Input inputMode="numeric" maxLength={10} />
      </Form.Item>
      <Form.Item name="nameZh" label={say('workingDays.nameZh')} rules={needed(say('workingDays.nameMissing'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={say('workingDays.nameEn')} rules={needed(say('workingDays.nameMissing'))}>
        <Input maxLength={120} lang="en" />
      </Form.Item>
      <Form.Item name="divisionCode" label={say('workingDays.area')} rules={areaRule}>
        <Input inputMode="numeric" maxLength={6} />
      </Form.Item>
      <HallField halls={halls} />
    </AddDialog>
  );
}
