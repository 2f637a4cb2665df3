import { isWithinDivision, parseDivisionCode } from '@zhengtong/standards';
import type { Question } from '../../definition/definition.ts';
import type { FormContext, PostBody } from '../kind.ts';
import { isBlank, readTexts } from '../typed.ts';

type Place = { readonly code: string; readonly name: string };

/** One list to choose from, and what the answer chooses in it. */
export type Step = {
  /** The place whose parts are listed; absent in the first list. */
  readonly of?: Place;
  readonly places: readonly Place[];
  readonly chosen: Place | undefined;
};

const depths = { county: 6, township: 9, village: 12 } as const;

/** How deep a question goes: to the town unless it says otherwise. The closer lists are an offer, never demanded. */
const digitsOf = ({ level = 'township' }: Question): number => depths[level];

/** The lists a page shows for an answer, each of the parts of what was chosen in the one before; none where a code is typed. */
export function listSteps(question: Question, code: string, context: FormContext): readonly Step[] {
  const steps: Step[] = [];
  let places = context.listDivisions?.(question.within ?? '100000') ?? [];
  for (let of: Place | undefined; places.length > 0; ) {
    const only = places.length === 1 && question.required !== false ? places[0] : undefined;
    const named = places.find((one) => one.code === code) ?? places.findLast((one) => isWithinDivision(code, one.code));
    const isDeep = (one: Place | undefined) => one && one.code.length < digitsOf(question);
    const closerOf = (one: Place | undefined) => (one && isDeep(one) ? (context.listCloser?.(one.code) ?? []) : []);
    // A district that serves itself has one district to choose: its towns are shown at once.
    const chosen = code === '' ? (closerOf(only).length > 0 ? only : undefined) : named;
    steps.push({ ...(of ? { of } : {}), places, chosen });
    places = closerOf(chosen);
    of = chosen;
  }
  return steps;
}

/**
 * The place a page sends: its lists go by one name, in order, and the closest one counts that lies in those before. A
 * town left over from another district than the one chosen now is let go.
 */
export function readPlace(post: PostBody, name: string): string | undefined {
  const texts = readTexts(post, name);
  return texts?.[Math.max(countKept(texts) - 1, 0)];
}

/** How many of the lists' texts hang together, each a part of the one before. */
function countKept(texts: readonly string[]): number {
  const broken = texts.findIndex((text, at) => (at === 0 ? isBlank(text) : !isCloser(text, texts[at - 1] ?? '')));
  return broken < 0 ? texts.length : broken;
}

const isCloser = (text: string, place: string): boolean => {
  const [a, b] = [parseDivisionCode(text), parseDivisionCode(place)];
  return a.ok && b.ok && a.value.code !== b.value.code && isWithinDivision(a.value.code, b.value.code);
};

/** The list to go on with that the page did not have: its number from 0, or undefined where everything was offered. */
export function findUnoffered(
  post: PostBody,
  name: string,
  question: Question,
  context: FormContext,
): number | undefined {
  const texts = readTexts(post, name) ?? [];
  const kept = countKept(texts);
  const steps = kept > 0 ? listSteps(question, texts[kept - 1] ?? '', context).length : 0;
  // Left empty is an answer: whoever does not know the town goes on. Left over from elsewhere is none.
  const answered = isBlank(texts[kept]) ? texts.length : kept;
  return steps > answered ? answered : undefined;
}
