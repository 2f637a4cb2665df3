import { Readable } from 'node:stream';
import { type FileGiven, fileCase, getCase, runCommand } from '@zhengtong/cases';
import { type FilePorts, receiveFile } from '@zhengtong/files';
import { must, type Role } from '@zhengtong/kernel';
import { type Actor, inRead, type Setting, transact } from '@zhengtong/platform';
import { demoCaseAnswers } from './demo-case-answers.ts';
import { drawPdf } from './draw-pdf.ts';

/** Who and what the demonstration city's cases need; ids as the builder made them. */
export type DemoIds = {
  readonly people: readonly string[];
  readonly staff: Readonly<
    Record<string, { readonly id: string; readonly postId: string; readonly organisationId: string }>
  >;
  readonly items: ReadonlyMap<string, string>;
};

const divisionCode = '990100';

/** Cases that make the first look at the console a true one: one just filed, one accepted, one waiting for the decision. */
export async function fileDemoCases(setting: Setting, ports: FilePorts, ids: DemoIds): Promise<void> {
  const itemId = ids.items.get('food-business-licence');
  if (!itemId) throw new Error('the demonstration city has no food licence');
  const cases: string[] = [];
  for (const [index, personId] of ids.people.entries()) {
    const actor: Actor = { kind: 'person', id: personId, roles: ['person'] };
    cases.push(await fileOne(setting, ports, actor, itemId, index));
  }
  const [, second = '', third = ''] = cases;
  for (const caseId of [second, third]) {
    await look(setting, ids, 'clerk', caseId);
    await act(setting, ids, 'clerk', caseId, { kind: 'claim' });
    for (const material of ['layout', 'rules'])
      for (const check of ['c1', 'c2', 'c3'])
        await act(setting, ids, 'clerk', caseId, { kind: 'check', material, check, isFine: true });
    await act(setting, ids, 'clerk', caseId, { kind: 'accept' });
  }
  await look(setting, ids, 'reviewer', third);
  for (const [step, note] of [
    ['review', '资料齐全，符合要求'],
    ['on-site', '现场与图纸一致'],
  ] as const) {
    await act(setting, ids, 'reviewer', third, { kind: 'claim' });
    await act(setting, ids, 'reviewer', third, { kind: 'finish-step', step, agrees: true, note });
  }
}

async function fileOne(
  setting: Setting,
  ports: FilePorts,
  actor: Actor,
  itemId: string,
  index: number,
): Promise<string> {
  const materials: { material: string; fileId: string }[] = [];
  for (const [material, name] of [
    ['layout', '平面布局图.pdf'],
    ['rules', '食品安全制度.pdf'],
  ] as const) {
    const stream = Readable.from([drawPdf(`Demonstration ${material} ${index + 1}`)]);
    const file = must(await receiveFile(setting, ports, actor, { stream, fileName: name }));
    materials.push({ material, fileId: file.id });
  }
  const given: FileGiven = { divisionCode, itemId, answers: demoCaseAnswers(index), materials };
  return must(await transact(setting, actor, (ctx) => fileCase(ctx, given))).row.id;
}

/** Officers read a case before they act on it, and its applicant finds that they did. */
async function look(setting: Setting, ids: DemoIds, account: string, caseId: string): Promise<void> {
  must(await inRead(setting, actorOf(ids, account), (ctx) => getCase(ctx, { divisionCode, caseId }, 'zh')));
}

function actorOf(ids: DemoIds, account: string): Actor {
  const staff = ids.staff[account];
  if (!staff) throw new Error(`no demonstration account ${account}`);
  return { kind: 'staff', roles: [account as Role], divisionCode, ...staff };
}

async function act(
  setting: Setting,
  ids: DemoIds,
  account: string,
  caseId: string,
  command: Parameters<typeof runCommand>[2],
): Promise<void> {
  must(await transact(setting, actorOf(ids, account), (ctx) => runCommand(ctx, { divisionCode, caseId }, command)));
}
