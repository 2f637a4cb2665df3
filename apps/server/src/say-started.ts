import type { House } from './house.ts';
import { sayWaitingYears } from './settle-years.ts';

/** What the operator sees once everything answers. */
export function sayStarted({ config, demo, postgres, waitingYears, gaps, newer }: House): void {
  const places = [
    `  门户 portal    ${config.publicUrl}/`,
    `  工作台 console ${config.publicUrl}/console`,
    `  接口 API       ${config.publicUrl}/api`,
  ];
  const lines = [
    '',
    '政通已启动 · Zhengtong is running',
    ...(config.role === 'worker' ? ['  只做后台工作 · background work only: /health, /metrics'] : places),
    ...(postgres?.adopted ? ['  已接管上次未正常停止的数据库 · took over the database a killed program had left'] : []),
    ...(newer
      ? [
          `  数据库比程序新（${newer}），可以运行，请尽快升级程序 · the database is newer than the program (${newer}); it runs, upgrade the program soon`,
        ]
      : []),
    ...sayWaitingYears(waitingYears),
    ...gaps.map((line) => `  ! ${line}`),
    ...demo.map((line) => `  ${line}`),
    '  停止：Ctrl-C · stop with Ctrl-C',
    '',
  ];
  console.log(lines.join('\n'));
}
