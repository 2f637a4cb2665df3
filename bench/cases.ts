// The main job through HTTP, everything on, beside what the same machine can do at most in the same minute.
import { newId } from '@zhengtong/kernel';
import autocannon from 'autocannon';
import { type City, filingOf, furnishCity } from '../test/drills/under-load/city.ts';
import { anyAddress } from '../test/drills/under-load/client.ts';
import { newProgram } from '../test/drills/under-load/program.ts';
import { cteAlone, echoAlone, insertAlone, perSecond } from './cases/limits.ts';
import { handleArrivals, handleWithoutPause, p95Of } from './cases/officers.ts';

export const summary = '办件：提交与办理 · filing and handling cases; arguments: seconds, connections';

export async function run([seconds = '8', connections = '32']: string[]): Promise<number> {
  const program = await newProgram();
  await program.start();
  const city = await furnishCity(program.home, 32);
  try {
    await measure(city, program.origin, Number(seconds), Number(connections));
    return 0;
  } finally {
    await city.database.close();
    await program.end('SIGINT');
    program.clean();
  }
}

async function measure(city: City, origin: string, seconds: number, connections: number): Promise<void> {
  // First seconds are the compiler's.
  await submit(city, origin, Math.min(4, seconds), connections);
  await handleWithoutPause(city, origin, Math.min(200, 20 * seconds), connections);
  const insert = await perSecond(seconds / 2, connections, await insertAlone(city));
  const cte = await perSecond(seconds / 2, connections, await cteAlone(city, 2000 * seconds));
  const echo = await echoAlone(origin, seconds / 2, connections);
  const filed = await submit(city, origin, seconds, connections);
  const full = await handleWithoutPause(city, origin, Math.min(400, 40 * seconds), connections);
  // Coming as people come, at half of what this machine just did (what a well-run office sees at its busiest), then at most
  // of it. Without pause each waits for 31 others: that says how much there can be, not how long a person waits.
  const at = async (share: number) => {
    const rate = full.perSecond * share;
    return { share, rate, took: await handleArrivals(city, origin, Math.ceil(rate * seconds * 2), rate) };
  };
  const steady = [await at(0.5), await at(0.75)];
  const figures = [
    figure('one prepared insert, driver alone', insert, '1/s'),
    figure('the same statement, driver alone', cte, '1/s'),
    figure('HTTP echo', echo, '1/s'),
    figure('submit', filed.perSecond, '1/s', cte),
    figure('whole cases, 9 commands each', full.perSecond, '1/s'),
    ...steady.flatMap(({ share, rate, took }) => [
      figure(`whole cases at ${share} of that`, rate, '1/s'),
      ...Object.entries(took).map(([name, ms]) => figure(`${name} p95 at ${share} of that`, p95Of(ms), 'ms', 50)),
    ]),
    figure(`submit p95, ${connections} without pause`, filed.p95, 'ms', 50),
    ...Object.entries(full.took)
      .filter(([name]) => name !== 'submit')
      .map(([name, took]) => figure(`${name} p95, ${connections} without pause`, p95Of(took), 'ms', 50)),
  ];
  for (const { name, figure: value, unit, ratio } of figures) {
    console.log(`  ${name.padEnd(36)} ${String(value).padStart(9)} ${unit}${ratio === null ? '' : `   ${ratio}`}`);
  }
  console.log(JSON.stringify({ bench: 'cases', figures }));
}

const round = (value: number): number => Math.round(value * 100) / 100;
const figure = (name: string, value: number, unit: string, limit: number | null = null) => ({
  name,
  figure: round(value),
  unit,
  limit: limit === null ? null : round(limit),
  ratio: limit === null ? null : round(value / limit),
});

async function submit(city: City, origin: string, duration: number, connections: number) {
  const body = JSON.stringify(filingOf(city));
  let turn = 0;
  const took: number[] = [];
  const options: autocannon.Options = {
    url: `${origin}/api/v1/cases`,
    duration,
    connections,
    requests: [
      {
        method: 'POST',
        body,
        setupRequest: (asked) => {
          const { cookie } = city.citizens[turn++ % city.citizens.length] as City['clerk'];
          const headers = { 'idempotency-key': newId(), cookie, 'x-forwarded-for': anyAddress() };
          return { ...asked, headers: { ...asked.headers, 'content-type': 'application/json', ...headers } };
        },
      },
    ],
  };
  // Its own summary knows no 95th.
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error, said) => (error ? reject(error) : resolve(said)));
    running.on('response', (_client, _status, _bytes, ms) => took.push(ms));
  });
  if (result.non2xx > 0 || result.errors > 0) {
    console.log(
      `  ${result.non2xx} 个非 2xx，${result.errors} 个错误 · ${result.non2xx} not 2xx, ${result.errors} errors`,
    );
  }
  return { perSecond: result['2xx'] / result.duration, p95: p95Of(took) };
}
