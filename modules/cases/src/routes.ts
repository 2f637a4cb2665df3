import { ok, refuse } from '@zhengtong/kernel';
import { type App, type Ctx, serve, serveAtOnce } from '@zhengtong/platform';
import * as contract from './contract.ts';
import { fileAtOnce } from './file-at-once.ts';
import { getCase } from './get-case.ts';
import { listInbox } from './list-inbox.ts';
import { listMyCases, toLine } from './my-cases.ts';
import { loadOwnCase } from './own-case.ts';
import { readRevealed } from './read-revealed.ts';
import { actProblems, problem } from './refusals.ts';
import { revealField } from './reveal-field.ts';
import { planCommand } from './run-command.ts';
import { listReceivers } from './transfer-case.ts';

const refOf = (ctx: Ctx, { caseId }: { caseId: string }) => ({ divisionCode: ctx.actor.divisionCode ?? '', caseId });

export function caseRoutes(app: App): void {
  serve(app, contract.ListInbox, async (ctx, { query, language }) => ok(await listInbox(ctx, query, language)), {});
  serve(app, contract.GetCase, (ctx, { params, language }) => getCase(ctx, refOf(ctx, params), language), {
    'not-found': actProblems['not-found'],
  });
  serve(app, contract.ListReceivers, (ctx, { params }) => listReceivers(ctx, refOf(ctx, params)), {
    'not-found': actProblems['not-found'],
  });
  serveAtOnce(
    app,
    contract.ActOnCase,
    async (ctx, { params, body }) => {
      const planned = await planCommand(ctx, refOf(ctx, params), body);
      if (!planned.ok) return planned;
      const { row } = planned.value.value;
      return ok({ ...planned.value, value: { status: row.status, seq: row.seq, dueOn: row.due_on } });
    },
    {
      ...actProblems,
      'no-such-check': problem(422, '材料里没有这个审查要点', 'The material has no such check'),
      'no-such-file': problem(422, '材料里没有这个文件', 'The material has no such file'),
      'not-comparable': problem(
        409,
        '这个文件现在不需要或不能与原件核对',
        'This file needs no comparing, or cannot be compared now',
      ),
      'note-missing': problem(422, '不符合时请写明问题', 'Say what is wrong'),
      'points-missing': problem(422, '请写明需要补正的内容', 'Say what is to be corrected'),
      'points-unknown': problem(
        422,
        '这个事项的表单和材料中没有这些内容',
        'Neither form nor materials of the item have these',
      ),
      'points-needless': problem(
        422,
        '按申请人的回答，这些内容不需要填写或者提交，不能要求补正；如果回答有误，请对那个回答要求补正',
        'By the applicant’s answers these are not asked for and cannot be corrected; if an answer is wrong, ask to correct that one',
      ),
      'points-fixed': problem(
        409,
        '有的内容来自登记信息或者提交后不能更改，不能要求补正；只能不予受理，或者请申请人更正登记后重新申请',
        'Some answers come from a register or stay as filed and cannot be corrected: do not accept the case, or let the applicant have the register corrected and file anew',
      ),
      'asked-once': problem(
        409,
        '补正应一次告知（行政许可法第三十二条），不能再提新的问题',
        'Corrections are asked for once (Licensing Law 32); nothing new can be added',
      ),
      'checks-failed': problem(
        409,
        '有材料不符合要求，请先请申请人补正',
        'Some checks failed: ask for correction first',
      ),
      'reason-missing': problem(422, '请写明理由', 'Give the reason'),
      'law-missing': problem(422, '不予批准须引用法律条款', 'A refusal names the article of law'),
      'conditions-missing': problem(422, '请写明附加条件', 'Say what the conditions are'),
      'points-open': problem(
        409,
        '还有没有审查或没有核实的内容，请逐项看过并确认',
        'Some points are not looked at or not verified: look at each and confirm',
      ),
      'no-such-procedure': problem(422, '这个事项没有这项特别程序', 'The item has no such excluded procedure'),
      'extended-already': problem(
        409,
        '已延长过一次，不能再次延长（行政许可法第四十二条）',
        'Extended once already (Licensing Law 42)',
      ),
      'extension-not-by-law': problem(
        409,
        '这个事项的期限不按工作日计算，不能依行政许可法第四十二条延长',
        'The limit of this item is not counted in working days: Licensing Law 42 extends it not',
      ),
      'extension-too-long': problem(
        422,
        '延长最多十个工作日（行政许可法第四十二条）',
        'At most ten working days (Licensing Law 42)',
      ),
      'step-not-due': problem(409, '这一步现在不该办理', 'This step is not due now'),
      'step-not-done': problem(409, '这一步还没有办过', 'This step was not done yet'),
      'steps-open': problem(409, '前面的步骤还没有办完', 'Earlier steps are still open'),
      'no-organisation': problem(422, '没有这个机构', 'There is no such organisation'),
      'nobody-there': problem(
        409,
        '这个机构还没有能办理的工作人员，转过去没有人看得到；请选别的机构，或者先请管理员在“人员与岗位”里给它添加人员',
        'Nobody at this organisation could take the case up; choose another, or ask an administrator to add staff to it first, under “People and posts”',
      ),
      'posts-empty': problem(
        409,
        '这个机构没有人能办接下来的步骤：要有受理人员受理、送达，已受理的还要有后面各步的审查、审批人员；请选别的机构，或者先请管理员在“人员与岗位”里添加',
        'Nobody there could do what is still to come: it takes a clerk to accept and to deliver, and once accepted also the reviewers and approvers of its steps; choose another organisation, or ask an administrator to add them first, under “People and posts”',
      ),
      'same-organisation': problem(422, '办件已在这个机构', 'The case is there already'),
    },
  );
  serve(app, contract.RevealField, (ctx, { params, body }) => revealField(ctx, refOf(ctx, params), body), {
    'not-found': actProblems['not-found'],
    'not-claimed': actProblems['not-claimed'],
    'held-by-other': actProblems['held-by-other'],
    'not-revealable': problem(403, '您的岗位现在不能查看这一项', 'Your post may not see this now'),
    'words-missing': problem(422, '请写明理由', 'Give the reason'),
    'number-in-words': problem(422, '理由里不要写号码', 'Write no numbers into the reason'),
    'too-many-today': problem(
      429,
      '您今天查看的完整号码已达上限，确有需要请联系主管',
      'You have reached today’s limit of numbers shown whole; ask your supervisor',
    ),
  });
  serve(app, contract.ReadRevealed, (ctx, { params }) => readRevealed(ctx, refOf(ctx, params), params.revealId), {
    'not-found': actProblems['not-found'],
    'reveal-over': problem(410, '查看时间已过，需要时请重新说明理由', 'The time is over; give the reason again'),
  });
  ownCaseRoutes(app);
}

function ownCaseRoutes(app: App): void {
  serve(app, contract.ListOwnCases, async (ctx, { query }) => ok({ cases: await listMyCases(ctx, query.before) }), {});
  serve(
    app,
    contract.ReadOwnCase,
    async (ctx, { params }) => {
      const loaded = await loadOwnCase(ctx, params.caseId, 'read');
      return loaded ? ok(toLine(loaded.row)) : refuse({ kind: 'not-found' });
    },
    { 'not-found': actProblems['not-found'] },
  );
  serveAtOnce(
    app,
    contract.SubmitCase,
    async (ctx, { body }) => {
      const result = await fileAtOnce(ctx, body);
      return result.ok ? ok({ ...result.value, value: toLine(result.value.value.row) }) : result;
    },
    {
      ...actProblems,
      'item-not-online': problem(409, '这个事项还不能在网上办理', 'This item cannot be applied for on line yet'),
      'not-verified': problem(403, '请先完成实名认证', 'Prove your identity first'),
      'audience-wrong': problem(409, '这个事项不面向您当前的身份办理', 'This item is not for whom you act as'),
      'not-asked': problem(409, '只能修改被要求补正的内容', 'Only what was asked for can be changed'),
      'changed-elsewhere': problem(409, '内容已在另一台设备上修改，请刷新', 'It was changed on another device; reload'),
      'no-such-material': problem(422, '事项没有这项材料', 'The item has no such material'),
      'no-such-file': problem(422, '没有这个文件', 'There is no such file'),
      'file-elsewhere': problem(
        409,
        '这个文件已随另一个办件提交，请重新上传',
        'The file lies with another case; send it again',
      ),
      'file-infected': problem(422, '文件带有病毒', 'The file carries a virus'),
      'kind-not-accepted': problem(422, '这项材料不接受这种格式的文件', 'This kind of file is not accepted here'),
      'file-too-large': problem(422, '文件太大', 'The file is too large'),
      'too-many-files': problem(422, '这项材料的文件太多', 'Too many files for this material'),
      'answers-wrong': problem(422, '有的问题没有答对或没有回答', 'Some answers are missing or wrong'),
      'materials-missing': problem(422, '缺少必需的材料', 'Required materials are missing'),
    },
  );
}
