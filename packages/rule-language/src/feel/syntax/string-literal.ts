import type { ProblemCode, ProblemWords } from '../problem.ts';

type Report = (code: ProblemCode, start: number, end: number, words: ProblemWords) => void;
const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** A text literal from its opening quote on, unescaped (rule 64: `\n \r \t \" \' \\ \uXXXX \UXXXXXX`). */
export function readString(text: string, start: number, quote: string, report: Report): { value: string; end: number } {
  let value = '';
  let at = start + 1;
  let plainFrom = at;
  while (at < text.length && text[at] !== quote) {
    if (text[at] !== '\\') {
      at++;
      continue;
    }
    value += text.slice(plainFrom, at);
    const next = text[at + 1] ?? '';
    const simple = Object.hasOwn(simpleEscapes, next) ? simpleEscapes[next] : undefined;
    const hex = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6}))/.exec(text.slice(at, at + 8));
    const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? '', 16);
    if (simple !== undefined) {
      value += simple;
      at += 2;
    } else if (hex && code <= 0x10ffff) {
      value += String.fromCodePoint(code);
      at += hex[0].length;
    } else {
      if (next === 'u' || next === 'U') {
        report('feel-bad-escape', at, at + 2, {
          zh: '字符编码应写成 \\u 加四位或 \\U 加六位十六进制数',
          en: 'a code is \\u with four or \\U with six hexadecimal digits',
          expected: ['\\u4E00', '\\U01F40E'],
        });
      }
      // Regular expressions are written `"\d+"` all over the world: a strange escape stands for itself.
      value += '\\';
      at += 1;
    }
    plainFrom = at;
  }
  value += text.slice(plainFrom, at);
  if (at >= text.length) {
    report('feel-unclosed-text', start, Math.min(start + 1, text.length), {
      zh: '文本的引号没有结束',
      en: 'text is not closed by a quote',
      expected: [quote],
    });
    return { value, end: text.length };
  }
  return { value, end: at + 1 };
}
