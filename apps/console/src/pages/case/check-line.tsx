import type { CaseView } from '@zhengtong/cases/contract';
import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { OwnWords } from '../../parts/own-words.tsx';
import { say } from '../../sentences/say.ts';
import { useCase } from './context.ts';

type Check = CaseView['materials'][number]['checks'][number];

const sayOutcome = (isFine: boolean | null): string =>
  say(isFine === null ? 'case.unchecked' : isFine ? 'case.fine' : 'case.notFine');

/** One thing to look at: fine with one press; not fine asks what is wrong. */
export function CheckLine({ material, check }: { material: string; check: Check }) {
  const { view, act, isRunning } = useCase();
  const [note, setNote] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const mayCheck = view.may.includes('material-checked');
  const mark = (isFine: boolean, text?: string) =>
    act({ kind: 'check', material, check: check.key, isFine, ...(text ? { note: text } : {}) });

  const isWriting = note !== undefined;
  const wasWriting = useRef(false);
  useEffect(() => {
    if (wasWriting.current && !isWriting) opener.current?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const text = note?.trim();
    if (text && (await mark(false, text))) setNote(undefined);
  };

  return (
    <li className={`check check-${check.isFine === null ? 'open' : check.isFine ? 'fine' : 'wrong'}`}>
      <span id={id}>
        <OwnWords>{check.text}</OwnWords>
      </span>
      {mayCheck ? (
        <fieldset aria-labelledby={id}>
          <Button
            size="small"
            type={check.isFine === true ? 'primary' : 'default'}
            aria-pressed={check.isFine === true}
            disabled={isRunning}
            onClick={() => mark(true)}
          >
            {say('case.fine')}
          </Button>
          <Button
            ref={opener}
            size="small"
            danger={check.isFine === false}
            type={check.isFine === false ? 'primary' : 'default'}
            aria-pressed={check.isFine === false}
            disabled={isRunning}
            onClick={() => setNote(check.note ?? '')}
          >
            {say('case.notFine')}
          </Button>
        </fieldset>
      ) : (
        <strong>{sayOutcome(check.isFine)}</strong>
      )}
      {check.note && !isWriting ? (
        <p className="note">
          <OwnWords>{check.note}</OwnWords>
        </p>
      ) : null}
      {isWriting ? (
        <form className="note-form" onSubmit={send}>
          <Input
            autoFocus
            value={note}
            maxLength={2000}
            aria-label={say('frame.about', { of: check.text, text: say('dialog.noteMissing') })}
            placeholder={say('dialog.noteHint')}
            onChange={(event) => setNote(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && setNote(undefined)}
          />
          <Button htmlType="submit" type="primary" disabled={!note.trim() || isRunning}>
            {say('dialog.save')}
          </Button>
          <Button onClick={() => setNote(undefined)}>{say('frame.cancel')}</Button>
        </form>
      ) : null}
    </li>
  );
}
