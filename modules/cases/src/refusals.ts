import type { Problem, Problems } from '@zhengtong/platform';
import type { TransitionRefusal } from './domain/may-happen.ts';

/** What any action on a case may be refused with. */
export type ActRefusal = TransitionRefusal | { readonly kind: 'not-found' };

/** One answer to each, for every route and page. */
export const actProblems: Problems<ActRefusal> = {
  'not-found': {
    status: 404,
    zh: '没有这个办件，或您无权查看',
    en: 'There is no such case, or it is not yours to see',
  },
  'wrong-status': {
    status: 409,
    zh: '办件当前的状态不能这样办理，请刷新后再看',
    en: 'The case is not in a state for this; reload and look again',
  },
  'not-your-part': { status: 403, zh: '这一步不由您的岗位办理', en: 'This step is not for your post' },
  'clock-stands': {
    status: 409,
    zh: '办件正在特别程序中，计时已暂停，恢复后才能办理',
    en: 'The clock stands for an excluded procedure; resume it first',
  },
  'clock-runs': { status: 409, zh: '计时没有暂停', en: 'The clock is not paused' },
  'not-claimed': { status: 409, zh: '请先认领这个办件', en: 'Claim the case first' },
  'held-by-other': { status: 409, zh: '另一位同事正在办理这个办件', en: 'A colleague is working on this case' },
};

export const problem = (status: number, zh: string, en: string): Problem => ({ status, zh, en });
