import { Form, Radio } from 'antd';
import { say, sayCode } from '../../../sentences/say.ts';
import { CaseDialog, type DialogProps } from './case-dialog.tsx';

const ways = ['online', 'counter', 'post'] as const;
type Way = (typeof ways)[number];

export function DeliverDialog(props: DialogProps) {
  return (
    <CaseDialog<{ way: Way }>
      {...props}
      initial={{ way: 'online' }}
      toCommand={({ way }) => ({ kind: 'deliver', way })}
    >
      <Form.Item name="way" label={say('dialog.way')}>
        <Radio.Group className="stacked">
          {ways.map((way) => (
            <Radio key={way} value={way}>
              {sayCode('way', way)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </CaseDialog>
  );
}
