import { ActOnRectification, GetRectification } from '@zhengtong/evaluation/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { sayInstant } from '../../days.ts';
import { DueMark } from '../../parts/due-mark.tsx';
import { OwnWords } from '../../parts/own-words.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { Refused } from '../../parts/states.tsx';
import { say, sayCode } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';
import { kindsOf, RepairDialog, type RepairKind } from './repair-dialog.tsx';
import { sayRepairState } from './say-repair-state.ts';
import { Stars, sayChoices } from './stars.tsx';

/** One repair: what was said, whom to call, what was done, what comes next. */
export function RepairPage() {
  const { id = '' } = useParams();
  const asked = { params: { id } };
  const reading = useAsked(GetRectification, asked);
  const { run, isRunning, failure, clear } = useCommand(ActOnRectification);
  const [open, setOpen] = useState<RepairKind>();
  return (
    <>
      <p className="back">
        <Link to="/ratings">{say('repair.back')}</Link>
      </p>
      <PageHead title={say('repair.title')} />
      <ReadingView of={reading}>
        {(view) => (
          <div className="card-stack">
            <section className="card">
              <p>
                <DueMark dueOn={view.dueOn} isOverdue={view.isOverdue} /> {sayRepairState(view)}
              </p>
              <p className="remark">
                {say('frame.about', { of: say('repair.limits'), text: sayCode('limits', view.limits) })}
              </p>
              {view.caller ? (
                <p>
                  {say('frame.about', { of: say('repair.caller'), text: '' })}
                  <strong>{view.caller.name}</strong> {view.caller.phone}
                </p>
              ) : null}
              {view.caseId ? <Link to={`/cases/${view.caseId}`}>{say('ratings.openCase')}</Link> : null}
              <div className="buttons-row spaced">
                {kindsOf(view.may).map((kind, index) => (
                  <Button
                    key={kind}
                    type={index === 0 ? 'primary' : 'default'}
                    disabled={isRunning}
                    onClick={() => {
                      clear();
                      setOpen(kind);
                    }}
                  >
                    {say(`repair.${kind}`)}
                  </Button>
                ))}
              </div>
              {open ? null : <Refused failure={failure} />}
            </section>
            <section className="card">
              <h2>{say('repair.said')}</h2>
              <ul className="said">
                {view.ratings.map((rating, index) => (
                  // Ratings carry no name here; their order never changes.
                  <li key={`${view.id} ${index}`}>
                    <Stars stars={rating.stars} /> {sayChoices(rating.choices)}
                    <p>{rating.words === null ? say('repair.noWords') : <OwnWords>{rating.words}</OwnWords>}</p>
                    {rating.againStars ? (
                      <p>
                        {say('ratings.again')} <Stars stars={rating.againStars} /> {rating.againWords}
                      </p>
                    ) : null}
                  </li>
                ))}
              </ul>
            </section>
            <section className="card">
              <h2>{say('repair.history')}</h2>
              <ol className="timeline">
                {view.actions.map((action) => (
                  <li key={`${action.at} ${action.kind}`}>
                    <time dateTime={action.at}>{sayInstant(action.at)}</time>
                    <strong>{sayCode('repairDone', action.kind)}</strong>
                    <span className="faint">{action.byName || sayCode('by', action.by)}</span>
                    {action.toPost ? (
                      <p>
                        <OwnWords>{say('case.toPost', { post: action.toPost })}</OwnWords>
                      </p>
                    ) : null}
                    {action.words ? (
                      <p>
                        <OwnWords>{action.words}</OwnWords>
                      </p>
                    ) : null}
                  </li>
                ))}
              </ol>
            </section>
            {view.isGroup ? null : <p className="remark">{say('repair.readNote')}</p>}
            {open ? (
              <RepairDialog
                kind={open}
                failure={failure}
                isRunning={isRunning}
                onSend={async (body) => {
                  if (await run({ ...asked, body })) setOpen(undefined);
                  reading.reload();
                }}
                onClose={() => setOpen(undefined)}
              />
            ) : null}
          </div>
        )}
      </ReadingView>
    </>
  );
}
