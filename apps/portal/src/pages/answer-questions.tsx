import type { MyCase } from '@zhengtong/cases';
import {
  type AnswerError,
  errorLines,
  FormQuestions,
  idOf,
  listShown,
  markSeen,
  sayPlace,
  typedOf,
  writeSeen,
} from '@zhengtong/forms';
import { AutosaveStatus, Button, Buttons, ErrorSummary, FormProgress, LinkList, Notice } from '@zhengtong/ui';
import { caseHref, openPages } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { itemNameOf } from '../say-name.ts';
import type { Visit } from '../visit.ts';
import { ChangedElsewhere, withTyped } from './changed-elsewhere.tsx';
import { Hidden } from './hidden.tsx';
import { ToCorrect } from './to-correct.tsx';
import { Ways } from './way.tsx';

type Given = {
  readonly page: string;
  readonly isChecked: boolean;
  readonly from: string;
  /** Files of this page that were not taken. */
  readonly wrong?: readonly AnswerError[];
  /** Files were chosen here when the session had ended, and did not come. */
  readonly isAgain?: boolean;
  /** What the answers just saved have called for: new on this page, and so no error yet. */
  readonly newKeys?: readonly string[];
  /** Typed in this window, while another one saved something else. */
  readonly here?: Readonly<Record<string, unknown>>;
};

/** One question a page, or all on one; what was typed wrong stands where it was typed, beside what is wrong. */
export function questionsPage(
  visit: Visit,
  mine: MyCase,
  { page, isChecked, from, wrong = [], isAgain = false, newKeys = [], here }: Given,
): Content | undefined {
  const { say, lang } = visit;
  const { caseId } = mine.line;
  const itemName = itemNameOf(visit, mine.line);
  const pages = openPages(mine, page === 'all' ? 'all' : 'question');
  const at = pages.findIndex(({ key }) => key === page);
  const shown = pages[at];
  if (!shown) return undefined;
  const keys = shown.questions;
  const isHere = ({ path }: AnswerError) => keys.includes(path.split('.')[0] ?? '');
  const isTold = ({ path }: AnswerError) => wrong.some((one) => one.path === path);
  const isNew = ({ path, kind }: AnswerError) => kind === 'missing' && newKeys.includes(path);
  const isShown = (one: AnswerError) => isHere(one) && !isTold(one) && !isNew(one);
  const found = isChecked ? mine.filed.errors.filter(isShown) : [];
  const errors = [...wrong.filter(isHere), ...found];
  const hasFiles = keys.some((key) => mine.form.questions.get(key)?.kind === 'file');
  const one = keys.length === 1 && page !== 'all';
  const isWhole = one && isHeading(mine, keys[0] ?? '');
  const title = page === 'all' ? say('apply.allTitle') : shown.title[lang];
  const { form, context } = mine;
  const draft = here ? withTyped(mine.draft, here) : mine.draft;
  // Of what is stored, so that saving what stands here is the person's choice against it.
  const seen = writeSeen(markSeen(form, typedOf(mine.draft), keys, context));
  return {
    title,
    hasErrors: errors.length > 0,
    breadcrumb: [{ text: itemName, href: caseHref(caseId, 'apply') }],
    scripts: ['autosave', 'character-count', ...(hasFiles ? (['upload-progress'] as const) : [])],
    children: (
      <>
        <ErrorSummary errors={errorLines(form, errors, lang)} lang={lang} />
        {isAgain ? (
          <Notice kind="attention" isAnswer>
            <p>{say('apply.chooseAgainHere')}</p>
          </Notice>
        ) : null}
        <NowAsked visit={visit} mine={mine} paths={newKeys.filter((path) => keys.includes(path.split('.')[0] ?? ''))} />
        {here ? <ChangedElsewhere {...{ visit, mine, page, here }} /> : null}
        {one ? (
          <FormProgress
            text={say('apply.question', { step: at + 1, steps: pages.length })}
            step={at + 1}
            steps={pages.length}
          />
        ) : null}
        {isWhole ? null : <h1>{title}</h1>}
        <ToCorrect visit={visit} mine={mine} of={keys} />
        <form
          method="post"
          action={caseHref(caseId, `questions/${page}`)}
          encType={hasFiles ? 'multipart/form-data' : undefined}
          data-autosave={hasFiles ? undefined : caseHref(caseId, `questions/${page}`)}
          noValidate
        >
          <Hidden visit={visit} more={{ from, seen }} />
          <FormQuestions {...{ form, draft, context, keys, errors, newKeys, lang }} isPageHeading={isWhole} />
          <AutosaveStatus lang={lang} />
          <Buttons>
            <Button>{say('apply.saveAndGo')}</Button>
            <Button look="quiet" name="later" value="yes">
              {say('apply.saveForLater')}
            </Button>
          </Buttons>
        </form>
        <Ways ways={[[caseHref(caseId, 'apply'), say('apply.backToOverview')]]} />
      </>
    ),
  };
}

/** Questions that were not there before, each a link to its field. */
function NowAsked({ visit, mine, paths }: { visit: Visit; mine: MyCase; paths: readonly string[] }) {
  const { say, lang } = visit;
  const isShown = new Set(listShown(mine.form, mine.draft, mine.context).map(({ path }) => path));
  const links = paths
    .filter((path) => isShown.has(path))
    .map((path) => ({ href: `#${idOf(path)}`, text: sayPlace(mine.form, path, lang) }));
  if (links.length === 0) return null;
  return (
    <Notice title={say('apply.nowAsked')} isAnswer>
      <LinkList links={links} lang={lang} />
    </Notice>
  );
}

/** A question of one control or one group is its own heading; an answer of several parts has parts with labels. */
const isHeading = ({ form }: MyCase, key: string): boolean =>
  !['person', 'firm', 'address', 'group', 'declaration', 'period'].includes(form.questions.get(key)?.kind ?? '');
