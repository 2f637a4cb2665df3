import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { OfdRefusal } from '../read/package.ts';
import { docxRules } from './docx-rules.ts';
import type { Finding, Rule } from './finding.ts';
import { seeDocx } from './from-docx.ts';
import { seeOfd } from './from-ofd.ts';
import { type PdfRefusal, seePdf } from './from-pdf.ts';
import { findParts } from './parts.ts';
import { placeRules } from './place-rules.ts';
import type { Seen } from './seen.ts';
import { textRules } from './text-rules.ts';

export type CheckedDocument = {
  readonly source: Seen['source'];
  readonly findings: readonly Finding[];
  /** Clauses that were looked at, and those this kind of file does not let anybody look at. */
  readonly checked: readonly { readonly clause: string; readonly zh: string; readonly en: string }[];
  readonly notChecked: readonly { readonly clause: string; readonly zh: string; readonly en: string }[];
};

export type CheckRefusal = OfdRefusal | PdfRefusal | { readonly kind: 'format-unknown' };

const rules: readonly Rule[] = [...placeRules, ...docxRules, ...textRules];

/**
 * Checks a document against GB/T 9704-2012, from whatever it is: OFD and PDF are measured, .docx says less. Every
 * breach comes with its clause; what only a person can decide is a `doubt`.
 */
export async function checkDocument(bytes: Uint8Array): Promise<Result<CheckedDocument, CheckRefusal>> {
  const seen = await see(bytes);
  return seen.ok ? ok(checkSeen(seen.value)) : seen;
}

async function see(bytes: Uint8Array): Promise<Result<Seen, CheckRefusal>> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return seePdf(bytes);
  if (!head.startsWith('PK')) return refuse({ kind: 'format-unknown' });
  const ofd = seeOfd(bytes);
  if (ofd.ok || ofd.refusal.kind !== 'ofd-broken' || ofd.refusal.file !== 'OFD.xml') return ofd;
  return seeDocx(bytes);
}

function checkSeen(seen: Seen): CheckedDocument {
  const parts = findParts(seen);
  const findings: Finding[] = [];
  const checked: Rule[] = [];
  const notChecked: Rule[] = [];
  for (const rule of rules) {
    const found = rule.check(seen, parts);
    (found ? checked : notChecked).push(rule);
    findings.push(...(found ?? []).map((one) => ({ clause: rule.clause, ...one })));
  }
  const say = ({ clause, zh, en }: Rule) => ({ clause, zh, en });
  return { source: seen.source, findings, checked: checked.map(say), notChecked: notChecked.map(say) };
}
