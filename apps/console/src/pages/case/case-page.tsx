import { ActOnCase, type CaseCommand, GetCase } from '@zhengtong/cases/contract';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useKeys } from '../../keys.ts';
import { useLive } from '../../live.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';
import { Actions } from './actions.tsx';
import { Answers } from './answers.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseLetters } from './case-letters.tsx';
import { ClockBar, Clocks } from './clocks.tsx';
import { CaseContext } from './context.ts';
import { Materials } from './materials.tsx';
import { Steps } from './steps.tsx';
import { Timeline } from './timeline.tsx';

/** One case with everything an officer needs at hand; the clock and what can be done stay in sight. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const asked = { params: { caseId } };
  const { value: view, failure, reload } = useAsked(GetCase, asked);
  const { run, isRunning, failure: refusal, clear } = useCommand(ActOnCase);
  const [said, setSaid] = useState('');
  const navigate = useNavigate();
  // Back to the queue with its filters; opened from a link, there is nothing behind this page.
  const goBack = (): void => void ((history.state as { idx?: number } | null)?.idx ? navigate(-1) : navigate('/inbox'));
  useKeys({ u: goBack });
  useLive(reload, caseId);

  if (!view)
    return (
      <>
        <PageHead title={say('case.title')} />
        {failure ? <Failed failure={failure} onAgain={reload} /> : <Loading />}
      </>
    );

  // Transferred, from here or by a colleague while this page was open: what stands on it is old and no longer for this post.
  if (failure?.status === 404)
    return (
      <>
        <PageHead title={say('case.title')} />
        <Empty>
          <p role="status">{say('case.gone')}</p>
          <Link to="/inbox">{say('frame.toInbox')}</Link>
        </Empty>
      </>
    );

  // Nothing is shown before the server has said yes, and after a no the page may be old: both read again.
  const act = async (command: CaseCommand): Promise<boolean> => {
    setSaid('');
    const done = await run({ ...asked, body: command });
    reload();
    if (done) setSaid(say('frame.changed'));
    return done !== undefined;
  };

  return (
    <CaseContext value={{ view, act, isRunning, refusal, clear }}>
      <p className="back">
        <Link to="/inbox">{say('case.back')}</Link>
        <kbd>u</kbd>
      </p>
      <CaseHead />
      <ClockBar clocks={view.clocks} isPaused={view.isPaused} />
      <p className="unseen" role="status">
        {said}
      </p>
      <div className="case">
        <div className="case-side">
          <Clocks clocks={view.clocks} isPaused={view.isPaused} />
          <Actions />
          <Steps steps={view.steps} />
          <CaseLetters caseId={view.caseId} letters={view.letters} />
        </div>
        <div className="case-main">
          <Materials />
          <Answers answers={view.answers} />
          <Timeline entries={view.timeline} />
          <p className="remark">{say('case.readNote')}</p>
        </div>
      </div>
    </CaseContext>
  );
}
