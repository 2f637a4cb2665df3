import { findFiles, setTrust } from '@zhengtong/files';
import { ok, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import type { CaseRef } from './store-cases.ts';
import { listMaterialRows } from './store-materials.ts';

/**
 * That an officer held the original beside an uploaded file (国办函〔2016〕108号: level C becomes B). Who did it is on
 * record with the case; the file itself carries its new level wherever it is shown.
 */
export function compareOriginal(ctx: Ctx, ref: CaseRef, given: { readonly material: string; readonly fileId: string }) {
  const { material, fileId } = given;
  const judge = async () => {
    const lies = (await listMaterialRows(ctx.tx, ref)).some(
      (row) => row.file_id === fileId && row.material === material,
    );
    const [file] = lies ? await findFiles(ctx, [fileId]) : [];
    if (!file) return refuse({ kind: 'no-such-file' });
    // Nobody has held an original beside what cannot be opened, and what an organ issued needs none.
    if (file.scan === 'waiting' || file.scan === 'infected' || file.trust <= 'B')
      return refuse({ kind: 'not-comparable' });
    return ok({ kind: 'original-compared' as const, material, fileId, fileName: file.fileName });
  };
  return actOnCase(ctx, ref, 'original-compared', judge, { afterwards: (inside) => setTrust(inside, fileId, 'B') });
}
