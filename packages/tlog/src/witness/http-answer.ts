import type { Result } from '@zhengtong/kernel';
import type { WitnessRefusal } from './consider-checkpoint.ts';

export type HttpAnswer = { status: number; type: string; body: string };

const statusOf: Record<WitnessRefusal['kind'], number> = {
  'request-malformed': 400,
  'log-unknown': 404,
  'signature-missing': 403,
  'proof-wrong': 422,
  'size-differs': 409,
  forked: 409,
};

/** The answer to `POST add-checkpoint` as C2SP tlog-witness words it. */
export function httpAnswer(result: Result<string, WitnessRefusal>): HttpAnswer {
  if (result.ok) return { status: 200, type: 'text/plain; charset=utf-8', body: result.value };
  const { refusal } = result;
  const status = statusOf[refusal.kind];
  if ('size' in refusal) return { status, type: 'text/x.tlog.size', body: `${refusal.size}\n` };
  return { status, type: 'text/plain; charset=utf-8', body: `${refusal.kind}\n` };
}
