import { ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import type { HallGiven } from '../halls.ts';

export type HallsRefusal = Refusal<'malformed'> & {
  /** One sentence a mistake, in Chinese and English, with its place: `2.windows.1.number`. */
  readonly problems: readonly string[];
};

type WindowWritten = { readonly number: string; readonly name: string; readonly organisation?: string };

/** A hall as an operator writes it down: windows name who sits there by any code of the organisation. */
export type HallWritten = Omit<HallGiven, 'divisionCode' | 'windows'> & { readonly windows: readonly WindowWritten[] };

type Loose = Record<string, unknown>;
type Say = (at: string, zh: string, en: string) => void;

const needed = { name: '名称', address: '地址', phone: '电话', hours: '开放时间' } as const;
const optional = ['nameEn', 'addressEn', 'hoursEn'] as const;
const keys = [...Object.keys(needed), ...optional, 'windows'];
const windowKeys = ['number', 'name', 'organisation'];

/**
 * A list of `{ name, address, phone, hours, nameEn, addressEn, hoursEn, windows: [{ number, name, organisation }] }`.
 * Every mistake is told at once; a list with one is not taken at all.
 */
export function readHalls(given: unknown): Result<HallWritten[], HallsRefusal> {
  const problems: string[] = [];
  const say: Say = (at, zh, en) => problems.push(`${at}：${zh} · ${en}`);
  if (!Array.isArray(given) || given.length === 0)
    say('.', '应为大厅的列表，至少一个', 'must be a list of halls, one at least');
  const list: unknown[] = Array.isArray(given) ? given : [];
  for (const [at, one] of list.entries()) checkHall(String(at + 1), (one ?? {}) as Loose, say);
  sayTwice(
    '.',
    list.map((one) => trimmed((one as Loose | null)?.name)),
    say,
  );
  return problems.length > 0 ? refuse({ kind: 'malformed', problems }) : ok((list as HallWritten[]).map(pick));
}

/** A name with a space behind it is the same name to whoever reads it. */
const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

/** What would be dropped in silence is a slip of the pen more often than not: `adress`. */
function sayStrange(at: string, given: unknown, known: readonly string[], say: Say): void {
  if (typeof given !== 'object' || given === null) return;
  for (const key of Object.keys(given).filter((one) => !known.includes(one)))
    say(
      `${at}.${key}`,
      `没有这一项，可以写的是 ${known.join('、')}`,
      `there is no such entry, only ${known.join(', ')}`,
    );
}

/** NUL, and half of a character, are the text the database does not store. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && /\S/.test(value) && value.length <= 300 && !value.includes('\0') && value.isWellFormed();

/** Whether there is anything: what is there and is no text is not told to be missing. */
const isThere = (value: unknown): boolean =>
  typeof value === 'string' ? /\S/.test(value) : value !== undefined && value !== null;

/** YAML reads 3 as a number and 03 as three: only what stands in quotes is a window's number as people see it. */
const isNumber = (value: unknown): boolean => isText(value) && /^\S{1,20}$/.test(value);

function checkHall(at: string, one: Loose, say: Say): void {
  sayStrange(at, one, keys, say);
  for (const [key, zh] of Object.entries(needed))
    if (!isThere(one[key])) say(`${at}.${key}`, `没有${zh}`, `there is no ${key}`);
    else if (!isText(one[key]))
      say(`${at}.${key}`, `${zh}应为加引号的文字，不超过 300 字`, 'must be text in quotes, 300 characters at most');
  for (const key of optional)
    if (one[key] !== undefined && !isText(one[key]))
      say(
        `${at}.${key}`,
        '应为文字，不超过 300 字，没有就不写',
        'must be text of 300 characters at most, or be left out',
      );
  if (!Array.isArray(one.windows)) {
    say(`${at}.windows`, '应列出窗口（可以是空列表）', 'must list the windows (an empty list will do)');
    return;
  }
  for (const [index, window] of one.windows.entries()) {
    const place = `${at}.windows.${index + 1}`;
    sayStrange(place, window, windowKeys, say);
    const { number, name, organisation } = (window ?? {}) as Loose;
    if (!isNumber(number))
      say(
        `${place}.number`,
        '窗口号应加引号，如 "3" 或 "A03"',
        'the number must stand in quotes, such as "3" or "A03"',
      );
    if (!isText(name)) say(`${place}.name`, '应有名称，为加引号的文字', 'there must be a name, as text in quotes');
    if (organisation !== undefined && !isNumber(organisation))
      say(`${place}.organisation`, '应为机构的任一代码，加引号', 'must be any code of the organisation, in quotes');
  }
  sayTwice(
    `${at}.windows`,
    one.windows.map((window) => (window as Loose | null)?.number),
    say,
  );
}

function sayTwice(at: string, names: readonly unknown[], say: Say): void {
  const seen = new Set<unknown>();
  for (const name of names) {
    if (typeof name === 'string' && seen.has(name)) say(at, `“${name}”出现了两次`, `“${name}” occurs twice`);
    seen.add(name);
  }
}

function pick({ name, address, phone, hours, nameEn, addressEn, hoursEn, windows }: HallWritten): HallWritten {
  const english = {
    ...(nameEn ? { nameEn: nameEn.trim() } : {}),
    ...(addressEn ? { addressEn: addressEn.trim() } : {}),
    ...(hoursEn ? { hoursEn: hoursEn.trim() } : {}),
  };
  const picked = windows.map((window) => ({ ...window, name: window.name.trim() }));
  const plain = { name: name.trim(), address: address.trim(), phone: phone.trim(), hours: hours.trim() };
  return { ...plain, ...english, windows: picked };
}
