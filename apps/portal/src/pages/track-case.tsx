import type { Tracked } from '@zhengtong/cases';
import { Button, Buttons, ErrorSummary, Notice, StatusTag, TextInput } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { sayStatus } from '../say-status.ts';
import type { Visit } from '../visit.ts';
import { CaseClock } from './case-clock.tsx';
import { Hidden } from './hidden.tsx';

type Given = {
  readonly number?: string | undefined;
  readonly tracked?: Tracked | undefined;
  readonly isWrong?: boolean;
};

/** Where a case is, for whoever has its number and the end of the phone; nothing about the person. */
export function trackPage(visit: Visit, { number, tracked, isWrong }: Given): Content {
  const { say, lang } = visit;
  return {
    title: say('track.title'),
    hasErrors: !!isWrong,
    breadcrumb: [{ text: say('frame.home'), href: '/' }],
    children: (
      <>
        {isWrong ? <ErrorSummary errors={[{ id: 'number', text: say('track.notFound') }]} lang={lang} /> : null}
        <h1>{say('track.title')}</h1>
        {tracked ? <Found visit={visit} tracked={tracked} /> : <p className="lead">{say('track.lead')}</p>}
        <form method="post" action="/track">
          <Hidden visit={visit} />
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
          <Buttons>
            <Button look={tracked ? 'second' : 'main'}>{say('track.button')}</Button>
          </Buttons>
        </form>
      </>
    ),
  };
}

function Found({ visit, tracked }: { visit: Visit; tracked: Tracked }) {
  const { say } = visit;
  const { kind, word } = sayStatus(visit, tracked.line);
  return (
    <section aria-labelledby="found">
      <StatusTag kind={kind}>{word}</StatusTag>
      <h2 id="found">{tracked.line.itemName}</h2>
      <p className="quiet-line">
        {say('cases.number', { number: tracked.line.number })} · {tracked.organisationName}
      </p>
      <CaseClock visit={visit} clocks={tracked.clocks} />
      <Notice>{say('track.privacy')}</Notice>
    </section>
  );
}
