import type { MyCase } from '@zhengtong/cases';
import { ErrorSummary, InChinese, LinkList, Notice, TextArea } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import { materialNameOf } from '../say-name.ts';
import type { Visit } from '../visit.ts';

/** What was typed for each place and is sent as `word.KEY`; in `silent` those that were sent without a word. */
export type LeftGiven = { readonly words: Readonly<Record<string, string>>; readonly silent: readonly string[] };
type Props = { visit: Visit; mine: MyCase; left: LeftGiven };

const mostCharacters = 500;
const idOf = (key: string): string => `word-${key}`;
const labelOf = (visit: Visit, mine: MyCase, key: string): string =>
  mine.form.questions.get(key)?.label[visit.lang] ?? materialNameOf(visit, mine, key);

export const wordName = (key: string): string => `word.${key}`;

/** Which places still want a word, at the head of the page. */
export function SilentErrors({ visit, mine, left }: Props) {
  const errors = left.silent.map((key) => ({
    id: idOf(key),
    text: visit.say('apply.leftMissing', { label: labelOf(visit, mine, key) }),
  }));
  return <ErrorSummary errors={errors} lang={visit.lang} />;
}

/** What was asked for and stands as it stood: the way to change each, or a word why there is nothing to change. */
export function LeftAsItWas({ visit, mine, left }: Props) {
  const { say, lang } = visit;
  const { untouched } = mine;
  if (untouched.length === 0) return null;
  const hrefOf = (key: string) =>
    caseHref(mine.line.caseId, mine.form.questions.has(key) ? `questions/${key}?from=check` : `materials#m-${key}`);
  const problemsOf = (key: string) => mine.loaded.state.asked?.filter(({ at }) => at === key) ?? [];
  return (
    <>
      <Notice kind="attention" title={say('apply.leftTitle', { count: untouched.length })}>
        <p>{say('apply.leftText')}</p>
        <LinkList
          lang={lang}
          links={untouched.map((key) => ({
            href: hrefOf(key),
            text: say('apply.leftChange', { label: labelOf(visit, mine, key) }),
          }))}
        />
      </Notice>
      {untouched.map((key) => (
        <div key={key}>
          {problemsOf(key).map(({ problem }) => (
            <p key={problem} className="hint">
              {say('apply.leftAsked')}
              <InChinese lang={lang}>{problem}</InChinese>
            </p>
          ))}
          <TextArea
            id={idOf(key)}
            name={wordName(key)}
            label={say('apply.leftWord', { label: labelOf(visit, mine, key) })}
            value={left.words[key]}
            error={
              left.silent.includes(key) ? say('apply.leftMissing', { label: labelOf(visit, mine, key) }) : undefined
            }
            rows={3}
            maxCharacters={mostCharacters}
            lang={lang}
          />
        </div>
      ))}
    </>
  );
}
