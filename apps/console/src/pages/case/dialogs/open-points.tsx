import { Checkbox, Form } from 'antd';
import { OwnWords } from '../../../parts/own-words.tsx';
import { say, sayCode } from '../../../sentences/say.ts';
import { useCase } from '../context.ts';

/** What nobody looked at: each ticked by whoever decides all the same, which goes on record. */
export function OpenPoints() {
  const { openPoints } = useCase().view;
  if (openPoints.length === 0) return null;
  const all = openPoints.map(({ key }) => key);
  return (
    <div className="open-points">
      <Form.Item
        name="confirmed"
        label={say('dialog.openPoints', { count: all.length })}
        extra={say('dialog.openPointsHint')}
        rules={[
          {
            validator: async (_, ticked: string[] = []) => {
              if (all.some((key) => !ticked.includes(key))) throw new Error(say('dialog.openPointsMissing'));
            },
          },
        ]}
      >
        <Checkbox.Group
          className="stacked"
          options={openPoints.map(({ key, kind, of, text }) => ({
            value: key,
            label: (
              <>
                <OwnWords>{text ? say('frame.about', { of, text }) : of}</OwnWords>{' '}
                <strong>{sayCode('openPoint', kind)}</strong>
              </>
            ),
          }))}
        />
      </Form.Item>
    </div>
  );
}
