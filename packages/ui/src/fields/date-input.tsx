import { uiWords } from '../language.ts';
import { type FieldProps, Group } from './field.tsx';

export const dateParts = ['year', 'month', 'day'] as const;
export type DatePart = (typeof dateParts)[number];

/** The name each part is sent under: `birth-year`, `birth-month`, `birth-day`. */
export const datePartName = (name: string, part: DatePart): string => `${name}-${part}`;

/**
 * What was typed into the three fields, as the text `DateInput` takes back: "2026-11-23", or "2026-13-" when it is
 * wrong or half done, or "" when nothing was typed. One digit is filled to two; nothing else is mended.
 */
export function joinDateParts(body: Record<string, unknown>, name: string): string {
  const typed = dateParts.map((part) => String(body[datePartName(name, part)] ?? '').trim());
  if (typed.every((text) => text === '')) return '';
  return typed.map((text) => (/^\d$/.test(text) ? `0${text}` : text)).join('-');
}

const autoComplete = { year: 'bday-year', month: 'bday-month', day: 'bday-day' };

export type DateInputProps = FieldProps & {
  /** The part at fault, when only one is. */
  wrongPart?: DatePart | undefined;
  isBirthday?: boolean | undefined;
};

/** A date in three fields, since a calendar is slow for a birthday and a single field hides its order. */
export function DateInput({ wrongPart, isBirthday, ...field }: DateInputProps) {
  const words = uiWords(field.lang);
  const typed = (field.value ?? '').split('-');
  const order = field.lang === 'en' ? ([...dateParts].reverse() as DatePart[]) : dateParts;
  return (
    <Group {...field}>
      <div className="date">
        {order.map((part) => (
          <div key={part}>
            <label htmlFor={`${field.id}-${part}`}>{words[part]}</label>
            <input
              id={`${field.id}-${part}`}
              name={datePartName(field.name, part)}
              className={part === 'year' ? 'in code w-year' : 'in code w-two'}
              inputMode="numeric"
              maxLength={part === 'year' ? 4 : 2}
              autoComplete={isBirthday ? autoComplete[part] : 'off'}
              disabled={field.isDisabled}
              aria-invalid={field.error && (wrongPart ?? part) === part ? true : undefined}
              defaultValue={typed[dateParts.indexOf(part)]}
            />
          </div>
        ))}
      </div>
    </Group>
  );
}
