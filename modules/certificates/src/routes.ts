import { ok } from '@zhengtong/kernel';
import { type App, serve } from '@zhengtong/platform';
import { changeCertificate } from './change-certificate.ts';
import * as contract from './contract.ts';
import { verifyCertificate } from './verify-certificate.ts';

export function certificateRoutes(app: App): void {
  serve(
    app,
    contract.VerifyCertificate,
    async (ctx, { params, query }) =>
      ok(await verifyCertificate(ctx, { ...params, ...(query.secret ? { secret: query.secret } : {}) })),
    {},
  );
  serve(
    app,
    contract.ChangeCertificate,
    (ctx, { params, body }) =>
      changeCertificate(ctx, { divisionCode: ctx.actor.divisionCode ?? '', id: params.id }, body),
    {
      'not-found': {
        status: 404,
        zh: '没有这个证照，或不是贵机构颁发',
        en: 'No such certificate, or another body issued it',
      },
      'wrong-status': {
        status: 409,
        zh: '证照当前的状态不能这样变更',
        en: 'The certificate is not in a state for this change',
      },
    },
  );
}
