import type { MaterialRefusal } from '@zhengtong/cases';
import type { ReceiveRefusal } from '@zhengtong/files';
import { sayAccepted } from '@zhengtong/forms';
import type { Say } from './sentences/speak.ts';

const mebibytes = (bytes: number): number => Math.floor(bytes / 1_048_576);

/** Why a file was not taken, and what the person can do. */
export function sayReceiving(say: Say, refusal: ReceiveRefusal): string {
  if (refusal.kind === 'too-large') return say('apply.uploadTooLarge', { most: mebibytes(refusal.mostBytes) });
  if (refusal.kind === 'quota-reached') {
    const most = { files: refusal.mostFiles, most: mebibytes(refusal.mostBytes) };
    return refusal.limit === 'day' ? say('apply.uploadDay', most) : say('apply.uploadWaiting', most);
  }
  const known = {
    empty: 'apply.uploadEmpty',
    'kind-not-allowed': 'apply.uploadKind',
    infected: 'apply.uploadInfected',
    'storage-full': 'apply.uploadFull',
    'storage-away': 'apply.uploadAway',
    interrupted: 'apply.uploadBroken',
  } as const;
  return say(known[refusal.kind]);
}

export function sayAttaching(say: Say, refusal: MaterialRefusal | { kind: 'in-flight' }): string {
  if (refusal.kind === 'file-too-large') return say('apply.uploadTooLarge', { most: mebibytes(refusal.mostBytes) });
  if (refusal.kind === 'kind-not-accepted')
    return say('apply.uploadOnly', { kinds: sayAccepted(refusal.accept.join(','), say('apply.or')) });
  const known: Partial<
    Record<typeof refusal.kind, 'apply.uploadMany' | 'apply.uploadInfected' | 'apply.uploadBroken'>
  > = {
    'too-many-files': 'apply.uploadMany',
    'file-infected': 'apply.uploadInfected',
    'file-elsewhere': 'apply.uploadBroken',
    'in-flight': 'apply.uploadBroken',
  };
  return say(known[refusal.kind] ?? 'apply.uploadClosed');
}
