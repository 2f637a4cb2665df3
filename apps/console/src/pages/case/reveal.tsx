import { ReadRevealed, RevealField } from '@zhengtong/cases/contract';
import { Button, Form, Input, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { CallFailed, call } from '../../call.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { say } from '../../sentences/say.ts';
import { useCommand } from '../../use-command.ts';
import { useCase } from './context.ts';

const reasons = ['call', 'compare-original', 'compare-register', 'write-document', 'other'] as const;
type Given = { reason: (typeof reasons)[number]; words?: string };
type Revealable = { readonly field: string; readonly label: string };

/** How long a number stands on the page, milliseconds: long enough to dial it, shorter than the server lends it. */
const shownForMs = 30_000;

/** A button for each masked number of one answer that this officer may see whole for a reason. */
export function Reveals({ of }: { of: string }) {
  const { view } = useCase();
  return view.revealable.filter((one) => one.of === of).map((one) => <Reveal key={one.field} {...one} />);
}

function Reveal({ field, label }: Revealable) {
  const [isAsking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const isAsked = useRef(false);
  const turn = (next: string | undefined): void => {
    isAsked.current = true;
    setValue(next);
  };
  useHiding(value, setValue);
  // The one button stands where the other was; where nobody asked, but time ran out, the focus is left alone.
  useEffect(() => {
    if (isAsked.current) button.current?.focus();
    isAsked.current = false;
  }, [value]);
  if (value !== undefined)
    return (
      <span className="revealed">
        <span className="faint">{label}</span>
        <output aria-label={label}>{value}</output>
        <Button ref={button} size="small" type="link" onClick={() => turn(undefined)}>
          {say('case.hideAgain')}
        </Button>
      </span>
    );
  return (
    <>
      <Button ref={button} size="small" type="link" className="reveal" onClick={() => setAsking(true)}>
        {say('case.reveal', { label })}
      </Button>
      {isAsking ? <RevealDialog field={field} label={label} onValue={turn} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** Hidden again after a while, however often the page is drawn meanwhile, and as soon as it is left or covered. */
function useHiding(value: string | undefined, setValue: (value: undefined) => void): void {
  useEffect(() => {
    if (value === undefined) return;
    const hide = (): void => setValue(undefined);
    const timer = setTimeout(hide, shownForMs);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [value, setValue]);
}

type RevealDialogProps = Revealable & { onValue: (value: string) => void; onClose: () => void };

function RevealDialog({ field, label, onValue, onClose }: RevealDialogProps) {
  const { view } = useCase();
  const { run, isRunning, failure } = useCommand(RevealField);
  const [unread, setUnread] = useState<CallFailed>();
  const params = { caseId: view.caseId };
  const send = async ({ reason, words }: Given): Promise<void> => {
    const asked = await run({ params, body: { field, reason, ...(words?.trim() ? { words: words.trim() } : {}) } });
    if (!asked) return;
    try {
      onValue((await call(ReadRevealed, { params: { ...params, revealId: asked.revealId } })).value);
      onClose();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setUnread(error);
    }
  };
  return (
    <AskDialog<Given>
      title={say('case.reveal', { label })}
      intro={say('case.revealText')}
      failure={failure ?? unread}
      isRunning={isRunning}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={say('case.revealWhy')}
        rules={[{ required: true, message: say('dialog.reasonMissing') }]}
      >
        <Radio.Group className="stacked">
          {reasons.map((reason) => (
            <Radio key={reason} value={reason}>
              {say(`revealReason.${reason}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="words"
        label={say('case.revealWords')}
        extra={say('case.revealWordsHint')}
        dependencies={['reason']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('reason') === 'other',
            whitespace: true,
            message: say('dialog.reasonMissing'),
          }),
        ]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </AskDialog>
  );
}
