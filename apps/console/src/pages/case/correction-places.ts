import type { CaseView } from '@zhengtong/cases/contract';
import { say } from '../../sentences/say.ts';

export type Places = { readonly title: string; readonly places: readonly { at: string; name: string }[] };

/** What a correction can point at: the materials, then the questions that apply, less what a register fixes. */
export function listPlaces(view: Pick<CaseView, 'materials' | 'answers' | 'questions'>): Places[] {
  const questions = view.questions.map(({ key, label }) => ({ at: key, name: label }));
  const fixed = new Set(view.answers.filter(({ isFixed }) => isFixed).map(({ key }) => key));
  const materials = view.materials.map(({ key, name }) => ({ at: key, name }));
  return [
    { title: say('case.materials'), places: materials },
    { title: say('dialog.questions'), places: questions.filter(({ at }) => !fixed.has(at)) },
  ].filter(({ places }) => places.length > 0);
}

/** What the checks have found already, so that nobody writes it twice: material → its remarks. */
export function problemsFound({ materials }: Pick<CaseView, 'materials'>): Record<string, string> {
  const found = materials.flatMap(({ key, checks }) => {
    const wrong = checks.filter((check) => check.isFine === false);
    return wrong.length > 0 ? [[key, wrong.map((check) => check.note ?? check.text).join('\n')] as const] : [];
  });
  return Object.fromEntries(found);
}
