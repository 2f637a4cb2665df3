import type { Remedies } from '@zhengtong/catalogue/contract';
import { Checkbox, Form } from 'antd';
import { useRef } from 'react';
import { say } from '../../../sentences/say.ts';
import { Count } from './count.tsx';
import { LawFields } from './law.tsx';
import { useIsOpen } from './open.ts';
import { Words } from './words.tsx';

/** The usual limits, where no other law sets one: 行政复议法 20, 行政诉讼法 46. */
const usual: Remedies = {
  review: { body: '', days: 60, law: { law: '行政复议法', article: '第二十条' } },
  suit: { court: '', months: 6, law: { law: '行政诉讼法', article: '第四十六条' } },
};

/** What can be done against a decision; 公共服务 decides nothing about a right and has none. */
export function RemedyFields() {
  const remedies = Form.useWatch<Remedies | undefined>(['remedies'], { preserve: true });
  return (
    <>
      <Form.Item name={['remedies']} extra={say('guide.remediesHelp')}>
        <Whether />
      </Form.Item>
      {remedies ? (
        <>
          <div className="pair">
            <Words at={['remedies', 'review', 'body']} label={say('guide.reviewBody')} isRequired most={200} />
            <Count at={['remedies', 'review', 'days']} label={say('guide.reviewDays')} isRequired min={1} max={3650} />
          </div>
          <LawFields at={['remedies', 'review', 'law']} isRequired />
          <div className="pair">
            <Words at={['remedies', 'suit', 'court']} label={say('guide.court')} isRequired most={200} />
            <Count at={['remedies', 'suit', 'months']} label={say('guide.suitMonths')} isRequired min={1} max={120} />
          </div>
          <LawFields at={['remedies', 'suit', 'law']} isRequired />
        </>
      ) : null}
    </>
  );
}

type WhetherProps = { id?: string; value?: Remedies; onChange?: (value: Remedies | undefined) => void };

/** Ticked off and on again, what was written is there again. */
function Whether({ id, value, onChange }: WhetherProps) {
  const isOpen = useIsOpen();
  const last = useRef(usual);
  if (value) last.current = value;
  return (
    <Checkbox
      {...(id ? { id } : {})}
      disabled={!isOpen}
      checked={value !== undefined}
      onChange={({ target }) => onChange?.(target.checked ? last.current : undefined)}
    >
      {say('guide.hasRemedies')}
    </Checkbox>
  );
}
