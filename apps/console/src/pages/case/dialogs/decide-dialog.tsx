import { Checkbox, Form, Input, Radio } from 'antd';
import { OwnWords } from '../../../parts/own-words.tsx';
import { say, sayCode } from '../../../sentences/say.ts';
import { useCase } from '../context.ts';
import { CaseDialog, type DialogProps } from './case-dialog.tsx';
import { LawFields, type LawGiven, lawOf } from './fields.tsx';
import { OpenPoints } from './open-points.tsx';

const outcomes = ['approved', 'approved-with-conditions', 'refused'] as const;
type Given = {
  outcome: (typeof outcomes)[number];
  reasons?: string;
  conditions?: string;
  laws?: number[];
  confirmed?: string[];
} & LawGiven;

const text = <Input.TextArea rows={4} maxLength={2000} />;

/** The decision: outcome, reasons, conditions, and the articles it stands on, the item's own ready to tick. */
export function DecideDialog(props: DialogProps) {
  const { view } = useCase();
  const laws = view.laws;
  const toCommand = ({ outcome, reasons = '', conditions, laws: ticked = [], confirmed = [], ...more }: Given) => {
    const own = lawOf(more);
    const cited = [...ticked.flatMap((index) => laws[index] ?? []), ...(own ? [own] : [])];
    return {
      kind: 'decide' as const,
      outcome,
      reasons,
      laws: cited,
      ...(confirmed.length > 0 ? { confirmed } : {}),
      ...(outcome === 'approved-with-conditions' && conditions ? { conditions } : {}),
    };
  };
  return (
    <CaseDialog<Given>
      {...props}
      intro={say('dialog.decideText')}
      initial={{ laws: laws.map((_, index) => index) }}
      toCommand={toCommand}
    >
      <Form.Item
        name="outcome"
        label={say('dialog.outcome')}
        rules={[{ required: true, message: say('dialog.outcomeMissing') }]}
      >
        <Radio.Group className="stacked">
          {outcomes.map((outcome) => (
            <Radio key={outcome} value={outcome}>
              {sayCode('outcome', outcome)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item noStyle dependencies={['outcome']}>
        {({ getFieldValue }) => {
          const outcome: unknown = getFieldValue('outcome');
          return (
            <>
              {outcome === 'approved-with-conditions' ? (
                <Form.Item
                  name="conditions"
                  label={say('dialog.conditions')}
                  rules={[{ required: true, whitespace: true, message: say('dialog.conditionsMissing') }]}
                >
                  {text}
                </Form.Item>
              ) : null}
              <Form.Item
                name="reasons"
                label={say('dialog.reason')}
                extra={say('dialog.reasonHint')}
                rules={[{ required: outcome === 'refused', whitespace: true, message: say('dialog.reasonMissing') }]}
              >
                {text}
              </Form.Item>
            </>
          );
        }}
      </Form.Item>
      <Form.Item
        name="laws"
        label={say('dialog.laws')}
        dependencies={['outcome', 'lawName']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, ticked: number[] = []) => {
              const isCited = ticked.length > 0 || Boolean(getFieldValue('lawName')?.trim());
              if (getFieldValue('outcome') === 'refused' && !isCited) throw new Error(say('dialog.lawMissing'));
            },
          }),
        ]}
      >
        <Checkbox.Group
          className="stacked"
          options={laws.map(({ law, article }, value) => ({
            value,
            label: <OwnWords>{`《${law}》${article}`}</OwnWords>,
          }))}
        />
      </Form.Item>
      <LawFields />
      <OpenPoints />
    </CaseDialog>
  );
}
