import { say } from '../../../sentences/say.ts';
import type { Name } from './open.ts';
import { Words } from './words.tsx';

/** Which law says so, by article. */
export function LawFields({ at, isRequired = false }: { at: Name; isRequired?: boolean }) {
  return (
    <>
      <div className="pair">
        <Words
          at={[...at, 'law']}
          label={say('guide.law')}
          help={say('guide.lawHelp')}
          isRequired={isRequired}
          most={200}
        />
        <Words at={[...at, 'article']} label={say('guide.article')} isRequired={isRequired} most={80} />
      </div>
      <Words at={[...at, 'number']} label={say('guide.lawNumber')} help={say('guide.lawNumberHelp')} most={80} />
      <Words at={[...at, 'says']} label={say('guide.lawSays')} rows={2} most={2000} />
    </>
  );
}
