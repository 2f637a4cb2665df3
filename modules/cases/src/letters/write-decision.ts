import type { SheetBlock } from '@zhengtong/ofd';
import { headRows } from './head-rows.ts';
import type { DecisionLetter } from './letter.ts';
import { permitLaw, sayDay, sayLastDay, sayLaw, you } from './say-letter.ts';
import { sayRemedies } from './say-remedies.ts';

/** 行政许可法 38: the decision in writing; a refusal with reasons, law and remedies, an approval with what follows it. */
export function composeDecision(letter: DecisionLetter): SheetBlock[] {
  const { item, acceptedOn, outcome, conditions, certificate } = letter;
  const decided =
    outcome === 'refused' ? '决定不予批准' : outcome === 'approved' ? '决定予以批准' : '决定附条件予以批准';
  const by = letter.laws.length > 0 ? `依据${letter.laws.map(sayLaw).join('、')}，` : '';
  const found = letter.isBySilence
    ? `本机关逾期未作出决定，依法视为准予（${permitLaw(letter, '第五十条第二款')}）。`
    : `经审查，${by}${decided}（${permitLaw(letter, outcome === 'refused' ? '第三十八条第二款' : '第三十八条第一款')}）。`;
  return [
    {
      kind: 'paragraph',
      text: `${you(letter)}提出的“${item.name}”申请，本机关于${sayDay(acceptedOn)}受理，于${sayDay(letter.on)}作出决定。${found}`,
    },
    {
      kind: 'table',
      rows: [
        ...headRows(letter),
        ...(certificate
          ? [[certificate.name, `电子证照标识\n${breakIdentifier(certificate.identifier)}`] as const]
          : []),
      ],
    },
    ...part('理由', letter.isBySilence ? '' : letter.reasons),
    ...part('附加条件', conditions ?? ''),
    ...(outcome === 'refused' ? [] : sayDelivery(letter)),
    ...sayRemedies(letter),
  ];
}

const sayDelivery = (letter: DecisionLetter): SheetBlock[] => [
  { kind: 'heading', text: '送达' },
  {
    kind: 'paragraph',
    text:
      `本机关最迟于${sayLastDay(letter.deliverBy)}（${letter.deliverBy.limit}内）向${you(letter)}颁发、送达证件` +
      `（${permitLaw(letter, '第四十四条')}）。`,
  },
];

const part = (heading: string, text: string): SheetBlock[] =>
  text
    ? [
        { kind: 'heading', text: heading },
        { kind: 'paragraph', text },
      ]
    : [];

/** An identifier is one word longer than its cell: broken after dots, so that it can be read out part by part. */
const breakIdentifier = (identifier: string): string =>
  identifier.split(/(?<=\.)/).reduce((text, part) => {
    const line = text.length - text.lastIndexOf('\n') - 1;
    return line + part.length > 44 ? `${text}\n${part}` : text + part;
  }, '');
