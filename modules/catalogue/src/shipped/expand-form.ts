import type { FormDefinition } from '../contract.ts';

/** What YAML gives: maps, lists and texts. */
export type Yaml = { readonly [key: string]: unknown };

const sentenceKeys = new Set(['title', 'label', 'hint', 'intro', 'itemLabel', 'unit', 'patternSay']);

/** `中文 | English` as a sentence in both languages. */
export function sentence(text: string): { zh: string; en: string } {
  const [zh = '', en = ''] = text.split(' | ');
  if (!zh || !en) throw new Error(`needs both languages, "中文 | English": ${text}`);
  return { zh, en };
}

/** The short form people write as the form language has it. Sections that are a single word come from `sections`. */
export function expandForm(given: Yaml, sections: Readonly<Record<string, Yaml>>): FormDefinition {
  const all = (given.sections as (string | Yaml)[]).map((section) => {
    if (typeof section !== 'string') return section;
    const known = sections[section];
    if (!known) throw new Error(`no form section is called ${section}`);
    return known;
  });
  return expand({ ...given, sections: all }) as FormDefinition;
}

function expand(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return sentenceKeys.has(key) ? sentence(value) : value;
  if (Array.isArray(value)) return value.map((one) => (key === 'statements' ? sentence(String(one)) : expand(one)));
  if (value === null || typeof value !== 'object') return value;
  if (key === 'choices')
    return Object.entries(value).map(([name, label]) => ({ value: name, label: sentence(String(label)) }));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, expand(inner, name)]));
}
