import type { FileLine } from '@zhengtong/files/contract';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { type Looked, lookAtFile } from '../../look-at-file.ts';
import { OwnWords } from '../../parts/own-words.tsx';
import { say } from '../../sentences/say.ts';
import { useCase } from './context.ts';

const levels = { A: 'case.trustA', B: 'case.trustB', C: 'case.trustC', D: 'case.trustD' } as const;

/** What the levels of 国办函〔2016〕108号 mean for who handles the case. */
const sayTrust = (level: string): string =>
  level in levels
    ? say('frame.about', { of: say('case.trust', { level }), text: say(levels[level as keyof typeof levels]) })
    : level;

const scans = { waiting: 'case.scanWaiting', unscanned: 'case.scanUnscanned', infected: 'case.scanInfected' } as const;

/** Kinds that are taken and cannot be drawn: said at once, so that nobody asks for a look that is noted and shows nothing. */
const unseenKinds: Readonly<Record<string, 'case.openOfd' | 'case.openDocx' | 'case.openXlsx'>> = {
  'application/ofd': 'case.openOfd',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'case.openDocx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'case.openXlsx',
};

/** A file with its facts; what it looks like is drawn by the server and shown on demand, since each look is noted. */
export function CaseFile({ file, material }: { file: FileLine & { source?: string | null }; material?: string }) {
  const { view, act: actOn, isRunning } = useCase();
  const [looked, setLooked] = useState<Looked | 'coming'>();
  const id = useId();
  const unseen = unseenKinds[file.mediaType];
  const address = `/api/console/cases/${view.caseId}/files/${file.id}`;
  const isOpen = file.scan !== 'waiting' && file.scan !== 'infected';
  const act = say(looked ? 'case.closePreview' : 'case.preview');
  const toggle = async (): Promise<void> => {
    if (looked) return setLooked(undefined);
    setLooked('coming');
    setLooked(await lookAtFile(`${address}/preview`));
  };
  return (
    <li>
      {isOpen ? (
        <a href={address} download={file.fileName} aria-label={say('case.download', { name: file.fileName })}>
          <OwnWords>{file.fileName}</OwnWords>
        </a>
      ) : (
        <span>
          <OwnWords>{file.fileName}</OwnWords>
        </span>
      )}
      <small>{saySize(file.sizeBytes)}</small>
      {isOpen && unseen ? <small>{say(unseen)}</small> : null}
      {isOpen && !unseen ? (
        <Button
          size="small"
          aria-label={`${act} ${file.fileName}`}
          aria-expanded={looked !== undefined}
          aria-controls={id}
          loading={looked === 'coming'}
          onClick={toggle}
        >
          {act}
        </Button>
      ) : null}
      {material && isOpen && file.trust > 'B' && view.may.includes('original-compared') ? (
        <Button
          size="small"
          aria-label={say('frame.about', { of: say('case.compared'), text: file.fileName })}
          disabled={isRunning}
          onClick={() => actOn({ kind: 'compare-original', material, fileId: file.id })}
        >
          {say('case.compared')}
        </Button>
      ) : null}
      <small className="file-facts">
        {sayTrust(file.trust)}
        {file.scan in scans ? <strong> · {say(scans[file.scan as keyof typeof scans])}</strong> : null}
      </small>
      {file.source ? (
        <small className="source">
          {say('frame.about', { of: say('case.source'), text: '' })}
          <OwnWords>{file.source}</OwnWords>
        </small>
      ) : null}
      <div id={id} className="preview" aria-live="polite">
        {looked && looked !== 'coming' ? <Shown looked={looked} name={file.fileName} /> : null}
      </div>
    </li>
  );
}

function Shown({ looked, name }: { looked: Looked; name: string }) {
  if (looked.kind === 'none') return <p className="faint">{say(`case.noPreview-${looked.why}`)}</p>;
  const { pages, shown } = looked;
  return (
    <figure>
      <figcaption>
        {pages > shown ? say('case.previewSome', { shown, pages }) : say('case.previewAll', { pages })}
      </figcaption>
      <img src={looked.image} alt={say('case.previewAlt', { name, shown })} />
    </figure>
  );
}

/** Kilobytes and megabytes as people read them. */
export function saySize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
