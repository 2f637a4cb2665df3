import type { MyCase, MyCaseLine } from '@zhengtong/cases';
import type { Visit } from './visit.ts';

/** What the service of a case is called, in the reader's language where it has a name there. */
export const itemNameOf = ({ pick }: Visit, { itemName, itemNameEn }: Pick<MyCaseLine, 'itemName' | 'itemNameEn'>) =>
  pick(itemName, itemNameEn);

/** What a document to bring is called. */
export function materialNameOf({ pick }: Visit, { loaded, materials }: MyCase, key: string): string {
  const asked = loaded.item.materials.find((one) => one.key === key);
  return asked ? pick(asked.name, asked.nameEn) : (materials.find((one) => one.key === key)?.name ?? key);
}
