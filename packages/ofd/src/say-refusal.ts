import type { CheckRefusal } from './check/check-document.ts';

type Said = { readonly zh: string; readonly en: string };

const sentences: Record<CheckRefusal['kind'], Said> = {
  'not-a-zip': {
    zh: '这不是 OFD 文件，或者没有传完整。请核对是否选错了文件，或请对方重新发送',
    en: 'this is no OFD file, or only a part of one: see whether it is the right file, or have it sent again',
  },
  'zip-broken': {
    zh: '文件已损坏，或者被改动过，不能采信。请向出具机关重新索取',
    en: 'the file is damaged or was changed and cannot be relied on: ask who issued it for another',
  },
  'zip-unsafe': {
    zh: '文件的打包方式会让两个阅读器看到两份不同的内容，因此不予读取。请向出具机关重新索取',
    en: 'the file is packed so that two readers could see two documents, and is not read: ask who issued it for another',
  },
  'zip-too-large': {
    zh: '文件展开后过大，为安全起见不予读取',
    en: 'unpacked, the file would be too large, and is not read for safety',
  },
  'ofd-broken': {
    zh: '文件缺少版式文件应有的部分，或者其中有错。请向出具机关重新索取',
    en: 'a part every such document has is missing or wrong: ask who issued it for another',
  },
  'pdf-broken': {
    zh: '这个 PDF 打不开，可能已损坏或设了密码。请重新导出后再检查',
    en: 'this PDF cannot be opened; it may be damaged or locked by a password: export it again',
  },
  'format-unknown': {
    zh: '认不出文件的格式；可以检查 OFD、PDF 和 Word（.docx）文件',
    en: 'the format is not known; OFD, PDF and Word (.docx) can be checked',
  },
};

/** One sentence in both languages saying what is wrong and what to do, with the rule and the place for who wrote the file. */
export function sayRefusal(refusal: CheckRefusal): string {
  const { zh, en } = sentences[refusal.kind];
  const where = 'file' in refusal ? refusal.file : 'entry' in refusal ? refusal.entry : undefined;
  const reason = 'reason' in refusal ? refusal.reason : undefined;
  const exactly = [where, reason].filter(Boolean).join('：');
  return `${zh}。· ${en}.${exactly ? `（${exactly}）` : ''}`;
}
