import { CheckDraft, type ItemContent, SaveDraft } from '@zhengtong/catalogue/contract';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Refused } from '../../parts/states.tsx';
import { say } from '../../sentences/say.ts';
import { holdsOne, useMe } from '../../session.ts';
import { useCommand } from '../../use-command.ts';
import { Checks } from './checks.tsx';
import { type Part, type PartRead, parts, putPart, readPart } from './content.ts';
import { OpenProvider } from './fields/open.ts';
import { QuestionsProvider, questionsOf } from './fields/when.tsx';
import { FormPreview } from './form-preview.tsx';
import { type Kept, useKeptWork } from './kept-work.ts';
import { MainFields } from './main-fields.tsx';
import { OfferKept } from './offer-kept.tsx';
import { PartEditor } from './part-editor.tsx';

type ItemEditorProps = {
  content: ItemContent;
  itemId?: string;
  revision: number;
  isOpen: boolean;
  onSaved: (saved: { itemId: string; version: number }) => void;
};

/** The guide as it is written: main fields, its parts as fields or as text, the form as people see it, checks and score beside it. */
export function ItemEditor({ content: first, itemId, revision, isOpen, onSaved }: ItemEditorProps) {
  const [content, setContent] = useState(first);
  const [wrong, setWrong] = useState<Partial<Record<Part, Extract<PartRead, { ok: false }>>>>({});
  const [isChanged, setChanged] = useState(false);
  const mayAsk = holdsOne(useMe(), CheckDraft.allow);
  const { run, isRunning, failure } = useCommand(SaveDraft);
  // Fields and texts know their own content once they are shown: content from elsewhere shows them anew.
  const [shown, setShown] = useState(0);
  const work = useMemo(() => (isChanged ? { revision, content } : undefined), [isChanged, revision, content]);
  const { found, forget } = useKeptWork(itemId, work);
  const takeKept = (kept: Kept): void => {
    setContent(kept.content);
    setWrong({});
    setChanged(true);
    setShown(shown + 1);
    forget();
  };

  const change = (next: ItemContent): void => {
    setContent(next);
    setChanged(true);
  };
  const changes = useChanges((part, given) => {
    setContent((before) => putPart(before, part, given));
    setChanged(true);
  });
  const questions = useMemo(() => questionsOf(content.form), [content.form]);
  const write = (part: Part, text: string): void => {
    const read = readPart(content, part, text);
    setChanged(true);
    setWrong((before) => ({ ...before, [part]: read.ok ? undefined : read }));
    if (read.ok) setContent(read.content);
  };
  const save = async (): Promise<void> => {
    const saved = await run({ body: { ...(itemId ? { itemId } : {}), revision, content } });
    if (!saved) return;
    setChanged(false);
    forget();
    onSaved(saved);
  };
  const unread = parts.filter((part) => wrong[part]);
  const isWrong = unread.length > 0;

  // Leaving with unsaved work asks first, as the browser words it.
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);

  return (
    <div className="editor">
      <div className="editor-main">
        {isOpen ? null : <p className="remark">{say('editor.readOnly')}</p>}
        {found && isOpen && !isChanged ? (
          <OfferKept isOvertaken={found.revision !== revision} onTake={() => takeKept(found)} onLeave={forget} />
        ) : null}
        <MainFields key={`main ${shown}`} content={content} isOpen={isOpen} onChange={change} />
        <OpenProvider value={isOpen}>
          <QuestionsProvider value={questions}>
            {parts.map((part) => (
              <PartEditor
                key={`${part} ${shown}`}
                part={part}
                content={content}
                wrong={wrong[part]}
                onChange={changes[part]}
                onWrite={write}
              />
            ))}
          </QuestionsProvider>
        </OpenProvider>
      </div>
      <div className="editor-side">
        {isOpen ? (
          <div className="save">
            <Button type="primary" loading={isRunning} disabled={isWrong || !isChanged} onClick={save}>
              {say('editor.save')}
            </Button>
            <span role="status" className="remark">
              {isWrong
                ? say('editor.unreadable', {
                    parts: unread.map((part) => say(`editor.${part}`)).join(say('frame.and')),
                  })
                : isChanged
                  ? say('editor.unsaved')
                  : ''}
            </span>
            <Refused failure={failure} />
          </div>
        ) : null}
        {/* What cannot be read was not judged: nobody is told that all is well. */}
        {isWrong || !mayAsk ? null : <Checks content={content} />}
        <FormPreview form={content.form} />
      </div>
    </div>
  );
}

type Changes = Readonly<Record<Part, (given: Partial<ItemContent>) => void>>;

/** One function a part that stays the same: the fields of other parts are not drawn anew at every letter. */
function useChanges(change: (part: Part, given: Partial<ItemContent>) => void): Changes {
  const latest = useRef(change);
  latest.current = change;
  const [changes] = useState(
    () =>
      Object.fromEntries(
        parts.map((part) => [part, (given: Partial<ItemContent>) => latest.current(part, given)]),
      ) as Changes,
  );
  return changes;
}
