import { listDemoDivisions } from '@zhengtong/catalogue';
import type { FileView } from '@zhengtong/files';
import type { Draft, FormContext } from '@zhengtong/forms';
import { demoAreas } from '@zhengtong/identity';
import { type CivilDate, civilDateAt, type Instant } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import type { Erased } from './erased-files.ts';
import { type Places, realPlaces } from './real-places.ts';
import type { CaseRow } from './store-cases.ts';

const states = { clean: 'clean', unscanned: 'clean', waiting: 'checking', infected: 'refused' } as const;

type From = {
  readonly files?: readonly FileView[] | undefined;
  /** What `loadPlaces` found for these answers; without it a place is known by its county. */
  readonly places?: Places | undefined;
  /** What is said of files that were erased since they were named here. */
  readonly erased?: ReadonlyMap<string, Erased> | undefined;
  readonly isFiled?: boolean;
};

export type AnsweredFrom = Omit<From, 'isFiled'>;

/**
 * What checking a form needs from outside. Demonstration areas are known only where their division acts; without files
 * only the shape of their ids is checked.
 */
export function formContextOf(ctx: Pick<Ctx, 'now'>, divisionCode: string, from: From = {}): FormContext {
  const { files, erased, places = new Map(), isFiled = false } = from;
  const today = civilDateAt(ctx.now);
  const findFile = (id: string) => {
    const file = files?.find((one) => one.id === id);
    if (!file) {
      const said = erased?.get(id)?.said;
      return said && { state: 'erased' as const, said };
    }
    return {
      name: file.fileName,
      size: saySize(file.sizeBytes),
      state: states[file.scan],
      mediaType: file.mediaType,
    };
  };
  const plain = files ? { today, findFile } : { today };
  if (!divisionCode.startsWith('99')) return { ...plain, ...realPlaces(places, isFiled) };
  return {
    ...plain,
    demoAreas,
    findDivision: (code) => listDemoDivisions().find((one) => one.code === code)?.name,
    listDivisions: () => listDemoDivisions().filter((one) => one.code !== '990000'),
  };
}

/**
 * The same for the answers of a case. Once filed, an answer is held against the day it was filed or corrected on: a day
 * asked for in time does not become too early while the office works, nor somebody older than they were.
 */
export function answersContextOf(
  ctx: Pick<Ctx, 'now'>,
  row: Pick<CaseRow, 'division_code' | 'submitted_at'>,
  { answers }: Draft,
  from: AnsweredFrom = {},
): FormContext {
  const context = formContextOf(ctx, row.division_code, { ...from, isFiled: row.submitted_at !== null });
  if (!row.submitted_at) return context;
  const filedOn = civilDateAt(row.submitted_at as Instant);
  const dayOf = (key: string): CivilDate => {
    const source = Object.hasOwn(answers, key) ? answers[key]?.source : undefined;
    const isLater = source?.kind === 'typed' && civilDateAt(source.at) > filedOn;
    return isLater ? civilDateAt(source.at) : filedOn;
  };
  return { ...context, dayOf };
}

const saySize = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
