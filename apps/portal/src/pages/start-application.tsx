import type { MyCaseLine } from '@zhengtong/cases';
import type { ItemVersion } from '@zhengtong/catalogue';
import type { Firm } from '@zhengtong/identity';
import { Button, Buttons, LinkButton, Notice, Radios } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { dayOf, sayDay } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';
import { itemHref } from './service-row.tsx';

type Given = {
  readonly item: ItemVersion;
  readonly firms: readonly Firm[];
  readonly draft: MyCaseLine | undefined;
  readonly isWrongAudience?: boolean;
};

/** Before the first question: for whom, what to have ready, and a draft that is there already. */
export function startPage(visit: Visit, { item, firms, draft, isWrongAudience }: Given): Content {
  const { say, pick, lang, actor } = visit;
  const name = pick(item.name, item.nameEn);
  const needed = item.materials.filter((one) => one.source === 'applicant' && one.need !== 'optional');
  return {
    title: say('apply.startTitle', { item: name }),
    breadcrumb: [
      { text: say('frame.home'), href: '/' },
      { text: name, href: itemHref(item) },
    ],
    children: (
      <>
        {isWrongAudience ? (
          <Notice kind="attention" title={say('apply.wrongAudience')} isAnswer>
            <p>
              {say('apply.wrongAudienceText', {
                audience: item.audience.map((one) => say(`guide.${one}`)).join(lang === 'zh' ? '、' : ', '),
              })}
            </p>
            {item.audience.includes('firm') && !actor.firmId ? (
              <LinkButton look="second" href="/my/firms">
                {say('firms.link')}
              </LinkButton>
            ) : null}
          </Notice>
        ) : null}
        <h1>{say('apply.startTitle', { item: name })}</h1>
        <p className="lead">{say('apply.startLead')}</p>
        {draft ? (
          <Notice title={say('apply.haveDraft')}>
            <p>{say('apply.haveDraftText', { day: sayDay(dayOf(draft.changedAt), lang) })}</p>
            <LinkButton href={caseHref(draft.caseId, 'apply')}>{say('apply.resume')}</LinkButton>
          </Notice>
        ) : null}
        {needed.length > 0 ? (
          <>
            <h2>{say('apply.haveReady')}</h2>
            <ul>
              {needed.map((one) => (
                <li key={one.key}>
                  {pick(one.name, one.nameEn)}
                  {one.need === 'conditional' ? say('apply.ifAsked') : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <form method="post" action="/apply">
          <Hidden visit={visit} more={{ divisionCode: item.divisionCode, itemId: item.itemId }} />
          {firms.length > 0 ? (
            <Radios
              id="as"
              name="as"
              label={say('apply.asTitle')}
              value={actor.firmId ?? 'self'}
              lang={lang}
              choices={[
                { value: 'self', label: say('apply.asSelfName', { name: visit.personName ?? '' }) },
                ...firms.map((firm) => ({ value: firm.id, label: firm.name, hint: firm.creditCode })),
              ]}
            />
          ) : null}
          <Buttons>
            <Button look={draft ? 'second' : 'main'}>{say(draft ? 'apply.startAnew' : 'apply.start')}</Button>
          </Buttons>
        </form>
      </>
    ),
  };
}
