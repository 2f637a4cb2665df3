import { Form, InputNumber, Radio } from 'antd';
import { OwnWords } from '../../../parts/own-words.tsx';
import { say } from '../../../sentences/say.ts';
import { useCase } from '../context.ts';
import { CaseDialog, type DialogProps } from './case-dialog.tsx';
import { ReasonField } from './fields.tsx';

/** The clock stands only for a procedure the item names (行政许可法 45). */
export function PauseDialog(props: DialogProps) {
  const { view } = useCase();
  return (
    <CaseDialog<{ procedure: string; reason: string }>
      {...props}
      intro={view.excluded.length === 0 ? say('dialog.noProcedures') : undefined}
      initial={view.excluded.length === 1 ? { procedure: view.excluded[0]?.key ?? '' } : {}}
      toCommand={(given) => ({ kind: 'pause', ...given })}
    >
      <Form.Item
        name="procedure"
        label={say('dialog.procedure')}
        rules={[{ required: true, message: say('dialog.procedureMissing') }]}
      >
        <Radio.Group className="stacked">
          {view.excluded.map(({ key, name, mostDays, law }) => (
            <Radio key={key} value={key}>
              <OwnWords>{name}</OwnWords>{' '}
              <small>
                <OwnWords>{say('dialog.procedureDays', { days: mostDays, law })}</OwnWords>
              </small>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <ReasonField />
    </CaseDialog>
  );
}

export function ExtendDialog(props: DialogProps) {
  return (
    <CaseDialog<{ workingDays: number; reason: string }>
      {...props}
      intro={say('dialog.extendText')}
      initial={{ workingDays: 10 }}
      toCommand={(given) => ({ kind: 'extend', ...given })}
    >
      <Form.Item name="workingDays" label={say('dialog.workingDays')} rules={[{ required: true, type: 'integer' }]}>
        <InputNumber min={1} max={10} precision={0} />
      </Form.Item>
      <ReasonField />
    </CaseDialog>
  );
}
