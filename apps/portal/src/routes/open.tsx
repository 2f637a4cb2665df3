import { listHalls } from '@zhengtong/catalogue';
import { verifyCertificate } from '@zhengtong/certificates';
import { cutText } from '@zhengtong/kernel';
import { DesignPage, isTheme, renderPage, typeSizes } from '@zhengtong/ui';
import { developersPage, helpPage, phonePage, statementPage } from '../pages/about.tsx';
import { verifyPage } from '../pages/verify-certificate.tsx';
import { readHallsToday } from '../read-hall-today.ts';
import { addPage, addPost, anybody, type Rule, textOf } from '../routing.ts';
import type { Site } from '../site.ts';

const guarded: Rule = { allow: ['public'], costs: 'verify' };

/** Open to anybody: verifying a certificate, help, the statement, the design system, the demo phone. */
export function addOpenPages(site: Site): void {
  addPage(site, '/verify', anybody, (visit) => verifyPage(visit, {}));

  addPost(site, '/verify', guarded, async (visit, { body }) => {
    const identifier = cutText(textOf(body, 'identifier').trim(), 160);
    return verifyPage(visit, { identifier, found: await visit.read((ctx) => verifyCertificate(ctx, { identifier })) });
  });

  addPage(site, '/v/:identifier', guarded, async (visit, { params, query }) => {
    const identifier = cutText(params.identifier ?? '', 160);
    const asked = { identifier, ...(query.s ? { secret: cutText(query.s, 64) } : {}) };
    return verifyPage(visit, { identifier, found: await visit.read((ctx) => verifyCertificate(ctx, asked)) });
  });

  addPage(site, '/help', anybody, (visit) =>
    visit.read(async (ctx) => {
      const { divisionCode } = site.ports;
      const halls = await listHalls(ctx, divisionCode);
      return helpPage(visit, halls, await readHallsToday(ctx, divisionCode, halls));
    }),
  );
  addPage(site, '/accessibility', anybody, statementPage);
  addPage(site, '/developers', anybody, developersPage);

  addPage(site, '/design', anybody, ({ request, lang, ...visit }, { query }, reply) => {
    const theme = query.theme && isTheme(query.theme) ? query.theme : visit.theme;
    const typeSize = typeSizes.find((size) => String(size) === query.size) ?? visit.typeSize;
    const chosen = query.lang === 'zh' || query.lang === 'en' ? query.lang : lang;
    const page = (
      <DesignPage
        theme={theme}
        typeSize={typeSize}
        lang={chosen}
        styleHref={`/assets/${site.style.fileName}`}
        nonce={request.nonce}
      />
    );
    void reply.type('text/html; charset=utf-8').send(renderPage(page));
    return { sent: true };
  });

  const { demoPhone } = site.ports;
  if (!demoPhone) return;
  addPage(site, '/demo/phone', anybody, (visit) => {
    const phones = demoPhone.listPhones().slice(-20).reverse();
    return phonePage(
      visit,
      phones.map((phone) => ({ phone, messages: demoPhone.listMessages(phone) })),
      demoPhone.listCodes?.() ?? [],
    );
  });
}
