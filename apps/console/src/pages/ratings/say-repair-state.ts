import type { RectificationLine } from '@zhengtong/evaluation/contract';
import type { Static } from 'typebox';
import { sayCode } from '../../sentences/say.ts';

/** Of a group of anonymous ratings nobody can be called back: its work begins with the repair. */
export function sayRepairState({
  state,
  isGroup,
}: Pick<Static<typeof RectificationLine>, 'state' | 'isGroup'>): string {
  return sayCode('repairState', isGroup && state === 'opened' ? 'contacted' : state);
}
