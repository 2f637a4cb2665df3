import { ItemContent, mustBeFilled } from '../contract.ts';
import { error, type Report } from './problem.ts';

type Words = readonly [zh: string, en: string];
type Schema = Parameters<typeof mustBeFilled>[0];

/** Entries of lists, as people count them. */
const entries: Readonly<Record<string, Words>> = {
  materials: ['份材料', 'material'],
  checks: ['条审查要点', 'point looked at'],
  steps: ['个环节', 'step'],
  excluded: ['个特别程序', 'procedure'],
  laws: ['条依据', 'law'],
  windows: ['个窗口', 'place'],
  faqs: ['个问答', 'question and answer'],
  items: ['项收费', 'charge'],
};

/** What is to be written there. */
const texts: Readonly<Record<string, Words>> = {
  name: ['名称', 'the name'],
  text: ['内容', 'what is looked at'],
  law: ['法律名称', 'the name of the law'],
  article: ['第几条', 'the article'],
  hall: ['大厅或办公地点', 'the hall or office'],
  address: ['地址', 'the address'],
  question: ['问题', 'the question'],
  answer: ['回答', 'the answer'],
  standard: ['收费标准', 'the rate'],
  body: ['复议机关', 'the body of review'],
  court: ['管辖法院', 'the court'],
  steps: ['办理环节', 'any step'],
  audience: ['服务对象', 'whom it is for'],
};

const upper = (letter: string): string => letter.toUpperCase();

/** The guide's own name and code are told by `checkGuide` in sentences of their own. */
const toldElsewhere: ReadonlySet<string> = new Set(['/name', '/code']);

/** A draft is kept with what is still missing; nothing empty goes to the public (行政许可法 30: the list shown is whole). */
export function checkFilled(content: ItemContent, report: Report): void {
  for (const at of listUnfilled(ItemContent as unknown as Schema, content)) {
    if (toldElsewhere.has(at)) continue;
    const [place, missing] = [sayPlace(at), texts[at.split('/').at(-1) ?? ''] ?? (['内容', 'something'] as const)];
    const english = `${place[1]}${missing[1]} is missing.`;
    report(error('not-filled', at, `${place[0]}没有填写${missing[0]}。`, english.replace(/^[a-z]/, upper)));
  }
}

/** Pointers to all that must be filled and is not. */
function listUnfilled(schema: Schema, value: unknown, at = ''): string[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((one, i) => listUnfilled(items, one, `${at}/${i}`)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const one: unknown = (value as Readonly<Record<string, unknown>>)[name];
    const isEmpty = (typeof one === 'string' && one.trim() === '') || (Array.isArray(one) && one.length === 0);
    return isEmpty && mustBeFilled(inner) ? [`${at}/${name}`] : listUnfilled(inner, one, `${at}/${name}`);
  });
}

/** `/materials/1/checks/0/text`: of the second material the first point. */
function sayPlace(at: string): Words {
  const steps = at.split('/');
  const places = steps.flatMap((step, i) => {
    const entry = entries[steps[i - 1] ?? ''];
    return entry && /^\d+$/.test(step) ? [{ nth: Number(step) + 1, entry }] : [];
  });
  return [
    places.map(({ nth, entry }) => `第 ${nth} ${entry[0]}`).join('的'),
    places.map(({ nth, entry }) => `${entry[1]} ${nth}: `).join(''),
  ];
}
