import { getCase } from '@zhengtong/cases';
import type { CaseView } from '@zhengtong/cases/contract';
import { downloadHeaders, type FilePorts, openFile } from '@zhengtong/files';
import type { FileLine } from '@zhengtong/files/contract';
import { isId } from '@zhengtong/kernel';
import { type App, inRead, sendProblem } from '@zhengtong/platform';

/**
 * Files of a case for the officer at work on it. Whether this officer may see the case is asked of `cases`, which notes
 * the reading; only a file that lies with that case is opened.
 */
/** Every file an officer meets on the page of a case. */
export const listFiles = ({ materials, answers }: CaseView): FileLine[] =>
  [...materials, ...answers].flatMap(({ files }) => files);

export function addCaseFiles(app: App, ports: FilePorts): void {
  const allow = ['clerk', 'reviewer', 'approver', 'supervisor'] as const;
  const path = '/api/console/cases/:caseId/files/:fileId';
  app.http.get<{ Params: { caseId: string; fileId: string } }>(path, { config: { allow } }, async (request, reply) => {
    const { caseId, fileId } = request.params;
    if (!isId(caseId) || !isId(fileId)) return sendProblem(request, reply, { kind: 'not-found' });
    const { divisionCode = '' } = request.actor;
    const found = await inRead(app.setting, request.actor, (ctx) => getCase(ctx, { divisionCode, caseId }));
    const isThere = found.ok && listFiles(found.value).some((file) => file.id === fileId);
    const opened = isThere ? await openFile(app.setting, ports, fileId) : undefined;
    if (!opened?.ok) return sendProblem(request, reply, { kind: 'not-found' });
    return reply.headers(downloadHeaders(opened.value.view)).send(opened.value.bytes);
  });
}
