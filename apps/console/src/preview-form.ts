import { defineRoute } from '@zhengtong/kernel';
import Type from 'typebox';

/** What the console asks of its own server; nothing is stored, so the key it comes with means nothing. */
export const PreviewForm = defineRoute({
  method: 'POST',
  path: '/api/console/form-preview',
  summary: 'A form as applicants will see it, in the portal’s own markup (表单预览)',
  allow: ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'],
  body: Type.Object({ form: Type.Unknown() }),
  response: Type.Object({
    html: Type.String(),
    style: Type.String(),
    problems: Type.Array(
      Type.Object({ path: Type.String(), say: Type.Object({ zh: Type.String(), en: Type.String() }) }),
    ),
  }),
});
