import type { TestContext } from 'node:test';
import { connect, type Database } from '@zhengtong/platform';
import { testServerUrl } from '@zhengtong/platform/test';

/** A database nothing was ever put into, gone with the test. */
export async function emptyDatabase(t: TestContext): Promise<{ database: Database; url: string }> {
  const server = await connect((await testServerUrl()).replace(/\/[^/]*$/, '/postgres'), { connections: 1 });
  const name = `restored_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await server.pool.query(`create database ${name}`);
  const url = (await testServerUrl()).replace(/\/[^/]*$/, `/${name}`);
  const database = await connect(url, { connections: 2 });
  t.after(async () => {
    await database.close();
    await server.pool.query(`drop database ${name} with (force)`);
    await server.close();
  });
  return { database, url };
}
