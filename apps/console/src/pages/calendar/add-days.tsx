import { Form, Input } from 'antd';
import { say } from '../../sentences/say.ts';
import { useMe } from '../../session.ts';
import { AddDialog, type AddProps, areaRule, dayRule, needed } from './add-dialog.tsx';

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
export function AddDays({ halls, onDone, onClose }: AddProps) {
  const [form] = Form.useForm<Given>();
  const { divisionCode } = useMe();
  return (
    <AddDialog
      title={say('calendar.addDays')}
      form={form}
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
      <Form.Item name="as" label={say('calendar.as')}>
        <select className="plain">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`calendar.${kind}`)}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="from" label={say('calendar.from')} extra={say('calendar.day')} rules={dayRule}>
        <Input inputMode="numeric" maxLength={10} />
      </Form.Item>
      <Form.Item name="to" label={say('calendar.to')} rules={dayRule}>
        <Input inputMode="numeric" maxLength={10} />
      </Form.Item>
      <Form.Item name="nameZh" label={say('calendar.nameZh')} rules={needed(say('calendar.nameMissing'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={say('calendar.nameEn')} rules={needed(say('calendar.nameMissing'))}>
        <Input maxLength={120} lang="en" />
      </Form.Item>
      <Form.Item name="divisionCode" label={say('calendar.area')} rules={areaRule}>
        <Input inputMode="numeric" maxLength={6} />
      </Form.Item>
      <Form.Item name="hallId" label={say('calendar.hall')} extra={say('calendar.hallHint')}>
        <select className="plain">
          <option value="">{say('calendar.allHalls')}</option>
          {halls.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Form.Item>
    </AddDialog>
  );
}
