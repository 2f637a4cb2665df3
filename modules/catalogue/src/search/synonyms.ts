import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { nameKey } from '../domain/name-key.ts';

/** One lay saying and the official words it stands for. */
type Synonym = { readonly say: string; readonly means: readonly string[] };

let loaded: readonly Synonym[] | undefined;

/** The table of lay words, `words/synonyms.yaml`: read once, longest sayings first. */
export function synonyms(): readonly Synonym[] {
  loaded ??= (
    parse(readFileSync(new URL('../../words/synonyms.yaml', import.meta.url), 'utf8')) as {
      say: string[];
      means: string[];
    }[]
  )
    .flatMap(({ say, means }) => say.map((one) => ({ say: nameKey(one), means })))
    .sort((a, b) => b.say.length - a.say.length);
  return loaded;
}
