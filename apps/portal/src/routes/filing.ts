import {
  answerCorrection,
  attachMaterial,
  listEarlierFiles,
  type MaterialRefusal,
  type MyCase,
  removeMaterial,
  type SubmitRefusal,
  submitCase,
  takeOverFiles,
  type Untouched,
} from '@zhengtong/cases';
import { downloadHeaders, eraseOwnFile, findPreview, openFile, previewHeaders } from '@zhengtong/files';
import { cutText, isId, ok } from '@zhengtong/kernel';
import { transact } from '@zhengtong/platform';
import { caseHref } from '../apply-walk.ts';
import { doOnce } from '../once.ts';
import { addCasePage, findMine } from '../own-case-page.ts';
import { checkPage, lookedAt } from '../pages/check-answers.tsx';
import { wordName } from '../pages/left-as-it-was.tsx';
import { lookPage } from '../pages/look-at-file.tsx';
import { receiptPage } from '../pages/show-receipt.tsx';
import { type MaterialsGiven, materialsPage } from '../pages/upload-materials.tsx';
import { readUpload } from '../read-upload.ts';
import { type Answer, type Asked, addPage, addPost, signedIn, textOf } from '../routing.ts';
import { sayAttaching, sayReceiving } from '../say-upload.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

const isOpen = (status: string): boolean => status === 'draft' || status === 'correction';

/** Documents, the last look, and sending it. */
export function addFilingPages(site: Site): void {
  addCasePage(site, 'materials', (visit, mine, { query }) =>
    isOpen(mine.line.status)
      ? showMaterials(visit, mine, { isAgain: query.again === '1' })
      : { goTo: caseHref(mine.line.caseId) },
  );
  addPost(site, '/my/cases/:caseId/materials', { ...signedIn, costs: 'upload', streams: true }, takeMaterial);

  addCasePage(site, 'check', (visit, mine, { query }) =>
    isOpen(mine.line.status)
      ? checkPage(visit, mine, { isChanged: query.changed === '1' })
      : { goTo: caseHref(mine.line.caseId) },
  );

  addPost(site, '/my/cases/:caseId/submission', signedIn, async (visit, asked) => {
    const mine = await findMine(visit, asked);
    if (!mine) return { problem: 'not-found' };
    const { caseId, status } = mine.line;
    const looked = textOf(asked.body, 'looked');
    if (isOpen(status) && looked !== '' && looked !== lookedAt(mine))
      return { goTo: `${caseHref(caseId, 'check')}?changed=1` };
    const words = Object.fromEntries(
      mine.untouched.map((key) => [key, cutText(textOf(asked.body, wordName(key)), 500)] as const),
    );
    const done = await doOnce<SubmitRefusal | Untouched>(visit, asked, async (ctx) => {
      const filed =
        status === 'correction' ? await answerCorrection(ctx, { caseId, words }) : await submitCase(ctx, { caseId });
      return filed.ok ? ok(caseHref(caseId, 'receipt')) : filed;
    });
    if (done.ok) return { goTo: done.value };
    if (done.refusal.kind === 'points-untouched')
      return { ...checkPage(visit, mine, { left: { words, silent: done.refusal.untouched } }), status: 422 };
    const isIncomplete = done.refusal.kind === 'answers-wrong' || done.refusal.kind === 'materials-missing';
    return { goTo: isIncomplete ? caseHref(caseId, 'check') : `${caseHref(caseId)}?late=sent` };
  });

  addCasePage(site, 'receipt', (visit, mine) =>
    mine.line.submittedAt ? receiptPage(visit, mine) : { goTo: caseHref(mine.line.caseId) },
  );

  addPage(site, '/my/cases/:caseId/files/:fileId', signedIn, async (visit, asked, reply) => {
    const mine = await findMine(visit, asked);
    const isThere = mine && findFile(mine, asked);
    const opened = isThere ? await openFile(site.setting, site.ports.files, asked.params.fileId ?? '') : undefined;
    if (!opened?.ok) return { problem: 'not-found' };
    void reply.headers(downloadHeaders(opened.value.view)).send(opened.value.bytes);
    return { sent: true };
  });

  addPage(site, '/my/cases/:caseId/files/:fileId/look', signedIn, async (visit, asked) => {
    const mine = await findMine(visit, asked);
    const file = mine && findFile(mine, asked);
    if (!file) return { problem: 'not-found' };
    const found = await findPreview(site.setting, site.ports.files, file.id);
    const draftId = isId(asked.query.for ?? '') ? asked.query.for : undefined;
    if (found.ok) return lookPage(visit, mine, file, found.value, draftId);
    const { refusal } = found;
    if (refusal.kind === 'not-found') return { problem: 'not-found' };
    return lookPage(visit, mine, file, refusal.kind === 'no-preview' ? refusal.why : refusal.kind, draftId);
  });

  addPage(site, '/my/cases/:caseId/files/:fileId/preview', signedIn, async (visit, asked, reply) => {
    const mine = await findMine(visit, asked);
    const file = mine && findFile(mine, asked);
    const found = file && (await findPreview(site.setting, site.ports.files, file.id));
    if (!found?.ok) return { problem: 'not-found' };
    void reply.headers(previewHeaders(found.value)).send(found.value.image);
    return { sent: true };
  });
}

const findFile = (mine: MyCase, { params }: Asked) => mine.files.find(({ id }) => id === params.fileId);

const showMaterials = async (visit: Visit, mine: MyCase, given: Omit<MaterialsGiven, 'earlier'>) =>
  materialsPage(visit, mine, { ...given, earlier: await visit.read((ctx) => listEarlierFiles(ctx, mine.loaded)) });

async function takeMaterial(visit: Visit, asked: Asked): Promise<Answer> {
  const { fields, files, problem } = await readUpload(visit);
  if (problem) return { problem };
  const caseId = asked.params.caseId ?? '';
  const [material, remove, fromCaseId] = [
    textOf(fields, 'material'),
    textOf(fields, 'remove'),
    textOf(fields, 'earlier'),
  ];
  if (![caseId, remove || caseId, fromCaseId || caseId].every(isId)) return { problem: 'not-found' };
  const again = async (text: string): Promise<Answer> => {
    const mine = await findMine(visit, asked);
    const shown = mine && (await showMaterials(visit, mine, { wrong: { material, text } }));
    return shown ? { ...shown, status: 422 } : { problem: 'not-found' };
  };
  const [received] = files;
  const isUpload = !remove && !fromCaseId;
  if (isUpload && !received) return again(visit.say('apply.uploadMissing'));
  if (isUpload && received && !received.result.ok) return again(sayReceiving(visit.say, received.result.refusal));
  const sentId = received?.result.ok ? received.result.value.id : undefined;
  const done = await doOnce<MaterialRefusal>(visit, { ...asked, body: fields }, async (ctx) => {
    const changed = remove
      ? await removeMaterial(ctx, { caseId, material, fileId: remove })
      : fromCaseId
        ? await takeOverFiles(ctx, { caseId, material, fromCaseId })
        : await attachMaterial(ctx, { caseId, material, fileId: sentId ?? '' });
    return changed.ok ? ok(caseHref(caseId, 'materials')) : changed;
  });
  if (done.ok) return { goTo: done.value };
  // What was not taken is of no use to anybody: it does not wait for its two days, unless the first press is still at work.
  if (isUpload && sentId && done.refusal.kind !== 'in-flight')
    await transact(visit.site.setting, visit.actor, (ctx) => eraseOwnFile(ctx, sentId));
  // Filed meanwhile, in another window: the documents are shut, and the person must hear so.
  if (done.refusal.kind === 'wrong-status') return { goTo: `${caseHref(caseId)}?late=typed` };
  if (fromCaseId && done.refusal.kind === 'no-such-file') return again(visit.say('apply.earlierGone'));
  return again(sayAttaching(visit.say, done.refusal));
}
