import { findCaseFile } from '@zhengtong/cases';
import { downloadHeaders, type FilePorts, findPreview, openFile, previewHeaders } from '@zhengtong/files';
import { isId } from '@zhengtong/kernel';
import { type App, inRead, problemBody, sendProblem, writeProblem } from '@zhengtong/platform';
import type { FastifyRequest } from 'fastify';

const allow = ['clerk', 'reviewer', 'approver', 'supervisor'] as const;
const noPreview = {
  status: 404,
  zh: '这个文件没有预览，请下载查看',
  en: 'There is no preview of this file; download it',
};

type Asked = { Params: { caseId: string; fileId: string } };

/**
 * Files of a case for the officer at work on it: the bytes as a download, and a picture drawn by us. Whether this officer
 * may see the file is asked of `cases`, which notes the look.
 */
export function addCaseFiles(app: App, ports: FilePorts): void {
  const path = '/api/console/cases/:caseId/files/:fileId';

  const mayLook = async ({ actor, params }: FastifyRequest<Asked>, purpose: '打开材料' | '预览材料') => {
    const { caseId, fileId } = params;
    if (!isId(caseId) || !isId(fileId)) return false;
    const ref = { divisionCode: actor.divisionCode ?? '', caseId };
    return (await inRead(app.setting, actor, (ctx) => findCaseFile(ctx, ref, fileId, purpose))).ok;
  };

  app.http.get<Asked>(path, { config: { allow } }, async (request, reply) => {
    const isThere = await mayLook(request, '打开材料');
    const opened = isThere ? await openFile(app.setting, ports, request.params.fileId) : undefined;
    if (!opened?.ok) return sendProblem(request, reply, { kind: 'not-found' });
    return reply.headers(downloadHeaders(opened.value.view)).send(opened.value.bytes);
  });

  app.http.get<Asked>(`${path}/preview`, { config: { allow } }, async (request, reply) => {
    if (!(await mayLook(request, '预览材料'))) return sendProblem(request, reply, { kind: 'not-found' });
    const found = await findPreview(app.setting, ports, request.params.fileId);
    if (found.ok) return reply.headers(previewHeaders(found.value)).send(found.value.image);
    const body = problemBody({ ...found.refusal }, noPreview, request.language, request.id);
    return writeProblem(reply, noPreview.status, body);
  });
}
