import { type Organisation, saveOrganisation } from '@zhengtong/identity';
import { newId } from '@zhengtong/kernel';
import { systemActor } from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';
import type { ItemContent, ItemVersion } from './contract.ts';
import { publishItem } from './publish-item.ts';
import { getItemVersion } from './read-items.ts';
import { sendToReview } from './review-draft.ts';
import { saveDraft } from './save-draft.ts';

export { givenManyItems, type Many } from './test-many.ts';

const system = systemActor('test');

const law = { law: '行政许可法', article: '第十二条', says: '可以设定行政许可的事项。' };

/** A whole guide of something small that passes every check. */
export function guide(organisation: Pick<Organisation, 'id' | 'name'>, more: Partial<ItemContent> = {}): ItemContent {
  return {
    online: 'online',
    code: `990100-${newId().slice(-8).toUpperCase()}`,
    name: '屋顶风车设置许可',
    nameEn: 'Permit for a windmill on a roof',
    kind: '行政许可',
    audience: ['person', 'firm'],
    organisationId: organisation.id,
    organisationName: organisation.name,
    summary: '在自家屋顶装一架风车之前申请。',
    summaryEn: 'Apply before you put a windmill on your roof.',
    lifeEvents: ['home'],
    words: ['装风车'],
    conditions: ['屋顶归申请人所有或使用。'],
    conditionsEn: ['The roof belongs to you or is yours to use.'],
    materials: [
      {
        key: 'drawing',
        name: '安装图纸',
        nameEn: 'Drawing of how it is put up',
        need: 'required',
        form: 'electronic',
        copies: 1,
        source: 'applicant',
        accept: ['application/pdf', 'image/jpeg'],
        maxBytes: 10_485_760,
        checks: [{ key: 'signed', text: '图纸有设计人签名', textEn: 'The designer has signed it' }],
      },
    ],
    legalLimit: { amount: 20, unit: 'working-days' },
    promisedLimit: { amount: 5, unit: 'working-days' },
    fee: { isCharged: false, items: [] },
    laws: [law],
    channels: ['online'],
    windows: [],
    hours: '周一至周五 9:00–17:00',
    phone: '12345',
    complaintPhone: '12345',
    remedies: {
      review: { body: '示例市人民政府', days: 60, law: { law: '行政复议法', article: '第二十条' } },
      suit: { court: '示例市人民法院', months: 6, law: { law: '行政诉讼法', article: '第四十六条' } },
    },
    form: {
      title: { zh: '风车', en: 'Windmill' },
      sections: [
        {
          key: 'windmill',
          title: { zh: '风车', en: 'Windmill' },
          questions: [
            {
              key: 'name',
              kind: 'text',
              label: { zh: '姓名', en: 'Name' },
              prefill: 'person.name',
            },
            { key: 'blades', kind: 'number', label: { zh: '几片叶片', en: 'How many blades' } },
          ],
        },
      ],
    },
    process: {
      steps: [
        { key: 'review', name: '审查', nameEn: 'Examination', role: 'reviewer', halfDays: 6 },
        { key: 'decide', name: '决定', nameEn: 'Decision', role: 'approver', halfDays: 4 },
      ],
      excluded: [],
      silence: 'none',
    },
    faqs: [
      { question: '要交钱吗？', answer: '不收费。', questionEn: 'Does it cost anything?', answerEn: 'It is free.' },
    ],
    particulars: {},
    ...more,
  };
}

/** A published item of the demo city, of a new organisation unless one is given. */
export async function givenItem(
  world: World,
  more: Partial<ItemContent> & { divisionCode?: string; organisation?: Pick<Organisation, 'id' | 'name'> } = {},
): Promise<ItemVersion> {
  const { divisionCode = '990100', organisation, ...content } = more;
  return await world.with(system, async (ctx) => {
    const office = organisation ?? (await saveOrganisation(ctx, { divisionCode, name: '示例市风车局', codes: [] }));
    const saved = await saveDraft(ctx, { divisionCode, revision: 0, content: guide(office, content) });
    if (!saved.ok) throw new Error(saved.refusal.kind);
    const at = { divisionCode, itemId: saved.value.itemId, version: saved.value.version };
    for (const step of [sendToReview, publishItem]) {
      const done = await step(ctx, at);
      if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    }
    return await getItemVersion(ctx, at);
  });
}
