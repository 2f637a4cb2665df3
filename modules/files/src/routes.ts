import { ok, refuse } from '@zhengtong/kernel';
import { type App, type Problem, type Problems, serve, serveFile } from '@zhengtong/platform';
import { EraseOwnFile, type OwnFile, ReadOwnFile, SendFile } from './contract.ts';
import { mostBytes } from './domain/kinds.ts';
import { eraseOwnFile } from './erase-own-file.ts';
import { type FileView, toView } from './file-view.ts';
import type { FilePorts } from './ports.ts';
import { dropBytes, enterFile, type ReceiveRefusal, takeBytes } from './receive-file.ts';
import { findFileRows } from './store.ts';

const problem = (status: number, zh: string, en: string): Problem => ({ status, zh, en });

/** What sending a file may be refused with, in words for programs; pages have their own. */
const sendProblems: Problems<ReceiveRefusal> = {
  empty: problem(422, '文件是空的', 'The file is empty'),
  'kind-not-allowed': problem(
    415,
    '只收 PDF、JPEG、PNG、OFD、docx、xlsx，按内容判断',
    'Only PDF, JPEG, PNG, OFD, docx and xlsx are taken, told by their content',
  ),
  infected: problem(422, '文件带有病毒，没有接收', 'The file carries a virus and was not taken'),
  'too-large': problem(413, '文件太大，最多 20 MiB', 'The file is too large; at most 20 MiB'),
  'storage-full': problem(
    507,
    '存储空间暂时不够，请过一会儿再传',
    'There is no room at the moment; send it again later',
  ),
  'storage-away': problem(
    503,
    '文件存储暂时没有应答，这个文件没有存下，请过一会儿再传',
    'The storage of files does not answer at the moment and this file was not kept; send it again later',
  ),
  interrupted: problem(400, '上传中断了，请重新上传', 'The upload was cut off; send it again'),
  'quota-reached': problem(
    429,
    '已上传的文件达到上限：请先把已上传的随办件提交，或者删除用不上的；未提交的两天后自动清除',
    'You have sent as many files as allowed: file the case they are for, or erase what you do not need; what lies with no case is erased after two days',
  ),
};

export function fileRoutes(app: App, ports: FilePorts): void {
  serveFile(
    app,
    SendFile,
    mostBytes,
    async ({ actor }, incoming) => {
      const taken = await takeBytes(app.setting, ports, actor, incoming);
      if (!taken.ok) return taken;
      const row = taken.value;
      return ok({
        tells: [row.sha256, row.size_bytes, incoming.fileName],
        async enter(ctx) {
          const entered = await enterFile(ctx, ports, row);
          return entered.ok ? ok(toOwnFile(entered.value)) : entered;
        },
        drop: () => dropBytes(app.setting, ports, row.stored_as),
      });
    },
    {
      ...sendProblems,
      'no-file': problem(
        415,
        '请以 multipart/form-data 上传一个名为 file 的文件',
        'Send one file as multipart/form-data, part "file"',
      ),
    },
  );
  serve(
    app,
    ReadOwnFile,
    async (ctx, { params }) => {
      const [row] = await findFileRows(ctx.tx, [params.fileId]);
      return row?.owner_id === ctx.actor.id ? ok(toOwnFile(toView(ctx, row))) : refuse({ kind: 'not-found' });
    },
    { 'not-found': notFound },
  );
  serve(
    app,
    EraseOwnFile,
    async (ctx, { params }) => {
      const erased = await eraseOwnFile(ctx, params.fileId);
      return erased.ok ? ok({}) : erased;
    },
    {
      'not-found': notFound,
      'file-in-case': problem(
        409,
        '文件已经随办件提交，和办件一起保存，不能单独删除',
        'The file lies with a case and is kept with it; it cannot be erased by itself',
      ),
    },
  );
}

const notFound = problem(404, '没有这个文件', 'There is no such file');

const toOwnFile = ({ ownerId: _, ...view }: FileView): OwnFile => view;
