import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { toHalfWidth } from '@zhengtong/standards';
import { marksOf } from './weigh-terms.ts';

// The dictionary takes a tenth of a second to load: once a process, at the first search.
let loaded: Jieba | undefined;
function jieba(): Jieba {
  loaded ??= Jieba.withDict(dict);
  return loaded;
}

const runs = /\p{Script=Han}+|[a-z0-9]+/gu;
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Tidy text in runs of one script: `食品（2类）` gives 食品, 2, 类. */
export const splitRuns = (text: string): string[] => toHalfWidth(text).toLowerCase().match(runs) ?? [];

/**
 * The tokens a text is found by: dictionary words, every pair of neighbouring characters, every single character.
 * Pairs find what no dictionary knows; words find what pairs would cut wrongly; singles answer a one-character query.
 */
export function tokenise(text: string): Set<string> {
  const tokens = new Set<string>();
  for (const run of splitRuns(text)) {
    if (!isHan(run)) {
      tokens.add(run);
      continue;
    }
    const characters = [...run];
    for (const character of characters) tokens.add(character);
    for (const token of tokensOfRun(run, characters)) tokens.add(token);
  }
  return tokens;
}

/** What is asked of the index for a query: single characters only where the query is one. */
export function tokeniseQuery(text: string): Set<string> {
  const tokens = new Set<string>();
  for (const run of splitRuns(text)) {
    const characters = [...run];
    if (!isHan(run) || characters.length === 1) tokens.add(run);
    else for (const token of tokensOfRun(run, characters)) tokens.add(token);
  }
  return tokens;
}

function tokensOfRun(run: string, characters: string[]): string[] {
  const pairs = characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  const words = jieba()
    .cutForSearch(run, true)
    .filter((word) => [...word].length > 1);
  return [...pairs, ...words];
}

/** What comes after having something: who does not say so wants the thing itself, issued anew. */
export const laterSteps =
  /变更|注销|补办|补证|补发|补领|换发|换证|换领|延续|续期|歇业|停业|恢复|遗失|查询|咨询|撤销|终止/;
export const laterMark = '§later';

/** Tokens as PostgreSQL reads a tsvector, each with its field: A the name, B how people say it; and marks of length. */
export function toSearchVector(name: string, words: readonly string[]): { search: string; length: number } {
  // 食品（含保健食品）经营许可 is also what its name says without the brackets.
  const inName = tokenise(name).union(tokenise(name.replace(/[（(][^（）()]*[）)]/g, '')));
  const inWords = new Set(words.flatMap((word) => [...tokenise(word)]));
  const lexemes = [...inName.union(inWords)].map((token) => {
    const fields = [inName.has(token) ? '1A' : '', inWords.has(token) ? '2B' : ''].filter(Boolean).join(',');
    return `'${token}':${fields}`;
  });
  const marks = [...marksOf(inName.size), ...(laterSteps.test(name) ? [laterMark] : [])].map((mark) => `'${mark}':3`);
  return { search: [...lexemes, ...marks].join(' '), length: inName.size };
}
