import { describePaper, findOwnCertificate } from '@zhengtong/certificates';
import { isId } from '@zhengtong/kernel';
import type { PaperFormat } from '@zhengtong/ofd';
import { verificationHref } from '../pages/show-wallet.tsx';
import { qrOf } from '../qr.ts';
import { type Answer, addPage, signedIn } from '../routing.ts';
import { dayOf } from '../say-time.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

const types: Record<PaperFormat, string> = { pdf: 'application/pdf', ofd: 'application/ofd' };

/** A certificate as a file to print or hand in; read first and drawn after, so that no connection waits for fonts. */
export function addPaperFiles(site: Site): void {
  for (const format of ['pdf', 'ofd'] as const)
    addPage(
      site,
      `/my/certificates/:id/certificate.${format}`,
      signedIn,
      async (visit, { params }, reply): Promise<Answer> => {
        const certificate = await findHeld(visit, params.id ?? '');
        if (!certificate) return { problem: 'not-found' };
        const code = rowsOf(verificationHref(visit, certificate));
        const bytes = await site.ports.draw(describePaper(certificate, { code, today: dayOf(visit.now) }), format);
        const name = encodeURIComponent(`${certificate.name}.${format}`);
        void reply
          .headers({
            'content-type': types[format],
            'content-disposition': `attachment; filename="certificate.${format}"; filename*=UTF-8''${name}`,
            'cache-control': 'private, no-store',
          })
          .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        return { sent: true };
      },
    );
}

/** The person's own, or that of the firm they act for. */
const findHeld = async ({ read, actor }: Visit, id: string) =>
  isId(id)
    ? await read(async (ctx) => {
        const ofFirm = actor.firmId && (await findOwnCertificate(ctx, actor.firmId, id));
        return ofFirm || (await findOwnCertificate(ctx, actor.id, id));
      })
    : undefined;

function rowsOf(text: string): boolean[][] {
  const { size, data } = qrOf(text);
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (__, x) => Boolean(data[y * size + x])));
}
