import type { TimelineEntry } from '@zhengtong/cases/contract';
import { sayInstant } from '../../days.ts';
import { OwnWords } from '../../parts/own-words.tsx';
import { say, sayCode } from '../../sentences/say.ts';
import { saySaid } from './say-said.ts';

/** What happened, newest first, with who did it and what was said. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say('case.history')}</h2>
      <ol className="timeline" reversed>
        {entries.toReversed().map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{sayInstant(entry.at)}</time>
            <strong>{sayCode('happened', entry.kind)}</strong>
            <span className="faint">
              <OwnWords>{entry.by || sayCode('by', entry.byKind)}</OwnWords>
            </span>
            {saySaid(entry.said).map((text) => (
              <p key={text}>
                <OwnWords>{text}</OwnWords>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
