import type { Mm, PaperFormat } from '@zhengtong/ofd';

export const letterFormats = ['pdf', 'ofd'] as const satisfies readonly PaperFormat[];
export type LetterFormat = PaperFormat;

/** A seal that will be put on the paper: how large, and whether it is one of a demonstration. */
export type LetterSeal = { readonly folder: string; readonly diameter: Mm; readonly isDemo: boolean };

/** The file a letter becomes: only OFD carries a seal of GB/T 38540, and only where the issuer has one. */
export type LetterForm = { readonly format: LetterFormat; readonly seal: LetterSeal | undefined };

/**
 * What the paper says of its own seal; nobody should take an unsealed one for sealed, a demonstration for real, or the
 * time of the seal for that of the decision: a seal cannot honestly be put on before it was.
 */
export function saySeal({ format, seal }: LetterForm): string {
  if (!seal) return '本文书由系统生成，未加盖电子印章，请扫描二维码核对；需要加盖印章的书面凭证，请向本机关索取。';
  const demo = seal.isDemo ? '（演示印章，不具效力）' : '';
  if (format === 'ofd')
    return `本文书加盖本机关电子印章${demo}，可以用 OFD 阅读器或者本系统的核验命令核验；内容改动过的，核验不能通过。印章在下载时加盖，印章里的时间是下载的时间；作出的日期以落款为准。`;
  return `本 PDF 由系统生成，未加盖电子印章，请扫描二维码核对；加盖电子印章${demo}的 OFD 版式文件可以在同一页面下载。`;
}

export function saySealInEnglish({ format, seal }: LetterForm): string {
  if (!seal) return 'Unsealed: verify it by the code.';
  const demo = seal.isDemo ? ' (a demonstration seal without any force)' : '';
  return format === 'ofd'
    ? `It carries the electronic seal of the body${demo}, put on when it was downloaded: the time in the seal is that of the download, the date of the letter stands under its text.`
    : `This PDF is unsealed: verify it by the code; the OFD file beside it is sealed${demo}.`;
}
