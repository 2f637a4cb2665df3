import { getMyCase, type MyCase, type SaveAnswersRefusal, saveAnswers } from '@zhengtong/cases';
import type { ReceiveRefusal } from '@zhengtong/files';
import {
  type AnswerError,
  findUnofferedPlace,
  listShown,
  markSeen,
  nameOf,
  readPost,
  readSeen,
  type Seen,
  typedOf,
  writeSeen,
} from '@zhengtong/forms';
import { ok, type Result } from '@zhengtong/kernel';
import { type Ctx, transact } from '@zhengtong/platform';
import type { FastifyReply } from 'fastify';
import { caseHref, nextHref, openPages } from '../apply-walk.ts';
import { doOnce } from '../once.ts';
import { addCasePage, findMine } from '../own-case-page.ts';
import { questionsPage } from '../pages/answer-questions.tsx';
import { applicationPage } from '../pages/show-application.tsx';
import { hadFiles, isMultipart, readUpload } from '../read-upload.ts';
import { type Answer, type Asked, addPost, type Posted, signedIn, textOf } from '../routing.ts';
import { sayReceiving } from '../say-upload.ts';
import { sayIn } from '../sentences/speak.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

const isOpen = (status: string): boolean => status === 'draft' || status === 'correction';

/** The questions, one a page or all on one, saved as they are answered. */
export function addAnswerPages(site: Site): void {
  addCasePage(site, 'apply', (visit, mine) =>
    isOpen(mine.line.status) ? applicationPage(visit, mine) : { goTo: caseHref(mine.line.caseId) },
  );

  addCasePage(site, 'questions/:page', (visit, mine, { params, query }) => {
    if (!isOpen(mine.line.status)) return { goTo: caseHref(mine.line.caseId) };
    const isAgain = query[hadFiles] === '1';
    const newKeys = query.new?.split(',') ?? [];
    const given = { page: params.page ?? '', isChecked: query.check === '1', from: query.from ?? '', isAgain, newKeys };
    return questionsPage(visit, mine, given);
  });

  addPost(site, '/my/cases/:caseId/questions/:page', { ...signedIn, streams: true }, async (visit, asked, reply) => {
    return isMultipart(visit.request) ? await takeWithFiles(visit, asked) : await take(visit, asked, reply);
  });
}

async function takeWithFiles(visit: Visit, asked: Asked): Promise<Answer> {
  const { fields, files, problem } = await readUpload(visit);
  if (problem) return { problem };
  const body: Record<string, string[]> = Object.create(null);
  for (const [name, value] of Object.entries(fields)) body[name] = [value ?? []].flat();
  const wrong: AnswerError[] = [];
  for (const { name, result } of files) {
    const answer = name.replace(/^upload\./, '');
    if (result.ok) body[answer] = [...(body[answer] ?? []), result.value.id];
    else wrong.push(notTaken(answer, result.refusal));
  }
  const onward = await take(visit, { ...asked, body });
  if (wrong.length === 0 || !('goTo' in onward)) return onward;
  // Everything else that was sent is kept; the page says which file was not taken and why.
  const mine = await findMine(visit, asked);
  const page = asked.params.page ?? '';
  const newKeys = mine && listNew(mine, page, body);
  const given = { page, isChecked: true, from: textOf(body, 'from'), wrong, ...(newKeys ? { newKeys } : {}) };
  const shown = mine && questionsPage(visit, mine, given);
  return shown ? { ...shown, status: 422 } : { problem: 'not-found' };
}

/** A file that was not taken, as an error of the question it answers. */
function notTaken(posted: string, refusal: ReceiveRefusal): AnswerError {
  const say = { zh: sayReceiving(sayIn.zh, refusal), en: sayReceiving(sayIn.en, refusal) };
  return { path: posted.replace(/^q\./, ''), id: posted.replaceAll('.', '-'), kind: refusal.kind, say };
}

async function take(visit: Visit, asked: Asked, reply?: FastifyReply): Promise<Answer> {
  const mine = await findMine(visit, asked);
  if (!mine) return { problem: 'not-found' };
  const { caseId } = mine.line;
  const page = asked.params.page ?? '';
  const keys = openPages(mine, page === 'all' ? 'all' : 'question').find(({ key }) => key === page)?.questions ?? [];
  const read = readPost(mine.form, asked.body);
  // Only what this page asks: a correction opens some questions and leaves the others shut.
  const answers = Object.fromEntries(Object.entries(read.typed).filter(([key]) => keys.includes(key)));
  const given = { caseId, answers, seen: readSeen(textOf(asked.body, 'seen')) };
  if (visit.request.headers['x-autosave'] && reply) return await keepQuietly(visit, asked, given, reply);
  const from = textOf(asked.body, 'from');
  const here = caseHref(caseId, `questions/${page}`);
  const done = await doOnce<SaveAnswersRefusal>(visit, asked, async (ctx) => {
    const saved = await saveAnswers(ctx, given);
    if (!saved.ok) return saved;
    // After signing in again the person is back at the question they were at, with what they had typed.
    if (textOf(asked.body, 'stay')) return ok(withQuery(here, { from, [hadFiles]: textOf(asked.body, hadFiles) }));
    if (read.button) return ok(withQuery(here, { from }));
    if (textOf(asked.body, 'later')) return ok(caseHref(caseId, 'apply'));
    return ok(await onward(ctx, caseId, { page, keys, from, here, body: asked.body }));
  });
  if (done.ok) return { goTo: done.value };
  const { refusal } = done;
  if (refusal.kind === 'in-flight') return { problem: 'in-flight' };
  if (refusal.kind === 'changed-elsewhere')
    return await letChoose(visit, asked, given, { page, from, both: refusal.keys });
  // Filed meanwhile, in another window: what was typed here is in no application, and the person must hear so.
  return { goTo: withQuery(caseHref(caseId), { late: 'typed' }) };
}

type Given = { readonly caseId: string; readonly answers: Readonly<Record<string, unknown>>; readonly seen: Seen };
type Both = { readonly page: string; readonly from: string; readonly both: readonly string[] };

/** Two windows changed the same answer: everything else is kept, and the page shows both for the person to choose. */
async function letChoose(visit: Visit, asked: Asked, given: Given, { page, from, both }: Both): Promise<Answer> {
  const rest = Object.fromEntries(Object.entries(given.answers).filter(([key]) => !both.includes(key)));
  await transact(visit.site.setting, visit.actor, (ctx) => saveAnswers(ctx, { ...given, answers: rest }));
  const mine = await findMine(visit, asked);
  const here = Object.fromEntries(both.map((key) => [key, given.answers[key]]));
  const shown = mine && questionsPage(visit, mine, { page, from, isChecked: false, here });
  return shown ? { ...shown, status: 409 } : { problem: 'not-found' };
}

type Place = {
  readonly page: string;
  readonly keys: readonly string[];
  readonly from: string;
  readonly here: string;
  readonly body: Posted;
};

/**
 * What applies by the answers just saved and was not on the page. What is stored cannot tell, since autosave has stored the
 * answer that calls for it before the button was pressed; the page says itself what it asked.
 */
function listNew(mine: MyCase, page: string, { asked }: Posted): readonly string[] {
  if (asked === undefined) return [];
  const posted = new Set([asked].flat());
  const keys = openPages(mine, page === 'all' ? 'all' : 'question').find(({ key }) => key === page)?.questions ?? [];
  return listShown(mine.form, mine.draft, mine.context)
    .filter(({ path, question, isAnswered }) => {
      const isHere = keys.includes(path.split('.')[0] ?? '');
      return isHere && !posted.has(nameOf(path)) && !question.computed && !isAnswered;
    })
    .map(({ path }) => path);
}

/** Back to this page while something on it is wrong or could not be chosen yet, else on. */
async function onward(ctx: Ctx, caseId: string, { page, keys, from, here, body }: Place): Promise<string> {
  const found = await getMyCase(ctx, caseId);
  if (!found.ok) return caseHref(caseId);
  const newKeys = listNew(found.value, page, body);
  const isNew = (path: string) => newKeys.some((one) => path === one || path.startsWith(`${one}.`));
  const isWrong = found.value.filed.errors.some(({ path }) => keys.includes(path.split('.')[0] ?? '') && !isNew(path));
  if (isWrong || newKeys.length > 0)
    return withQuery(here, { check: isWrong ? '1' : '', new: newKeys.join(','), from });
  // The towns of a district are known once it is chosen: the page comes back, at the list it did not have.
  const { form, draft, context } = found.value;
  const list = findUnofferedPlace(form, body, { keys, typed: typedOf(draft) }, context);
  return list ? `${withQuery(here, { from })}#${list}` : nextHref(found.value, page, from);
}

async function keepQuietly(visit: Visit, asked: Asked, given: Given, reply: FastifyReply): Promise<Answer> {
  const saved: Result<unknown, SaveAnswersRefusal> = await transact(visit.site.setting, visit.actor, (ctx) =>
    saveAnswers(ctx, given),
  );
  const mine = saved.ok ? await findMine(visit, asked) : undefined;
  // What the page shows now is what it sent, not what is stored: another window's answer it has not seen yet.
  const seen = mine && writeSeen(markSeen(mine.form, given.answers, Object.keys(given.answers), mine.context));
  void reply
    .code(saved.ok ? 200 : 409)
    .type('text/plain; charset=utf-8')
    .send(seen ?? '');
  return { sent: true };
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const kept = Object.entries(query).filter(([, value]) => value !== '');
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}
