import { subjectOf } from '@zhengtong/identity';
import { newId } from '@zhengtong/kernel';
import { type Ctx, type Part, runParts, seal } from '@zhengtong/platform';
import { letterParts } from './store-letters.ts';
import { type TemplateName, type ValuesOf, write } from './templates/index.ts';

export type Message<N extends TemplateName> = {
  /** The person's id. */
  readonly to: string;
  /**
   * The firm whose matter it is: the letter lies in its box, for whoever may act for it. `to`, who applied for it, is
   * told while they may; after that its legal representative.
   */
  readonly firmId?: string;
  readonly template: N;
  readonly values: ValuesOf<N>;
  readonly caseId?: string;
  /** The division that writes (GB/T 2260). */
  readonly divisionCode: string;
};

/**
 * Writes to a person in the caller's transaction: the letter lies in their box when what it tells has happened, and not
 * otherwise. Phone and mail go out afterwards through the outbox; nothing of them can hold the caller up or make it fail.
 */
export async function sendMessage<N extends TemplateName>(ctx: Ctx, message: Message<N>): Promise<void> {
  await runParts(ctx.tx, messageParts(ctx, message));
}

/** The same as parts of a larger statement (`with …`); each message of a statement needs a name of its own. */
export function messageParts<N extends TemplateName>(ctx: Ctx, message: Message<N>, name = 'letter'): Part[] {
  const { to, firmId, template, divisionCode } = message;
  const id = newId();
  const content = write(template, message.values);
  const row = {
    subject: subjectOf(ctx, firmId ?? to),
    id,
    division_code: divisionCode,
    case_id: message.caseId ?? null,
    template,
    content: seal(ctx.keys, 'letters.content', JSON.stringify(content)),
    written_at: ctx.now,
  };
  return letterParts(ctx, name, row, { letterId: id, personId: to, ...(firmId ? { firmId } : {}), template });
}
