import type { MyCaseLine } from '@zhengtong/cases';
import { EmptyState, LinkButton, Pagination, ServiceList, StatusTag } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { itemNameOf } from '../say-name.ts';
import { sayStatus } from '../say-status.ts';
import { dayOf, sayDay } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { ActingLine } from './acting-line.tsx';

const pageSize = 20;

/** What happens by the day named: before acceptance and after the decision it is not the end of the matter. */
const dueWords: Readonly<Record<string, 'cases.dueAcceptance' | 'cases.dueCorrection' | 'cases.dueDelivery'>> = {
  submitted: 'cases.dueAcceptance',
  correction: 'cases.dueCorrection',
  decided: 'cases.dueDelivery',
};

type Given = {
  readonly lines: readonly MyCaseLine[];
  readonly isLater: boolean;
  /** The firm acted for now. */
  readonly firmName: string | undefined;
};

/** The cases of whom one acts for now. */
export function casesPage(visit: Visit, { lines, isLater, firmName }: Given): Content {
  const { say, lang } = visit;
  const last = lines.length === pageSize ? lines.at(-1) : undefined;
  return {
    title: say('cases.title'),
    isWide: true,
    breadcrumb: [{ text: say('frame.home'), href: '/' }],
    children: (
      <>
        <h1>{say('cases.title')}</h1>
        <ActingLine visit={visit} of="cases.ofFirm" firmName={firmName} />
        {lines.length === 0 ? (
          <EmptyState title={say('cases.empty')}>
            <p>{say('cases.emptyText')}</p>
            <LinkButton href="/">{say('frame.backHome')}</LinkButton>
          </EmptyState>
        ) : null}
        <ServiceList
          headingLevel={2}
          lang={lang}
          services={lines.map((line) => {
            const { kind, word } = sayStatus(visit, line);
            const facts = [
              say('cases.number', { number: line.officialNumber ?? line.number }),
              line.dueOn ? say(dueWords[line.status] ?? 'cases.due', { day: sayDay(line.dueOn, lang) }) : undefined,
              say('cases.changed', { day: sayDay(dayOf(line.changedAt), lang) }),
              firmName ? say('cases.forFirm', { name: firmName }) : undefined,
            ];
            return {
              title: itemNameOf(visit, line),
              href: caseHref(line.caseId),
              tag: <StatusTag kind={kind}>{word}</StatusTag>,
              facts: facts.filter((fact) => fact !== undefined),
            };
          })}
        />
        <Pagination
          isByTime
          nextHref={last && `/my/cases?before=${last.caseId}`}
          firstHref={isLater ? '/my/cases' : undefined}
          lang={lang}
        />
      </>
    ),
  };
}
