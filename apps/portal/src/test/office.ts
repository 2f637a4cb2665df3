import { ActOnCase, type CaseCommand, type CaseView, GetCase } from '@zhengtong/cases/contract';
import type { ItemVersion } from '@zhengtong/catalogue';
import { givenStaff } from '@zhengtong/identity/test';
import type { World } from '@zhengtong/platform/test';

/** The officers of an item's department, and what they do to a case in turn. */
export async function givenOffice(world: World, item: Pick<ItemVersion, 'organisationId' | 'divisionCode'>) {
  const organisation = { id: item.organisationId, divisionCode: item.divisionCode };
  const clerk = await givenStaff(world, 'clerk', organisation);
  const reviewer = await givenStaff(world, 'reviewer', organisation);
  const approver = await givenStaff(world, 'approver', organisation);
  const supervisor = await givenStaff(world, 'supervisor', organisation);
  const officers = { clerk, reviewer, approver, supervisor };
  const act = async (as: keyof typeof officers, caseId: string, ...commands: CaseCommand[]): Promise<void> => {
    for (const body of commands) {
      const answer = await world.call(ActOnCase, { as: officers[as], params: { caseId }, body });
      if (answer.status !== 200) throw new Error(`${body.kind}: ${JSON.stringify(answer.body)}`);
    }
  };
  return {
    officers,
    act,
    accept: (caseId: string) => act('clerk', caseId, { kind: 'claim' }, { kind: 'accept' }),
    async decide(caseId: string, outcome: 'approved' | 'refused') {
      const finish = (step: string): CaseCommand => ({ kind: 'finish-step', step, agrees: true, note: '符合' });
      await act('reviewer', caseId, { kind: 'claim' }, finish('review'));
      const laws = [{ law: '行政许可法', article: '第三十八条' }];
      await act('approver', caseId, { kind: 'claim' });
      const { body } = await world.call(GetCase, { as: approver, params: { caseId } });
      const confirmed = (body as unknown as CaseView).openPoints.map(({ key }) => key);
      await act('approver', caseId, { kind: 'decide', outcome, reasons: '已核对图纸', laws, confirmed });
      await act('clerk', caseId, { kind: 'deliver', way: 'online' });
    },
  };
}
