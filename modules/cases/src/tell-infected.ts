import { findFiles } from '@zhengtong/files';
import { FileFoundInfected } from '@zhengtong/files/contract';
import { sendMessage } from '@zhengtong/messages';
import { type Ctx, emit, type Language, type Listener, listen } from '@zhengtong/platform';
import { listFileIds } from './answer-files.ts';
import { openAnswers } from './answers.ts';
import { CaseFileInfected } from './contract-events.ts';
import { isClosed } from './domain/case-state.ts';
import { whyShut } from './domain/field-rights.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { openedBy } from './opened-by-correction.ts';
import { listQuestionLabels } from './question-keys.ts';
import { newsOf } from './record-action.ts';
import { listMaterialRows } from './store-materials.ts';
import { caseOf, envelopeOf } from './tell-applicant.ts';

/**
 * Who applied reads which file of which case is gone and what to do; the office sees it on the case's page, which hears of
 * it here. Under the case's lock: of a case that is filed at this moment it is told as of a filed one. What was taken away
 * again before that is no news.
 */
export const fileInfectedListener: Listener = listen(
  'cases.on-file-found-infected',
  FileFoundInfected,
  async (ctx, { divisionCode, caseId, fileId }) => {
    const loaded = await loadCase(ctx, { divisionCode, caseId }, 'change');
    const [file] = await findFiles(ctx, [fileId]);
    const at = loaded && (await findPlace(ctx, loaded, fileId));
    if (!file || !at) return;
    const labelIn = (lang: Language) => listQuestionLabels(loaded.item, lang).get(at) ?? at;
    const what = { fileName: file.fileName, place: labelIn('zh'), placeEn: labelIn('en') };
    const values = { ...caseOf(loaded), ...what, next: nextOf(loaded, at) };
    await sendMessage(ctx, { ...envelopeOf(loaded), template: 'file-infected', values });
    if (loaded.state.status !== 'draft') await emit(ctx, newsOf(loaded, CaseFileInfected));
  },
);

/** The material or question a file lies there for. */
async function findPlace(ctx: Ctx, { row }: LoadedCase, fileId: string): Promise<string | undefined> {
  const rows = await listMaterialRows(ctx.tx, { divisionCode: row.division_code, caseId: row.id });
  const material = rows.find((one) => one.file_id === fileId)?.material;
  if (material) return material;
  const answers = Object.entries(openAnswers(ctx, row.answers).answers);
  return answers.find(([key, answer]) => listFileIds({ [key]: answer }).includes(fileId))?.[0];
}

/** Another may be sent now; or the office will ask for one while it works; or nothing is left to do. */
function nextOf({ state, item }: LoadedCase, at: string): 'replace' | 'wait' | 'nothing' {
  const asked = openedBy(item, state.asked);
  if (!whyShut(at, { status: state.status, asked }, item.process.fieldRights)) return 'replace';
  return isClosed(state.status) || state.status === 'decided' ? 'nothing' : 'wait';
}
