import type { ItemContent, PublicationProblem } from '../contract.ts';
import { checkFilled } from './check-filled.ts';
import { checkForm } from './check-form.ts';
import { checkGuide } from './check-guide.ts';
import { checkMaterials } from './check-materials.ts';
import { checkFieldRights, checkProcess } from './check-process.ts';

/** Without these nothing can be shown: an item without a name, a material without one. */
const needed: ReadonlySet<string> = new Set(['name-missing', 'code-missing', 'not-filled']);

/**
 * Everything that stops an item from being published, and what would make it better. A guide that is only shown may be
 * incomplete: there the same findings are advice, so that an imported list can stand while its guides are written.
 */
export function checkForPublication(content: ItemContent): PublicationProblem[] {
  const found: PublicationProblem[] = [];
  const report = (problem: PublicationProblem) => found.push(problem);
  checkFilled(content, report);
  checkGuide(content, report);
  checkProcess(content, report);
  const questions = checkForm(content, report);
  checkMaterials(content, questions, report);
  checkFieldRights(content, questions, report);
  if (content.online === 'online') return found;
  return found.map((problem) => (needed.has(problem.key) ? problem : { ...problem, severity: 'advice' as const }));
}
