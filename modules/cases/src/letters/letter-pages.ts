import { isId, type Result } from '@zhengtong/kernel';
import { type App, sendProblem } from '@zhengtong/platform';
import type { FastifyReply } from 'fastify';
import { type LetterKind, letterKinds } from './letter.ts';
import { pdfLetters } from './pdf-letters.ts';
import type { LetterRefusal } from './read-letter.ts';
import { type LetterRenderer, type RenderedLetter, renderLetter, renderLetterForStaff } from './render-letter.ts';

type Params = { Params: { caseId: string; kind: string } };

/** Letters of a case to keep: for the applicant, and for officers who may see the case. */
export function addLetterPages(app: App, publicUrl: string, renderer: LetterRenderer = pdfLetters()): void {
  const { http, setting } = app;
  const printing = { renderer, publicUrl };
  http.get<Params>(
    '/my/cases/:caseId/letters/:kind.pdf',
    { config: { allow: ['person', 'firm'], page: true } },
    async (request, reply) => {
      const asked = findAsked(request.params);
      const found = asked && (await renderLetter(setting, request.actor, asked, printing));
      // The page of what is not there looks the same whether the case is not theirs or the letter not written.
      return found?.ok ? sendLetter(reply, found) : reply.callNotFound();
    },
  );
  http.get<Params>(
    '/api/console/cases/:caseId/letters/:kind.pdf',
    { config: { allow: ['clerk', 'reviewer', 'approver', 'supervisor'] } },
    async (request, reply) => {
      const asked = findAsked(request.params);
      const { divisionCode = '' } = request.actor;
      const found = asked && (await renderLetterForStaff(setting, request.actor, { divisionCode, ...asked }, printing));
      return found?.ok ? sendLetter(reply, found) : sendProblem(request, reply, { kind: 'not-found' });
    },
  );
}

function findAsked({ caseId, kind }: Params['Params']): { caseId: string; kind: LetterKind } | undefined {
  const known = letterKinds.find((one) => one === kind);
  return known && isId(caseId) ? { caseId, kind: known } : undefined;
}

/** Saved, not shown in place: viewers inside browsers differ under our content policy. */
function sendLetter(
  reply: FastifyReply,
  { value }: Extract<Result<RenderedLetter, LetterRefusal>, { ok: true }>,
): FastifyReply {
  const name = encodeURIComponent(`${value.title} ${value.number}.pdf`);
  return reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${value.number}.pdf"; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
    })
    .send(Buffer.from(value.bytes.buffer, value.bytes.byteOffset, value.bytes.byteLength));
}
