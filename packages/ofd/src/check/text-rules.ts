import { documentKinds, upwardKinds } from '../official/standard.ts';
import { breach, doubt, type Finding, type Rule } from './finding.ts';
import { dateLike, numberLike } from './parts.ts';

type Found = Omit<Finding, 'clause'>;

/** A rule over each text by itself: what matches is a breach. */
const forbid = (clause: string, pattern: RegExp, zh: string, en: string): Rule => ({
  clause,
  zh,
  en,
  check: (_seen, { texts }) =>
    texts.filter((text) => pattern.test(text.trim())).map((text) => breach(text.trim(), zh, en)),
});

/** What the words tell, whatever kind of file they come from. */
export const textRules: readonly Rule[] = [
  {
    clause: '7.2.5',
    zh: '发文字号',
    en: 'document number',
    check: (_seen, { texts }) => texts.flatMap((text) => checkNumber(text.trim())),
  },
  forbid(
    '7.3.5',
    /^\d{4}年(?:0\d|\d{1,2}月0\d)/,
    '成文日期的月、日不编虚位（1不编为01）',
    'no zero before month or day',
  ),
  forbid(
    '7.3.5',
    /^[二一〇○零九八七六五四三]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日$/,
    '成文日期用阿拉伯数字',
    'the date is written in Arabic digits',
  ),
  forbid('7.3.5.4', /此页无正文/, '不得采取标注“此页无正文”的方法', '“this page has no text” is not allowed'),
  forbid('7.4', /^主题词[：:]/, '2012年版已取消主题词', 'subject words were abolished in 2012'),
  forbid('7.3.3', /^[一二三四五六七八九十]+[.．,，]/, '一级标题序号后用顿号（一、）', 'level 1 is numbered 一、'),
  forbid('7.3.3', /^（[一二三四五六七八九十]+）[、.．，]/, '（一）之后不加标点', 'no mark after （一）'),
  forbid('7.3.3', /^\([一二三四五六七八九十\d]+\)/, '层次序号用全角括号', 'heading numbers take full-width brackets'),
  forbid('7.3.3', /^\d+、/, '三级标题序号后用圆点（1.）', 'level 3 is numbered 1.'),
  forbid('7.3.4', /^附件[：:]\s*\d+[、]/, '附件顺序号后用圆点（附件：1.××）', 'annexes are numbered 1.'),
  forbid('7.3.4', /^附件[：:].*[。；;，]$/, '附件名称后不加标点符号', 'no mark after the name of an annex'),
  forbid('7.2.2', /^(?:绝密|机密|秘密)\s*[☆*＊]/, '密级与保密期限之间用★', '★ stands between grade and term'),
  forbid('7.2.3', /^(?:紧急|急件|特急件)$/, '紧急程度为特急、加急（电报另有特提、平急）', 'urgency is 特急 or 加急'),
  {
    clause: '7.3.2',
    zh: '主送机关后为全角冒号',
    en: 'a full-width colon follows the addressees',
    check: (_seen, { addressees }) =>
      addressees?.text.endsWith(':')
        ? [
            breach(
              addressees.text,
              '主送机关后标全角冒号',
              'a full-width colon follows the addressees',
              addressees.page,
            ),
          ]
        : [],
  },
  {
    clause: '7.3.1',
    zh: '标题写明文种',
    en: 'the title names the kind of document',
    check: (_seen, { titleText }) => {
      if (titleText === '') return undefined;
      const found: Found[] = [];
      const plain = titleText.replace(/（[^）]*）$/, '');
      if (!documentKinds.some((kind) => plain.endsWith(kind))) {
        found.push(
          doubt(titleText, '标题末尾不是十五种公文文种之一', 'the title does not end in one of the fifteen kinds'),
        );
      }
      if (/[。，；！？]/.test(titleText)) {
        found.push(breach(titleText, '标题中除书名号、引号、顿号等外不用标点', 'a title carries no such marks'));
      }
      return found;
    },
  },
  {
    clause: '7.4.2',
    zh: '抄送机关末尾标句号',
    en: 'a full stop ends the copy-to list',
    check: (_seen, { texts }) => {
      const at = texts.findIndex((text) => /^\s*抄送[：:]/.test(text));
      if (at < 0) return [];
      const until = texts.findIndex((text, i) => i > at && /印发$/.test(text.trim()));
      const list = texts
        .slice(at, until < 0 ? at + 1 : until)
        .join('')
        .trim();
      const found: Found[] = [];
      if (/^抄送:/.test(list)) found.push(breach(list, '抄送后用全角冒号', 'a full-width colon follows 抄送'));
      if (!/。(?:[—\d\s-]*)$/.test(list))
        found.push(breach(list, '最后一个抄送机关名称后标句号', 'a full stop follows the last'));
      return found;
    },
  },
  {
    clause: '条例 第九条',
    zh: '上行文标注签发人',
    en: 'upward documents name who signed them off',
    check: (_seen, { texts, titleText }) => {
      const kind = upwardKinds.find((one) => titleText.endsWith(one));
      if (!kind || texts.some((text) => text.includes('签发人'))) return [];
      return [breach(titleText, `${kind}应当标注签发人姓名`, `a ${kind} names who signed it off`)];
    },
  },
  {
    clause: '条例 第十五条',
    zh: '请示一文一事、一个主送机关；报告不夹带请示事项',
    en: 'a request has one addressee; a report carries no request',
    check: (_seen, { texts, titleText, addressees }) => {
      const found: Found[] = [];
      const to = addressees?.text ?? texts.find((text) => /^[^。]{2,60}[：:]$/.test(text.trim())) ?? '';
      if (titleText.endsWith('请示') && /[，、,]/.test(to.replace(/（[^）]*）/g, ''))) {
        found.push(doubt(to, '请示一般只写一个主送机关', 'a request is in principle sent to one'));
      }
      const request = texts.find((text) => /请(?:予)?(?:批示|审批|批准|批复)/.test(text));
      if (titleText.endsWith('报告') && request) {
        found.push(
          doubt(request, '报告中不得夹带请示事项，请人工确认', 'a report may carry no request: a person decides'),
        );
      }
      return found;
    },
  },
  {
    clause: '7.3.5',
    zh: '署有成文日期',
    en: 'a date is given',
    check: (_seen, { texts, mark }) => {
      const last = mark?.text.endsWith('纪要') || texts.some((text) => dateLike.test(text.trim()));
      return last ? [] : [doubt('—', '没有找到单独成行的成文日期', 'no line with the date alone was found')];
    },
  },
];

function checkNumber(text: string): Found[] {
  // Quoted numbers of other documents stand inside sentences; the document's own is a line by itself.
  if (!numberLike.test(text) || text.length > 30 || /[，。；：]/.test(text)) return [];
  if (/^第\d+号$/.test(text)) return [];
  const found: Found[] = [];
  if (!/〔\d{4}〕/.test(text)) {
    found.push(breach(text, '年份用六角括号〔〕括入', 'the year stands in 〔〕'));
  }
  if (/[〕\]］)）】]\s*第/.test(text)) found.push(breach(text, '发文顺序号不加“第”字', 'no 第 before the sequence'));
  if (/[〕\]］)）】]\s*第?\s*0/.test(text))
    found.push(breach(text, '发文顺序号不编虚位', 'no leading zero in the sequence'));
  return found;
}
