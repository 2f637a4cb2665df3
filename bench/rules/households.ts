import type { Column, FactsJson, Population } from '@zhengtong/rule-language';

export const regions = [...'甲乙丙丁戊己庚辛壬癸'];
export const standards = [1300, 1250, 1180, 1100, 1040, 985, 930, 880, 820, 765];
/** The columns of a household: what the policy by hand calls them, and their names in the text. */
const amountNames = {
  wage: '工资',
  trade: '经营收入',
  rent: '财产收入',
  transfer: '转移收入',
  burden: '刚性支出',
  assets: '金融资产',
} as const;
const countNames = {
  region: '地区',
  people: '人数',
  homes: '住房套数',
  car: '有机动车',
  old: '老人数',
  young: '未成年数',
  disabled: '重残数',
  ill: '重病数',
  inside: '已在保',
  months: '就业月数',
  unfaithful: '严重失信',
} as const;
export const amounts = Object.values(amountNames);
export const counts = Object.values(countNames);

type Columns = Record<keyof typeof amountNames, Float64Array> & Record<keyof typeof countNames, Uint8Array>;

const columnsOf = (facts: Population['facts']): Columns => {
  const named = Object.entries({ ...amountNames, ...countNames }).map(([key, name]) => [key, facts[name]?.values]);
  return Object.fromEntries(named) as Columns;
};

/** Households by a fixed rule of chance, straight into shared columns: about 59 bytes a row. */
export function makeHouseholds(rows: number): Population {
  const column = (Kind: typeof Float64Array | typeof Uint8Array): Column['values'] =>
    Kind === Float64Array
      ? new Float64Array(new SharedArrayBuffer(rows * 8))
      : new Uint8Array(new SharedArrayBuffer(rows));
  const facts: Record<string, Column> = {};
  for (const name of amounts) facts[name] = { values: column(Float64Array) };
  for (const name of counts) facts[name] = { values: column(Uint8Array) };
  const { wage, trade, rent, transfer, burden, assets, ...rest } = columnsOf(facts);
  const { region, people, homes, car, old, young, disabled, ill, inside, months, unfaithful } = rest;
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  // Most people name round amounts; the rest come to the fen from registers.
  const fen = (most: number) =>
    next() < 0.7 ? Math.round((next() * most) / 10) * 10 : Math.round(next() * most * 100) / 100;
  for (let row = 0; row < rows; row++) {
    region[row] = next() * 10;
    const count = 1 + Math.floor(next() * next() * 7);
    people[row] = count;
    wage[row] = next() < 0.6 ? fen(2600 * count) : 0;
    trade[row] = next() < 0.2 ? fen(1500) : 0;
    rent[row] = next() < 0.1 ? fen(800) : 0;
    transfer[row] = next() < 0.4 ? fen(900) : 0;
    burden[row] = next() < 0.3 ? fen(3000) : 0;
    assets[row] = fen(30000 * count);
    homes[row] = next() < 0.85 ? 1 : next() * 3;
    car[row] = next() < 0.12 ? 1 : 0;
    old[row] = next() < 0.3 ? 1 : 0;
    young[row] = next() < 0.35 ? next() * Math.min(count, 3) : 0;
    disabled[row] = next() < 0.08 ? 1 : 0;
    ill[row] = next() < 0.05 ? 1 : 0;
    inside[row] = next() < 0.1 ? 1 : 0;
    months[row] = next() * 14;
    unfaithful[row] = next() < 0.02 ? 1 : 0;
  }
  return { rows, facts };
}

const truths = new Set(['有机动车', '已在保', '严重失信']);

/** One row as the other engines take it. */
export function factsAt(population: Population, row: number): FactsJson {
  const entries = [...amounts, ...counts].map((name) => {
    const value = (population.facts[name] as Column).values[row] as number;
    return [name, name === '地区' ? regions[value] : truths.has(name) ? value === 1 : value] as const;
  });
  return Object.fromEntries(entries);
}

/** The policy by hand over the same columns: the limit any generated code is held against. */
export function byHand(population: Population, from: number, to: number, out: Float64Array): void {
  const { wage, trade, rent, transfer, burden, assets, ...rest } = columnsOf(population.facts);
  const { region, people, homes, car, old, young, disabled, ill, inside, months, unfaithful } = rest;
  const table = Float64Array.from(standards);
  for (let i = from; i < to; i++) {
    const standard = table[region[i] as number] as number;
    const count = people[i] as number;
    const earned = wage[i] as number;
    const income =
      earned -
      Math.min(earned * 0.5, 600 * count) +
      (trade[i] as number) +
      (rent[i] as number) +
      (transfer[i] as number);
    const each = Math.max(0, income - Math.min(burden[i] as number, 2000)) / count;
    const fits = (assets[i] as number) <= standard * 24 * count && (homes[i] as number) <= 1 && car[i] === 0;
    const whole = each < standard - 1e-6 && fits && unfaithful[i] === 0;
    const near = fits && each < standard * 1.5 - 1e-6;
    const weak = (disabled[i] as number) + (ill[i] as number);
    const share = inside[i] === 0 ? 0 : (months[i] as number) <= 3 ? 1 : (months[i] as number) <= 6 ? 0.5 : 0;
    const due = whole
      ? (standard - each) * count + standard * (0.3 * weak + 0.2 * ((old[i] as number) + (young[i] as number)))
      : near && weak > 0
        ? standard * weak
        : near
          ? standard * share * count * 0.4
          : 0;
    out[i - from] = due > 0 ? Math.ceil(Math.max(due, 50) - 1e-6) : 0;
  }
}
