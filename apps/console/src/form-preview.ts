import { emptyDraft, FormQuestions, loadForm } from '@zhengtong/forms';
import { civilDateAt } from '@zhengtong/kernel';
import { type App, refuseForeignOrigin } from '@zhengtong/platform';
import { loadStyle } from '@zhengtong/ui';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PreviewForm } from './preview-form.ts';

/**
 * A form as the applicant will see it: the portal's own markup and style, so that what an editor checks is what people
 * get. Nothing is stored, so it is no command and takes no key.
 */
export async function addFormPreview(app: App): Promise<void> {
  const style = await loadStyle();
  const href = `/console/assets/preview-${style.fileName}`;
  // Inside a shadow there is no root: without this the sizes are nothing, and circles lie over the words they belong to.
  const code = style.code.replaceAll(':root', ':host');
  app.http.get(href, { config: { allow: ['public'] } }, async (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(code),
  );
  const { path, allow, body } = PreviewForm;
  app.http.post<{ Body: { form: unknown } }>(
    path,
    { config: { allow }, schema: { body }, preHandler: refuseForeignOrigin },
    async (request) => {
      const loaded = loadForm(request.body.form);
      if (!loaded.ok) return { html: '', style: href, problems: loaded.refusal.problems };
      const context = { today: civilDateAt(app.setting.now()) };
      const lang = request.language;
      const questions = createElement(FormQuestions, { form: loaded.value, draft: emptyDraft, context, lang });
      return { html: renderToStaticMarkup(questions), style: href, problems: [] };
    },
  );
}
