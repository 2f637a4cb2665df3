import type { SourceFile, Trespass } from '../tree.ts';

export const guarantee = 'names of files and folders are kebab-case and say what is in the room';

// Drawers: a name that fits everything says nothing. `service-item` is let through, where the word is the subject of
// the house (政务服务) and qualifies what follows; `case-service` and `service` are not.
const forbidden = new Set([
  'utils',
  'helpers',
  'common',
  'shared',
  'misc',
  'base',
  'manager',
  'service',
  'impl',
  'data',
  'info',
  'handler',
]);

const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
// What others gave a name to: licences and readmes, container recipes, and the language tags of RFC 5646.
const given = /^(LICENSE|[A-Z]+\.md|Dockerfile|Containerfile|Chart\.yaml|[a-z]{2}-[A-Z]{2}(\.[a-z]+)*)$/;
const migration = /^\d{4}_[a-z0-9_]+\.sql$/;

function findReason(name: string, path: string): string | undefined {
  if (given.test(name) || (path.includes('/migrations/') && migration.test(name))) return undefined;
  const word = name
    .split(/[-._]/)
    .find((part) => forbidden.has(part) && !(part === 'service' && /^service-[a-z]/.test(name)));
  if (word) return `is called “${word}”, a drawer: name it by what it does, or put it into the room it belongs to`;
  return kebab.test(name) ? undefined : `${name} is not kebab-case`;
}

export function scan(files: readonly SourceFile[]): Trespass[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => {
    const names = path.split('/');
    return names.flatMap((name, depth) => {
      const place = names.slice(0, depth + 1).join('/');
      if (seen.has(place)) return [];
      seen.add(place);
      const say = findReason(name, path);
      return say === undefined ? [] : [{ path: place, line: 1, say }];
    });
  });
}
