import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';
import type { Lang } from '../language.ts';
import { Facts } from './facts.tsx';
import { InChinese } from './in-chinese.tsx';
import { LongNumbers } from './long-numbers.tsx';

export type ServiceRow = {
  title: string;
  href: string;
  /** One sentence in the words of a person who needs it. */
  text?: string | undefined;
  /** Short facts in the same order on each row: who does it, how long, what it costs. */
  facts?: string[] | undefined;
  tag?: ReactNode;
};

export type ServiceListProps = {
  services: ServiceRow[];
  label?: string | undefined;
  headingLevel?: 2 | 3 | undefined;
  lang?: Lang | undefined;
};

/** Services found or offered. Each row's title is its link; the whole row can be touched. */
export function ServiceList({ services, label, headingLevel = 3, lang }: ServiceListProps) {
  const Title = `h${headingLevel}` as const;
  return (
    <ul className="services" aria-label={label}>
      {services.map((service) => (
        <li key={service.href}>
          <Title>
            <a href={service.href}>
              <InChinese lang={lang}>{service.title}</InChinese>
            </a>
          </Title>
          {service.tag}
          {service.text ? (
            <p>
              <LongNumbers lang={lang}>{service.text}</LongNumbers>
            </p>
          ) : null}
          {service.facts ? <Facts facts={service.facts} lang={lang} /> : null}
        </li>
      ))}
    </ul>
  );
}

export type Topic = { icon: IconName; title: string; text?: string | undefined; href: string };

/** Doors by life event or department. */
export function TopicGrid({
  topics,
  label,
  lang,
}: {
  topics: Topic[];
  label?: string | undefined;
  lang?: Lang | undefined;
}) {
  return (
    <ul className="topics" aria-label={label}>
      {topics.map((topic) => (
        <li key={topic.href}>
          <a href={topic.href} data-main="">
            <Icon name={topic.icon} />
            <span>
              <span className="topic-title">
                <InChinese lang={lang}>{topic.title}</InChinese>
              </span>
              {topic.text ? <span className="topic-text">{topic.text}</span> : null}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
