import { Form, Input, Radio } from 'antd';
import { OwnWords } from '../../../parts/own-words.tsx';
import { say } from '../../../sentences/say.ts';
import { useCase } from '../context.ts';
import { dueStepOf } from '../list-actions.ts';
import { CaseDialog, type DialogProps } from './case-dialog.tsx';
import { ReasonField } from './fields.tsx';

/** An opinion to the step that is due; who disagrees says why. */
export function FinishStepDialog(props: DialogProps) {
  const { view } = useCase();
  const step = dueStepOf(view)?.key ?? '';
  return (
    <CaseDialog<{ agrees: boolean; note?: string }>
      {...props}
      initial={{ agrees: true }}
      toCommand={({ agrees, note }) => ({ kind: 'finish-step', step, agrees, note: note ?? '' })}
    >
      <Form.Item name="agrees" label={say('dialog.opinion')}>
        <Radio.Group className="stacked">
          <Radio value={true}>{say('dialog.agrees')}</Radio>
          <Radio value={false}>{say('dialog.disagrees')}</Radio>
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="note"
        label={say('dialog.reason')}
        extra={say('dialog.reasonHint')}
        dependencies={['agrees']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('agrees') === false,
            whitespace: true,
            message: say('dialog.opinionMissing'),
          }),
        ]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </CaseDialog>
  );
}

export function StepAgainDialog(props: DialogProps) {
  const { view } = useCase();
  const done = view.steps.filter((step) => step.isDone);
  return (
    <CaseDialog<{ toStep: string; reason: string }>
      {...props}
      initial={{ toStep: done.at(-1)?.key ?? '' }}
      toCommand={(given) => ({ kind: 'send-back', ...given })}
    >
      <Form.Item
        name="toStep"
        label={say('dialog.toStep')}
        rules={[{ required: true, message: say('dialog.toStepMissing') }]}
      >
        <Radio.Group className="stacked">
          {done.map(({ key, name }) => (
            <Radio key={key} value={key}>
              <OwnWords>{name}</OwnWords>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <ReasonField isInner />
    </CaseDialog>
  );
}
