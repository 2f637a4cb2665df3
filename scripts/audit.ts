// `npm run audit`: asks the registry which of the locked packages have known vulnerabilities. 0 none, 1 some, 2 not told:
// many mirrors do not answer, and silence is no clean bill. What can be judged without asking (hashes, licences,
// scripts, packages given up) is in test/architecture/scans/dependencies.ts and runs with every check.
import { spawnSync } from 'node:child_process';

type Vulnerability = {
  readonly name: string;
  readonly severity: string;
  readonly range: string;
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
  readonly fixAvailable: unknown;
};
type Report = {
  readonly vulnerabilities?: Record<string, Vulnerability>;
  readonly metadata?: { readonly dependencies?: { readonly total?: number } };
  readonly message?: string;
};

const { stdout } = spawnSync('npm', ['audit', '--json', ...process.argv.slice(2)], { encoding: 'utf8' });
const report = read(stdout);

if (!report?.vulnerabilities) {
  const why = report?.message ? ` (${report.message.split('\n')[0]})` : '';
  console.error(
    `这个 npm 源不回答漏洞查询，已知漏洞没有查${why}。 · This registry does not answer audits: known vulnerabilities were NOT looked up${why}.
请换一个会回答的源，或导出清单交给别的扫描工具： · Ask one that does, or give the list of parts to another scanner:
  npm run audit -- --registry=ADDRESS
  npm sbom --sbom-format cyclonedx > parts.json`,
  );
  process.exitCode = 2;
} else {
  const found = Object.values(report.vulnerabilities);
  for (const { name, severity, range, via, fixAvailable } of found) {
    const said = via.map((one) => (typeof one === 'string' ? one : `${one.title} ${one.url}`)).join('; ');
    console.log(`${severity}  ${name} ${range}  ${said}  ${fixAvailable ? '可升级 · fixed in a later one' : ''}`);
  }
  const total = report.metadata?.dependencies?.total ?? '?';
  console.log(
    `${total} 个依赖，${found.length} 个有已知漏洞 · ${total} packages, ${found.length} with known vulnerabilities`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
}

function read(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}
