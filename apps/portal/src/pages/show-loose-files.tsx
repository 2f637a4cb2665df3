import { type FileView, looseMs } from '@zhengtong/files';
import { Button, Buttons, EmptyState, InChinese } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { saySize } from '../say-size.ts';
import { sayMoment } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';

/** What one has sent and put to no application: until when it is kept, and a button to erase it now. */
export function looseFilesPage(visit: Visit, files: readonly FileView[]): Content {
  const { say } = visit;
  return {
    title: say('loose.title'),
    breadcrumb: [{ text: say('account.title'), href: '/my/account' }],
    children: (
      <>
        <h1>{say('loose.title')}</h1>
        <p className="lead">{say('loose.lead')}</p>
        {files.length === 0 ? <EmptyState title={say('loose.empty')} icon="file" /> : null}
        {files.map((file) => (
          <LooseFile key={file.id} visit={visit} file={file} />
        ))}
      </>
    ),
  };
}

function LooseFile({ visit, file }: { visit: Visit; file: FileView }) {
  const { say, lang } = visit;
  const goneAt = new Date(Date.parse(file.receivedAt) + looseMs).toISOString();
  return (
    <form method="post" action="/my/files/erasure">
      <Hidden visit={visit} more={{ file: file.id }} />
      <p>
        <strong>
          <InChinese lang={lang}>{file.fileName}</InChinese>
        </strong>
        <br />
        {say('loose.facts', {
          size: saySize(file.sizeBytes),
          at: sayMoment(file.receivedAt, lang),
          until: sayMoment(goneAt, lang),
        })}
      </p>
      <Buttons>
        <Button look="second">
          {say('loose.erase')}
          <span className="vh">
            {' '}
            <InChinese lang={lang}>{file.fileName}</InChinese>
          </span>
        </Button>
      </Buttons>
    </form>
  );
}
