import type { Result } from '@zhengtong/kernel';
import type { Sheet } from '@zhengtong/ofd';
import { type Actor, inRead, type Setting } from '@zhengtong/platform';
import type { CaseRef } from '../store-cases.ts';
import { composeLetter } from './compose-letter.ts';
import { type FindSeal, noSeals } from './find-seal.ts';
import type { Letter, LetterKind } from './letter.ts';
import type { LetterForm, LetterFormat } from './letter-form.ts';
import { type LetterRefusal, readLetterForStaff, readOwnLetter } from './read-letter.ts';

/** Makes a file of a sheet, and seals it where the form says by which seal. */
export type LetterRenderer = (sheet: Sheet, form: LetterForm) => Promise<Uint8Array>;

export type RenderedLetter = { readonly bytes: Uint8Array; readonly title: string; readonly number: string };

type Printing = { readonly renderer: LetterRenderer; readonly publicUrl: string; readonly findSeal?: FindSeal };

export type AskedLetter = { readonly caseId: string; readonly kind: LetterKind; readonly format?: LetterFormat };

/** The applicant's own letter as a file. Read first, drawn after: no connection waits for fonts. */
export async function renderLetter(
  setting: Setting,
  actor: Actor,
  asked: AskedLetter,
  printing: Printing,
): Promise<Result<RenderedLetter, LetterRefusal>> {
  return print(await inRead(setting, actor, (ctx) => readOwnLetter(ctx, asked.caseId, asked.kind)), printing, asked);
}

/** The same letter for an officer who may see the case. */
export async function renderLetterForStaff(
  setting: Setting,
  actor: Actor,
  asked: CaseRef & AskedLetter,
  printing: Printing,
): Promise<Result<RenderedLetter, LetterRefusal>> {
  return print(await inRead(setting, actor, (ctx) => readLetterForStaff(ctx, asked, asked.kind)), printing, asked);
}

async function print(
  read: Result<Letter, LetterRefusal>,
  { renderer, publicUrl, findSeal = noSeals }: Printing,
  { format = 'pdf' }: AskedLetter,
): Promise<Result<RenderedLetter, LetterRefusal>> {
  if (!read.ok) return read;
  const form = { format, seal: findSeal(read.value.issuerCodes) };
  const sheet = composeLetter(read.value, publicUrl, form);
  return { ok: true, value: { bytes: await renderer(sheet, form), title: sheet.title, number: read.value.number } };
}
