import { Button, Buttons, ErrorSummary } from '@zhengtong/ui';
import type { ReactNode } from 'react';
import type { Content } from '../frame.tsx';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';

type Given = {
  readonly title: string;
  readonly lead: string;
  readonly action: '/track' | '/verify';
  readonly button: string;
  /** What the last number led to; its place is the lead's. */
  readonly answer: ReactNode;
  readonly error?: { readonly id: string; readonly text: string } | undefined;
  readonly fields: ReactNode;
};

/** A page that anybody asks by a number: what it led to, then the form, ready for the next. */
export function askNumberPage(visit: Visit, { title, lead, action, button, answer, error, fields }: Given): Content {
  const { say, lang } = visit;
  return {
    title,
    hasErrors: error !== undefined,
    ...(visit.request.method === 'GET' ? {} : { backTo: action }),
    breadcrumb: [{ text: say('frame.home'), href: '/' }],
    children: (
      <>
        {error ? <ErrorSummary errors={[error]} lang={lang} /> : null}
        <h1>{title}</h1>
        {answer ?? <p className="lead">{lead}</p>}
        <form method="post" action={action}>
          <Hidden visit={visit} />
          {fields}
          <Buttons>
            <Button look={answer ? 'second' : 'main'}>{button}</Button>
          </Buttons>
        </form>
      </>
    ),
  };
}
