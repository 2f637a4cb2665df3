import { mmOf } from '../layout/layout.ts';
import { area, bodyEm, grid, imprintLine, markTop, pageNumberDrop, paper, redLineGap } from '../official/standard.ts';
import { breach, doubt, type Finding, mm, type Rule } from './finding.ts';
import { centreOf, isOfMark, middleOf, type Parts } from './parts.ts';
import type { Seen, SeenLine } from './seen.ts';

type Found = Omit<Finding, 'clause'>;
/** What a ruler can be trusted with. */
const tolerance = 0.5;
const isOff = (value: number, expected: number, by = tolerance): boolean => Math.abs(value - expected) > by;
const hasPlaces = (seen: Seen): boolean => seen.lines.length > 0;
// Ink of 小标宋 over the baseline, and the em box of common Chinese faces under it, as parts of the em.
const inkTop = 0.845;
const emDescent = 0.12;
const emBottom = (line: SeenLine): number => line.baseline + mmOf(line.size) * emDescent;

function rule(clause: string, zh: string, en: string, check: (seen: Seen, parts: Parts) => Found[]): Rule {
  return { clause, zh, en, check: (seen, parts) => (hasPlaces(seen) ? check(seen, parts) : undefined) };
}

/** What can be measured on pages. */
export const placeRules: readonly Rule[] = [
  {
    clause: '5.2.1',
    zh: '幅面 A4',
    en: 'A4 paper',
    check: (seen) =>
      seen.pages.flatMap(({ width, height }, page) =>
        isOff(width, paper.width, 1) || isOff(height, paper.height, 1)
          ? [breach(`${mm(width)} × ${mm(height)}`, '幅面应为210 mm×297 mm', 'paper is 210 mm × 297 mm', page)]
          : [],
      ),
  },
  rule('5.2.2', '正文在版心之内', 'text stays inside the text area', (_seen, { body }) =>
    body.flatMap((line) => {
      const isOut =
        line.left < area.left - 1 ||
        line.right > area.right + 1 ||
        line.baseline > area.bottom ||
        line.baseline < area.top;
      return isOut ? [breach(line.text, '文字超出版心（156 mm×225 mm）', 'text outside the area', line.page)] : [];
    }),
  ),
  rule('5.2.3', '正文三号（16磅）', 'body in 16 pt', (_seen, { body }) => {
    const wrong = body.filter((line) => isOff(line.size, 16, 0.3));
    return wrong.map((line) =>
      breach(`${line.size.toFixed(1)} pt ${line.text}`, '正文用三号字', 'the body is set in 三号', line.page),
    );
  }),
  rule('5.2.4', '每面22行、每行28字', '22 lines of 28 characters', (seen, parts) => checkGrid(seen, parts)),
  rule('7.2.4', '发文机关标志', 'mark of the issuer', (seen, { mark }) => {
    if (!mark) return [doubt('—', '没有找到发文机关标志', 'no mark was found')];
    const found: Found[] = [];
    const top = mark.baseline - mmOf(mark.size) * inkTop;
    // Letters and orders have theirs elsewhere (10.1, 10.2).
    const allowed = [markTop, 30, area.top + 20];
    if (allowed.every((place) => isOff(top, place, 1))) {
      found.push(
        breach(mm(top - area.top), '标志上边缘距版心上边缘35 mm', 'its upper edge is 35 mm under the area’s', 0),
      );
    }
    // Several issuers stand under each other with 文件 at their right: the whole is centred.
    const whole = seen.lines.filter(isOfMark);
    const middle = (Math.min(...whole.map((line) => line.left)) + Math.max(...whole.map((line) => line.right))) / 2;
    if (isOff(middle, paper.width / 2 + 1, 1.5)) found.push(breach(mm(middle), '标志应居中', 'the mark is centred', 0));
    if (mark.color && (mark.color[0] < 150 || mark.color[1] > 90))
      found.push(breach(mark.color.join(','), '标志用红色', 'the mark is red', 0));
    if (mark.font && mark.font !== 'xiaobiaosong')
      found.push(doubt(mark.fontName, '标志推荐使用小标宋体', '小标宋 is recommended'));
    return found;
  }),
  rule('7.2.7', '版头分隔线', 'line under the head', (_seen, { redLine, number, mark }) => {
    // 10.2: an order has none.
    if (mark?.text.endsWith('令')) return [];
    if (!redLine) return [doubt('—', '没有找到红色分隔线', 'no red line was found')];
    const found: Found[] = [];
    // Letters have double lines of 170 mm instead.
    if (isOff(redLine.width, area.width) && isOff(redLine.width, 170)) {
      found.push(breach(mm(redLine.width), '分隔线与版心等宽（156 mm）', 'the line is as wide as the area', 0));
    }
    const gap = number ? redLine.y + redLine.height / 2 - emBottom(number) : redLineGap;
    if (gap > 0 && isOff(gap, redLineGap))
      found.push(breach(mm(gap), '分隔线在发文字号之下4 mm', 'the line lies 4 mm under the number', 0));
    return found;
  }),
  rule('7.3.1', '标题', 'title', (_seen, { title, redLine }) => {
    const found: Found[] = [];
    for (const line of title) {
      if (isOff(centreOf(line), area.left + area.width / 2, 1))
        found.push(breach(line.text, '标题居中', 'the title is centred', 0));
      if (isOff(line.size, 22, 0.3))
        found.push(breach(`${line.size} pt`, '标题用二号字', 'the title is set in 二号', 0));
    }
    const first = title[0];
    if (first && redLine && redLine.width < 165) {
      const top = emBottom(first) - mmOf(22);
      const rows = (top - redLine.y) / grid.rowPitch;
      if (rows < 1.7 || rows > 2.6)
        found.push(breach(`${rows.toFixed(2)} 行`, '标题在分隔线下空二行', 'two blank rows above the title', 0));
    }
    return found;
  }),
  rule('7.3.2', '主送机关顶格', 'addressees flush left', (_seen, { addressees }) =>
    addressees && isOff(addressees.left, area.left, 1)
      ? [breach(mm(addressees.left), '主送机关居左顶格', 'addressees stand flush left', addressees.page)]
      : [],
  ),
  rule('7.3.3', '首页显示正文、层次字体', 'text on page 1, faces of headings', (_seen, { body, addressees }) => {
    const found: Found[] = [];
    const onFirst = body.filter((line) => line.page === 0 && line !== addressees);
    if (onFirst.length === 0) found.push(breach('—', '公文首页必须显示正文', 'page 1 must show text of the body', 0));
    for (const line of body) {
      if (/^[一二三四五六七八九十]+、/.test(line.text) && line.font && line.font !== 'heiti') {
        found.push(breach(line.text, '第一层标题用黑体', 'level 1 is set in 黑体', line.page));
      }
      if (
        /^（[一二三四五六七八九十]+）/.test(line.text) &&
        line.text.length < 24 &&
        line.font &&
        line.font !== 'kaiti'
      ) {
        found.push(breach(line.text, '第二层标题用楷体', 'level 2 is set in 楷体', line.page));
      }
    }
    return found;
  }),
  rule('7.3.5.1', '署名、日期和印章', 'name, date and seal', (seen, parts) => checkSeal(seen, parts)),
  rule('7.4.1', '版记分隔线', 'lines of the imprint', (_seen, { imprintBars }) => {
    const found: Found[] = [];
    for (const bar of imprintBars) {
      if (isOff(bar.width, area.width))
        found.push(breach(mm(bar.width), '版记分隔线与版心等宽', 'as wide as the area'));
    }
    const last = [...imprintBars].sort((a, b) => a.y - b.y).at(-1);
    if (last && isOff(last.y + last.height / 2, area.bottom)) {
      found.push(breach(mm(last.y), '末条分隔线与版心下边缘重合', 'the last coincides with the area’s lower edge'));
    }
    if (last && isOff(last.height, imprintLine.outer, 0.11)) {
      found.push(breach(mm(last.height), '首末条分隔线高0.35 mm', 'first and last are 0.35 mm thick'));
    }
    return found;
  }),
  rule('7.5', '页码', 'page numbers', (seen, { pageNumbers }) =>
    pageNumbers.flatMap((line) => {
      const found: Found[] = [];
      const said = Number(/\d+/.exec(line.text)?.[0]);
      if (!/^—\s*\d+\s*—$/.test(line.text.trim()))
        found.push(breach(line.text, '数字左右各放一条一字线', 'a dash either side', line.page));
      if (isOff(line.size, 14, 0.3))
        found.push(breach(`${line.size} pt`, '页码用四号字', 'numbers are set in 四号', line.page));
      const dash = line.baseline - mmOf(line.size) * 0.268;
      if (isOff(dash - area.bottom, pageNumberDrop))
        found.push(breach(mm(dash - area.bottom), '一字线上距版心下边缘7 mm', '7 mm under the area', line.page));
      const em = mmOf(14);
      const isRight = line.left > paper.width / 2;
      if (isRight !== (said % 2 === 1))
        found.push(breach(line.text, '单页码居右、双页码居左', 'odd right, even left', line.page));
      else {
        const gap = isRight ? area.right - line.right : line.left - area.left;
        if (isOff(gap, em, 1)) found.push(breach(mm(gap), '页码空一字', 'one character from the edge', line.page));
      }
      void seen;
      return found;
    }),
  ),
];

function checkGrid(seen: Seen, { body }: Parts): Found[] {
  const found: Found[] = [];
  seen.pages.forEach((_, page) => {
    const lines = body.filter((line) => line.page === page);
    if (lines.length > grid.rows) found.push(breach(`${lines.length} 行`, '每面排22行', '22 lines a page', page));
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      const step = next ? (next.baseline - line.baseline) / grid.rowPitch : 1;
      if (isOff(step, Math.max(1, Math.round(step)), 0.06)) {
        found.push(
          breach(
            `${mm(step * grid.rowPitch)} ${line.text}`,
            '行距不合22行版心',
            'line pitch does not fit 22 lines',
            page,
          ),
        );
      }
      const cells = (line.right - line.left) / grid.cellPitch;
      if (cells > grid.columns + 0.6) found.push(breach(line.text, '每行排28个字', '28 characters a line', page));
    });
  });
  return found;
}

function checkSeal(seen: Seen, { date, signature, body }: Parts): Found[] {
  const found: Found[] = [];
  const stamp = seen.stamps.at(-1);
  if (!date || !stamp) return found;
  const fromRight = (area.right - date.right) / grid.cellPitch;
  if (isOff(fromRight, 4, 0.15))
    found.push(
      breach(
        `${fromRight.toFixed(2)} 字`,
        '成文日期右空四字',
        'the date stands four characters from the right',
        date.page,
      ),
    );
  const middle = stamp.x + stamp.width / 2;
  if (isOff(middle, middleOf(date), 1))
    found.push(
      breach(mm(middle - middleOf(date)), '印章居中下压署名和日期', 'the seal is centred over the date', stamp.page),
    );
  const beside = seen.stamps.filter((one) => one.page === stamp.page && Math.abs(one.y - stamp.y) < 1);
  if (signature && beside.length === 1 && isOff(middleOf(signature), middleOf(date), 1)) {
    found.push(breach(signature.text, '署名以成文日期为准居中', 'the name is centred over the date', signature.page));
  }
  // Of several rows of seals the topmost is the one near the text.
  const top = Math.min(...seen.stamps.filter((one) => one.page === stamp.page).map((one) => one.y));
  const above = body.filter((line) => line.page === stamp.page && line.baseline < top + 2).at(-1);
  if (!above) found.push(breach('—', '印章与正文不得分处两面', 'the seal stands on a page with text', stamp.page));
  else {
    const gap = top - (emBottom(above) + (grid.rowPitch - bodyEm) / 2);
    if (gap < -tolerance || gap > grid.rowPitch + tolerance) {
      found.push(breach(mm(gap), '印章顶端上距正文一行之内', 'the seal begins within a row of the text', stamp.page));
    }
  }
  const names = (emBottom(date) + (signature ? emBottom(signature) - bodyEm : emBottom(date) - bodyEm)) / 2;
  const drop = names - (stamp.y + stamp.height / 2);
  if (drop < 0 || drop > stamp.height / 4)
    found.push(
      breach(mm(drop), '署名和日期居印章中心偏下位置', 'name and date stand a little under the middle', stamp.page),
    );
  return found;
}
