import { defineRoute } from '@zhengtong/kernel';
import Type, { type Static } from 'typebox';

export { MessageFailed, MessageWritten } from './contract-events.ts';

const Uuid = Type.String({ format: 'uuid' });
const Channel = Type.Union([Type.Literal('sms'), Type.Literal('mail')]);
const Outcome = Type.Union([Type.Literal('waiting'), Type.Literal('sent'), Type.Literal('failed')]);
const Division = Type.Union([Type.Literal('own'), Type.Literal('house')]);
const orNull = Type.Union([Type.String(), Type.Null()]);

/** A message on its way, as staff see it: never what it says, never to whom in full. */
export const SendingView = Type.Object({
  id: Uuid,
  template: Type.String(),
  channel: Channel,
  receiver: Type.String(),
  outcome: Outcome,
  tries: Type.Integer(),
  lastError: orNull,
  plannedAt: Type.String(),
  dueAt: Type.String(),
  settledAt: orNull,
});
export type SendingView = Static<typeof SendingView>;

/** `house` is what belongs to no division: sign-in codes, nightly jobs. For administrators. */
export const ListSendings = defineRoute({
  method: 'GET',
  path: '/api/console/messages',
  summary: 'Messages sent and failed in the division, without contents (消息发送记录)',
  allow: ['supervisor', 'administrator', 'auditor'],
  query: Type.Object({
    outcome: Type.Optional(Outcome),
    channel: Type.Optional(Channel),
    of: Type.Optional(Division),
    before: Type.Optional(Uuid),
  }),
  response: Type.Object({ messages: Type.Array(SendingView) }),
});

export const TrySendingAgain = defineRoute({
  method: 'POST',
  path: '/api/console/messages/:id/try-again',
  summary: 'Send a failed message again (重新发送)',
  allow: ['supervisor', 'administrator'],
  params: Type.Object({ id: Uuid }),
  response: Type.Object({ dueAt: Type.String() }),
});

/** Work of the outbox that failed at least once. */
export const DeliveryView = Type.Object({
  divisionCode: Type.String(),
  eventId: Uuid,
  subscriber: Type.String(),
  name: Type.String(),
  key: Type.String(),
  tries: Type.Integer(),
  lastError: orNull,
  parkedAt: orNull,
  occurredAt: Type.String(),
});
export type DeliveryView = Static<typeof DeliveryView>;

export const ListDeliveries = defineRoute({
  method: 'GET',
  path: '/api/console/deliveries',
  summary: 'Deliveries of the outbox that failed (投递失败)',
  allow: ['supervisor', 'administrator'],
  query: Type.Object({ of: Type.Optional(Division), before: Type.Optional(Uuid) }),
  response: Type.Object({ deliveries: Type.Array(DeliveryView) }),
});

export const TryDeliveryAgain = defineRoute({
  method: 'POST',
  path: '/api/console/deliveries/:eventId/try-again',
  summary: 'Put a parked delivery back on the list (重新投递)',
  allow: ['supervisor', 'administrator'],
  params: Type.Object({ eventId: Uuid }),
  body: Type.Object({ subscriber: Type.String({ minLength: 1, maxLength: 120 }), of: Type.Optional(Division) }),
  response: Type.Object({}),
});
