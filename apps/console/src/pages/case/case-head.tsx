import { Link } from 'react-router';
import { OwnWords } from '../../parts/own-words.tsx';
import { useHeading } from '../../parts/page-head.tsx';
import { say, sayCode } from '../../sentences/say.ts';
import { useCase } from './context.ts';
import { Reveals } from './reveal.tsx';

/** Whose case it is, what it is about, where it stands. */
export function CaseHead() {
  const { view } = useCase();
  const { applicant } = view;
  const heading = useHeading(`${view.itemName} ${view.officialNumber ?? view.number}`);
  const lines: [label: string, text: string | null][] = [
    [say('case.officialNumber'), view.officialNumber],
    [say('case.number'), view.number],
    [
      say('case.applicant'),
      say('frame.aside', { text: applicant.name, more: say(applicant.kind === 'firm' ? 'case.firm' : 'case.person') }),
    ],
    [say('case.idNumber'), applicant.number],
    [say('case.phone'), applicant.phone],
    [say('case.holder'), sayHolder(view)],
    [say('case.outcome'), view.outcome && sayCode('outcome', view.outcome)],
  ];
  return (
    <div className="case-head">
      <h1 ref={heading} tabIndex={-1}>
        <OwnWords>{view.itemName}</OwnWords>{' '}
        <span className={`status status-${view.status}`}>{sayCode('status', view.status)}</span>
      </h1>
      <dl className="facts">
        {lines.map(([label, text]) =>
          text ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <OwnWords>{text}</OwnWords>
              </dd>
            </div>
          ) : null,
        )}
        {view.certificate ? (
          <div>
            <dt>{say('case.certificate')}</dt>
            <dd>
              <Link to={`/certificates/${view.certificate.id}`}>{view.certificate.identifier}</Link>
            </dd>
          </div>
        ) : null}
      </dl>
      <Reveals of="applicant" />
    </div>
  );
}

function sayHolder({ heldBy, heldByMe }: { heldBy: string | null; heldByMe: boolean }): string {
  return heldBy === null ? say('case.nobody') : `${heldBy}${heldByMe ? say('case.you') : ''}`;
}
