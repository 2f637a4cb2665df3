import type { Letter } from '@zhengtong/messages';
import {
  EmptyState,
  InChinese,
  LinkButton,
  LongNumbers,
  Pagination,
  PrintButton,
  ServiceList,
  StatusTag,
} from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { sayMoment } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { ActingLine } from './acting-line.tsx';
import { Ways } from './way.tsx';

const pageSize = 20;

type Given = {
  readonly letters: readonly Letter[];
  readonly isLater: boolean;
  /** The firm acted for now. */
  readonly firmName: string | undefined;
  /** Firms not acted for now with letters nobody read: a message on the phone may have told of one. */
  readonly elsewhere: readonly { readonly name: string; readonly unread: number }[];
};

/** The letters of whom one acts for now. */
export function lettersPage(visit: Visit, { letters, isLater, firmName, elsewhere }: Given): Content {
  const { say, lang } = visit;
  const last = letters.length === pageSize ? letters.at(-1) : undefined;
  return {
    title: say('letters.title'),
    breadcrumb: [{ text: say('frame.account'), href: '/my/account' }],
    children: (
      <>
        <h1>{say('letters.title')}</h1>
        <ActingLine visit={visit} of="letters.ofFirm" firmName={firmName} />
        {elsewhere.map(({ name, unread }) => (
          <p key={name}>
            <InChinese lang={lang}>{say('letters.elsewhere', { name, unread })}</InChinese>{' '}
            <a href="/my/account#acting">{say('letters.actFor')}</a>
          </p>
        ))}
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
