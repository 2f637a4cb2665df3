// Chinese is the source; an English sentence left out does not compile.
import * as calendar from './calendar.ts';
import * as cases from './cases.ts';
import * as catalogue from './catalogue.ts';
import * as certificates from './certificates.ts';
import * as codes from './codes.ts';
import * as codesAfter from './codes-after.ts';
import * as frame from './frame.ts';
import * as guide from './guide.ts';
import * as inbox from './inbox.ts';
import * as people from './people.ts';
import * as ratings from './ratings.ts';
import * as sending from './sending.ts';

export const zh = {
  frame: frame.zh,
  inbox: inbox.zh,
  ...calendar.zh,
  ...cases.zh,
  ...certificates.zh,
  ...codes.zh,
  ...codesAfter.zh,
  ...catalogue.zh,
  ...guide.zh,
  ...people.zh,
  ...ratings.zh,
  ...sending.zh,
};
export type Zh = typeof zh;

type SentencesOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : SentencesOf<T[K]> };

export const en = {
  frame: frame.en,
  inbox: inbox.en,
  ...calendar.en,
  ...cases.en,
  ...certificates.en,
  ...codes.en,
  ...codesAfter.en,
  ...catalogue.en,
  ...guide.en,
  ...people.en,
  ...ratings.en,
  ...sending.en,
} satisfies SentencesOf<Zh>;
