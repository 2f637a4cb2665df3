import type { Decision } from './decide.ts';
import type { Turn } from './turn.ts';

const statuses: Record<Decision['status'], string> = {
  decided: '已判定 decided',
  unknown: '缺事实，未判定（不是不符合） open: facts are missing',
  discretion: '等人裁量 waits for a person',
  gap: '等人接受未转换的条款 waits for a gap to be accepted',
};

const said = (value: unknown): string =>
  value === null ? '未知 unknown' : typeof value === 'string' ? value : JSON.stringify(value);

/** A decision for the terminal: answers, then rule by rule with article, facts with source and parameters with date. */
export function sayDecision(decision: Decision, turns: readonly Turn[] = []): string {
  const lines = [`状态 status  ${statuses[decision.status]}`];
  for (const answer of decision.answers)
    lines.push(
      `  ${answer.name} = ${answer.isKnown ? said(answer.value) : '未知 unknown'}${answer.reasonCode ? `  [${answer.reasonCode}]` : ''}`,
    );
  lines.push('理由 reasons');
  for (const node of decision.tree.nodes) {
    lines.push(
      `  ${node.rule} = ${node.fault ? node.fault.zh : said(node.value)}  ${node.article}${node.proof && '（未能逐字核对）'}${node.hits.filter(Boolean).length > 0 ? `  ${node.hits.filter(Boolean).join('、')}` : ''}`,
    );
    lines.push(`      ${node.source.replace(/\s+/g, ' ')}`);
    for (const input of node.inputs)
      lines.push(`      ${input.name} ${said(input.value)}${input.source ? `（${input.source}）` : ''}`);
    for (const one of node.parameters)
      lines.push(
        `      ${one.name}${one.key ? `·${one.key}` : ''} ${said(one.value)}（${one.from} 起，${one.decree}${one.proof && '，未能逐字核对'}）`,
      );
  }
  if (decision.missing.length > 0) lines.push('先问 ask first');
  for (const one of decision.missing)
    lines.push(
      `  ${one.name}（${one.tries === 'every-value' ? '' : '试过的取值里 '}${Math.round(one.settles * 100)}% ${one.tries === 'every-value' ? '的取值' : ''}即可判定${one.source ? `，${one.source}` : ''}）`,
    );
  for (const one of decision.discretions)
    lines.push(`裁量 discretion  ${one.name}，由${one.by}，${one.article}${one.isGiven ? '' : '，未作出'}`);
  for (const one of decision.gaps)
    lines.push(`未转换 gap  “${one.clause}”，${one.article}，${one.isAccepted ? '已接受' : '未接受'}`);
  if (turns.length > 0) lines.push('最小改变 smallest change');
  for (const one of turns.slice(0, 5)) {
    const changes = one.changes.map((change) => `${change.fact} ${said(change.from)} → ${said(change.to)}`);
    lines.push(`  ${changes.join('，且 ')}，则 ${one.output} = ${said(one.answer)}`);
  }
  lines.push(`回执 receipt  ${decision.receipt.digest}`);
  return lines.join('\n');
}
