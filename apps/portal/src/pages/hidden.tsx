import { newId } from '@zhengtong/kernel';
import type { Visit } from '../visit.ts';

/** What every form carries unseen: the person's token, and a key under which this form takes effect once. */
export const Hidden = ({ visit, more = {} }: { visit: Visit; more?: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries({ token: visit.token, once: newId(), ...more })
      .filter(([, value]) => value !== '')
      .map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
  </>
);
