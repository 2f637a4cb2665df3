import { Button, Group } from '@zhengtong/ui';
import { checkQuestions, contextAt, type Kinds } from '../../answers/check-questions.ts';
import type { Question } from '../../definition/definition.ts';
import { CalledFor } from '../called-for.tsx';
import type { KindFieldProps } from '../kind.ts';
import { frameProps, partOf } from '../typed.ts';
import { itemQuestions, mostItems } from './check.ts';
import { sayAdd, titleOfEntry } from './words.ts';

const remove = { zh: '删除', en: 'Remove' };

/** Entries one below another. Adding and removing are buttons that send the form; no script is needed. */
export function makeField(kinds: Kinds) {
  return function Field(props: KindFieldProps) {
    const { question, name, lang, isFixed } = props;
    const { minItems = 1, maxItems = mostItems } = question;
    const typed: readonly unknown[] = Array.isArray(props.typed) ? props.typed : [];
    const entries = Array.from({ length: Math.max(typed.length, minItems, 1) }, (_, index) => typed[index] ?? {});
    return (
      <Group {...frameProps(props)}>
        {entries.map((entry, index) => (
          // An entry has no name but its place; the page is made anew after each change.
          <Entry
            key={`${name}.${index + 1}`}
            kinds={kinds}
            props={props}
            entry={entry}
            index={index}
            isOnly={entries.length <= 1}
          />
        ))}
        {isFixed || entries.length >= maxItems ? null : (
          <Button look="second" name="add" value={name}>
            {sayAdd(question)[lang]}
          </Button>
        )}
      </Group>
    );
  };
}

type EntryProps = { kinds: Kinds; props: KindFieldProps; entry: unknown; index: number; isOnly: boolean };

function Entry({ kinds, props, entry, index, isOnly }: EntryProps) {
  const { question, id, name, faults, lang, isFixed, context, entries } = props;
  const title = titleOfEntry(question, index)[lang];
  const sections = [{ questions: itemQuestions(question) }];
  const { values, shown } = checkQuestions(kinds, sections, entry, contextAt(context, question.key));
  // What is worked out is told once there is something to tell; what hangs on an answer is asked once it applies.
  const isHere = ({ key, computed }: Question): boolean =>
    computed ? partOf(values, key) !== undefined : entries?.showsAll || shown.includes(key);
  return (
    <Group id={`${id}-${index}`} label={title} lang={lang}>
      {itemQuestions(question)
        .filter(isHere)
        .map((one) => (
          <EntryField
            key={one.key}
            kinds={kinds}
            one={one}
            isSure={shown.includes(one.key)}
            isNew={entries?.newPaths.includes(`${index}.${one.key}`) ?? false}
            props={{
              ...props,
              question: one,
              id: `${id}-${index}-${one.key}`,
              name: `${name}.${index}.${one.key}`,
              typed: one.computed ? partOf(values, one.key) : partOf(entry, one.key),
              faults: faults
                .filter(({ path }) => path === `${index}.${one.key}` || path.startsWith(`${index}.${one.key}.`))
                .map((fault) => ({ ...fault, path: fault.path.slice(`${index}.${one.key}.`.length) })),
              source: undefined,
              isFixed: isFixed || one.computed !== undefined,
              isPageHeading: false,
            }}
          />
        ))}
      {isOnly || isFixed ? null : (
        <Button look="quiet" name="remove" value={`${name}.${index}`}>
          {remove[lang]}
          <span className="vh"> {title}</span>
        </Button>
      )}
    </Group>
  );
}

type EntryFieldProps = { kinds: Kinds; one: Question; props: KindFieldProps; isSure: boolean; isNew: boolean };

/** What hangs on an answer says that it was asked: an entry has it at one time and not at another. */
function EntryField({ kinds, one, props, isSure, isNew }: EntryFieldProps) {
  const { Field } = kinds[one.kind];
  return (
    <CalledFor {...{ isSure, isNew, lang: props.lang }}>
      {one.when && !one.computed ? <input type="hidden" name="asked" value={props.name} /> : null}
      <Field {...props} />
    </CalledFor>
  );
}
