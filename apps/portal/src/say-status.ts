import type { StatusKind } from '@zhengtong/ui';
import type { Visit } from './visit.ts';

type Line = { readonly status: string; readonly outcome: string | null };

/** Where a case stands, in a word and a shape that mean something to the applicant. */
export function sayStatus(
  { say }: Visit,
  { status, outcome }: Line,
  isPaused = false,
): { kind: StatusKind; word: string } {
  if (status === 'draft') return { kind: 'draft', word: say('cases.draft') };
  if (status === 'submitted') return { kind: 'waiting', word: say('cases.submitted') };
  if (status === 'correction') return { kind: 'attention', word: say('cases.correction') };
  if (status === 'accepted') {
    return isPaused
      ? { kind: 'attention', word: say('cases.paused') }
      : { kind: 'active', word: say('cases.accepted') };
  }
  if (outcome === 'refused') return { kind: 'stopped', word: say('cases.refused') };
  if (outcome === 'approved-with-conditions') return { kind: 'done', word: say('cases.conditional') };
  if (outcome === 'approved') return { kind: 'done', word: say('cases.approved') };
  if (status === 'not-accepted') return { kind: 'stopped', word: say('cases.notAccepted') };
  if (status === 'withdrawn') return { kind: 'stopped', word: say('cases.withdrawn') };
  return { kind: 'stopped', word: say(status === 'lapsed' ? 'cases.lapsed' : 'cases.archived') };
}
