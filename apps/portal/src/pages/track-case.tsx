import type { Tracked } from '@zhengtong/cases';
import { Facts, Notice, StatusTag, TextInput } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { itemNameOf } from '../say-name.ts';
import { sayStatus } from '../say-status.ts';
import type { Visit } from '../visit.ts';
import { askNumberPage } from './ask-number.tsx';
import { CaseClock } from './case-clock.tsx';
import { CaseJourney } from './case-journey.tsx';

type Given = {
  readonly number?: string | undefined;
  readonly tracked?: Tracked | undefined;
  readonly isWrong?: boolean;
};

/** Where a case is, for whoever has its number and the end of the phone; nothing about the person. */
export function trackPage(visit: Visit, { number, tracked, isWrong }: Given): Content {
  const { say, lang } = visit;
  return askNumberPage(visit, {
    title: say('track.title'),
    lead: say('track.lead'),
    action: '/track',
    button: say(tracked ? 'track.another' : 'track.button'),
    answer: tracked && <Found visit={visit} tracked={tracked} />,
    error: isWrong ? { id: 'number', text: say('track.notFound') } : undefined,
    fields: (
      <>
        <TextInput
          id="number"
          name="number"
          isCode
          label={say('track.number')}
          hint={say('track.numberHint')}
          value={number}
          error={isWrong ? say('track.notFound') : undefined}
          lang={lang}
        />
        <TextInput
          id="tail"
          name="tail"
          isCode
          inputMode="numeric"
          width="short"
          label={say('track.tail')}
          lang={lang}
        />
      </>
    ),
  });
}

function Found({ visit, tracked }: { visit: Visit; tracked: Tracked }) {
  const { say, lang } = visit;
  const { line, organisationName, clocks } = tracked;
  const { kind, word } = sayStatus(visit, line, tracked.isPaused);
  return (
    <section aria-labelledby="found">
      <StatusTag kind={kind}>{word}</StatusTag>
      <h2 id="found">{itemNameOf(visit, line)}</h2>
      <Facts
        className="quiet-line"
        facts={[say('cases.number', { number: line.number }), organisationName]}
        lang={lang}
      />
      <CaseClock visit={visit} clocks={clocks} />
      <CaseJourney visit={visit} travelled={tracked} applicant={say('track.applicant')} />
      <Notice>{say('track.privacy')}</Notice>
    </section>
  );
}
