import { InChinese } from '../content/in-chinese.tsx';
import { Icon } from '../icons/icon.tsx';
import { uiWords } from '../language.ts';
import { controlProps, Field, type FieldProps } from './field.tsx';
import { sayKinds } from './say-kinds.ts';

export type UploadedFile = {
  /** As the person called it. */
  name: string;
  /** Readable: "1.2 MB". */
  size: string;
  state: 'checking' | 'clean' | 'refused';
  /** Why it was not taken, and what to do. */
  reason?: string | undefined;
  /** Where it came from when nobody chose it here. */
  source?: string | undefined;
  href?: string | undefined;
  /** Sent by the button that removes it; no button when absent. */
  remove?: { name: string; value: string } | undefined;
};

export type FileUploadProps = Omit<FieldProps, 'value'> & {
  /** As in the `accept` attribute: ".pdf,.jpg,.png". */
  accept?: string | undefined;
  isMultiple?: boolean | undefined;
  files?: UploadedFile[] | undefined;
  /** Suggests the camera on a phone. */
  capture?: boolean | undefined;
};

const looks = {
  checking: { icon: 'clock', word: 'fileChecking' },
  clean: { icon: 'check', word: 'fileClean' },
  refused: { icon: 'alert', word: 'fileRefused' },
} as const;

function FileRow({ file, lang }: { file: UploadedFile; lang: FileUploadProps['lang'] }) {
  const words = uiWords(lang);
  const { icon, word } = looks[file.state];
  return (
    <li className={`file ${file.state}`}>
      <Icon name="file" />
      <span className="file-name">
        {file.href ? (
          <a href={file.href}>
            <InChinese lang={lang}>{file.name}</InChinese>
          </a>
        ) : (
          <InChinese lang={lang}>{file.name}</InChinese>
        )}
        <span className="file-size">{file.size}</span>
        {file.source ? (
          <span className="source">
            <Icon name="check" />
            {words.source}
            <InChinese lang={lang}>{file.source}</InChinese>
          </span>
        ) : null}
      </span>
      <span className="file-state">
        <Icon name={icon} />
        {words[word]}
      </span>
      {file.remove ? (
        <button className="btn quiet" type="submit" name={file.remove.name} value={file.remove.value}>
          {words.remove}
          <span className="vh">
            {' '}
            <InChinese lang={lang}>{file.name}</InChinese>
          </span>
        </button>
      ) : null}
      {file.reason ? <span className="file-reason">{file.reason}</span> : null}
    </li>
  );
}

/**
 * A place for files with those already there; the form needs `encType="multipart/form-data"`. In front of the browser's
 * own control, whose words nobody chose, stands a label in ours that opens it; by keyboard the control itself is reached.
 */
export function FileUpload({ accept, isMultiple, files = [], capture, ...field }: FileUploadProps) {
  const control = controlProps(field);
  const kinds = accept ? sayKinds(accept, field.lang) : '';
  const described = [control['aria-describedby'], kinds && `${field.id}-kinds`].filter(Boolean).join(' ');
  return (
    <Field {...field}>
      {kinds ? (
        <div className="hint" id={`${field.id}-kinds`}>
          {kinds}
        </div>
      ) : null}
      <div className="drop">
        <label className="btn pick" htmlFor={field.id}>
          <Icon name="file" />
          {uiWords(field.lang).chooseFile}
        </label>
        <input
          {...control}
          aria-describedby={described || undefined}
          className="in"
          type="file"
          accept={accept}
          multiple={isMultiple}
          capture={capture ? 'environment' : undefined}
        />
      </div>
      <progress className="bar" data-upload-progress="" max={100} value={0} hidden aria-label={field.label} />
      {files.length > 0 ? (
        <ul className="files" aria-label={uiWords(field.lang).chosenFiles}>
          {files.map((file) => (
            <FileRow key={file.name + (file.remove?.value ?? '')} file={file} lang={field.lang} />
          ))}
        </ul>
      ) : null}
    </Field>
  );
}
