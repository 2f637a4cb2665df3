// Chinese is the source; an English sentence left out does not compile.
import * as cases from './cases.ts';
import * as codes from './codes.ts';
import * as frame from './frame.ts';
import * as inbox from './inbox.ts';

export const zh = { frame: frame.zh, inbox: inbox.zh, ...cases.zh, ...codes.zh };
export type Zh = typeof zh;

type SentencesOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : SentencesOf<T[K]> };

export const en = { frame: frame.en, inbox: inbox.en, ...cases.en, ...codes.en } satisfies SentencesOf<Zh>;
