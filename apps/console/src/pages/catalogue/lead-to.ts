import { partOf } from './content.ts';

const fields = 'input:not([type=hidden]),textarea,select';

/** The first thing to write in it, or to press where there is nothing to write. */
export const findField = (place: HTMLElement | null): HTMLElement | null =>
  place?.matches(`${fields},button`)
    ? place
    : (place?.querySelector<HTMLElement>(fields) ?? place?.querySelector<HTMLElement>('button') ?? null);

/** The place a check speaks of: `/materials/2/checks/0` is the nearest thing on the page to that point. */
export function findPlace(at: string, isThere: (id: string) => boolean): string | undefined {
  const steps = at.split('/').filter((step) => step !== '');
  const ids = steps.map((_, i) => ['at', ...steps.slice(0, steps.length - i)].join('_'));
  const part = partOf(steps[0] ?? '');
  return [...ids, ...(part ? [`part_${part}`] : [])].find(isThere);
}

/** What is called so, or the first thing in it: a law has no element of its own, its name has. */
const find = (id: string): HTMLElement | null =>
  document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}_"]`);

/** Opens what hides the place and puts the focus in its field. */
export function leadTo(at: string): void {
  const id = findPlace(at, (one) => find(one) !== null);
  const field = findField(id === undefined ? null : find(id));
  for (let one = field?.closest('details'); one; one = one.parentElement?.closest('details')) one.open = true;
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
