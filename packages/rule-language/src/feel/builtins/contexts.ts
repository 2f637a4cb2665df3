import { Failure, kindFailure, type Outcome } from '../run/run.ts';
import { type FeelContext, isContext, isList, Unknown, type Value } from '../values/value.ts';
import { type BuiltIn, builtInSeeingUnknown } from './built-in.ts';

const contextOf = (value: Value | undefined): FeelContext => value as FeelContext;
const noEntry = () => new Failure('unknown-name', '没有这一项', 'there is no such entry');

function valueAt(context: FeelContext, keys: readonly Value[]): Outcome {
  if (keys.length === 0) return noEntry();
  let at: Value = context;
  for (const key of keys) {
    if (at instanceof Unknown) return at;
    if (!isContext(at) || typeof key !== 'string') return noEntry();
    const next: Value | undefined = at.get(key);
    if (next === undefined) return noEntry();
    at = next;
  }
  return at;
}

/** A copy with the entry at the end of the path set; every context on the way must be there. */
function putAt(context: FeelContext, keys: readonly Value[], value: Value): Outcome {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return kindFailure('context put', 'key');
  const inner = context.get(key) ?? null;
  let entry: Outcome = value;
  if (rest.length > 0) {
    if (!isContext(inner)) return noEntry();
    entry = putAt(inner, rest, value);
    if (entry instanceof Failure) return entry;
  }
  return new Map(context).set(key, entry);
}

function contextOfEntries(entries: readonly Value[]): Outcome {
  const context = new Map<string, Value>();
  for (const entry of entries) {
    const key = isContext(entry) ? entry.get('key') : undefined;
    if (!isContext(entry) || typeof key !== 'string' || !entry.has('value')) return kindFailure('context', 'entry');
    if (context.has(key)) return new Failure('value-range', `“${key}”重复`, `"${key}" is given twice`);
    context.set(key, entry.get('value') ?? null);
  }
  return context;
}

function merged(contexts: readonly Value[]): Outcome {
  const context = new Map<string, Value>();
  for (const one of contexts) {
    if (!isContext(one)) return kindFailure('context merge', 'context');
    for (const [key, value] of one) context.set(key, value);
  }
  return context;
}

export const contextFunctions: readonly BuiltIn[] = [
  builtInSeeingUnknown(
    'get value',
    ['m: context, key: string', ([context, key]) => valueAt(contextOf(context), [key ?? null])],
    [
      'context: context, keys: list',
      ([context, keys]) => valueAt(contextOf(context), isList(keys ?? null) ? (keys as readonly Value[]) : []),
    ],
  ),
  builtInSeeingUnknown('get entries', [
    'm: context',
    ([context]) =>
      [...contextOf(context)].map(
        ([key, value]) =>
          new Map<string, Value>([
            ['key', key],
            ['value', value],
          ]),
      ),
  ]),
  builtInSeeingUnknown('context', ['entries: list', ([entries]) => contextOfEntries(entries as readonly Value[])]),
  builtInSeeingUnknown(
    'context put',
    [
      'context: context, key: string, value: any',
      ([context, key, value]) => putAt(contextOf(context), [key ?? null], value ?? null),
    ],
    [
      'context: context, keys: list, value: any',
      ([context, keys, value]) => putAt(contextOf(context), keys as readonly Value[], value ?? null),
    ],
  ),
  builtInSeeingUnknown('context merge', ['contexts: list', ([contexts]) => merged(contexts as readonly Value[])]),
];
