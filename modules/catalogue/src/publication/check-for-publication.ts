import type { ItemContent, PublicationProblem } from '../contract.ts';
import { checkForm } from './check-form.ts';
import { checkGuide } from './check-guide.ts';
import { checkMaterials } from './check-materials.ts';
import { checkFieldRights, checkProcess } from './check-process.ts';

/** Without these it cannot even be kept. */
const needed: ReadonlySet<string> = new Set(['name-missing', 'code-missing']);

/**
 * Everything that stops an item from being published, and what would make it better. A guide that is only shown may be
 * incomplete: there the same findings are advice, so that an imported list can stand while its guides are written.
 */
export function checkForPublication(content: ItemContent): PublicationProblem[] {
  const found: PublicationProblem[] = [];
  const report = (problem: PublicationProblem) => found.push(problem);
  checkGuide(content, report);
  checkProcess(content, report);
  const questions = checkForm(content, report);
  checkMaterials(content, questions, report);
  checkFieldRights(content, questions, report);
  if (content.online === 'online') return found;
  return found.map((problem) => (needed.has(problem.key) ? problem : { ...problem, severity: 'advice' as const }));
}
