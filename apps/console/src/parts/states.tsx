import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CallFailed } from '../call.ts';
import { say } from '../sentences/say.ts';
import { PageHead } from './page-head.tsx';

export function Loading() {
  return (
    <p className="state" role="status">
      {say('frame.loading')}
    </p>
  );
}

type FailedProps = { failure: CallFailed; onAgain: () => void; title?: string | undefined };

/** What went wrong in the server's own sentence, and the way on. */
export function Failed({ failure, onAgain, title = say('frame.failed') }: FailedProps) {
  return (
    <Alert
      className="state"
      type="error"
      showIcon
      role="alert"
      title={title}
      description={failure.message}
      action={<Button onClick={onAgain}>{say('frame.again')}</Button>}
    />
  );
}

/** Nothing to show: why, and what to do about it. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="state empty">{children}</div>;
}

export function NotFound() {
  return (
    <>
      <PageHead title={say('frame.notFound')} />
      <Link to="/">{say('frame.toInbox')}</Link>
    </>
  );
}

/** A refusal inside a form or dialog; read out when it appears. */
export function Refused({ failure }: { failure: CallFailed | undefined }) {
  const detail = failure?.fields.detail;
  return (
    <div aria-live="assertive">
      {failure ? (
        <Alert
          type="error"
          showIcon
          title={failure.message}
          description={typeof detail === 'string' ? detail : undefined}
        />
      ) : null}
    </div>
  );
}
