import type { Ctx } from '@zhengtong/platform';
import type { ItemContent, PublicationProblem } from '../contract.ts';
import type { CataloguePorts } from '../ports.ts';
import { error } from './problem.ts';

/** What only the house can tell about a guide that is to be applied for on line. */
export async function checkWithHouse(
  ctx: Ctx,
  divisionCode: string,
  { online, certificateType }: Pick<ItemContent, 'online' | 'certificateType'>,
  ports?: CataloguePorts,
): Promise<PublicationProblem[]> {
  if (online !== 'online' || !certificateType || !ports) return [];
  if (await ports.hasCertificateType(ctx, { divisionCode, code: certificateType })) return [];
  return [
    error(
      'certificate-type-unknown',
      'certificateType',
      `没有代号为“${certificateType}”的证照类型；批准时发不出证。请先导入证照类型，或改用已有的代号。`,
      `There is no type of certificate “${certificateType}”: an approval could not issue it. Import the type first, or name one that exists.`,
    ),
  ];
}
