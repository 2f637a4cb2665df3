import { createInstance, type i18n } from 'i18next';
import { en, type Zh, zh } from './index.ts';

type Group = keyof Zh & string;
/** Every sentence the pages can say: `home.title`. */
export type SayKey = { [G in Group]: `${G}.${keyof Zh[G] & string}` }[Group];

type TextOf<K extends SayKey> = K extends `${infer G extends Group}.${infer S}` ? Zh[G][S & keyof Zh[G]] : never;
type NamesIn<T> = T extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type ValuesFor<K extends SayKey> = [NamesIn<TextOf<K>>] extends [never]
  ? []
  : [values: Record<NamesIn<TextOf<K>>, string | number>];

/** A sentence in the reader's language; a blank of it left open does not compile. */
export type Say = <K extends SayKey>(key: K, ...values: ValuesFor<K>) => string;

function speaker(): i18n {
  const spoken = createInstance();
  // React escapes what it shows; escaping twice would show `&amp;` to people.
  void spoken.init({
    lng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  // `{{days}} day{{days, s}}`: one of a thing is said without the letter.
  spoken.services.formatter?.add('s', (count) => (String(count) === '1' ? '' : 's'));
  return spoken;
}

const spoken = speaker();
const say = (lang: 'zh' | 'en') => {
  const speak = spoken.getFixedT(lang) as unknown as (key: string, values?: object) => string;
  return ((key: string, values?: object) => speak(key, values)) as Say;
};

export const sayIn: Record<'zh' | 'en', Say> = { zh: say('zh'), en: say('en') };
