/** A population as columns. All arrays of one table have the same length; members hang on by offsets. */
export type Numbers =
  | Float64Array
  | Float32Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint32Array
  | Uint16Array
  | Uint8Array;

/**
 * Amounts as they are; truths as 0 and 1; codes by their place in `codeList(program)`; days as day numbers. `unknown` is the
 * number that stands for "nobody knows" (NaN in floating columns); without it every row is known. Results stand in their
 * columns the same way; unknown, or in error, is NaN for amounts and days there, 2 for truths, −1 for codes.
 */
export type Column = { readonly values: Numbers; readonly unknown?: number };

export type Members = {
  /** `rows + 1` numbers: members of row i stand from offsets[i] up to offsets[i + 1]. */
  readonly offsets: Int32Array;
  /** 0 where nobody knows who the members of a row are; absent when all are known. */
  readonly known?: Uint8Array;
  readonly fields: Readonly<Record<string, Column>>;
};
export type Population = {
  readonly rows: number;
  readonly facts: Readonly<Record<string, Column>>;
  readonly members?: Readonly<Record<string, Members>>;
};

/** Bytes all columns take. */
export function bytesOf(population: Population): number {
  const columns = [
    ...Object.values(population.facts),
    ...Object.values(population.members ?? {}).flatMap((one) => Object.values(one.fields)),
  ];
  const offsets = Object.values(population.members ?? {}).reduce((total, one) => total + one.offsets.byteLength, 0);
  return columns.reduce((total, column) => total + column.values.byteLength, offsets);
}
