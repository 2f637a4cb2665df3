import type { Recorded } from './action.ts';

/**
 * What nobody looked at, or what was found and not put right: an `unchecked` or `wrong` check, a `missing` material, a
 * file `unscanned` or `not-compared` with its original, a fact `unverified` by any register, a reviewer who `disagreed`.
 */
export type OpenKind = 'unchecked' | 'wrong' | 'missing' | 'unscanned' | 'not-compared' | 'unverified' | 'disagreed';

/** `of` is the material, question or step, `text` what about it. `key` names it when it is confirmed. */
export type OpenPoint = { readonly key: string; readonly kind: OpenKind; readonly of: string; readonly text: string };

type Seen = {
  readonly materials: readonly {
    readonly key: string;
    readonly name: string;
    readonly isRequired: boolean;
    readonly isCertificate: boolean;
    readonly files: readonly { readonly trust: string; readonly scan: string }[];
    readonly checks: readonly { readonly key: string; readonly text: string; readonly isFine: boolean | null }[];
  }[];
  /** Answers that say who somebody is, as the person typed them. */
  readonly typed: readonly { readonly key: string; readonly label: string }[];
  readonly steps: readonly { readonly key: string; readonly name: string }[];
  readonly actions: readonly Recorded[];
};

/** Everything that still stands open where a case is to be decided; the same list on the page, in the check, on record. */
export function listOpenPoints({ materials, typed, steps, actions }: Seen): OpenPoint[] {
  return [
    ...materials.flatMap(ofMaterial),
    ...typed.map(({ key, label }) => ({ key: `unverified:${key}`, kind: 'unverified' as const, of: label, text: '' })),
    ...steps.flatMap((step) => ofStep(step, actions)),
  ];
}

function ofMaterial({ key, name, isRequired, isCertificate, files, checks }: Seen['materials'][number]): OpenPoint[] {
  const point = (kind: OpenKind, at: string, text = ''): OpenPoint => ({ key: `${kind}:${at}`, kind, of: name, text });
  const found: OpenPoint[] = [];
  // Of what turned out to be infected nobody can look at anything: its bytes are gone.
  const sound = files.filter(({ scan }) => scan !== 'infected');
  if (sound.length === 0) return isRequired ? [point('missing', key)] : [];
  if (sound.some(({ scan }) => scan === 'waiting')) found.push(point('unscanned', key));
  if (isCertificate && sound.some(({ trust }) => trust > 'B')) found.push(point('not-compared', key));
  for (const check of checks) {
    if (check.isFine === true) continue;
    found.push(point(check.isFine === null ? 'unchecked' : 'wrong', `${key}/${check.key}`, check.text));
  }
  return found;
}

/** The last opinion to a step counts: one that was sent back and done again may have changed. */
function ofStep({ key, name }: Seen['steps'][number], actions: readonly Recorded[]): OpenPoint[] {
  const last = actions.findLast((action) => action.kind === 'step-finished' && action.step === key);
  if (last?.kind !== 'step-finished' || last.agrees) return [];
  return [{ key: `disagreed:${key}`, kind: 'disagreed', of: name, text: last.note }];
}

const words: Readonly<Record<OpenKind, { readonly zh: string; readonly en: string }>> = {
  unchecked: { zh: '未审查', en: 'not checked' },
  wrong: { zh: '审查不符合', en: 'found wrong' },
  missing: { zh: '没有交', en: 'not handed in' },
  unscanned: { zh: '文件未完成查毒', en: 'not scanned for viruses yet' },
  'not-compared': { zh: '未与原件核对', en: 'not compared with the original' },
  unverified: { zh: '申请人自填，未经登记信息核验', en: 'typed by the applicant, not verified by a register' },
  disagreed: { zh: '审查意见为不同意', en: 'the examiner disagreed' },
};

/** A point as it goes on record: in words that still say something when the item has changed. */
export const sayOpenPoint = ({ kind, of, text }: OpenPoint, lang: 'zh' | 'en'): string =>
  lang === 'zh'
    ? `${of}：${text ? `${text}，` : ''}${words[kind].zh}`
    : `${of}: ${text ? `${text}, ` : ''}${words[kind].en}`;
