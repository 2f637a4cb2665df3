import type { Letter } from '@zhengtong/messages';
import { EmptyState, LinkButton, LongNumbers, Pagination, PrintButton, ServiceList, StatusTag } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { sayMoment } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { Ways } from './way.tsx';

const pageSize = 20;

export function lettersPage(visit: Visit, letters: readonly Letter[], isLater: boolean): Content {
  const { say, lang } = visit;
  const last = letters.length === pageSize ? letters.at(-1) : undefined;
  return {
    title: say('letters.title'),
    breadcrumb: [{ text: say('frame.account'), href: '/my/account' }],
    children: (
      <>
        <h1>{say('letters.title')}</h1>
        {letters.length === 0 ? (
          <EmptyState title={say('letters.empty')} icon="mail">
            <p>{say('letters.emptyText')}</p>
          </EmptyState>
        ) : null}
        <ServiceList
          headingLevel={2}
          lang={lang}
          services={letters.map((letter) => ({
            title: letter[lang].title,
            href: `/my/letters/${letter.id}`,
            tag: letter.isRead ? undefined : <StatusTag kind="attention">{say('letters.unread')}</StatusTag>,
            text: letter[lang].lines[0],
            facts: [sayMoment(letter.writtenAt, lang)],
          }))}
        />
        <Pagination
          isByTime
          nextHref={last && `/my/letters?before=${last.id}`}
          firstHref={isLater ? '/my/letters' : undefined}
          lang={lang}
        />
      </>
    ),
  };
}

export function letterPage(visit: Visit, letter: Letter): Content {
  const { say, lang } = visit;
  const { title, lines } = letter[lang];
  return {
    title,
    breadcrumb: [{ text: say('letters.title'), href: '/my/letters' }],
    children: (
      <>
        <h1>{title}</h1>
        <p className="quiet-line">{sayMoment(letter.writtenAt, lang)}</p>
        {lines.map((line) => (
          <p key={line}>
            <LongNumbers lang={lang}>{line}</LongNumbers>
          </p>
        ))}
        <LinkButton href={letter.path}>{say('letters.goOn')}</LinkButton>
        <PrintButton lang={lang} />
        <Ways ways={[['/my/letters', say('letters.back')]]} />
      </>
    ),
  };
}
