import { Steps } from '../content/steps.tsx';
import { sampleClock, sampleSteps } from './sample-journey.tsx';
import { type SectionProps, Specimen } from './specimen.tsx';

export function JourneySection({ lang, say }: SectionProps) {
  return (
    <>
      <h2>{say('办到哪一步', 'Following a case')}</h2>
      <Specimen title={say('旅程', 'Journey')}>{sampleSteps(say, lang)}</Specimen>
      <Specimen title={say('停下来的旅程', 'Journeys that stand still')}>
        <Steps
          label={say('另一种过程', 'Another journey')}
          lang={lang}
          steps={[
            {
              title: say('补正材料', 'Correction'),
              state: 'paused',
              word: say('等待您补正，期限暂停', 'Waiting for you; the clock stands still'),
              when: say('11月17日起', 'since 17 November'),
            },
            {
              title: say('申请', 'Application'),
              state: 'stopped',
              word: say('您已撤回', 'You withdrew it'),
              when: say('11月18日', '18 November'),
            },
          ]}
        />
      </Specimen>
      <Specimen title={say('期限', 'The clock')}>{sampleClock(say, lang)}</Specimen>
    </>
  );
}
