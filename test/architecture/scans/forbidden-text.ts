import { partsOf } from '../source.ts';
import { isTest, isTypeScript, lineAt, type SourceFile, type Trespass } from '../tree.ts';

export const guarantee = 'no file holds a secret, speaks of one machine, leaves work for later or silences a check';

type Rule = {
  pattern: RegExp;
  say: string;
  appliesTo: (path: string) => boolean;
  /** Where to look: the whole text, or the code without comments and strings. */
  in: 'text' | 'code';
};

const isSource = (path: string) => /\.(tsx?|m?js|css|sql|sh|ya?ml|toml)$/.test(path);
const anywhere = () => true;

const rules: Rule[] = [
  {
    pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b/g,
    say: 'holds a secret: make it where it is needed, and take this one out of use',
    appliesTo: anywhere,
    in: 'text',
  },
  // A path of a machine begins a word; `/api/work/` and `${origin}/root/` do not.
  {
    pattern: /(?<![\w.:*)}\]/-])\/(?:work|root)\//g,
    say: 'names a folder of one machine',
    appliesTo: anywhere,
    in: 'text',
  },
  {
    pattern: /(?<![\w.:*)}\]/-])\/tmp\//g,
    say: 'names a temporary folder: ask os.tmpdir()',
    appliesTo: (path) => !isTest(path),
    in: 'text',
  },
  {
    pattern:
      /\b(?:registry|npm|pypi|mirrors?)\.(?!example\b)(?:[a-z0-9-]+\.)+(?:com|org|net|io|cn|dev|local|internal)\b|"resolved": "http/g,
    say: 'names a package registry: everyone has their own',
    appliesTo: anywhere,
    in: 'text',
  },
  {
    pattern: /\b(?:TODO|FIXME)\b/g,
    say: 'leaves work for later: do it, or open an issue',
    appliesTo: isSource,
    in: 'text',
  },
  {
    pattern: /\b(?:test|it|describe|suite)\.(?:skip|only|todo)\b/g,
    say: 'runs fewer tests than it shows: remove it',
    appliesTo: isTypeScript,
    in: 'code',
  },
  {
    pattern: /\bas\s+any\b|[\w)\]?]\s*:\s*any\b(?!\s*[(:.'"`])|<any\b|\bany\[\]/g,
    say: 'uses any: name the shape, or take unknown and check it',
    appliesTo: isTypeScript,
    in: 'code',
  },
  {
    pattern: /@ts-(?:ignore|nocheck)|biome-ignore|eslint-disable/g,
    say: 'silences a check: satisfy it',
    appliesTo: isSource,
    in: 'text',
  },
  // What stands on one transaction must not outlive it because a neighbour failed.
  {
    pattern: /\bPromise\.(?:all|allSettled|any|race)\(/g,
    say: 'asks at the same time by itself: `together` of the platform is done when the last one is',
    appliesTo: (path) => path.startsWith('modules/') && isTypeScript(path) && !isTest(path),
    in: 'code',
  },
];

/** The guards must name what they forbid. */
const isGuard = (path: string) => path.startsWith('test/architecture/');

export function scan(files: readonly SourceFile[]): Trespass[] {
  return files
    .filter(({ path }) => !isGuard(path))
    .flatMap((file) =>
      rules
        .filter(({ appliesTo }) => appliesTo(file.path))
        .flatMap((rule) => {
          const text = rule.in === 'code' ? partsOf(file).code : file.text;
          return [...text.matchAll(rule.pattern)].map((match) => {
            const line = lineAt(text, match.index);
            return { path: file.path, line, say: `${rule.say} (${match[0].trim()})` };
          });
        }),
    );
}
