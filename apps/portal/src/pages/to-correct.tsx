import type { MyCase } from '@zhengtong/cases';
import { InChinese, Notice } from '@zhengtong/ui';
import { materialNameOf } from '../say-name.ts';
import type { Visit } from '../visit.ts';

type Props = { visit: Visit; mine: MyCase; of?: readonly string[] | undefined };

/** What the officer asked to have put right, in the officer's words: of these places, or of all. */
export function AskedPoints({ visit, mine, of }: Props) {
  const { lang } = visit;
  return (
    <ul>
      {pointsOf(mine, of).map(({ at, problem }) => (
        <li key={at + problem}>
          <strong>{mine.form.questions.get(at)?.label[lang] ?? materialNameOf(visit, mine, at)}</strong>
          {lang === 'zh' ? '：' : ': '}
          <InChinese lang={lang}>{problem}</InChinese>
        </li>
      ))}
    </ul>
  );
}

/** The same above the place where it is put right, so that nobody has to remember it from the page before. */
export function ToCorrect(props: Props) {
  if (pointsOf(props.mine, props.of).length === 0) return null;
  return (
    <Notice kind="attention" title={props.visit.say('case.correctTitle')}>
      <AskedPoints {...props} />
    </Notice>
  );
}

const pointsOf = ({ line, loaded }: MyCase, of?: readonly string[]) =>
  line.status === 'correction' ? (loaded.state.asked ?? []).filter(({ at }) => !of || of.includes(at)) : [];
