import type { OnlineItem } from '@zhengtong/catalogue';
import type { Language } from '@zhengtong/platform';

/** The item with its names as its editor wrote them in this language; what was not written in English stays Chinese. */
export function itemIn(lang: Language, item: OnlineItem): OnlineItem {
  if (lang === 'zh') return item;
  const { materials, process } = item;
  return {
    ...item,
    name: item.nameEn ?? item.name,
    materials: materials.map((material) => ({
      ...material,
      name: material.nameEn ?? material.name,
      checks: material.checks.map((check) => ({ ...check, text: check.textEn ?? check.text })),
    })),
    process: {
      ...process,
      steps: process.steps.map((step) => ({ ...step, name: step.nameEn ?? step.name })),
      excluded: process.excluded.map((one) => ({ ...one, name: one.nameEn ?? one.name })),
    },
  };
}
