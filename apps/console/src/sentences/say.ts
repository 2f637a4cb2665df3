import { createInstance, type i18n } from 'i18next';
import { en, type Zh, zh } from './index.ts';

type Group = keyof Zh & string;
/** Every sentence the console can say: `inbox.title`. */
export type SayKey = { [G in Group]: `${G}.${keyof Zh[G] & string}` }[Group];

type TextOf<K extends SayKey> = K extends `${infer G extends Group}.${infer S}` ? Zh[G][S & keyof Zh[G]] : never;
type NamesIn<T> = T extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type ValuesFor<K extends SayKey> = [NamesIn<TextOf<K>>] extends [never]
  ? []
  : [values: Record<NamesIn<TextOf<K>>, string | number>];

export const lang: 'zh' | 'en' = globalThis.document?.documentElement.lang.startsWith('en') ? 'en' : 'zh';

function speaker(): i18n {
  const spoken = createInstance();
  // React escapes what it shows; escaping twice would show `&amp;` to people.
  void spoken.init({
    lng: lang,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    keySeparator: '.',
    initAsync: false,
  });
  // `{{days}} day{{days, s}}`: one of a thing is said without the letter.
  spoken.services.formatter?.add('s', (count) => (String(count) === '1' ? '' : 's'));
  return spoken;
}

const speak = speaker().getFixedT(lang) as unknown as (key: string, values?: object) => string;

/** A sentence in the reader's language; a blank of it left open does not compile. */
export const say = <K extends SayKey>(key: K, ...values: ValuesFor<K>): string => speak(key, values[0]);

/** A word for a code of the server's (`status`, `kind`), or the code itself where a newer server says a new one. */
export function sayCode(group: Group, code: string): string {
  const words = (lang === 'en' ? en : zh)[group] as Readonly<Record<string, string>>;
  return words[code] ?? code;
}
