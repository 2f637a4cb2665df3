import type { CaseView } from '@zhengtong/cases/contract';
import { OwnWords } from '../../parts/own-words.tsx';
import { say, sayCode } from '../../sentences/say.ts';

/** The way through the house: what is done, what is on, what comes, each with its last day. */
export function Steps({ steps }: { steps: CaseView['steps'] }) {
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{say('case.steps')}</h2>
      <ol className="steps">
        {steps.map((step) => {
          const where = step.isDone ? 'done' : step.isDue ? 'now' : 'later';
          return (
            <li key={step.key} className={`step step-${where}`} aria-current={step.isDue ? 'step' : undefined}>
              <span>
                <OwnWords>{step.name}</OwnWords>
              </span>
              <small>
                {say(`case.${where}`)} · {sayCode('role', step.role)}
                {step.dueOn ? ` · ${step.dueOn}` : ''}
              </small>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
