import type { MyCase } from '@zhengtong/cases';
import { type Draft, sayAnswer } from '@zhengtong/forms';
import { InChinese, Notice } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Visit } from '../visit.ts';

type Typed = Readonly<Record<string, unknown>>;
type Given = { readonly visit: Visit; readonly mine: MyCase; readonly page: string; readonly here: Typed };

/** Two windows say different things: what the other one saved, and how to keep either. */
export function ChangedElsewhere({ visit, mine, page, here }: Given) {
  const { say, lang } = visit;
  const { form, filed, context } = mine;
  return (
    <Notice kind="attention" title={say('apply.bothTitle')} isAnswer>
      <p>{say('apply.bothText')}</p>
      <ul>
        {Object.keys(here).map((key) => {
          const there = sayAnswer(form, key, filed.values[key], context, lang).join(lang === 'zh' ? '；' : '; ');
          const label = form.questions.get(key)?.label[lang] ?? key;
          return (
            <li key={key}>
              <InChinese lang={lang}>
                {say('apply.bothThere', { label, there: there || say('apply.bothNothing') })}
              </InChinese>
            </li>
          );
        })}
      </ul>
      <p>
        <a href={caseHref(mine.line.caseId, `questions/${page}`)}>{say('apply.bothTakeThere')}</a>
      </p>
    </Notice>
  );
}

/** The draft as this window has it. */
export const withTyped = (draft: Draft, here: Typed): Draft => {
  const source = { kind: 'typed', by: '', at: '' as never } as const;
  const typed = Object.entries(here).map(([key, one]) => [key, { ...draft.answers[key], typed: one, source }]);
  return { answers: { ...draft.answers, ...Object.fromEntries(typed) } };
};
