import type { CaseView } from '@zhengtong/cases/contract';
import { say, sayCode } from '../../sentences/say.ts';

const formats = ['pdf', 'ofd'] as const;

/** The letters written so far, as the applicant has them: each under seal where the body's seal is there. */
export function CaseLetters({ caseId, letters }: Pick<CaseView, 'caseId' | 'letters'>) {
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{say('case.letters')}</h2>
      <ul className="files">
        {letters.map((letter) => (
          <li key={letter}>
            <span>{sayCode('letter', letter)}</span>
            {formats.map((format) => (
              <a
                key={format}
                href={`/api/console/cases/${caseId}/letters/${letter}.${format}`}
                download
                aria-label={say('case.download', {
                  name: `${sayCode('letter', letter)} ${format.toUpperCase()}`,
                })}
              >
                {format.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
