import { useSearchParams } from 'react-router';
import { PageHead } from '../../parts/page-head.tsx';
import { say } from '../../sentences/say.ts';
import { NamedRatings } from './named-ratings.tsx';
import { RatingGroups } from './rating-groups.tsx';
import { RatingSums } from './rating-sums.tsx';
import { RepairList } from './repair-list.tsx';

const views = { work: RepairList, named: NamedRatings, groups: RatingGroups, sums: RatingSums } as const;
const names = Object.keys(views) as (keyof typeof views)[];

/** What people said of the services, and the work that poor ratings set going: that comes first. */
export function Ratings() {
  const [search, setSearch] = useSearchParams();
  const chosen = names.find((name) => name === search.get('show')) ?? 'work';
  const View = views[chosen];
  return (
    <>
      <PageHead title={say('ratings.title')} />
      <nav className="queues" aria-label={say('ratings.show')}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="queue"
            aria-current={name === chosen ? 'page' : undefined}
            onClick={() => setSearch(name === 'work' ? {} : { show: name })}
          >
            {say(`ratings.${name}`)}
          </button>
        ))}
      </nav>
      <View />
    </>
  );
}
