// The numbers of GB/T 9704-2012《党政机关公文格式》, each with its clause; lengths in mm, sizes in points.
import { mmOf } from '../layout/layout.ts';

/** 5.2.1 幅面: A4 型. */
export const paper = { width: 210, height: 297 } as const;

/** 5.2.2 页边与版心尺寸: 天头 37±1, 订口 28±1, 版心 156×225. */
export const area = { left: 28, top: 37, width: 156, height: 225, right: 184, bottom: 262 } as const;

/** 5.2.4 行数和字数: 22 lines of 28 characters fill the area, hence pitches and not sizes are set. */
export const grid = { rows: 22, columns: 28, rowPitch: area.height / 22, cellPitch: area.width / 28 } as const;

/** Sizes by their Chinese names. */
export const size = { 初号: 42, 一号: 26, 二号: 22, 三号: 16, 四号: 14 } as const;

/** Em of the body's 三号. */
export const bodyEm = mmOf(size.三号);

/** 7.2.4 发文机关标志: upper edge 35 mm under that of the area. */
export const markTop = area.top + 35;
/** 7.2.7 版头中的分隔线: 4 mm under the 发文字号, as wide as the area. */
export const redLineGap = 4;
/** 7.4.1 版记中的分隔线: first and last 0.35 mm, between 0.25 mm. */
export const imprintLine = { outer: 0.35, inner: 0.25 } as const;
/** 7.5 页码: its 一字线 lies 7 mm under the area. */
export const pageNumberDrop = 7;

/** 10.1 信函格式: mark 30 mm under the page's edge, double lines of 170 mm, the lower one 20 mm from the bottom. */
export const letterForm = {
  markTop: 30,
  lineGap: 4,
  lineWidth: 170,
  bottom: 20,
  thick: 1,
  thin: 0.35,
  space: 0.6,
} as const;
/** 10.2 命令(令)格式: mark 20 mm under the area's upper edge. */
export const orderMarkTop = area.top + 20;

/** 条例 (中办发〔2012〕14号) 第八条: the fifteen kinds. */
export const documentKinds = [
  '决议',
  '决定',
  '命令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Kinds that go upward and therefore name who signed them off (条例 第九条). */
export const upwardKinds: readonly DocumentKind[] = ['报告', '请示', '议案'];
