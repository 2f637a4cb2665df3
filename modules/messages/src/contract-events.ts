import { defineEvent } from '@zhengtong/kernel';
import Type from 'typebox';

const Uuid = Type.String({ format: 'uuid' });

/** A letter lies in a person's box, or in that of the firm whose matter it is; phone and mail follow. */
export const MessageWritten = defineEvent(
  'message.written',
  Type.Object({ letterId: Uuid, personId: Uuid, firmId: Type.Optional(Uuid), template: Type.String() }),
);

/** A channel gave up on a message. */
export const MessageFailed = defineEvent(
  'message.failed',
  Type.Object({ sendingId: Uuid, channel: Type.String(), template: Type.String() }),
);
