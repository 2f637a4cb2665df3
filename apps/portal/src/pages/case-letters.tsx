import { type LetterKind, listLetterKinds, type MyCase } from '@zhengtong/cases';
import { Letter, LongNumbers, Notice, PrintButton } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { sayLaw, sayLimit } from '../say-limit.ts';
import { itemNameOf } from '../say-name.ts';
import { dayOf, sayDay } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { PaperFiles } from './case-papers.tsx';
import { Ways } from './way.tsx';

const words = {
  approved: ['letter.approvedTitle', 'letter.approvedBody'],
  'approved-with-conditions': ['letter.conditionalTitle', 'letter.conditionalBody'],
  refused: ['letter.refusedTitle', 'letter.refusedBody'],
  'not-accepted': ['letter.notAcceptedTitle', 'letter.notAcceptedBody'],
} as const;

/** The decision as the letter it is: what, why, by which law, and what can be done against it (行政许可法 38). */
export function decisionPage(visit: Visit, mine: MyCase, name: string): Content | undefined {
  const { say, lang } = visit;
  const { state, actions } = mine.loaded;
  const outcome = state.outcome ?? (state.status === 'not-accepted' ? 'not-accepted' : undefined);
  if (!outcome) return undefined;
  const decided = actions.find(({ kind }) => kind === 'decided' || kind === 'not-accepted');
  const isBySilence = decided?.kind === 'decided' && decided.isBySilence === true;
  const laws = decided?.kind === 'not-accepted' ? (decided.law ? [decided.law] : []) : (state.laws ?? []);
  const [title, body] = words[outcome];
  return letterContent(visit, mine, say(title), {
    file: outcome === 'not-accepted' ? 'non-acceptance' : 'decision',
    name,
    date: sayDay(dayOf(decided?.at ?? visit.now), lang),
    lines: [
      say(body, { item: itemNameOf(visit, mine.line) }),
      isBySilence ? say('letter.silence') : '',
      state.conditions ? say('letter.conditions', { text: state.conditions }) : '',
      state.reasons ? say('letter.reasons', { text: state.reasons }) : '',
      laws.length > 0 ? say('letter.laws', { text: laws.map(sayLaw).join('、') }) : '',
      ...mine.remedies.map(({ kind, body: court, lastOn, law }) =>
        say(`letter.${kind}`, { day: sayDay(lastOn, lang), body: court, law }),
      ),
    ],
  });
}

/** The slip of acceptance, with the limits that run from now on (行政许可法 32(2)). */
export function slipPage(visit: Visit, mine: MyCase, name: string): Content | undefined {
  const { say, lang } = visit;
  const { state, item } = mine.loaded;
  if (!state.acceptedOn) return undefined;
  const limits = { promised: sayLimit(visit, item.promisedLimit), legal: sayLimit(visit, item.legalLimit) };
  return letterContent(visit, mine, say('letter.slipTitle'), {
    file: 'acceptance',
    name,
    date: sayDay(state.acceptedOn, lang),
    lines: [
      say(state.isDeemedAccepted ? 'letter.slipDeemed' : 'letter.slipBody', { item: itemNameOf(visit, mine.line) }),
      say('letter.slipLimit', limits),
    ],
  });
}

type Said = {
  readonly file: LetterKind;
  readonly name: string;
  readonly date: string;
  readonly lines: readonly string[];
};

/** What it says, on the screen: without a seal, since only the file can bear one that proves anything. */
function letterContent(visit: Visit, mine: MyCase, title: string, { file, name, date, lines }: Said): Content {
  const { say, lang } = visit;
  const { caseId, officialNumber, number } = mine.line;
  return {
    title,
    breadcrumb: [{ text: itemNameOf(visit, mine.line), href: caseHref(caseId) }],
    children: (
      <>
        <Letter
          issuer={file === 'acceptance' ? mine.offices.accepted : mine.offices.now}
          title={title}
          number={officialNumber ?? number}
          to={name}
          date={date}
          lang={lang}
        >
          {lines.filter(Boolean).map((line) => (
            <p key={line}>
              <LongNumbers lang={lang}>{line}</LongNumbers>
            </p>
          ))}
        </Letter>
        {listLetterKinds(mine.loaded).includes(file) ? (
          <Notice>
            <p>{say('letter.unsealed')}</p>
            <PaperFiles visit={visit} mine={mine} kind={file} />
          </Notice>
        ) : null}
        <PrintButton lang={lang} />
        <Ways ways={[[caseHref(caseId), say('letter.back')]]} />
      </>
    ),
  };
}
