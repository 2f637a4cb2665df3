import { type Choice, choicesOf, grades, longestWords, type MyRating } from '@zhengtong/evaluation';
import {
  Button,
  Buttons,
  Checkbox,
  Checkboxes,
  Details,
  EmptyState,
  ErrorSummary,
  Notice,
  RatingInput,
  SummaryList,
  TextArea,
} from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { sayDay } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';
import { Ways } from './way.tsx';

type Typed = { readonly stars: string; readonly words: string; readonly choices: readonly string[] };
type Given = {
  readonly mine: MyRating | undefined;
  readonly typed?: Typed;
  readonly error?: { id: string; text: string };
};

/** The five grades, one star as easy as five; afterwards what was said, what is done about it, and a second word. */
export function ratingPage(visit: Visit, caseId: string, { mine, typed, error }: Given): Content {
  const { say, lang } = visit;
  return {
    title: say('rating.title'),
    hasErrors: !!error,
    scripts: ['character-count'],
    breadcrumb: [{ text: say('cases.title'), href: '/my/cases' }],
    children: (
      <>
        {error ? <ErrorSummary errors={[error]} lang={lang} /> : null}
        <h1>{say(mine?.rating ? 'rating.given' : 'rating.title')}</h1>
        {mine?.mayRate ? <RateForm {...{ visit, caseId, mine, typed, error }} /> : null}
        {mine?.rating ? <GivenRating {...{ visit, caseId, mine, typed, error }} /> : null}
        {mine?.mayRate || mine?.rating ? null : (
          <EmptyState title={say('rating.notYet')} icon="star">
            <p>{say('rating.notYetText')}</p>
          </EmptyState>
        )}
        <Ways ways={[[caseHref(caseId), say('letter.back')]]} />
      </>
    ),
  };
}

type FormProps = { visit: Visit; caseId: string; mine: MyRating; typed: Typed | undefined; error: Given['error'] };

function RateForm({ visit, caseId, mine, typed, error }: FormProps) {
  const { say, lang } = visit;
  const reasons = [
    ['whyGood', 5],
    ['whyFair', 3],
    ['whyPoor', 1],
  ] as const;
  return (
    <form method="post" action={caseHref(caseId, 'rating')}>
      <Hidden visit={visit} />
      <p className="lead">{say('rating.lead')}</p>
      <p>{say('rating.rateUntil', { day: sayDay(mine.rateUntilOn, lang) })}</p>
      <Stars {...{ visit, label: say('rating.stars'), typed, error }} />
      <Details summary={say('rating.why')} isOpen={error?.id === 'words'}>
        {reasons.map(([key, stars]) => (
          <Checkboxes
            key={key}
            id={key}
            name={`why${stars}`}
            label={say(`rating.${key}`)}
            choices={choicesOf(stars).map((choice: Choice) => ({ value: choice.key, label: choice[lang] }))}
            values={[...(typed?.choices ?? [])]}
            lang={lang}
          />
        ))}
        <Words {...{ visit, typed, error }} />
      </Details>
      <Checkbox
        id="anonymous"
        name="anonymous"
        value="yes"
        label={say('rating.anonymous')}
        hint={say('rating.anonymousHint')}
        lang={lang}
      />
      <Buttons>
        <Button>{say('rating.button')}</Button>
      </Buttons>
    </form>
  );
}

type PartProps = Pick<FormProps, 'visit' | 'typed' | 'error'>;

const Stars = ({ visit, label, typed, error }: PartProps & { label: string }) => (
  <RatingInput
    id="stars"
    name="stars"
    label={label}
    value={typed?.stars}
    error={error?.id === 'stars-5' ? error.text : undefined}
    lang={visit.lang}
  />
);

const Words = ({ visit, typed, error }: PartProps) => (
  <TextArea
    id="words"
    name="words"
    label={visit.say('rating.words')}
    isOptional
    maxCharacters={longestWords}
    value={typed?.words}
    error={error?.id === 'words' ? error.text : undefined}
    lang={visit.lang}
  />
);

function GivenRating({ visit, caseId, mine, typed, error }: FormProps) {
  const { say, lang } = visit;
  const { rating, rectification } = mine;
  if (!rating) return null;
  const grade = grades[rating.stars][lang];
  const again = rating.again ? grades[rating.again.stars][lang] : undefined;
  return (
    <>
      <Notice kind="success" title={say('rating.done')}>
        <p>{[grade, rating.isAnonymous ? say('rating.anonymousYes') : ''].filter(Boolean).join(' · ')}</p>
      </Notice>
      {rating.isSetAside ? <p>{say('rating.setAside')}</p> : null}
      <SummaryList
        lang={lang}
        rows={[
          { label: say('rating.givenOn'), value: sayDay(rating.givenOn, lang) },
          { label: say('rating.words'), value: rating.words ?? undefined },
          ...(again ? [{ label: say('rating.againGiven'), value: again }] : []),
          ...(rectification
            ? [{ label: say('rating.repair'), value: rectification.feedBack ?? say('rating.repairOpen') }]
            : []),
          ...(rectification?.closing ? [{ label: say('rating.closing'), value: rectification.closing }] : []),
        ]}
      />
      {rectification?.rerateUntilOn ? (
        <form method="post" action={caseHref(caseId, 'rating')}>
          <Hidden visit={visit} more={{ again: 'yes' }} />
          <h2>{say('rating.again')}</h2>
          <p>{say('rating.againUntil', { day: sayDay(rectification.rerateUntilOn, lang) })}</p>
          <Stars {...{ visit, label: say('rating.again'), typed, error }} />
          <Words {...{ visit, typed, error }} />
          <Buttons>
            <Button>{say('rating.againButton')}</Button>
          </Buttons>
        </form>
      ) : null}
    </>
  );
}
