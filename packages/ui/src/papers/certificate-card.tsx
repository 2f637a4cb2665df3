import { InChinese } from '../content/in-chinese.tsx';
import { type StatusKind, StatusTag } from '../content/status-tag.tsx';
import { type Lang, uiWords } from '../language.ts';
import { Guilloche } from './guilloche.tsx';
import { QrFrame, type QrModules } from './qr-frame.tsx';
import { Seal } from './seal.tsx';

export type CertificateCardProps = {
  /** Unique in the page: the pattern is referred to by it. */
  id: string;
  /** "食品经营许可证" */
  title: string;
  issuer: string;
  /** The name the seal bears, which is Chinese also on an English page; the issuer's by default. */
  sealName?: string | undefined;
  /** As on the paper, in its order. */
  fields: { label: string; value: string }[];
  /** GB/T 36904 identifier. */
  identifier: string;
  issuedOn: string;
  validUntil: string;
  /** Word and kind: 有效 done, 暂停 attention, 已撤销 stopped. */
  status: { word: string; kind: StatusKind };
  qr?: { modules: QrModules; href?: string | undefined } | undefined;
  headingLevel?: 1 | 2 | 3 | undefined;
  lang?: Lang | undefined;
};

/** A certificate that looks like itself. One that no longer holds loses its colour and its seal, and says so first. */
export function CertificateCard(props: CertificateCardProps) {
  const { id, title, issuer, fields, identifier, issuedOn, validUntil, status, qr, headingLevel = 2, lang } = props;
  const words = uiWords(lang);
  const isValid = status.kind === 'done';
  const Title = `h${headingLevel}` as const;
  return (
    <article className={isValid ? 'cert' : 'cert void'} id={id} aria-labelledby={`${id}-title`}>
      <Guilloche id={id} />
      <div className="cert-in">
        <header>
          <Title id={`${id}-title`}>{title}</Title>
          <StatusTag kind={status.kind}>{status.word}</StatusTag>
        </header>
        <dl className="cert-fields">
          {fields.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <InChinese lang={lang}>{value}</InChinese>
              </dd>
            </div>
          ))}
          <div>
            <dt>{words.validity}</dt>
            <dd>{validUntil}</dd>
          </div>
        </dl>
        <footer>
          {qr ? <QrFrame modules={qr.modules} caption={words.scanToVerify} href={qr.href} /> : null}
          <div className="cert-sign">
            {isValid ? <Seal name={props.sealName ?? issuer} /> : null}
            <div className="signed">
              <div>
                <span className="vh">{words.issuedBy} </span>
                <InChinese lang={lang}>{issuer}</InChinese>
              </div>
              <div>{issuedOn}</div>
            </div>
          </div>
        </footer>
        <p className="cert-id">
          {words.identifier} <span className="code">{identifier}</span>
        </p>
      </div>
    </article>
  );
}
