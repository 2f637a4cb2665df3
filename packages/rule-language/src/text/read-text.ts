import type { RuleText } from './model.ts';
import type { TextProblem } from './problem.ts';
import type { RawText } from './raw.ts';
import { readMarkdown } from './read-markdown.ts';
import { readModel } from './read-model.ts';
import { readYaml } from './read-yaml.ts';

const longest = 1_000_000;
const mostProblems = 200;

export type TextRead = { readonly raw: RawText; readonly text: RuleText; readonly problems: readonly TextProblem[] };

/** YAML when the text opens like it, Markdown otherwise. */
export const formOf = (source: string): 'markdown' | 'yaml' =>
  /^(?:\s*#[^\n]*\n|\s|---\s*\n)*(规则文本|rule text)\s*:/.test(source) ? 'yaml' : 'markdown';

/** Reads a rule text in either form. Never throws: every trouble is a problem with its place (at most 200). */
export function readText(written: string): TextRead {
  const source = written.slice(0, longest).replace(/^\uFEFF/, '');
  const { raw, problems } = formOf(source) === 'yaml' ? readYaml(source) : readMarkdown(source);
  const model = readModel(raw, source);
  const all = [...problems, ...model.problems].sort((a, b) => a.line - b.line || a.column - b.column);
  return { raw, text: model.text, problems: all.slice(0, mostProblems) };
}
