import { listDemoDivisions } from '@zhengtong/catalogue';
import type { FileView } from '@zhengtong/files';
import type { FormContext } from '@zhengtong/forms';
import { demoAreas } from '@zhengtong/identity';
import { civilDateAt } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';

const states = { clean: 'clean', unscanned: 'clean', waiting: 'checking', infected: 'refused' } as const;

/**
 * What checking a form needs from outside. Demonstration areas are known only where their division acts; without files
 * only the shape of their ids is checked.
 */
export function formContextOf(ctx: Pick<Ctx, 'now'>, divisionCode: string, files?: readonly FileView[]): FormContext {
  const today = civilDateAt(ctx.now);
  const findFile = (id: string) => {
    const file = files?.find((one) => one.id === id);
    return (
      file && {
        name: file.fileName,
        size: saySize(file.sizeBytes),
        state: states[file.scan],
        mediaType: file.mediaType,
      }
    );
  };
  const plain = files ? { today, findFile } : { today };
  if (!divisionCode.startsWith('99')) return plain;
  return {
    ...plain,
    demoAreas,
    findDivision: (code) => listDemoDivisions().find((one) => one.code === code)?.name,
    listDivisions: () => listDemoDivisions().filter((one) => one.code !== '990000'),
  };
}

const saySize = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
