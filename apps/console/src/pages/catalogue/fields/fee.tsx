import { say } from '../../../sentences/say.ts';
import { Tick } from './choice.tsx';
import { Count } from './count.tsx';
import { Entries } from './entries.tsx';
import { LawFields } from './law.tsx';
import { Words } from './words.tsx';

/** What it costs, by which rate, and which law lets it be charged. */
export function FeeFields() {
  return (
    <>
      <Tick at={['fee', 'isCharged']} label={say('guide.isCharged')} isKept />
      <Entries
        name={['fee', 'items']}
        full={['fee', 'items']}
        what={say('guide.charge')}
        title={say('guide.charges')}
        help={say('guide.chargesHelp')}
        named="name"
        more={({ standard }) => String(standard ?? '')}
        begin={() => ({ name: '', standard: '' })}
      >
        {(at) => (
          <>
            <Words at={[at, 'name']} label={say('guide.name')} isRequired most={200} />
            <Words at={[at, 'nameEn']} label={say('guide.nameEn')} isEnglish most={200} />
            <Words
              at={[at, 'standard']}
              label={say('guide.standard')}
              help={say('guide.standardHelp')}
              isRequired
              most={500}
            />
            <Words at={[at, 'standardEn']} label={say('guide.standardEn')} isEnglish most={500} />
            <Count
              at={[at, 'amountFen']}
              label={say('guide.amount')}
              help={say('guide.amountHelp')}
              min={0}
              max={100_000_000}
              step={0.01}
              kept={100}
            />
            <Words at={[at, 'reduction']} label={say('guide.reduction')} most={500} />
            <Words at={[at, 'reductionEn']} label={say('guide.reductionEn')} isEnglish most={500} />
            <LawFields at={[at, 'law']} isRequired />
          </>
        )}
      </Entries>
    </>
  );
}
