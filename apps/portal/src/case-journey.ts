import type { MyCase } from '@zhengtong/cases';
import type { Step } from '@zhengtong/ui';
import { clockTitle, mainClock } from './pages/case-clock.tsx';
import { sayDay, sayMoment } from './say-time.ts';
import type { SayKey } from './sentences/speak.ts';
import type { Visit } from './visit.ts';

const titles: Readonly<Record<string, Extract<SayKey, `case.${string}`>>> = {
  submitted: 'case.submitted',
  'correction-asked': 'case.correctionAsked',
  'correction-answered': 'case.correctionAnswered',
  accepted: 'case.accepted',
  'not-accepted': 'case.notAccepted',
  paused: 'case.paused',
  resumed: 'case.resumed',
  extended: 'case.extended',
  'step-finished': 'case.stepFinished',
  transferred: 'case.transferred',
  decided: 'case.decided',
  delivered: 'case.delivered',
  withdrawn: 'case.withdrawn',
  lapsed: 'case.lapsed',
  archived: 'case.archived',
};

/** Words meant for the applicant; names of steps and ways are for the program, notes for colleagues. */
const told = new Set(['reason', 'reasons', 'conditions', 'law', 'name']);

export type Travelled = Pick<MyCase, 'clocks' | 'timeline'> & {
  readonly line: Pick<MyCase['line'], 'status'>;
  readonly isPaused: boolean;
};

/** What has happened and what is still to come, like a parcel's way; the newest of the past is where it stands. */
export function journeyOf(
  visit: Visit,
  travelled: Travelled,
  applicant: string,
): { step: Step; said: readonly string[] }[] {
  const { say, lang } = visit;
  const isOver = ['not-accepted', 'withdrawn', 'lapsed'].includes(travelled.line.status);
  const past = travelled.timeline.flatMap((entry) => {
    const isDeemed = entry.kind === 'accepted' && entry.byKind === 'clock';
    const title = isDeemed ? 'case.acceptedDeemed' : titles[entry.kind];
    if (!title) return [];
    const who = entry.byKind === 'applicant' ? applicant : entry.by || say('case.clock');
    const step: Step = {
      title: (say as (key: SayKey) => string)(title),
      state: 'done',
      when: sayMoment(entry.at, lang),
      who,
    };
    // Points of a correction have a place of their own, with links.
    const said = entry.said.filter(({ key }) => told.has(key)).map(({ text }) => text);
    return [{ step, said: entry.kind === 'correction-asked' ? [] : said }];
  });
  const last = past.at(-1);
  if (last && isOver) last.step.state = 'stopped';
  else if (last && travelled.isPaused) last.step.state = 'paused';
  // It is the applicant's turn, and the limit that runs is theirs: nothing ahead is in hand.
  else if (last && travelled.line.status === 'correction') {
    Object.assign(last.step, { state: 'current', word: say('case.correctionYours'), when: limitOf(visit, travelled) });
  }
  return [...past, ...(isOver ? [] : futureOf(visit, travelled))];
}

const toAccept = ['case.nextAccept', 'case.nextDecide', 'case.nextDeliver'] as const;
const ahead: Readonly<Record<string, readonly SayKey[]>> = {
  submitted: toAccept,
  correction: toAccept,
  accepted: toAccept.slice(1),
  decided: toAccept.slice(2),
};

function limitOf(visit: Visit, { clocks }: Pick<Travelled, 'clocks'>): string | undefined {
  const main = mainClock(clocks);
  if (!main?.dueOn) return main && clockTitle(visit, main);
  return visit.say('case.noLater', { day: sayDay(main.dueOn, visit.lang) });
}

function futureOf(visit: Visit, { line, isPaused, clocks }: Travelled) {
  const { say } = visit;
  const isNext = (at: number) => at === 0 && line.status !== 'correction';
  return (ahead[line.status] ?? []).map((key, at) => ({
    step: {
      title: (say as (key: SayKey) => string)(key),
      state: isNext(at) && !isPaused ? ('current' as const) : ('waiting' as const),
      when: isNext(at) ? limitOf(visit, { clocks }) : undefined,
    } satisfies Step,
    said: [] as readonly string[],
  }));
}
