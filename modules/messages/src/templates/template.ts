/** What a letter says in one language: a head, paragraphs, and one sentence for a phone. */
export type Text = {
  readonly title: string;
  readonly lines: readonly string[];
  /** Short, without names, reasons or links: a phone's screen is read by others, and links teach people to press them. */
  readonly short: string;
};

export type Content = {
  readonly zh: Text;
  readonly en: Text;
  /** Where on the portal the person goes on. */
  readonly path: string;
};

/** What the message is about. Everything else comes from the case's own page. */
export type OfCase = {
  readonly itemName: string;
  /** Where an item has no English name its Chinese one stands in the English letter. */
  readonly itemNameEn?: string;
  /** The case's number as the person knows it. */
  readonly number: string;
  readonly caseId: string;
};

export type Template<V> = (values: V) => Content;

export const casePath = ({ caseId }: { readonly caseId: string }): string => `/my/cases/${caseId}`;

/** The matter as both languages name it: 《食品经营许可》（编号 …）. */
export const matter = ({ itemName, itemNameEn, number }: OfCase): { zh: string; en: string } => ({
  zh: `《${itemName}》（编号 ${number}）`,
  en: `“${itemNameEn ?? itemName}” (number ${number})`,
});

/** A numbered list, or nothing. */
export const numbered = (points: readonly string[] = []): string[] =>
  points.map((point, index) => `${index + 1}. ${point}`);

/** The line only where there is something to say. */
export const when = (value: unknown, line: string): string[] => (value ? [line] : []);
