import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const guidePage = readFileSync(
  join(import.meta.dirname, '../../../../docs/guides/write-a-rule-text.md'),
  'utf8',
);

/** The text the guide leads to: its indented pieces, put together in their order. */
export const guideText = guidePage
  .split('\n')
  .filter((line) => line.startsWith('    '))
  .map((line) => line.slice(4))
  .join('\n')
  .replaceAll('```\n```', '```\n\n```');

/** The fenced pieces of one kind, such as the facts (`json`) and what a command prints (`text`). */
export const fencedIn = (kind: string): string[] =>
  [...guidePage.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match) => match[1] ?? '');
