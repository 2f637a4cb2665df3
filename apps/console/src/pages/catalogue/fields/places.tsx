import { channelNames } from '@zhengtong/catalogue/contract';
import { lang, say } from '../../../sentences/say.ts';
import { type Options, Ticks } from './choice.tsx';
import { Entries } from './entries.tsx';
import { Words } from './words.tsx';

const channels: Options = Object.entries(channelNames).map(([code, name]) => [code, name[lang]] as const);

/** How to apply, and where to go. */
export function Places() {
  return (
    <>
      <Ticks at={['channels']} label={say('guide.channels')} isRequired options={channels} />
      <Entries
        name={['windows']}
        full={['windows']}
        what={say('guide.window')}
        title={say('guide.windows')}
        help={say('guide.windowsHelp')}
        named="hall"
        more={({ window }) => String(window ?? '')}
        begin={() => ({ hall: '', address: '' })}
      >
        {(at) => (
          <>
            <Words at={[at, 'hall']} label={say('guide.hall')} isRequired most={200} />
            <Words
              at={[at, 'window']}
              label={say('guide.windowNumber')}
              help={say('guide.windowNumberHelp')}
              most={200}
            />
            <Words at={[at, 'address']} label={say('guide.address')} isRequired most={500} />
            <Words at={[at, 'phone']} label={say('guide.phone')} most={80} />
          </>
        )}
      </Entries>
    </>
  );
}
