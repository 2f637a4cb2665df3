import { findDay } from '../exact/calendar.ts';
import { compare, exactOf, findSaid, isExact, isWhole } from '../exact/rational.ts';
import { nearestName } from '../feel/nearest.ts';
import { parseExpression } from '../feel/parse.ts';
import { compileExpression, newRun } from '../feel/run/compile.ts';
import { FeelFault } from '../feel/run/run.ts';
import { findDuration } from '../ir/duration.ts';
import { fromFeel, type Value } from '../ir/feel-code.ts';
import type { Program } from '../ir/ir.ts';
import { sayType, type Type } from '../ir/type.ts';
import type { Fact } from '../text/model.ts';

/** Facts as they arrive: plain JSON; `null` or absent is unknown. */
export type FactsJson = Readonly<Record<string, unknown>>;
export type FactTrouble = {
  readonly fact: string;
  readonly nearest: string | null;
  readonly zh: string;
  readonly en: string;
};

type Read = { readonly value: Value } | { readonly zh: string; readonly en: string };

/** What came instead, in few letters: of lists and objects, which may be nested without end, the outside alone. */
function sayJson(json: unknown): string {
  if (Array.isArray(json)) return `[…] (${json.length})`;
  return typeof json === 'object' && json !== null ? '{…}' : (JSON.stringify(json)?.slice(0, 40) ?? typeof json);
}

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** One JSON value as a value of a type. Numbers are read by their shortest decimal; amounts may also come as text. */
export function readValue(json: unknown, type: Type): Read {
  if (json === null || json === undefined) return { value: undefined };
  const wrong = (): Read => {
    const { zh, en } = sayType(type);
    const found = sayJson(json);
    return { zh: `应为${zh}，收到 ${found}`, en: `${en} expected, got ${found}` };
  };
  switch (type.kind) {
    case 'boolean':
      if (typeof json === 'boolean') return { value: json };
      return { zh: `应为 true 或 false，收到 ${sayJson(json)}`, en: `true or false expected, got ${sayJson(json)}` };
    case 'number': {
      const number =
        typeof json === 'number' && Number.isFinite(json)
          ? exactOf(json)
          : typeof json === 'string'
            ? findSaid(json)
            : undefined;
      if (!number || (type.measure === 'count' && !isWhole(number))) return wrong();
      return { value: number };
    }
    case 'text':
      if (typeof json !== 'string') return wrong();
      return type.codes && !type.codes.includes(json) ? wrong() : { value: json };
    case 'date': {
      const day = typeof json === 'string' ? findDay(json) : undefined;
      return day === undefined ? wrong() : { value: day };
    }
    case 'months':
    case 'seconds': {
      const duration = typeof json === 'string' ? findDuration(json) : undefined;
      return duration?.kind === type.kind ? { value: duration.value } : wrong();
    }
    case 'list': {
      if (!Array.isArray(json)) return wrong();
      const items = json.map((item) => readValue(item, type.of));
      const bad = items.find((item) => 'zh' in item);
      return bad ?? { value: items.map((item) => ('value' in item ? item.value : undefined)) };
    }
    case 'context': {
      if (!isRecord(json)) return wrong();
      const values = type.fields.map((field) => readValue(own(json, field.name), field.type));
      const bad = values.find((item) => 'zh' in item);
      return (
        bad ?? {
          value: {
            names: type.fields.map((field) => field.name),
            values: values.map((item) => ('value' in item ? item.value : undefined)),
          },
        }
      );
    }
    default:
      return readTemporal(json, type, wrong);
  }
}

/** Times, dates with times and periods are written as FEEL writes them: `@"12:00:00"`, `[@"2024-01-01"..@"2024-12-31"]`. */
function readTemporal(json: unknown, type: Type, wrong: () => Read): Read {
  if (typeof json === 'boolean') return { value: json };
  if (typeof json === 'number') return { value: exactOf(json) };
  if (typeof json !== 'string') return wrong();
  if (type.kind === 'any') return { value: json };
  const text = type.kind === 'period' || json.startsWith('@') ? json : `@"${json}"`;
  const { tree, problems } = parseExpression(text);
  if (problems.length > 0) return wrong();
  try {
    return {
      value: fromFeel(
        compileExpression(text, tree, { mode: 'house', names: [] }).evaluate([], newRun('house', null, 1000)),
        { kind: 'any' },
      ),
    };
  } catch (fault) {
    if (fault instanceof FeelFault) return wrong();
    throw fault;
  }
}

/** Reads a fact and holds it against its declared range. */
function readFact(json: unknown, type: Type, declared: Fact | null): Read {
  const read = readValue(json, type);
  if (!('value' in read) || !declared || !isExact(read.value)) return read;
  const { low, high } = declared;
  if ((low && compare(read.value, low) < 0) || (high && compare(read.value, high) > 0)) {
    const range = low && high ? `${low}..${high}` : low ? `≥ ${low}` : `≤ ${high}`;
    return { zh: `${read.value} 不在范围 ${range}`, en: `${read.value} is outside ${range}` };
  }
  return read;
}

export type CaseFacts = { readonly facts: Value[]; readonly members: (Value[][] | undefined)[] };

/** A key of the sender's own: `constructor` is no fact because every object inherits one. */
const own = (json: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(json, name) ? json[name] : undefined;

/** All facts of a case in slot order. Names nobody declared are trouble: a misspelt fact must not count as missing. */
export function readCase(
  program: Program,
  givenFacts: FactsJson,
  givenDiscretions: FactsJson,
  factDay: number,
): { facts: CaseFacts; troubles: FactTrouble[] } {
  const troubles: FactTrouble[] = [];
  // Both may come from a pipe, whatever their type says.
  const [json, discretions] = [givenFacts, givenDiscretions].map((given: unknown) => {
    if (isRecord(given)) return given;
    troubles.push({
      fact: '',
      nearest: null,
      zh: `事实应为 JSON 对象，收到 ${sayJson(given)}`,
      en: `facts are a JSON object, got ${sayJson(given)}`,
    });
    return {};
  }) as [FactsJson, FactsJson];
  const take = (fact: string, read: Read): Value => {
    if ('value' in read) return read.value;
    troubles.push({ fact, nearest: null, zh: `${fact}：${read.zh}`, en: `${fact}: ${read.en}` });
    return undefined;
  };
  const facts = program.facts.map((slot): Value => {
    if (slot.role === 'fact-day') return factDay;
    if (slot.role === 'law-day') return program.lawDay;
    const from = slot.role === 'discretion' ? discretions : json;
    return take(slot.name, readFact(own(from, slot.name), slot.type, slot.declared));
  });
  const members = program.entities.map((entity) => {
    const rows = own(json, entity.name);
    if (rows === undefined || rows === null) return undefined;
    if (!Array.isArray(rows)) {
      take(entity.name, { zh: '应为成员列表', en: 'a list of members is expected' });
      return undefined;
    }
    return rows.map((row: unknown, index) => {
      if (!isRecord(row))
        take(`${entity.name}[${index + 1}]`, {
          zh: `应为一名成员，收到 ${sayJson(row)}`,
          en: `a member is expected, got ${sayJson(row)}`,
        });
      const given = isRecord(row) ? row : {};
      reportUnknown(
        Object.keys(given),
        entity.fields.map((field) => field.name),
        `${entity.name}[${index + 1}].`,
        troubles,
      );
      return entity.fields.map((field) =>
        take(`${entity.name}[${index + 1}].${field.name}`, readFact(own(given, field.name), field.type, field)),
      );
    });
  });
  const roles = (wanted: 'fact' | 'discretion') =>
    program.facts.filter((slot) => slot.role === wanted).map((slot) => slot.name);
  reportUnknown(Object.keys(json), [...roles('fact'), ...program.entities.map((entity) => entity.name)], '', troubles);
  reportUnknown(Object.keys(discretions), roles('discretion'), '', troubles);
  return { facts: { facts, members }, troubles };
}

function reportUnknown(
  given: readonly string[],
  known: readonly string[],
  prefix: string,
  troubles: FactTrouble[],
): void {
  for (const name of given) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const [zh, en] = nearest ? [`，是否应为“${nearest}”？`, `; did you mean "${nearest}"?`] : ['', ''];
    troubles.push({
      fact: prefix + name,
      nearest,
      zh: `没有名为“${prefix}${name}”的事实${zh}`,
      en: `no fact is called "${prefix}${name}"${en}`,
    });
  }
}
