import { say } from '../../../sentences/say.ts';
import { Entries } from './entries.tsx';
import { LawFields } from './law.tsx';

/** What lets the office do it, article by article. */
export function Laws() {
  return (
    <Entries
      name={['laws']}
      full={['laws']}
      what={say('guide.lawOne')}
      title={say('editor.laws')}
      isWhole
      named="law"
      more={({ article }) => String(article ?? '')}
      begin={() => ({ law: '', article: '' })}
    >
      {(at) => <LawFields at={[at]} isRequired />}
    </Entries>
  );
}
