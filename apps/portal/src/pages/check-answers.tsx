import type { MyCase } from '@zhengtong/cases';
import { AnswerSummary } from '@zhengtong/forms';
import { Button, Buttons, InChinese, LinkButton, LinkList, Notice, SummaryList } from '@zhengtong/ui';
import { caseHref, isOpen, missingMaterials, openKeys, undonePages } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { sayFileSources } from '../say-file-sources.ts';
import { itemNameOf, materialNameOf } from '../say-name.ts';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';
import { LeftAsItWas, type LeftGiven, SilentErrors } from './left-as-it-was.tsx';

const nothingLeft: LeftGiven = { words: {}, silent: [] };

/** Everything once more before it is sent, each answer with where it came from and a way to change it. */
export function checkPage(
  visit: Visit,
  mine: MyCase,
  { isChanged = false, left: leftGiven = nothingLeft }: { isChanged?: boolean; left?: LeftGiven } = {},
): Content {
  const { say, lang } = visit;
  const { caseId } = mine.line;
  const itemName = itemNameOf(visit, mine.line);
  const { form, draft, context } = mine;
  const open = openKeys(mine);
  const [pages, materials] = [undonePages(mine), missingMaterials(mine)];
  const left = pages.length + materials.length;
  const changeHref = (key: string) => caseHref(caseId, `questions/${key}?from=check`);
  return {
    title: say('apply.checkTitle'),
    hasErrors: left > 0 || leftGiven.silent.length > 0,
    scripts: ['character-count'],
    breadcrumb: [{ text: itemName, href: caseHref(caseId, 'apply') }],
    children: (
      <>
        <SilentErrors {...{ visit, mine, left: leftGiven }} />
        <h1>{say('apply.checkTitle')}</h1>
        <p className="lead">{say(open === 'all' ? 'apply.checkLead' : 'apply.checkAsked')}</p>
        {isChanged ? (
          <Notice kind="attention" title={say('apply.changedTitle')} isAnswer>
            <p>{say('apply.changedText')}</p>
          </Notice>
        ) : null}
        {left > 0 ? (
          <Notice kind="attention" title={say('apply.incomplete', { count: left })}>
            <LinkList
              lang={lang}
              links={[
                ...pages.map(({ key, title }) => ({ href: changeHref(key), text: title[lang] })),
                ...materials.map(({ key }) => ({
                  href: `${caseHref(caseId, 'materials')}#m-${key}`,
                  text: materialNameOf(visit, mine, key),
                })),
              ]}
            />
          </Notice>
        ) : null}
        <AnswerSummary {...{ form, draft, context, lang }} changeHref={open === 'all' ? changeHref : undefined} />
        {mine.materials.length > 0 ? (
          <SummaryList
            title={say('apply.checkMaterials')}
            lang={lang}
            rows={mine.materials.map((one) => ({
              label: materialNameOf(visit, mine, one.key),
              value:
                one.files.length > 0
                  ? one.files.map((file) => (
                      <p key={file.id}>
                        <a href={caseHref(caseId, `files/${file.id}/look`)}>
                          <InChinese lang={lang}>{file.fileName}</InChinese>
                        </a>
                      </p>
                    ))
                  : say('apply.noFile'),
              source: sayFileSources(one, lang),
              changeHref: isOpen(open, one.key) ? caseHref(caseId, 'materials') : undefined,
            }))}
          />
        ) : null}
        {left > 0 ? (
          <LinkButton href={pages[0] ? changeHref(pages[0].key) : caseHref(caseId, 'materials')}>
            {say('apply.goOn')}
          </LinkButton>
        ) : (
          <form method="post" action={caseHref(caseId, 'submission')}>
            <Hidden visit={visit} more={{ looked: lookedAt(mine) }} />
            <LeftAsItWas {...{ visit, mine, left: leftGiven }} />
            <p>{say('apply.submitNote')}</p>
            <Buttons>
              <Button>{say(open === 'all' ? 'apply.submit' : 'apply.submitCorrection')}</Button>
            </Buttons>
          </form>
        )}
      </>
    ),
  };
}

/** What this page shows: whoever changes it in another window looks once more before it is sent. */
export const lookedAt = ({ revision, files }: MyCase): string =>
  [revision, ...files.map(({ id }) => id.slice(-8)).sort()].join('.');
