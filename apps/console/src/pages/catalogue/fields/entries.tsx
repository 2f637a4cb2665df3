import { App, Button, Form } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { OwnWords } from '../../../parts/own-words.tsx';
import { say } from '../../../sentences/say.ts';
import { findField } from '../lead-to.ts';
import { type Name, useIsOpen } from './open.ts';

type Row = Readonly<Record<string, unknown>>;

type EntriesProps = {
  /** The list's name inside the list it stands in, and in the whole form. */
  name: Name;
  full: Name;
  /** What one of them is called: 材料, material. */
  what: string;
  title: string;
  /** It is all its part has: the part's heading says the title already. */
  isWhole?: boolean;
  help?: string;
  /** The field that names an entry, and what else is worth saying of it while it is closed. */
  named: string;
  more?: (row: Row) => string;
  /** A new one, told those that are there. */
  begin: (rows: readonly Row[]) => Row;
  children: (at: number) => ReactNode;
};

/** A list that one adds to, takes from and puts in order, by mouse and keyboard alike; the focus goes with the entry. */
export function Entries(props: EntriesProps) {
  return (
    <Form.List name={[...props.name]}>
      {(rows, { add, remove, move }) => <Listed {...props} rows={rows} change={{ add, remove, move }} />}
    </Form.List>
  );
}

type Change = {
  add: (row: Row) => void;
  remove: (at: number) => void;
  move: (from: number, to: number) => void;
};
type ListedProps = EntriesProps & { rows: readonly { key: number; name: number }[]; change: Change };

function Listed({ full, what, title, isWhole, help, named, more, begin, children, rows, change }: ListedProps) {
  const isOpen = useIsOpen();
  const form = Form.useFormInstance();
  const { modal } = App.useApp();
  const id = ['at', ...full].join('_');
  const first = useRef(new Set(rows.map(({ key }) => key)));
  const [told, setTold] = useState('');
  const [next, setNext] = useState<string>();

  // What moved or came is where the hand is; a row that moves in the document would leave the focus behind.
  useEffect(() => {
    if (next === undefined) return;
    findField(document.getElementById(next))?.focus();
    setNext(undefined);
  }, [next]);

  const count = rows.length;
  const call = (at: number): string => `${what} ${at + 1}`;
  const move = (from: number, by: -1 | 1): void => {
    const to = from + by;
    if (to < 0 || to >= count) return;
    change.move(from, to);
    setTold(say('guide.moved', { what: call(from), nth: to + 1, count }));
    setNext(`${id}_${to}_${by < 0 ? 'up' : 'down'}`);
  };
  const add = (): void => {
    change.add(begin((form.getFieldValue([...full]) ?? []) as Row[]));
    setTold('');
    setNext(`${id}_${count}_body`);
  };
  const remove = (at: number): void => {
    change.remove(at);
    setTold(say('guide.removed', { what: call(at), count: count - 1 }));
    setNext(count > 1 ? `${id}_${Math.min(at, count - 2)}_remove` : `${id}_add`);
  };
  const ask = (at: number): void => {
    const row = (form.getFieldValue([...full, at]) ?? {}) as Row;
    if (!row[named]) remove(at);
    else
      modal.confirm({
        scrollLock: false,
        title: say('guide.removeAsked', { what: call(at) }),
        content: String(row[named]),
        okText: say('guide.remove'),
        cancelText: say('frame.cancel'),
        onOk: () => remove(at),
      });
  };

  return (
    <fieldset className="entries" id={id}>
      <legend className={isWhole ? 'unseen' : ''}>{title}</legend>
      {help ? <p className="remark">{help}</p> : null}
      <p role="status" className="unseen">
        {told}
      </p>
      {count === 0 ? <p className="faint">{say('guide.noneYet')}</p> : null}
      <ol>
        {rows.map(({ key, name: at }) => (
          <li key={key} id={`${id}_${at}`}>
            <div className="entry-head">
              <EntryName at={[...full, at]} call={call(at)} named={named} more={more} />
              {isOpen ? (
                <span className="entry-buttons">
                  {(['up', 'down'] as const).map((way) => (
                    <Button
                      key={way}
                      id={`${id}_${at}_${way}`}
                      size="small"
                      aria-disabled={at === (way === 'up' ? 0 : count - 1)}
                      aria-label={say(`guide.${way}Of`, { what: call(at) })}
                      onClick={() => move(at, way === 'up' ? -1 : 1)}
                    >
                      {say(`guide.${way}`)}
                    </Button>
                  ))}
                  <Button
                    id={`${id}_${at}_remove`}
                    size="small"
                    aria-label={say('guide.removeOf', { what: call(at) })}
                    onClick={() => ask(at)}
                  >
                    {say('guide.remove')}
                  </Button>
                </span>
              ) : null}
            </div>
            <details open={!first.current.has(key)}>
              <summary aria-label={say('guide.contentOf', { what: call(at) })}>{say('guide.content')}</summary>
              <div id={`${id}_${at}_body`} className="entry-fields">
                {children(at)}
              </div>
            </details>
          </li>
        ))}
      </ol>
      {isOpen ? (
        <Button id={`${id}_add`} onClick={add}>
          {say('guide.add', { what })}
        </Button>
      ) : null}
    </fieldset>
  );
}

type EntryNameProps = { at: Name; call: string; named: string; more: EntriesProps['more'] };

/** How an entry is found among the others while it is closed. */
function EntryName({ at, call, named, more }: EntryNameProps) {
  const row = (Form.useWatch([...at], { preserve: true }) ?? {}) as Row;
  const name = row[named];
  return (
    <span className="entry-name">
      <small>{call}</small> {name ? <OwnWords>{String(name)}</OwnWords> : <em>{say('guide.unnamed')}</em>}
      {more ? (
        <span className="faint">
          <OwnWords>{more(row)}</OwnWords>
        </span>
      ) : null}
    </span>
  );
}

/** A key nobody else has: cases and conditions call an entry by it, people never see it. */
export function freshKey(stem: string, rows: readonly Row[]): string {
  const taken = new Set(rows.map(({ key }) => key));
  let nth = rows.length + 1;
  while (taken.has(`${stem}${nth}`)) nth++;
  return `${stem}${nth}`;
}
