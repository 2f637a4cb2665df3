import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { OwnWords } from '../../../parts/own-words.tsx';
import { say } from '../../../sentences/say.ts';
import { useCase } from '../context.ts';
import { listPlaces, problemsFound } from '../correction-places.ts';
import { CaseDialog, type DialogProps } from './case-dialog.tsx';

type Given = { points?: Record<string, string> };

/** Everything that is wrong, at once (行政许可法 32): each place ticked, each with what to put right. */
export function CorrectionDialog(props: DialogProps) {
  const { view } = useCase();
  const found = problemsFound(view);
  const [ticked, setTicked] = useState<readonly string[]>(Object.keys(found));
  const tick = (at: string, isOn: boolean): void =>
    setTicked((now) => (isOn ? [...now, at] : now.filter((one) => one !== at)));
  return (
    <CaseDialog<Given>
      {...props}
      intro={say('dialog.correctionText')}
      initial={{ points: found }}
      toCommand={({ points = {} }) => ({
        kind: 'ask-correction',
        points: ticked.map((at) => ({ at, problem: points[at] ?? '' })),
      })}
    >
      {listPlaces(view).map(({ title, places }) => (
        <fieldset key={title} className="places">
          <legend>{title}</legend>
          {places.map(({ at, name }) => (
            <div key={at}>
              <Checkbox checked={ticked.includes(at)} onChange={(event) => tick(at, event.target.checked)}>
                <OwnWords>{name}</OwnWords>
              </Checkbox>
              {ticked.includes(at) ? (
                <Form.Item
                  name={['points', at]}
                  rules={[{ required: true, whitespace: true, message: say('dialog.problemMissing') }]}
                >
                  <Input.TextArea
                    aria-label={say('dialog.problem', { name })}
                    placeholder={say('dialog.problem', { name })}
                    rows={2}
                    maxLength={2000}
                  />
                </Form.Item>
              ) : null}
            </div>
          ))}
        </fieldset>
      ))}
      <Form.Item
        name="any"
        rules={[
          {
            validator: async () => {
              if (ticked.length === 0) throw new Error(say('dialog.pointsMissing'));
            },
          },
        ]}
      >
        <input type="hidden" />
      </Form.Item>
    </CaseDialog>
  );
}
