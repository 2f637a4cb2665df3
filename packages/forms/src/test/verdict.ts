import type { KindName, Question } from '../definition/definition.ts';
import { kinds } from '../kinds/registry.ts';
import { context } from './sample-values.ts';

/** The value a kind makes of what was typed, or the faults as `path: kind`; `empty` where nothing was answered. */
export function verdict(kind: KindName, typed: unknown, more: Partial<Question> = {}): unknown {
  const question: Question = { key: 'it', kind, label: { zh: '此项', en: 'This' }, ...more };
  if (kinds[kind].isEmpty(typed, question)) return 'empty';
  const checked = kinds[kind].check(typed, question, context);
  if (checked.ok) return checked.value;
  return checked.faults.map((fault) => (fault.path === '' ? fault.kind : `${fault.path}: ${fault.kind}`)).join(', ');
}
