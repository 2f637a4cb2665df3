import { isId } from '@zhengtong/kernel';
import { type App, sendProblem } from '@zhengtong/platform';
import type { FastifyReply } from 'fastify';
import { drawnLetters } from './drawn-letters.ts';
import { type FindSeal, noSeals } from './find-seal.ts';
import { letterKinds } from './letter.ts';
import { type LetterFormat, letterFormats } from './letter-form.ts';
import {
  type AskedLetter,
  type LetterRenderer,
  type RenderedLetter,
  renderLetter,
  renderLetterForStaff,
} from './render-letter.ts';

type Params = { Params: { caseId: string; kind: string; format: string } };

type Printed = {
  readonly publicUrl: string;
  /** Whose seal goes on OFD letters; without it none is sealed, and each says so. */
  readonly findSeal?: FindSeal;
  readonly renderer?: LetterRenderer;
};

/** Letters of a case to keep: for the applicant, and for officers who may see the case. */
export function addLetterPages(app: App, { publicUrl, findSeal = noSeals, renderer = drawnLetters() }: Printed): void {
  const { http, setting } = app;
  const printing = { renderer, publicUrl, findSeal };
  http.get<Params>(
    '/my/cases/:caseId/letters/:kind.:format',
    { config: { allow: ['person', 'firm'], page: true } },
    async (request, reply) => {
      const asked = findAsked(request.params);
      const found = asked && (await renderLetter(setting, request.actor, asked, printing));
      // The page of what is not there looks the same whether the case is not theirs or the letter not written.
      return asked && found?.ok ? sendLetter(reply, found.value, asked.format) : reply.callNotFound();
    },
  );
  http.get<Params>(
    '/api/console/cases/:caseId/letters/:kind.:format',
    { config: { allow: ['clerk', 'reviewer', 'approver', 'supervisor'] } },
    async (request, reply) => {
      const asked = findAsked(request.params);
      const { divisionCode = '' } = request.actor;
      const found = asked && (await renderLetterForStaff(setting, request.actor, { divisionCode, ...asked }, printing));
      return asked && found?.ok
        ? sendLetter(reply, found.value, asked.format)
        : sendProblem(request, reply, { kind: 'not-found' });
    },
  );
}

function findAsked({ caseId, kind, format }: Params['Params']): Required<AskedLetter> | undefined {
  const [knownKind, knownFormat] = [
    letterKinds.find((one) => one === kind),
    letterFormats.find((one) => one === format),
  ];
  return knownKind && knownFormat && isId(caseId) ? { caseId, kind: knownKind, format: knownFormat } : undefined;
}

const mediaTypes = { pdf: 'application/pdf', ofd: 'application/ofd' } as const satisfies Record<LetterFormat, string>;

/** Saved, not shown in place: viewers inside browsers differ under our content policy. */
function sendLetter(reply: FastifyReply, value: RenderedLetter, format: LetterFormat): FastifyReply {
  const name = encodeURIComponent(`${value.title} ${value.number}.${format}`);
  return reply
    .headers({
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${value.number}.${format}"; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
    })
    .send(Buffer.from(value.bytes.buffer, value.bytes.byteOffset, value.bytes.byteLength));
}
