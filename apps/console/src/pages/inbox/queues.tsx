import { say } from '../../sentences/say.ts';
import { type Queue, queues } from './filters.ts';

type QueuesProps = {
  chosen: Queue;
  counts: Readonly<Partial<Record<Queue, number>>> | undefined;
  onChoose: (queue: Queue) => void;
};

/** The queues with how many wait in each; counting stops at a thousand. */
export function Queues({ chosen, counts, onChoose }: QueuesProps) {
  return (
    <nav className="queues" aria-label={say('inbox.queues')}>
      {queues.map((queue) => {
        const count = counts?.[queue];
        return (
          <button
            key={queue}
            type="button"
            aria-current={queue === chosen ? 'page' : undefined}
            className={queue === 'overdue' && count ? 'queue needs-attention' : 'queue'}
            onClick={() => onChoose(queue)}
          >
            {say(`inbox.${queue}`)}
            {count === undefined ? null : <span className="count">{count >= 1000 ? '999+' : count}</span>}
          </button>
        );
      })}
    </nav>
  );
}
