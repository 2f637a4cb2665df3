import { isOwnWord } from '@zhengtong/forms';
import type { Ctx, Language } from '@zhengtong/platform';
import { listOpenPoints, type OpenPoint } from './domain/open-points.ts';
import { itemIn } from './item-in-language.ts';
import type { LoadedCase } from './load-case.ts';
import { describeMaterials, findLyingFiles } from './material-views.ts';
import { readAnswers } from './read-answers.ts';

const identifying = new Set(['identity-number', 'person', 'firm']);

/** What nobody looked at in a case, as it stands now; looked up once, and said in any language. */
export async function findOpenPoints(ctx: Ctx, loaded: LoadedCase): Promise<(lang: Language) => OpenPoint[]> {
  const { actions } = loaded;
  const { form, values, sources } = readAnswers(ctx, loaded);
  const lying = await findLyingFiles(ctx, loaded);
  return (lang) => {
    const item = itemIn(lang, loaded.item);
    const certificates = new Set(item.materials.filter(({ kind }) => kind === 'certificate').map(({ key }) => key));
    const materials = describeMaterials({ ...loaded, item }, values, lying);
    return listOpenPoints({
      materials: materials.map((material) => ({ ...material, isCertificate: certificates.has(material.key) })),
      typed: form.definition.sections
        .flatMap(({ questions }) => questions)
        .filter(({ key, kind }) => identifying.has(kind) && isOwnWord(sources[key]))
        .map(({ key, label }) => ({ key, label: label[lang] })),
      steps: item.process.steps,
      actions,
    });
  };
}
