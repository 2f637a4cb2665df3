import { type LetterKind, listLetterKinds, type MyCase } from '@zhengtong/cases';
import { Buttons, LinkButton, SummaryList } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Visit } from '../visit.ts';

const names = {
  correction: 'case.correctionPaper',
  acceptance: 'case.acceptancePaper',
  'non-acceptance': 'case.nonAcceptancePaper',
  decision: 'case.decisionPaper',
} as const satisfies Record<LetterKind, string>;

/**
 * One letter as PDF, which every phone opens, and as OFD, the national format that carries the seal: each large enough for
 * a finger, and named in full for who hears it without its row.
 */
export const PaperFiles = ({ visit: { say }, mine, kind }: { visit: Visit; mine: MyCase; kind: LetterKind }) => (
  <Buttons>
    {(['pdf', 'ofd'] as const).map((format) => (
      <LinkButton key={format} look="quiet" href={`${caseHref(mine.line.caseId, 'letters')}/${kind}.${format}`}>
        {say(`letter.${format}`)}
        <span className="vh"> {say(names[kind])}</span>
      </LinkButton>
    ))}
  </Buttons>
);

/** Every letter there is of a case. */
export function CasePapers({ visit, mine }: { visit: Visit; mine: MyCase }) {
  const { say, lang } = visit;
  const kinds = listLetterKinds(mine.loaded);
  if (kinds.length === 0) return null;
  return (
    <SummaryList
      title={say('case.papers')}
      lang={lang}
      rows={kinds.map((kind) => ({
        label: say(names[kind]),
        value: <PaperFiles visit={visit} mine={mine} kind={kind} />,
      }))}
    />
  );
}
