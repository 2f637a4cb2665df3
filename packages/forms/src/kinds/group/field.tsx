import { Button, Group } from '@zhengtong/ui';
import { checkQuestions, type Kinds } from '../../answers/check-questions.ts';
import type { Question } from '../../definition/definition.ts';
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
  const { question, id, name, faults, lang, isFixed, context } = props;
  const title = titleOfEntry(question, index)[lang];
  const { values } = checkQuestions(kinds, [{ questions: itemQuestions(question) }], entry, context);
  return (
    <Group id={`${id}-${index}`} label={title} lang={lang}>
      {itemQuestions(question).map((one) => (
        <EntryField
          key={one.key}
          kinds={kinds}
          one={one}
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

function EntryField({ kinds, one, props }: { kinds: Kinds; one: Question; props: KindFieldProps }) {
  const { Field } = kinds[one.kind];
  return <Field {...props} />;
}
