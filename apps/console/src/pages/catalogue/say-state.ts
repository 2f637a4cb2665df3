import type { ItemState } from '@zhengtong/catalogue/contract';
import { say } from '../../sentences/say.ts';

export const states: readonly ItemState[] = ['draft', 'in-review', 'published', 'withdrawn'];

/** The state of a version in a word. */
export const sayState = (state: ItemState): string =>
  say(state === 'published' ? 'items.stateReleased' : `items.${state}`);
