import type { Ir, Program } from '../ir/ir.ts';
import type { Numbers, Population } from '../simulate/columns.ts';
import { RowEmitter } from '../simulate/emit.ts';
import { bindMembers, type KernelPlan, knownOf, loadFacts } from '../simulate/kernel.ts';
import { neededRules } from '../simulate/refuse-population.ts';

/** Rows a kernel takes at most in one call. */
export const block = 2048;

// One pair serves all kernels: none runs while another does.
const rowsLeft = new Int32Array(block);
const truths = new Uint8Array(block);

type Pass = { readonly code: string; readonly nullable: boolean; readonly statements: string };

/**
 * A rule that is a list of conditions, one condition after another over the rows that are left, instead of all conditions
 * row by row (selection vectors; Boncz, Zukowski, Nes: MonetDB/X100, CIDR 2005), and without a branch that could be guessed
 * wrong. Undefined for rules of another form, which the ordinary kernel computes. The answers are the same: 0 where any
 * condition is, else 2 where any is unknown, else 1. `out[0]` holds all rows: row i stands at place i, and must be 0 before.
 */
export function planSelection(
  program: Program,
  population: Population,
  slot: number,
  factDay: number,
): KernelPlan | undefined {
  const rule = program.rules[slot];
  // Another rule's value would have to be kept a row each; the ordinary kernel does that.
  if (rule?.ir.op !== 'and' || neededRules(program, [slot]).length !== 1) return undefined;
  const emitter = new RowEmitter(program, knownOf(program, population));
  const passes = rule.ir.items.map((item) => emitPass(emitter, item));
  const certain = passes.filter(({ nullable }) => !nullable);
  const first: Pass = {
    code: certain.length === 0 ? '1' : `((${certain.map(({ code }) => code).join('&')})?1:0)`,
    nullable: false,
    statements: certain.map(({ statements }) => statements).join(''),
  };
  const bindings: Record<string, Numbers | number> = { G0: rowsLeft, V0: truths };
  const [count, before, mark] = [emitter.temporary(), emitter.temporary(), emitter.temporary()];
  const reading = ({ statements }: Pass, code: string): string => {
    const { loads, body } = loadFacts(program, population, `${statements}const ${mark}=${code};`, factDay, bindings);
    bindMembers(program, population, body, bindings);
    return `${loads}${body}`;
  };
  const source = [
    `return function(from,to,out){const q0=out[0];let ${before}=0;let ${count}=0;`,
    `for(let i=from;i<to;i++){${reading(first, first.code)}G0[${count}]=i;V0[${count}]=0;${count}+=${mark};}`,
    ...passes
      .filter(({ nullable }) => nullable)
      .map(
        (pass) =>
          `${before}=${count};${count}=0;for(let j=0;j<${before};j++){const i=G0[j];${reading(pass, markOf(pass.code))}` +
          `G0[${count}]=i;V0[${count}]=V0[j]|(${mark}&2);${count}+=1-(${mark}>>2);}`,
      ),
    `for(let j=0;j<${count};j++){q0[G0[j]]=1+(V0[j]>>1);}};`,
  ].join('');
  for (const [number, table] of emitter.tables.entries()) bindings[`P${number}`] = table;
  return { source, bindings, outputs: [{ slot, name: rule.name, kind: rule.type.kind }] };
}

/** "One of these" without a branch, where nothing in it can be unknown or needs statements of its own. */
function emitPass(emitter: RowEmitter, item: Ir): Pass {
  const { code, nullable } = emitter.emit(item);
  const statements = emitter.statements.splice(0).join('');
  if (nullable || statements !== '' || item.op !== 'or') return { code, nullable, statements };
  return { code: `(${item.items.map((one) => emitter.emit(one).code).join('|')})`, nullable, statements };
}

/** A truth of three values as bits: 4 fails, 2 unknown. Comparisons have it without a branch. */
const markOf = (code: string): string => {
  const compared = /^l([te])3\(/.exec(code);
  return compared ? `l${compared[1]}Mark(${code.slice(4)}` : `mark3(${code})`;
};
