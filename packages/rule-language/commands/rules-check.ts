import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { boundaryExamples } from '../src/check/boundaries.ts';
import { checkText } from '../src/check/check-text.ts';
import { lawFolder } from '../src/check/law-folder.ts';
import {
  type Asked,
  commandLine,
  readArguments,
  readCountOption,
  readDayOption,
  readSource,
  sayProblem,
  sayVerdict,
  Usage,
} from '../src/command-line.ts';
import { requireFolder } from '../src/read-source.ts';

export const summary = '检查规则文本 · check a rule text before it is signed';

export const usage = `用法 usage: rules check FILE [--on 2024-07-01] [--laws 法规文件夹] [--samples 12] [--strict] [--json] [--boundaries] [--watch]
  0 可以使用（--strict：可以签发） 1 有问题 2 用法不对 · 0 fit to run (--strict: to sign), 1 problems, 2 usage`;
const options = {
  laws: { type: 'string' },
  samples: { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  boundaries: { type: 'boolean' },
  watch: { type: 'boolean', short: 'w' },
} as const;

export async function run(args: string[]): Promise<number> {
  return commandLine(async () => {
    const asked = readArguments(args, usage, options);
    const code = checkOnce(asked);
    if (asked.values.watch !== true || asked.file === '-') return code;
    await keepChecking(asked);
    return code;
  });
}

function checkOnce({ file, values }: Asked): number {
  const lawDay = readDayOption(values.on ?? values.law, 'on');
  const checked = checkText(readSource(file), {
    ...(lawDay === undefined ? {} : { lawDay }),
    ...(values.laws === undefined ? {} : { laws: lawFolder(requireFolder(String(values.laws))) }),
    ...(values.samples === undefined ? {} : { samples: readCountOption(values.samples, 'samples', 0, 10_000) }),
  });
  const isGood =
    values.strict === true ? checked.isSignable : checked.problems.every((one) => one.severity !== 'error');
  if (values.json === true) {
    const { problems, isRunnable, isSignable, counts } = checked;
    console.log(JSON.stringify({ file, isRunnable, isSignable, counts, problems }));
    return isGood ? 0 : 1;
  }
  for (const one of checked.problems) console.log(sayProblem(file, one));
  if (values.boundaries === true) {
    console.log('\n下面是门槛上下的例题，请手算核对后贴回条文下 · boundary examples to confirm by hand\n');
    for (const { block } of boundaryExamples(checked.programs)) console.log(`${block}\n`);
  }
  console.log(sayVerdict(checked, isGood));
  return isGood ? 0 : 1;
}

/**
 * Checks again after each save. Editors save in several writes, which a short wait gathers, or put a new file in the place of the
 * old one: the folder is watched, since a watch on the file would stay with the old one.
 */
function keepChecking(asked: Asked): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  watch(dirname(asked.file), (_, name) => {
    if (name !== null && name !== basename(asked.file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.log(`\n—— ${asked.file}`);
      checkAgain(asked);
    }, 80);
  });
  // Said once it is true: what is saved from here on is seen.
  console.log(`\n正在看着 ${asked.file}，保存就重查，Ctrl-C 结束 · watching, Ctrl-C ends`);
  return new Promise(() => undefined);
}

/** Between two writes the file may be away for a moment: that is said, and waited out. */
function checkAgain(asked: Asked): void {
  try {
    checkOnce(asked);
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    console.error(error.message);
  }
}
