import { forgetCode, takeCode } from '@zhengtong/identity';
import { CodeRequested } from '@zhengtong/identity/contract';
import { ok } from '@zhengtong/kernel';
import { type Ctx, inRead, type Listener, listenOutside, seal, systemActor, transact } from '@zhengtong/platform';
import { maskPhone } from '@zhengtong/standards';
import type { MessagePorts } from './channels/channel.ts';
import { giveUp } from './send-out.ts';
import { addSending, findSending, noteTry, settleRow } from './store-sendings.ts';
import { codeText } from './wording.ts';

const actor = systemActor('messages');
/** What staff read in the list instead of a template of ours. */
export const codeTemplate = 'sign-in-code';

/**
 * Sends a sign-in code, by night too: somebody waits for it. It is taken from identity, handed to the channel and
 * forgotten; no table of ours ever holds it, only that one went out to 139****1234. A channel that is away is tried
 * again by the platform within seconds, until the code has run out.
 */
export const sendCode = (ports: MessagePorts): Listener =>
  listenOutside('messages.send-code', CodeRequested, async (setting, { codeId }, { divisionCode }) => {
    const at = { divisionCode, sendingId: codeId };
    const inCommand = (use: (ctx: Ctx) => Promise<unknown>) =>
      transact(setting, actor, async (ctx) => ok(await use(ctx)));

    const taken = await inRead(setting, actor, (ctx) => takeCode(ctx, codeId));
    if (!taken) {
      await inCommand(async (ctx) => {
        const row = await findSending(ctx.tx, at);
        if (row?.outcome === 'waiting') await giveUp(ctx, row, row.last_error ?? 'expired');
      });
      return;
    }
    await inCommand((ctx) =>
      addSending(ctx.tx, {
        division_code: divisionCode,
        id: codeId,
        letter_id: null,
        person_id: null,
        firm_id: null,
        template: codeTemplate,
        channel: 'sms',
        receiver: seal(ctx.keys, 'sendings.receiver', maskPhone(taken.phone)),
        planned_at: ctx.now,
        due_at: ctx.now,
      }),
    );
    if (!ports.sms) throw new Error('no SMS channel is configured: nobody can sign in by phone');
    const sent = await ports.sms.send({ id: codeId, phone: taken.phone, text: codeText(taken.code) });
    await inCommand(async (ctx) => {
      const row = await findSending(ctx.tx, at);
      if (row?.outcome !== 'waiting') return;
      if (sent.ok) await settleRow(ctx.tx, at, { outcome: 'sent', said: null, now: ctx.now });
      else if (sent.refusal.kind === 'refused') await giveUp(ctx, row, sent.refusal.said);
      else await noteTry(ctx.tx, at, { tries: row.tries + 1, said: sent.refusal.said, dueAt: ctx.now });
      if (sent.ok || sent.refusal.kind === 'refused') await forgetCode(ctx, codeId);
    });
    if (!sent.ok && sent.refusal.kind === 'away') throw new Error(`the SMS channel is away: ${sent.refusal.said}`);
  });
