// Chinese is the source; an English sentence left out does not compile.
import * as applying from './applying.ts';
import * as files from './files.ts';
import * as finding from './finding.ts';
import * as firms from './firms.ts';
import * as following from './following.ts';
import * as frame from './frame.ts';
import * as guide from './guide.ts';
import * as mail from './mail.ts';
import * as own from './own.ts';
import * as rating from './rating.ts';
import * as signingIn from './signing-in.ts';

export const zh = {
  frame: frame.zh,
  ...finding.zh,
  ...guide.zh,
  ...applying.zh,
  ...files.zh,
  ...following.zh,
  ...signingIn.zh,
  ...mail.zh,
  ...own.zh,
  ...firms.zh,
  ...rating.zh,
};
export type Zh = typeof zh;

type SentencesOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : SentencesOf<T[K]> };

export const en = {
  frame: frame.en,
  ...finding.en,
  ...guide.en,
  ...applying.en,
  ...files.en,
  ...following.en,
  ...signingIn.en,
  ...mail.en,
  ...own.en,
  ...firms.en,
  ...rating.en,
} satisfies SentencesOf<Zh>;
