import type { MyCase } from '@zhengtong/cases';
import { acceptedKinds, type Preview, type WhyNone } from '@zhengtong/files';
import { InChinese, LinkButton, Notice } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { itemNameOf } from '../say-name.ts';
import type { Visit } from '../visit.ts';
import { Ways } from './way.tsx';

/** What the person needs to open it with is said for each kind that is taken and cannot be drawn. */
const kindOf = (mediaType: string): 'ofd' | 'docx' | 'xlsx' | 'kind' => {
  const ending = acceptedKinds[mediaType];
  return ending === 'ofd' || ending === 'docx' || ending === 'xlsx' ? ending : 'kind';
};

/**
 * A picture of one's own file, or why there is none; the file itself can be downloaded either way. `draftId`: the
 * application it is looked at for, to be used again there, and where the way leads back to.
 */
export function lookPage(
  visit: Visit,
  mine: MyCase,
  file: MyCase['files'][number],
  seen: Preview | WhyNone | 'not-scanned',
  draftId?: string,
): Content {
  const { say, lang } = visit;
  const { caseId, status } = mine.line;
  const address = caseHref(caseId, `files/${file.id}`);
  const isOpen = status === 'draft' || status === 'correction' || draftId !== undefined;
  const fromId = draftId ?? caseId;
  const back = caseHref(fromId, isOpen ? 'materials' : '');
  return {
    // A page's title cannot be marked as Chinese.
    title: lang === 'en' && /\p{Script=Han}/u.test(file.fileName) ? say('files.tab') : file.fileName,
    breadcrumb: [{ text: itemNameOf(visit, mine.line), href: caseHref(fromId, isOpen ? 'apply' : '') }],
    children: (
      <>
        <h1>
          <InChinese lang={lang}>{file.fileName}</InChinese>
        </h1>
        {typeof seen === 'string' ? (
          <Notice>
            <p>{say(`files.${seen === 'kind' ? kindOf(file.mediaType) : seen}`)}</p>
          </Notice>
        ) : (
          <>
            <p className="lead">
              {seen.pages > seen.shown
                ? say('files.some', { shown: seen.shown, pages: seen.pages })
                : say('files.all', { pages: seen.pages })}
            </p>
            <p className="preview">
              <img src={`${address}/preview`} alt={say('files.alt', { shown: seen.shown })} />
            </p>
          </>
        )}
        {seen === 'not-scanned' ? null : (
          <LinkButton look="second" href={address}>
            {say('files.download')}
          </LinkButton>
        )}
        <Ways ways={[[back, say(isOpen ? 'files.backToMaterials' : 'files.backToCase')]]} />
      </>
    ),
  };
}
