// JSON Schema 2020-12: the suite others wrote, against the validator the forms use. Known gaps of Ajv are listed by
// name in json-schema-gaps.txt; a test that fails and is not listed, or is listed and passes, ends the run with an error.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export const summary = 'JSON Schema 2020-12 套件，缺口逐条列名 · the suite against Ajv, gaps listed by test name';

type Case = { description: string; schema: unknown; tests: { description: string; data: unknown; valid: boolean }[] };

const suite = join(import.meta.dirname, '../../..', 'shared/conformance/json-schema');
const gapsFile = join(import.meta.dirname, 'json-schema-gaps.txt');
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The documents the suite refers to, under the address it gives them. */
function listRemotes(): [string, unknown][] {
  const files = globSync('**/*.json', { cwd: join(suite, 'remotes') });
  return files
    .filter((file) => !/^(draft[^/]*|v1)\//.test(file) || file.startsWith('draft2020-12/'))
    .map((file) => [`http://localhost:1234/${file}`, read(join(suite, 'remotes', file))]);
}

function makeAjv(remotes: readonly [string, unknown][], withFormats: boolean): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, validateFormats: withFormats, logger: false });
  if (withFormats) addFormats.default(ajv);
  for (const [address, schema] of remotes) ajv.addSchema(schema as object, address);
  return ajv;
}

/** Whether Ajv finds valid what the suite says is, test by test. A schema it cannot compile fails all its tests. */
function runCase({ schema, tests }: Case, remotes: readonly [string, unknown][], withFormats: boolean): boolean[] {
  try {
    const validate = makeAjv(remotes, withFormats).compile(schema as object);
    return tests.map(({ data, valid }) => {
      try {
        return validate(data) === valid;
      } catch {
        return false;
      }
    });
  } catch {
    return tests.map(() => false);
  }
}

export async function run(args: string[]): Promise<number> {
  if (!existsSync(suite)) {
    console.log('跳过：没有套件。 Skipped: the suite is not here.');
    console.log(JSON.stringify({ suite: 'json-schema', passed: 0, failed: 0, outOfScope: 0, skipped: true }));
    return 0;
  }
  const remotes = usable(listRemotes());
  const folder = join(suite, 'tests/draft2020-12');
  const failed: string[] = [];
  let passed = 0;
  for (const file of globSync('**/*.json', { cwd: folder }).sort()) {
    const name = relative('.', file).replace(/\.json$/, '');
    if (args.length > 0 && !args.some((word) => name.includes(word))) continue;
    for (const one of read(join(folder, file)) as Case[])
      for (const [at, isRight] of runCase(one, remotes, name.startsWith('optional/format')).entries())
        if (isRight) passed++;
        else failed.push(`${name} | ${one.description} | ${one.tests[at]?.description}`);
  }
  const listed = readFileSync(gapsFile, 'utf8').split('\n');
  const knownGaps = listed.filter((line) => line !== '' && !line.startsWith('#'));
  const known = new Set(knownGaps);
  const unexpected = failed.filter((name) => !known.has(name));
  const closed = args.length > 0 ? [] : knownGaps.filter((name) => !failed.includes(name));
  for (const name of failed) console.log(`  ${known.has(name) ? '缺口 gap ' : '新错 new '} ${name}`);
  for (const name of closed) console.log(`  已补 closed, take it off the list: ${name}`);
  const required = failed.filter((name) => !name.startsWith('optional/')).length;
  console.log(`${passed} 通过，${failed.length} 个缺口（其中必备部分 ${required} 个）。`);
  console.log(`${passed} passed, ${failed.length} gaps (${required} of them outside optional).`);
  const gaps = failed.length - unexpected.length;
  console.log(
    JSON.stringify({
      suite: 'json-schema',
      passed,
      failed: unexpected.length,
      outOfScope: gaps,
      closed: closed.length,
    }),
  );
  return unexpected.length + closed.length === 0 ? 0 : 1;
}

/** Remotes Ajv cannot even take in are left out, so that they fail the tests that need them and no others. */
function usable(remotes: readonly [string, unknown][]): [string, unknown][] {
  return remotes.filter(([address, schema]) => {
    try {
      makeAjv([], false).addSchema(schema as object, address);
      return true;
    } catch {
      return false;
    }
  });
}
