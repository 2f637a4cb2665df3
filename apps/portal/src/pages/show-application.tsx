import type { MyCase } from '@zhengtong/cases';
import type { FormPage } from '@zhengtong/forms';
import { Buttons, LinkButton, Progress, StatusTag, SummaryList } from '@zhengtong/ui';
import { caseHref, missingMaterials, openMaterials, openPages, usableFiles } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { itemNameOf, materialNameOf } from '../say-name.ts';
import type { Visit } from '../visit.ts';
import { ToCorrect } from './to-correct.tsx';
import { Ways } from './way.tsx';

/** What nobody answered is not "done", even where it may stay empty. */
function wordOf({ filed, untouched }: MyCase, { isDone, isKnown, questions }: FormPage): keyof typeof looks {
  if (!isDone) return 'apply.notYet';
  if (questions.some((key) => untouched.includes(key))) return 'apply.untouched';
  if (isKnown) return 'apply.known';
  return questions.some((key) => Object.hasOwn(filed.values, key)) ? 'apply.done' : 'apply.mayBeEmpty';
}

const looks = {
  'apply.notYet': 'waiting',
  'apply.untouched': 'waiting',
  'apply.known': 'done',
  'apply.done': 'done',
  'apply.mayBeEmpty': 'waiting',
} as const;

/** The overview of an application half filled in: what is done, what is not, and the way on. */
export function applicationPage(visit: Visit, mine: MyCase): Content {
  const { say, lang } = visit;
  const { caseId } = mine.line;
  const pages = openPages(mine, 'question');
  const isUntouched = (key: string) => mine.untouched.includes(key);
  const first =
    pages.find((page) => !page.isDone && !page.isKnown) ??
    pages.find((page) => !page.isDone) ??
    pages.find(({ questions }) => questions.some(isUntouched));
  const materials = openMaterials(mine);
  const isMaterialLeft = missingMaterials(mine).length > 0 || materials.some(({ key }) => isUntouched(key));
  const onward = first ? `questions/${first.key}` : materials.length > 0 && isMaterialLeft ? 'materials' : 'check';
  return {
    title: say('apply.overview'),
    breadcrumb: [{ text: say('frame.myCases'), href: '/my/cases' }],
    children: (
      <>
        <h1>{itemNameOf(visit, mine.line)}</h1>
        <ToCorrect visit={visit} mine={mine} />
        <HowFar visit={visit} mine={mine} pages={pages} />
        <Buttons>
          <LinkButton href={caseHref(caseId, onward)}>
            {first ? say('apply.oneByOne') : say(onward === 'materials' ? 'apply.toMaterials' : 'apply.toCheck')}
          </LinkButton>
          <LinkButton look="second" href={caseHref(caseId, 'questions/all')}>
            {say('apply.allOnOne')}
          </LinkButton>
        </Buttons>
        <SummaryList
          title={say('apply.sections')}
          lang={lang}
          rows={[
            ...pages.map((page) => ({
              label: page.title[lang],
              value: <StatusTag kind={looks[wordOf(mine, page)]}>{say(wordOf(mine, page))}</StatusTag>,
              changeHref: caseHref(caseId, `questions/${page.key}?from=check`),
            })),
            ...materials.map((one) => ({
              label: materialNameOf(visit, mine, one.key),
              value: <Sent visit={visit} count={usableFiles(one).length} isUntouched={isUntouched(one.key)} />,
              changeHref: caseHref(caseId, 'materials'),
            })),
          ]}
        />
        <Ways
          ways={[
            [caseHref(caseId), say('cases.number', { number: mine.line.number })],
            [caseHref(caseId, 'withdrawal'), say('case.withdraw')],
          ]}
        />
      </>
    ),
  };
}

type SentProps = { visit: Visit; count: number; isUntouched: boolean };

/** Whether a document is there, and whether what a correction asks of it was done. */
function Sent({ visit: { say }, count, isUntouched }: SentProps) {
  if (count === 0) return <StatusTag kind="waiting">{say('apply.notSent')}</StatusTag>;
  if (isUntouched) return <StatusTag kind="waiting">{say('apply.untouched')}</StatusTag>;
  return <StatusTag kind="done">{say('apply.uploaded', { count })}</StatusTag>;
}

/** Of a draft what is still to be done, questions and documents; of a correction how much of it has been changed. */
function HowFar({ visit: { say }, mine, pages }: { visit: Visit; mine: MyCase; pages: readonly FormPage[] }) {
  const { state } = mine.loaded;
  const asked = new Set(state.status === 'correction' && state.was ? state.asked?.map(({ at }) => at) : []);
  if (asked.size > 0) {
    const done = asked.size - mine.untouched.length;
    return <Progress label={say('apply.corrected', { done, all: asked.size })} value={done} max={asked.size} />;
  }
  const questions = pages.filter((page) => !page.isDone).length;
  const papers = missingMaterials(mine).length;
  const label =
    questions > 0 && papers > 0
      ? say('apply.leftBoth', { questions, papers })
      : questions > 0
        ? say('apply.leftQuestions', { questions })
        : papers > 0
          ? say('apply.leftPapers', { papers })
          : say('apply.leftNothing');
  const all = pages.length + openMaterials(mine).filter(({ isRequired }) => isRequired).length;
  return <Progress label={label} value={all - questions - papers} max={Math.max(1, all)} />;
}
