import { InChinese, Steps } from '@zhengtong/ui';
import { journeyOf, type Travelled } from '../case-journey.ts';
import type { Visit } from '../visit.ts';

type Props = { visit: Visit; travelled: Travelled; applicant: string };

/** The way of a case as one follows a parcel, for its applicant and for who has its number. */
export function CaseJourney({ visit, travelled, applicant }: Props) {
  const { say, lang } = visit;
  return (
    <>
      <h2>{say('case.journey')}</h2>
      <Steps
        label={say('case.journey')}
        lang={lang}
        steps={journeyOf(visit, travelled, applicant).map(({ step, said }) => ({
          ...step,
          children: said.map((text) => (
            <p key={text}>
              <InChinese lang={lang}>{text}</InChinese>
            </p>
          )),
        }))}
      />
    </>
  );
}
