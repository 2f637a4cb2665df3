import { type Mm, mmOf } from '../layout/layout.ts';
import { documentKinds } from '../official/standard.ts';
import type { Seen, SeenBar, SeenLine } from './seen.ts';
import { textsOf } from './seen.ts';

/** The parts of an official document as far as they can be told apart by what they say and where they stand. */
export type Parts = {
  readonly texts: readonly string[];
  readonly mark: SeenLine | undefined;
  readonly number: SeenLine | undefined;
  readonly redLine: SeenBar | undefined;
  readonly title: readonly SeenLine[];
  readonly addressees: SeenLine | undefined;
  readonly body: readonly SeenLine[];
  readonly date: SeenLine | undefined;
  readonly signature: SeenLine | undefined;
  readonly pageNumbers: readonly SeenLine[];
  readonly imprintBars: readonly SeenBar[];
  readonly titleText: string;
};

const isNear = (value: number, expected: number, tolerance: number): boolean => Math.abs(value - expected) <= tolerance;
export const numberLike = /[〔[［(（【]\s*\d{4}\s*[〕\]］)）】]\s*第?\s*\d+\s*号|^第\d+号$/;
export const dateLike =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[一二三四五六七八九〇○零十]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日)$/;
const pageNumberLike = /^[—\-–－―]?\s*\d+\s*[—\-–－―]?$/;
const paperBottom = 262;

/** A line of 发文机关标志: larger than any title, or, where many organs stand under each other, at least red. */
export const isOfMark = (line: SeenLine): boolean =>
  line.page === 0 && (line.size > 24 || (line.size > 12 && isRed(line)));

export function findParts(seen: Seen): Parts {
  const { lines, bars } = seen;
  const first = lines.filter((line) => line.page === 0);
  const pageNumbers = lines.filter((line) => line.baseline > paperBottom + 2 && pageNumberLike.test(line.text.trim()));
  const mark = first.filter(isOfMark).sort((a, b) => b.size - a.size)[0];
  const redLine = bars.find(
    (bar) =>
      bar.page === 0 &&
      bar.width > 140 &&
      bar.height < 2 &&
      bar.y < 225 &&
      (!mark || bar.y > mark.baseline) &&
      isReddish(bar),
  );
  const under = redLine?.y ?? mark?.baseline ?? 0;
  const title = first.filter((line) => line.baseline > under && isNear(line.size, 22, 2.5) && line !== mark);
  const titleEnd = title.at(-1)?.baseline ?? under;
  const number = first.find((line) => numberLike.test(line.text));
  const last = seen.pages.length - 1;
  const imprintBars = bars.filter(
    (bar) =>
      bar.page === last &&
      bar.width > 140 &&
      bar.width < 165 &&
      bar.height < 2 &&
      bar.y > 150 &&
      bar !== redLine &&
      !isRed(bar),
  );
  const imprintTop = Math.min(Number.POSITIVE_INFINITY, ...imprintBars.map((bar) => bar.y));
  // A letter's imprint has no lines.
  const copyToAt =
    lines.find((line) => line.page === last && /^抄送[：:]/.test(line.text))?.baseline ?? Number.POSITIVE_INFINITY;
  const body = lines.filter((line) => {
    const isAfterHead = line.page > 0 || line.baseline > titleEnd + 1;
    const isImprint = line.page === last && (line.baseline > imprintTop || line.baseline >= copyToAt);
    return isAfterHead && !isImprint && !pageNumbers.includes(line) && line !== number && isNear(line.size, 16, 3);
  });
  const addressees = body.find((line) => line.page === 0 && /[：:]$/.test(line.text));
  const dateIndex = lines.findIndex((line) => dateLike.test(line.text.trim()));
  const signature =
    dateIndex > 0 && lines[dateIndex - 1]?.page === lines[dateIndex]?.page ? lines[dateIndex - 1] : undefined;
  return {
    texts: textsOf(seen),
    mark,
    number,
    redLine,
    title,
    addressees,
    body,
    date: lines[dateIndex],
    signature,
    pageNumbers,
    imprintBars,
    titleText: title.length > 0 ? title.map((line) => line.text).join('') : titleOfParagraphs(seen),
  };
}

const isRed = ({ color }: Pick<SeenBar, 'color'>): boolean => color !== undefined && color[0] > 150 && color[1] < 90;
const isReddish = (bar: SeenBar): boolean => bar.color === undefined || isRed(bar);

// A word processor's file does not say which paragraph is the title. It stands before the addressees, alone in its size
// or, where the drafter did not know that, at least named like a title.
function titleOfParagraphs(seen: Seen): string {
  const inSize = seen.paragraphs.filter((one) => one.size !== undefined && isNear(one.size, 22, 2.5));
  if (inSize.length > 0) return inSize.map((one) => one.text.trim()).join('');
  return seen.paragraphs.find((one) => titleLike.test(one.text.trim()))?.text.trim() ?? '';
}

const titleLike = new RegExp(`^[^。：:]{0,80}关于[^。：:]{1,80}的?(?:${documentKinds.join('|')})$`);

/** The middle of a line between left and right. */
export const middleOf = (line: { readonly left: Mm; readonly right: Mm }): Mm => (line.left + line.right) / 2;

/** The middle of a centred line: its boxes count whole, a closing bracket's empty half too. */
export const centreOf = (line: SeenLine): Mm =>
  ((line.at[0] ?? line.left) + (line.at.at(-1) ?? line.right) + mmOf(line.size)) / 2;
