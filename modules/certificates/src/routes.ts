import { ok } from '@zhengtong/kernel';
import { type App, serve } from '@zhengtong/platform';
import { changeCertificate } from './change-certificate.ts';
import * as contract from './contract.ts';
import { getForOffice, listForOffice } from './list-for-office.ts';
import { verifyCertificate } from './verify-certificate.ts';

const notFound = {
  status: 404,
  zh: '没有这个证照，或不是贵机构颁发',
  en: 'No such certificate, or another body issued it',
};

export function certificateRoutes(app: App): void {
  serve(
    app,
    contract.VerifyCertificate,
    async (ctx, { params, query }) =>
      ok(await verifyCertificate(ctx, { ...params, ...(query.secret ? { secret: query.secret } : {}) })),
    {},
  );
  serve(app, contract.ListIssued, async (ctx, { query }) => ok({ certificates: await listForOffice(ctx, query) }), {});
  serve(app, contract.GetIssued, (ctx, { params }) => getForOffice(ctx, params.id), { 'not-found': notFound });
  serve(
    app,
    contract.ChangeCertificate,
    (ctx, { params, body }) =>
      changeCertificate(ctx, { divisionCode: ctx.actor.divisionCode ?? '', id: params.id }, body),
    {
      'not-found': notFound,
      'not-your-part': { status: 403, zh: '这一步不由您的岗位办理', en: 'This step is not for your post' },
      'not-proposed': { status: 409, zh: '还没有人提出，不能复核', en: 'Nobody has proposed it yet' },
      'proposed-already': {
        status: 409,
        zh: '已有人提出撤销或者注销，等待复核',
        en: 'It was proposed already and waits for a second person',
      },
      'proposer-confirms': {
        status: 409,
        zh: '须由另一人复核，提出人不能自己确认',
        en: 'A second person confirms it, not who proposed it',
      },
      'reason-missing': { status: 422, zh: '请写明理由', en: 'Give the reason' },
      'law-missing': { status: 422, zh: '请写明法律依据', en: 'Name the article of law' },
      'ground-missing': {
        status: 422,
        zh: '请选择注销的情形（行政许可法第七十条）',
        en: 'Choose the ground of the cancellation (Licensing Law 70)',
      },
      'ground-not-met': {
        status: 422,
        zh: '这份证照不属于所选的情形，请核对有效期和持证人',
        en: 'The certificate does not fit that ground; look at its term and its holder',
      },
      'wrong-status': {
        status: 409,
        zh: '证照当前的状态不能这样变更',
        en: 'The certificate is not in a state for this change',
      },
    },
  );
}
