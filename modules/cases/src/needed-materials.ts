import type { Material, OnlineItem } from '@zhengtong/catalogue';
import { type Condition, isMet, type Values } from '@zhengtong/forms';

/** The materials these answers call for, each with whether it must be there. What a register gives is not asked for. */
export function listNeeded(
  item: Pick<OnlineItem, 'materials'>,
  values: Values,
): (Material & { isRequired: boolean })[] {
  return item.materials
    .filter((material) => material.source !== 'register')
    .filter((material) => material.need !== 'conditional' || isMet(material.when as Condition, values))
    .map((material) => ({ ...material, isRequired: material.need !== 'optional' && material.isDeferrable !== true }));
}
