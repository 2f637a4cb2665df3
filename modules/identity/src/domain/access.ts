import type { Role } from '@zhengtong/kernel';

/** What a member of staff or an applicant does to a case, an item, a file. Named as people say it. */
export type ObjectAction =
  | 'read'
  | 'claim'
  | 'check'
  | 'accept'
  | 'pause'
  | 'review'
  | 'decide'
  | 'deliver'
  | 'transfer'
  | 'archive'
  | 'edit-item'
  | 'publish-item'
  | 'rectify'
  | 'watch'
  | 'audit'
  | 'administer';

export type ActorPlace = {
  readonly id: string;
  readonly kind: 'public' | 'person' | 'staff' | 'system';
  readonly roles: readonly Role[];
  readonly firmId?: string | undefined;
  readonly divisionCode?: string | undefined;
  readonly organisationId?: string | undefined;
};

export type ObjectPlace = {
  readonly divisionCode: string;
  readonly organisationId: string;
  /** The person or firm it belongs to. */
  readonly ownerId?: string | undefined;
};

/** Which post may do what inside its own organisation. What is not here is not allowed. */
const allowed: Record<ObjectAction, readonly Role[]> = {
  read: ['clerk', 'reviewer', 'approver', 'supervisor'],
  claim: ['clerk', 'reviewer', 'approver'],
  check: ['clerk', 'reviewer', 'approver'],
  accept: ['clerk'],
  pause: ['clerk', 'reviewer', 'approver'],
  review: ['reviewer', 'approver'],
  decide: ['approver'],
  deliver: ['clerk'],
  transfer: ['clerk', 'reviewer', 'approver', 'supervisor'],
  archive: ['clerk', 'supervisor'],
  'edit-item': ['editor'],
  'publish-item': ['approver', 'supervisor'],
  rectify: ['clerk', 'reviewer', 'approver', 'supervisor'],
  watch: ['supervisor'],
  audit: ['auditor'],
  administer: ['administrator'],
};

/** Posts that look across a division: they see that work is done, not what people wrote. */
const acrossDivision: readonly ObjectAction[] = ['audit', 'administer'];

/** The one place that decides about objects; routes are gated before it, by their contract. */
export function mayAct(actor: ActorPlace, action: ObjectAction, object: ObjectPlace): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'person') return action === 'read' && isOwner(actor, object);
  if (actor.kind !== 'staff') return false;
  const hasRole = actor.roles.some((role) => allowed[action].includes(role));
  const isSameDivision = actor.divisionCode === object.divisionCode;
  const isSamePlace = isSameDivision && actor.organisationId === object.organisationId;
  return hasRole && (acrossDivision.includes(action) ? isSameDivision : isSamePlace);
}

const isOwner = (actor: ActorPlace, object: ObjectPlace): boolean =>
  object.ownerId !== undefined && (object.ownerId === actor.id || object.ownerId === actor.firmId);
