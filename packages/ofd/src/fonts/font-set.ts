import { createRequire } from 'node:module';
import type { FontRole } from '../layout/layout.ts';
import { type Face, openFace } from './face.ts';

/** What stands behind a role: the face and whether it is the one the standard names. */
export type Cut = {
  readonly role: FontRole;
  /** The name the standard and word processors know: 仿宋, 方正小标宋简体. */
  readonly officialName: string;
  readonly face: Face;
  readonly isSubstituted: boolean;
};

export type FontSet = {
  readonly cut: (role: FontRole) => Cut;
  /** Faces asked, in order, for characters the role's own lacks. */
  readonly fallbacks: () => readonly Face[];
};

/** Where the official files lie, by role; a path alone or with the index inside a collection. */
export type FontFiles = Partial<Record<FontRole, string | { readonly path: string; readonly index: number }>>;

const officialNames: Record<FontRole, string> = {
  fangsong: '仿宋',
  xiaobiaosong: '小标宋',
  heiti: '黑体',
  kaiti: '楷体',
  songti: '宋体',
};

// Open faces under the OFL that cover the national character table. No open 仿宋, 小标宋 or 楷体 is published on npm
// with simplified characters; Noto Serif in other weights keeps the roles apart and the em squares equal.
const openFiles: Record<FontRole, string> = {
  fangsong: '@expo-google-fonts/noto-serif-sc/300Light/NotoSerifSC_300Light.ttf',
  xiaobiaosong: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  heiti: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  kaiti: '@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf',
  songti: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
};

const require = createRequire(import.meta.url);
const opened = new Map<string, Face>();

function openOnce(path: string, index: number): Face {
  const key = `${path}#${index}`;
  let face = opened.get(key);
  if (!face) {
    face = openFace(path, index);
    opened.set(key, face);
  }
  return face;
}

/** The font set: official files where configured, open ones for the rest. Files are opened at first use and kept. */
export function loadFonts(files: FontFiles = {}): FontSet {
  const cuts = new Map<FontRole, Cut>();
  function cut(role: FontRole): Cut {
    let known = cuts.get(role);
    if (!known) {
      const given = files[role];
      const path = typeof given === 'string' ? given : given?.path;
      const face = path
        ? openOnce(path, typeof given === 'string' ? 0 : (given?.index ?? 0))
        : openOnce(require.resolve(openFiles[role]), 0);
      known = { role, officialName: officialNames[role], face, isSubstituted: !path };
      cuts.set(role, known);
    }
    return known;
  }
  return { cut, fallbacks: () => [openOnce(require.resolve(openFiles.songti), 0)] };
}

/** What the finished document says of its fonts: `仿宋→Noto Serif SC Light`; empty where all are official. */
export function saySubstitutions(fonts: FontSet, roles: Iterable<FontRole>): string {
  return [...new Set(roles)]
    .map((role) => fonts.cut(role))
    .filter((cut) => cut.isSubstituted)
    .map((cut) => `${cut.officialName}→${cut.face.postscriptName}`)
    .join('；');
}
