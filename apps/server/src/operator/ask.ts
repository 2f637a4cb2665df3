import { createInterface } from 'node:readline/promises';
import { OperatorError } from '@zhengtong/platform';

/** One line typed at the terminal, asked again while empty, unless it may be. Ctrl-C leaves. */
export async function ask(question: string, mayBeEmpty = false): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (;;) {
      const answer = (await lines.question(`${question}: `)).trim();
      if (answer || mayBeEmpty) return answer;
    }
  } finally {
    lines.close();
  }
}

/** A secret typed without showing it. Only for a terminal; raw mode is given back whatever happens. */
export function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(`${question}: `);
  return new Promise((resolve, reject) => {
    let typed = '';
    const end = (settle: () => void): void => {
      stdin.off('data', take);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      settle();
    };
    const take = (chunk: Buffer): void => {
      for (const char of chunk.toString('utf8')) {
        const isCancelled = char === '\u0003';
        if (isCancelled || char === '\r' || char === '\n') {
          end(() => (isCancelled ? reject(new OperatorError('已取消。 · Cancelled.')) : resolve(typed)));
          return;
        }
        typed = char === '\u007f' || char === '\b' ? [...typed].slice(0, -1).join('') : typed + char;
      }
    };
    stdin.setRawMode(true);
    stdin.resume();
    stdin.on('data', take);
  });
}

/** The first line of standard input: a password handed over by a script. */
export async function readFirstLine(input: AsyncIterable<Buffer | string>): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += chunk.toString();
    if (text.includes('\n')) break;
  }
  return text.split(/\r?\n/)[0] ?? '';
}
