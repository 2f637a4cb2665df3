import type { RuleText } from './model.ts';
import { problem, type TextProblem } from './problem.ts';
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

/** At most 200; that a text was cut is never among those left out. */
const mostOf = (all: readonly TextProblem[]): TextProblem[] =>
  all.filter((one, index) => index < mostProblems || one.code === 'text-too-long');

/** Reads a rule text in either form. Never throws: every trouble is a problem with its place (at most 200). */
export function readText(written: string): TextRead {
  const source = written.slice(0, longest).replace(/^\uFEFF/, '');
  const cut: TextProblem[] =
    written.length <= longest
      ? []
      : [
          problem(
            'text-too-long',
            { line: source.split('\n').length, column: 1 },
            {
              zh: `从这里往后没有读，最多 ${longest} 个字符`,
              en: `not read from here on, at most ${longest} characters`,
            },
          ),
        ];
  const { raw, problems } = formOf(source) === 'yaml' ? readYaml(source) : readMarkdown(source);
  const model = readModel(raw, source);
  const all = [...cut, ...problems, ...model.problems].sort((a, b) => a.line - b.line || a.column - b.column);
  return { raw, text: model.text, problems: mostOf(all) };
}
