import type { CaseView } from '@zhengtong/cases/contract';
import { OwnWords } from '../../parts/own-words.tsx';
import { say } from '../../sentences/say.ts';
import { CaseFile } from './case-file.tsx';
import { Reveals } from './reveal.tsx';

type Answer = CaseView['answers'][number];

/** What was filled in, section by section, each value with where it came from. */
export function Answers({ answers }: { answers: readonly Answer[] }) {
  const sections = [...Map.groupBy(answers, (answer) => answer.section)];
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{say('case.form')}</h2>
      {sections.length === 0 ? <p className="faint">{say('case.noAnswers')}</p> : null}
      {sections.map(([title, lines]) => (
        <div key={title} className="answers">
          <h3>{title}</h3>
          <dl>
            {lines.map(({ key, label, sight, lines: texts, source, files }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>
                  {sight === 'hidden' ? <span className="faint">{say('case.notForPost')}</span> : null}
                  {(files.length > 0 ? [] : texts).map((text, index) => (
                    // Lines of one answer have no name of their own and never change places.
                    <span key={`${index}-${text}`}>
                      <OwnWords>{text}</OwnWords>
                    </span>
                  ))}
                  {files.length > 0 ? (
                    <ul className="files">
                      {files.map((file) => (
                        <CaseFile key={file.id} file={file} />
                      ))}
                    </ul>
                  ) : null}
                  <Reveals of={key} />
                  {source ? (
                    <small className="source">
                      <OwnWords>{source}</OwnWords>
                    </small>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
