import { type CertificateView, ChangeCertificate, GetIssued } from '@zhengtong/certificates/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { sayInstant } from '../../days.ts';
import { OwnWords } from '../../parts/own-words.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { Refused } from '../../parts/states.tsx';
import { lang, say, sayCode } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';
import { ChangeDialog } from './change-dialog.tsx';

type Change = CertificateView['may'][number];

/** One certificate: what stands on it, what was done to it and why, what may be done now. */
export function CertificatePage() {
  const { id = '' } = useParams();
  const asked = { params: { id } };
  const reading = useAsked(GetIssued, asked);
  const { run, isRunning, failure, clear } = useCommand(ChangeCertificate);
  const [open, setOpen] = useState<Change>();
  return (
    <>
      <p className="back">
        <Link to="/certificates">{say('certificates.back')}</Link>
      </p>
      {reading.value ? null : <PageHead title={say('certificates.title')} />}
      <ReadingView of={reading}>
        {(view) => (
          <>
            <PageHead title={view.name} isOwn>
              <span className={`status status-${view.standing}`}>{sayCode('standing', view.standing)}</span>
            </PageHead>
            <div className="card-stack">
              <Facts view={view} />
              <section className="card" aria-labelledby="change">
                <h2 id="change">{say('certificates.change')}</h2>
                {view.waiting ? <p className="remark">{sayWaiting(view.waiting)}</p> : null}
                {view.may.length === 0 && !view.waiting ? (
                  <p className="faint">{say('certificates.nothingToDo')}</p>
                ) : null}
                <div className="buttons-row">
                  {view.may.map((change) => (
                    <Button
                      key={change}
                      danger={change === 'revoked' || change === 'cancelled'}
                      disabled={isRunning}
                      onClick={() => {
                        clear();
                        setOpen(change);
                      }}
                    >
                      {sayCode('certificateChange', change)}
                    </Button>
                  ))}
                </div>
                {open ? null : <Refused failure={failure} />}
              </section>
              <History view={view} />
              <p className="remark">{say('certificates.readNote')}</p>
            </div>
            {open ? (
              <ChangeDialog
                change={open}
                proposal={view.history.findLast(({ kind }) => kind.endsWith('-proposed'))}
                failure={failure}
                isRunning={isRunning}
                onSend={async (body) => {
                  if (await run({ ...asked, body })) setOpen(undefined);
                  reading.reload();
                }}
                onClose={() => setOpen(undefined)}
              />
            ) : null}
          </>
        )}
      </ReadingView>
    </>
  );
}

const sayWaiting = ({ for: final, isMine }: NonNullable<CertificateView['waiting']>): string =>
  sayCode(isMine ? 'waitsForSecond' : 'waitsForYou', final);

function Facts({ view }: { view: CertificateView }) {
  const lines: [label: string, text: string][] = [
    [say('certificates.identifier'), view.identifier],
    [say('certificates.holder'), `${view.holder} ${view.holderNumber}`],
    [say('certificates.validity'), `${view.validFromOn} – ${view.validUntilOn ?? say('certificates.noEnd')}`],
    ...view.lines.map(({ label, labelEn, value }): [string, string] => [lang === 'en' ? labelEn : label, value]),
  ];
  return (
    <section className="card" aria-label={say('certificates.name')}>
      <dl className="facts">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <OwnWords>{text}</OwnWords>
            </dd>
          </div>
        ))}
      </dl>
      <Link to={`/cases/${view.caseId}`}>{say('certificates.openCase')}</Link>
    </section>
  );
}

function History({ view }: { view: CertificateView }) {
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">{say('certificates.history')}</h2>
      <ol className="timeline">
        {view.history.toReversed().map(({ seq, kind, at, by, reason, law, ground }) => (
          <li key={seq}>
            <time dateTime={at}>{sayInstant(at)}</time>
            <strong>{sayCode('certificateDone', kind)}</strong>
            <span className="faint">{by ? <OwnWords>{by}</OwnWords> : sayCode('by', 'clock')}</span>
            {ground ? <p>{sayCode('cancellationGround', ground)}</p> : null}
            {reason ? (
              <p>
                <OwnWords>{law ? say('frame.aside', { text: reason, more: law }) : reason}</OwnWords>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
