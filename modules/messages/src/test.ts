import { systemActor } from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';
import { type Message, sendMessage, type TemplateName } from './index.ts';

/** A letter to a person, as any module would write it. */
export const givenLetter = <N extends TemplateName>(world: World, message: Message<N>): Promise<void> =>
  world.with(systemActor('test'), (ctx) => sendMessage(ctx, message));
