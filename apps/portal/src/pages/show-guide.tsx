import type { MyCaseLine } from '@zhengtong/cases';
import { type Hall, type ItemVersion, isListedOnly, isOnline } from '@zhengtong/catalogue';
import { channelNames } from '@zhengtong/catalogue/contract';
import { findCivilDate } from '@zhengtong/kernel';
import { Buttons, Details, InChinese, LinkButton, Notice, Steps, SummaryList, type SummaryRow } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import type { HallsToday } from '../read-hall-today.ts';
import { sayFee, sayLaw, sayLimits } from '../say-limit.ts';
import { dayOf, sayDay } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { GuideMaterials } from './guide-materials.tsx';
import { GuidePlaces } from './guide-places.tsx';
import { findWebAddress, OutwardLink } from './outward-link.tsx';

type Given = {
  readonly halls: readonly Hall[];
  readonly now: HallsToday;
  /** Begun and not sent: what to go on with before another one is begun. */
  readonly draft: MyCaseLine | undefined;
};

/** Everything a guide says, what most people need first (行政许可法 30). */
export function guidePage(visit: Visit, item: ItemVersion, { halls, now, draft }: Given): Content {
  const { say, pick, lang } = visit;
  const conditions = lang === 'en' && item.conditionsEn ? item.conditionsEn : item.conditions;
  return {
    title: pick(item.name, item.nameEn),
    breadcrumb: [
      { text: say('frame.home'), href: '/' },
      { text: item.organisationName, href: `/departments/${item.organisationId}` },
    ],
    children: (
      <>
        <h1>{pick(item.name, item.nameEn)}</h1>
        {item.summary ? (
          <p className="lead">
            <InChinese lang={lang}>{pick(item.summary, item.summaryEn)}</InChinese>
          </p>
        ) : null}
        <ApplyButton visit={visit} item={item} draft={draft} />
        <SummaryList title={say('guide.glance')} rows={glance(visit, item)} lang={lang} />
        {conditions.length > 0 ? (
          <>
            <h2>{say('guide.conditions')}</h2>
            <ul>
              {conditions.map((one) => (
                <li key={one}>
                  <InChinese lang={lang}>{one}</InChinese>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <GuideMaterials visit={visit} item={item} />
        <Journey visit={visit} item={item} />
        {item.faqs.length > 0 ? <h2>{say('guide.faqs')}</h2> : null}
        {item.faqs.map((faq) => (
          <Details key={faq.question} summary={pick(faq.question, faq.questionEn)}>
            <p>{pick(faq.answer, faq.answerEn)}</p>
          </Details>
        ))}
        <GuidePlaces visit={visit} item={item} halls={halls} now={now} />
        <Law visit={visit} item={item} />
        {isOnline(item) && item.materials.length > 4 ? <ApplyButton visit={visit} item={item} draft={draft} /> : null}
      </>
    ),
  };
}

function ApplyButton({ visit, item, draft }: { visit: Visit; item: ItemVersion } & Pick<Given, 'draft'>) {
  const { say, lang } = visit;
  const { webLink } = item.particulars;
  if (!isOnline(item)) {
    return (
      <Notice kind="attention" title={say('guide.guideOnly')}>
        <p>
          {say('guide.guideOnlyText')} {item.phone ? <strong>{item.phone}</strong> : null}
        </p>
        {findWebAddress(webLink) ? (
          <p>
            <OutwardLink visit={visit} text={say('guide.webLink')} address={webLink} />
          </p>
        ) : null}
      </Notice>
    );
  }
  const anew = `/apply/${item.divisionCode}/${item.itemId}`;
  return draft ? (
    <>
      <p>
        <strong>{say('guide.draftTitle', { day: sayDay(dayOf(draft.changedAt), lang) })}</strong>
      </p>
      <Buttons>
        <LinkButton icon="pen" href={caseHref(draft.caseId, 'apply')}>
          {say('guide.resume')}
        </LinkButton>
        <LinkButton look="second" href={anew}>
          {say('guide.applyAnew')}
        </LinkButton>
      </Buttons>
    </>
  ) : (
    <Buttons>
      <LinkButton icon="pen" href={anew}>
        {say('guide.apply')}
      </LinkButton>
    </Buttons>
  );
}

function glance(visit: Visit, item: ItemVersion): SummaryRow[] {
  const { say, lang, pick } = visit;
  const isListed = isListedOnly(item);
  const { quota, isBookable, effectiveOn } = item.particulars;
  const rows: (SummaryRow | undefined)[] = [
    { label: say('guide.whoDoes'), value: item.organisationName },
    row(
      say('guide.whoFor'),
      isListed ? undefined : item.audience.map((one) => say(`guide.${one}`)).join(lang === 'zh' ? '、' : ', '),
    ),
    row(say('guide.howLong'), sayLimits(visit, item.legalLimit, item.promisedLimit)),
    { label: say('guide.fee'), value: isListed ? say('guide.notYet') : sayFee(visit, item.fee) },
    row(say('guide.howTo'), item.channels.map((one) => channelNames[one][lang]).join(lang === 'zh' ? '、' : ', ')),
    row(say('guide.visits'), sayVisits(visit, item)),
    row(
      say('guide.result'),
      item.particulars.resultName && pick(item.particulars.resultName, item.particulars.resultNameEn),
    ),
    row(say('guide.quota'), quota),
    row(
      say('guide.booking'),
      isBookable === undefined ? undefined : say(isBookable ? 'guide.booked' : 'guide.notBooked'),
    ),
    row(
      say('guide.effectiveOn'),
      effectiveOn && (findCivilDate(effectiveOn) ? sayDay(effectiveOn, lang) : effectiveOn),
    ),
    row(say('guide.phone'), item.phone),
  ];
  return rows.filter((one) => one !== undefined);
}

function sayVisits({ say, lang, pick }: Visit, { particulars }: ItemVersion): string | undefined {
  const { visits, visitReason, visitReasonEn } = particulars;
  if (visits === undefined) return undefined;
  if (visits === 0) return say('guide.visitsNone');
  const reason = visitReason ? `${lang === 'zh' ? '：' : ': '}${pick(visitReason, visitReasonEn)}` : '';
  return say('guide.visitsLine', { visits, reason });
}

const row = (label: string, value: string | undefined): SummaryRow | undefined =>
  value ? { label, value } : undefined;

function Journey({ visit, item }: { visit: Visit; item: ItemVersion }) {
  const { say, pick, lang } = visit;
  if (!item.process) return null;
  const { steps, excluded, silence } = item.process;
  return (
    <>
      <h2>{say('guide.steps')}</h2>
      <Steps
        label={say('guide.steps')}
        lang={lang}
        steps={steps.map((step) => ({
          title: pick(step.name, step.nameEn),
          state: 'waiting',
          word: say('guide.stepDays', { days: step.halfDays / 2 }),
        }))}
      />
      {excluded.length > 0 ? (
        <Details summary={say('guide.excluded')}>
          <ul>
            {excluded.map((one) => (
              <li key={one.key}>
                <InChinese lang={lang}>
                  {say('guide.excludedLine', { name: pick(one.name, one.nameEn), days: one.mostDays, law: one.law })}
                </InChinese>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      {silence === 'approve' ? <p>{say('guide.silenceApprove')}</p> : null}
    </>
  );
}

function Law({ visit, item }: { visit: Visit; item: ItemVersion }) {
  const { say, lang } = visit;
  const { review, suit } = item.remedies ?? {};
  return (
    <>
      {item.laws.length > 0 ? <h2>{say('guide.laws')}</h2> : null}
      <ul>
        {item.laws.map((law) => (
          <li key={law.law + law.article}>
            <InChinese lang={lang}>{sayLaw(law)}</InChinese>
            {law.says ? (
              <span className="hint">
                {' '}
                <InChinese lang={lang}>{law.says}</InChinese>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {review && suit ? (
        <>
          <h2>{say('guide.remedies')}</h2>
          <p>
            <InChinese lang={lang}>
              {say('guide.review', { days: review.days, body: review.body, law: sayLaw(review.law) })}
            </InChinese>
          </p>
          <p>
            <InChinese lang={lang}>
              {say('guide.suit', { months: suit.months, court: suit.court, law: sayLaw(suit.law) })}
            </InChinese>
          </p>
        </>
      ) : null}
      <Details summary={say('guide.more')}>
        <SummaryList
          lang={lang}
          rows={[
            { label: say('guide.code'), value: <span className="code">{item.code}</span> },
            { label: say('guide.kind'), value: item.kind },
            { label: say('guide.version'), value: String(item.version) },
          ]}
        />
      </Details>
    </>
  );
}
