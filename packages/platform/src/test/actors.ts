import { newId, type Role } from '@zhengtong/kernel';
import type { Actor } from '../context.ts';

/** A member of staff of the demo city, for tests. */
export function staff(role: Role, more: Partial<Actor> = {}): Actor {
  return { kind: 'staff', id: newId(), roles: [role], divisionCode: '990100', organisationId: newId(), ...more };
}

export function person(more: Partial<Actor> = {}): Actor {
  return { kind: 'person', id: newId(), roles: ['person'], ...more };
}
