import { sayNearness, type Urgency } from '../days.ts';
import { say } from '../sentences/say.ts';

const shapes: Record<Urgency | 'paused', string> = {
  over: 'M8 1 15.5 15H.5Z',
  today: 'M8 .5 15.5 8 8 15.5.5 8Z',
  soon: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  calm: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z',
  none: 'M2 7h12v2H2Z',
  paused: 'M3 2h4v12H3Zm6 0h4v12H9Z',
};

type DueMarkProps = { dueOn: string | null; isPaused?: boolean; isOverdue?: boolean; isPauseOverdue?: boolean };

/** A last day with how near it is: by words, then by shape, then by colour. */
export function DueMark({ dueOn, isPaused = false, isOverdue = false, isPauseOverdue = false }: DueMarkProps) {
  const near = sayNearness(dueOn);
  const kind = isPauseOverdue ? 'over' : isPaused ? 'paused' : isOverdue ? 'over' : near.urgency;
  const words = isPauseOverdue ? say('inbox.pauseOverdue') : isPaused ? say('inbox.paused') : near.text;
  return (
    <span className={`due due-${kind}`}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d={shapes[kind]} />
      </svg>
      {dueOn ? <time dateTime={dueOn}>{dueOn}</time> : null}
      <span className="due-words">{words}</span>
    </span>
  );
}
