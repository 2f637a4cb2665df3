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

/** Each letter as PDF, which every phone opens, and as OFD, the national format that carries the seal. */
export function CasePapers({ visit, mine }: { visit: Visit; mine: MyCase }) {
  const { say, lang } = visit;
  const kinds = listLetterKinds(mine.loaded);
  if (kinds.length === 0) return null;
  // Large enough for a finger each, and named in full for who hears them without their row.
  const link = (kind: LetterKind, format: 'pdf' | 'ofd') => (
    <LinkButton look="quiet" href={`${caseHref(mine.line.caseId, 'letters')}/${kind}.${format}`}>
      {say(format === 'pdf' ? 'case.asPdf' : 'case.asOfd')}
      <span className="vh"> {say(names[kind])}</span>
    </LinkButton>
  );
  return (
    <SummaryList
      title={say('case.papers')}
      lang={lang}
      rows={kinds.map((kind) => ({
        label: say(names[kind]),
        value: (
          <Buttons>
            {link(kind, 'pdf')}
            {link(kind, 'ofd')}
          </Buttons>
        ),
      }))}
    />
  );
}
