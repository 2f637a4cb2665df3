import type { Ctx, Language } from '@zhengtong/platform';
import { listOpenPoints, type OpenPoint } from './domain/open-points.ts';
import type { LoadedCase } from './load-case.ts';
import { listMaterials } from './material-views.ts';
import { readAnswers } from './read-answers.ts';

const identifying = new Set(['identity-number', 'person', 'firm']);

/** What nobody looked at in a case, as it stands now. */
export async function findOpenPoints(ctx: Ctx, loaded: LoadedCase, lang: Language = 'zh'): Promise<OpenPoint[]> {
  const { item, actions } = loaded;
  const { form, values, sources } = readAnswers(ctx, loaded);
  const certificates = new Set(item.materials.filter(({ kind }) => kind === 'certificate').map(({ key }) => key));
  const materials = await listMaterials(ctx, loaded, values);
  return listOpenPoints({
    materials: materials.map((material) => ({ ...material, isCertificate: certificates.has(material.key) })),
    typed: form.definition.sections
      .flatMap(({ questions }) => questions)
      .filter(({ key, kind }) => identifying.has(kind) && sources[key]?.kind === 'typed')
      .map(({ key, label }) => ({ key, label: label[lang] })),
    steps: item.process.steps,
    actions,
  });
}
