import type { MyCase } from '@zhengtong/cases';
import { AnswerSummary } from '@zhengtong/forms';
import { Buttons, Details, Facts, InChinese, LinkButton, Notice, StatusTag, SummaryList } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { sayFileSources } from '../say-file-sources.ts';
import { itemNameOf, materialNameOf } from '../say-name.ts';
import { sayStatus } from '../say-status.ts';
import type { Visit } from '../visit.ts';
import { CaseClock } from './case-clock.tsx';
import { CaseJourney } from './case-journey.tsx';
import { CasePapers } from './case-papers.tsx';
import { AskedPoints } from './to-correct.tsx';
import { Ways } from './way.tsx';
import { canWithdraw } from './withdraw-case.tsx';

/** One's own case: where it stands, what to do now, when it will be done and why. */
export function casePage(visit: Visit, mine: MyCase, late?: string): Content {
  const { say, lang } = visit;
  const { line, loaded } = mine;
  const { kind, word } = sayStatus(visit, line, loaded.state.isPaused);
  const { form, draft, context } = mine;
  return {
    title: itemNameOf(visit, line),
    breadcrumb: [{ text: say('cases.title'), href: '/my/cases' }],
    aside: mine.clocks.length > 0 ? <CaseClock visit={visit} clocks={mine.clocks} /> : undefined,
    children: (
      <>
        <StatusTag kind={kind}>{word}</StatusTag>
        <h1>{itemNameOf(visit, line)}</h1>
        <Facts
          className="quiet-line"
          facts={[
            say('cases.number', { number: line.officialNumber ?? line.number }),
            sayOffice(visit, mine),
            ...(mine.firmName ? [say('cases.forFirm', { name: mine.firmName })] : []),
          ]}
          lang={lang}
        />
        {late && line.status !== 'draft' ? (
          <Notice kind="attention" title={say('case.lateTitle')} isAnswer>
            <p>{say(late === 'typed' ? 'case.lateTyped' : 'case.lateSent')}</p>
          </Notice>
        ) : null}
        <ToDo visit={visit} mine={mine} />
        {line.status === 'draft' ? null : (
          <>
            <CaseJourney
              visit={visit}
              travelled={{ ...mine, isPaused: loaded.state.isPaused }}
              applicant={say('case.you')}
            />
            <Details summary={say('case.answers')}>
              <AnswerSummary {...{ form, draft, context, lang }} />
              {mine.materials.some(({ files, erased }) => files.length > 0 || erased) ? (
                <SummaryList
                  title={say('apply.checkMaterials')}
                  lang={lang}
                  rows={mine.materials.map((one) => ({
                    label: materialNameOf(visit, mine, one.key),
                    value:
                      one.files.length === 0
                        ? one.erased?.[lang]
                        : one.files.map((file) => (
                            <p key={file.id}>
                              <a href={caseHref(line.caseId, `files/${file.id}/look`)}>
                                <InChinese lang={lang}>{file.fileName}</InChinese>
                              </a>
                            </p>
                          )),
                    source: sayFileSources(one, lang),
                  }))}
                />
              ) : null}
            </Details>
            <CasePapers visit={visit} mine={mine} />
          </>
        )}
        <Ways
          ways={[
            line.submittedAt ? [caseHref(line.caseId, 'receipt'), say('case.receipt')] : undefined,
            loaded.state.acceptedOn ? [caseHref(line.caseId, 'slip'), say('case.slip')] : undefined,
            canWithdraw(mine) ? [caseHref(line.caseId, 'withdrawal'), say('case.withdraw')] : undefined,
          ]}
        />
      </>
    ),
  };
}

/** Who has it in hand, or who gave the answer; the name alone where neither is so. */
function sayOffice({ say }: Visit, { line: { status, outcome }, offices: { now } }: MyCase): string {
  if (outcome !== null || status === 'not-accepted') return say('case.answeredBy', { name: now });
  return ['submitted', 'correction', 'accepted'].includes(status) ? say('case.isWith', { name: now }) : now;
}

/** What the person does next: one thing, said first. */
function ToDo({ visit, mine }: { visit: Visit; mine: MyCase }) {
  const { say } = visit;
  const { caseId, status, outcome } = mine.line;
  if (status === 'draft') {
    return (
      <Notice>
        <p>{say('case.draftText')}</p>
        <LinkButton href={caseHref(caseId, 'apply')}>{say('case.draftButton')}</LinkButton>
      </Notice>
    );
  }
  if (status === 'correction') {
    return (
      <Notice kind="attention" title={say('case.correctTitle')}>
        <p>{say('case.correctText')}</p>
        <AskedPoints visit={visit} mine={mine} />
        <LinkButton href={caseHref(caseId, 'apply')}>{say('case.correctButton')}</LinkButton>
      </Notice>
    );
  }
  const isDecided = outcome !== null || status === 'not-accepted';
  if (!isDecided) return null;
  return (
    <Buttons>
      <LinkButton href={caseHref(caseId, 'decision')}>{say('case.letter')}</LinkButton>
      {mine.certificate ? (
        <LinkButton look="second" icon="certificate" href="/my/certificates">
          {say('case.certificate')}
        </LinkButton>
      ) : null}
      {status === 'delivered' ? (
        <LinkButton look="second" icon="star" href={caseHref(caseId, 'rating')}>
          {say('case.rate')}
        </LinkButton>
      ) : null}
    </Buttons>
  );
}
