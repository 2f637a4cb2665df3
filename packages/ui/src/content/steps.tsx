import type { ReactNode } from 'react';
import { type Lang, uiWords } from '../language.ts';
import { Facts } from './facts.tsx';
import { type StatusKind, StatusShape } from './status-tag.tsx';

const looks = {
  done: { kind: 'done', word: 'stepDone' },
  current: { kind: 'active', word: 'stepCurrent' },
  waiting: { kind: 'waiting', word: 'stepWaiting' },
  paused: { kind: 'attention', word: 'stepPaused' },
  stopped: { kind: 'stopped', word: 'stepStopped' },
} as const satisfies Record<string, { kind: StatusKind; word: string }>;

export type Step = {
  title: string;
  state: keyof typeof looks;
  /** Overrides the plain word for the state: "待您补正". */
  word?: string | undefined;
  /** When, as a person says it, and who. */
  when?: string | undefined;
  who?: string | undefined;
  children?: ReactNode;
};

export type StepsProps = { label: string; steps: Step[]; headingLevel?: 2 | 3 | undefined; lang?: Lang | undefined };

/** A case's journey, like a parcel's. The state is said by a word and a shape; the line is solid where it has been. */
export function Steps({ label, steps, headingLevel = 3, lang }: StepsProps) {
  const Title = `h${headingLevel}` as const;
  const words = uiWords(lang);
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.title + (step.when ?? '')}
          className={`step ${step.state}`}
          aria-current={step.state === 'current' || step.state === 'paused' ? 'step' : undefined}
        >
          <span className="step-dot">
            <StatusShape kind={looks[step.state].kind} />
          </span>
          <div className="step-in">
            <div className="step-head">
              <Title>{step.title}</Title>
              <span className="step-word">{step.word ?? words[looks[step.state].word]}</span>
            </div>
            {step.when || step.who ? (
              <Facts
                className="step-when"
                facts={[step.when, step.who].flatMap((fact) => (fact ? [fact] : []))}
                lang={lang}
              />
            ) : null}
            {step.children}
          </div>
        </li>
      ))}
    </ol>
  );
}
