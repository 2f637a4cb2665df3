import type { MyCase } from '@zhengtong/cases';
import type { FormPage } from '@zhengtong/forms';
import { Buttons, LinkButton, Progress, StatusTag, SummaryList } from '@zhengtong/ui';
import { caseHref, missingMaterials, openMaterials, openPages } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { itemNameOf, materialNameOf } from '../say-name.ts';
import type { Visit } from '../visit.ts';
import { ToCorrect } from './to-correct.tsx';
import { Ways } from './way.tsx';

/** What nobody answered is not "done", even where it may stay empty. */
function wordOf({ filed }: MyCase, { isDone, isKnown, questions }: FormPage): keyof typeof looks {
  if (!isDone) return 'apply.notYet';
  if (isKnown) return 'apply.known';
  return questions.some((key) => Object.hasOwn(filed.values, key)) ? 'apply.done' : 'apply.mayBeEmpty';
}

const looks = {
  'apply.notYet': 'waiting',
  'apply.known': 'done',
  'apply.done': 'done',
  'apply.mayBeEmpty': 'waiting',
} as const;

/** The overview of an application half filled in: what is done, what is not, and the way on. */
export function applicationPage(visit: Visit, mine: MyCase): Content {
  const { say, lang } = visit;
  const { caseId } = mine.line;
  const pages = openPages(mine, 'question');
  const done = pages.filter((page) => page.isDone).length;
  const first = pages.find((page) => !page.isDone && !page.isKnown) ?? pages.find((page) => !page.isDone);
  const materials = openMaterials(mine);
  const onward = first
    ? `questions/${first.key}`
    : materials.length > 0 && missingMaterials(mine).length > 0
      ? 'materials'
      : 'check';
  return {
    title: say('apply.overview'),
    breadcrumb: [{ text: say('frame.myCases'), href: '/my/cases' }],
    children: (
      <>
        <h1>{itemNameOf(visit, mine.line)}</h1>
        <ToCorrect visit={visit} mine={mine} />
        <Progress
          label={say('apply.progress', { done, all: pages.length })}
          value={done}
          max={Math.max(1, pages.length)}
        />
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
              value: (
                <StatusTag kind={one.files.length > 0 ? 'done' : 'waiting'}>
                  {one.files.length > 0 ? say('apply.uploaded', { count: one.files.length }) : say('apply.notYet')}
                </StatusTag>
              ),
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
