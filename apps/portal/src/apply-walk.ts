import { type MyCase, openedBy } from '@zhengtong/cases';
import { type FormPage, findNextPage, listPages } from '@zhengtong/forms';

export const caseHref = (caseId: string, part = ''): string => `/my/cases/${caseId}${part && `/${part}`}`;

/** What of a case can be changed now: all of a draft, in a correction what was asked about and hangs on it. */
export function openKeys({ loaded: { state, item } }: MyCase): ReadonlySet<string> | 'all' | 'none' {
  if (state.status === 'draft') return 'all';
  return state.status === 'correction' ? new Set(openedBy(item, state.asked).map(({ at }) => at)) : 'none';
}

export const isOpen = (open: ReturnType<typeof openKeys>, key: string): boolean =>
  open === 'all' || (open !== 'none' && open.has(key));

/** The pages still open, one question a page or all on one. */
export function openPages(mine: MyCase, by: 'question' | 'all'): readonly FormPage[] {
  const open = openKeys(mine);
  return listPages(mine.form, mine.draft, mine.context, by)
    .map((page) => ({ ...page, questions: page.questions.filter((key) => isOpen(open, key)) }))
    .filter(({ questions }) => questions.length > 0);
}

export const openMaterials = (mine: MyCase): MyCase['materials'] =>
  mine.materials.filter(({ key }) => isOpen(openKeys(mine), key));

type Material = MyCase['materials'][number];

/** Files the office can look at: of an infected one nothing is left. */
export const usableFiles = ({ files }: Material): Material['files'] => files.filter(({ scan }) => scan !== 'infected');

/** Materials that must be there and are not; deferrable ones may follow. */
export const missingMaterials = (mine: MyCase): MyCase['materials'] =>
  mine.materials.filter((one) => one.isRequired && usableFiles(one).length === 0);

/** Pages with a wrong or missing answer. */
export const undonePages = (mine: MyCase): readonly FormPage[] =>
  openPages(mine, 'question').filter(({ isDone }) => !isDone);

/** Where the button "save and continue" leads: on, to the documents, or to the check. */
export function nextHref(mine: MyCase, after: string, from: string): string {
  const { caseId } = mine.line;
  const toEnd = openMaterials(mine).length > 0 && from !== 'check' ? 'materials' : 'check';
  if (after === 'all') return caseHref(caseId, toEnd);
  const next = from === 'check' ? undonePages(mine)[0] : findNextPage(openPages(mine, 'question'), after);
  const way = from === 'check' ? '?from=check' : '';
  return next ? caseHref(caseId, `questions/${next.key}${way}`) : caseHref(caseId, toEnd);
}
