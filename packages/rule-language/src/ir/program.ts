import type { Expr } from '../feel/ast.ts';
import { parseExpression } from '../feel/parse.ts';
import { spellName } from '../feel/syntax/names.ts';
import type { Exception, Rule, RuleText, Table } from '../text/model.ts';
import { type At, problem, type TextProblem } from '../text/problem.ts';
import type { Said } from '../text/raw.ts';
import { bindParameter } from './bind.ts';
import { compileFeel } from './feel-code.ts';
import type { FactSlot, Ir, IrCase, Program, RuleSlot } from './ir.ts';
import { nodesIn } from './ir.ts';
import { lower } from './lower.ts';
import { booleanOf } from './lower-compare.ts';
import { lowerTable } from './lower-table.ts';
import { type Meaning, Scope, type World } from './scope.ts';
import { numberType, sameKind, sayType, type Type } from './type.ts';
import { unify, unifyAll } from './unify.ts';
import { differOnlyInTime, sayUnit } from './unit.ts';

export const factDayName = '基准日';
export const lawDayName = '法律日';
const deepestChain = 400;

export type Compiled = { readonly program: Program; readonly problems: readonly TextProblem[] };

/** Lowers every rule in force on a law day. Problems of all rules come together; a program with errors is not to be run. */
export function compileOn(text: RuleText, lawDay: number): Compiled {
  return new Build(text, lawDay).run();
}

type Dated = { readonly from: number | null; readonly until: number | null };

class Build implements World {
  readonly text: RuleText;
  readonly lawDay: number;
  readonly facts: FactSlot[];
  readonly entities;
  readonly meanings = new Map<string, Meaning>();
  readonly #problems: TextProblem[] = [];
  readonly #slots: RuleSlot[] = [];
  readonly #done = new Map<string, { slot: number; type: Type }>();
  readonly #open = new Set<string>();
  readonly #sources = new Map<string, () => RuleSlot>();
  readonly #names: string[] = [];

  constructor(text: RuleText, lawDay: number) {
    this.text = text;
    this.lawDay = lawDay;
    const days: FactSlot[] = [
      { name: factDayName, type: { kind: 'date' }, role: 'fact-day', declared: null },
      { name: lawDayName, type: { kind: 'date' }, role: 'law-day', declared: null },
    ];
    this.facts = [
      ...text.facts.map(
        (fact): FactSlot => ({ name: spellName(fact.name), type: fact.type, role: 'fact', declared: fact }),
      ),
      ...text.discretions.map(
        (one): FactSlot => ({ name: spellName(one.name), type: one.type, role: 'discretion', declared: null }),
      ),
      ...days,
    ];
    this.entities = text.entities.map((entity) => ({
      name: spellName(entity.name),
      unit: entity.unit,
      fields: entity.fields.map((field) => ({ ...field, name: spellName(field.name) })),
    }));
  }

  lower(expr: Expr, scope: Scope): Ir {
    return lower(expr, scope);
  }

  report(trouble: TextProblem): void {
    // A name nobody knows is met by the lowering and again by the FEEL compiler: one slip, one message.
    const kind = (code: string) => code.replace('feel-unknown-name', 'name-unknown');
    const isKnown = this.#problems.some(
      (one) => kind(one.code) === kind(trouble.code) && one.line === trouble.line && one.column === trouble.column,
    );
    if (!isKnown && this.#problems.length < 200) this.#problems.push(trouble);
  }

  run(): Compiled {
    const parameters = this.text.parameters.map((one) =>
      bindParameter(one, this.lawDay, (trouble) => this.report(trouble)),
    );
    this.#declare();
    this.#checkTargets();
    for (const name of this.#sources.keys()) this.ruleOf(name, { line: 1, column: 1 });
    const read = new Set(
      this.#slots.flatMap((slot) => [...nodesIn(slot.ir)].flatMap((node) => (node.op === 'rule' ? [node.slot] : []))),
    );
    const outputs =
      this.text.outputs.length > 0 ? this.#stated() : this.#slots.flatMap((_, slot) => (read.has(slot) ? [] : [slot]));
    const { text, lawDay, facts, entities } = this;
    return {
      program: { text, lawDay, facts, entities, parameters, rules: this.#slots, outputs },
      problems: this.#problems,
    };
  }

  #stated(): number[] {
    return this.text.outputs.flatMap((said) => {
      const slot = this.#done.get(spellName(said.text))?.slot;
      if (slot === undefined)
        this.report(
          problem('name-unknown', said.at, {
            zh: `结果“${said.text}”`,
            en: `output "${said.text}"`,
            expected: [...this.#sources.keys()],
            wrote: said.text,
          }),
        );
      return slot === undefined ? [] : [slot];
    });
  }

  /**
   * An exception or a gap is found by the name of the rule it stands over: one that names nothing would never apply, and the case
   * would be decided as if it were not there. Names of all dates count, since the rule may come into force later.
   */
  #checkTargets(): void {
    const { rules, tables, exceptions, gaps } = this.text;
    const wholes = tables.filter((one) => one.outputs.length > 1);
    const single = [...rules, ...tables.filter((one) => one.outputs.length <= 1)].map((one) => spellName(one.name));
    const known = [...single, ...wholes.flatMap((one) => one.outputs.map(({ name }) => outputName(one, name)))];
    const check = (zh: string, en: string, name: string, at: At, expected: readonly string[]) => {
      if (expected.includes(spellName(name))) return;
      const words = { zh: `${zh}“${name}”`, en: `${en} "${name}"`, expected, wrote: name };
      this.report(problem('name-unknown', at, words));
    };
    for (const one of exceptions) check('例外的规则', 'the rule of the exception', one.name, one.at, known);
    const affected = [...known, ...wholes.map((one) => spellName(one.name))];
    for (const gap of gaps)
      for (const { text, at } of gap.affects) check('影响的规则', 'the rule affected', text, at, affected);
  }

  #isInForce(item: Dated): boolean {
    return (item.from === null || item.from <= this.lawDay) && (item.until === null || item.until > this.lawDay);
  }

  #declare(): void {
    const mean = (name: string, meaning: Meaning) => {
      const spelt = spellName(name);
      this.meanings.set(spelt, meaning);
      this.#names.push(spelt);
    };
    for (const [slot, fact] of this.facts.entries()) mean(fact.name, { kind: 'fact', slot });
    for (const [slot, entity] of this.entities.entries()) {
      mean(entity.name, { kind: 'entity', slot });
      this.#names.push(...entity.fields.map((field) => field.name));
    }
    for (const [slot, one] of this.text.parameters.entries())
      mean(one.name, { kind: 'parameter', slot, type: one.type, by: one.by });
    for (const rule of this.text.rules.filter((one) => this.#isInForce(one))) {
      mean(rule.name, { kind: 'rule', name: spellName(rule.name) });
      this.#sources.set(spellName(rule.name), () => this.#lowerRule(rule));
    }
    for (const table of this.text.tables.filter((one) => this.#isInForce(one))) this.#declareTable(table, mean);
  }

  #declareTable(table: Table, mean: (name: string, meaning: Meaning) => void): void {
    const name = spellName(table.name);
    if (table.outputs.length === 1) {
      mean(name, { kind: 'rule', name });
      this.#sources.set(name, () => this.#tableSlot(table, 0, name));
      return;
    }
    mean(name, { kind: 'table', name, outputs: table.outputs.map((output) => spellName(output.name)) });
    for (const [index, output] of table.outputs.entries()) {
      const full = outputName(table, output.name);
      this.#names.push(spellName(output.name));
      this.#sources.set(full, () => this.#tableSlot(table, index, full));
    }
  }

  ruleOf(name: string, at: At): { slot: number; type: Type } | undefined {
    const done = this.#done.get(name);
    if (done) return done;
    const source = this.#sources.get(name);
    if (!source) return undefined;
    if (this.#open.has(name)) {
      const circle = [...this.#open]
        .slice([...this.#open].indexOf(name))
        .concat(name)
        .join(' → ');
      this.report(problem('rule-cycle', at, { zh: circle, en: circle }));
      return undefined;
    }
    if (this.#open.size > deepestChain) {
      const [zh, en] = [
        `“${name}”之前已有 ${deepestChain} 条规则一环扣一环，请合并一些`,
        `${deepestChain} rules stand in a chain before "${name}": join some`,
      ];
      this.report(problem('rule-cycle', at, { zh, en }));
      return undefined;
    }
    this.#open.add(name);
    const slot = source();
    this.#open.delete(name);
    this.#slots.push(slot);
    const found = { slot: this.#slots.length - 1, type: slot.type };
    this.#done.set(name, found);
    return found;
  }

  #scopeOf = (said: Said): Scope => new Scope(this, said);

  #parse = (said: Said): Expr => {
    const { tree, problems } = parseExpression(said.text, { names: this.#names });
    for (const one of problems) this.#scopeOf(said).reportFeel(one);
    return tree;
  };

  #lower(said: Said): Ir {
    return lower(this.#parse(said), this.#scopeOf(said));
  }

  #lowerRule(rule: Rule): RuleSlot {
    let ir = this.#withExceptions(spellName(rule.name), this.#lower(rule.body));
    const declared = rule.type;
    ir = { ...ir, type: this.#agree(ir, declared, rule.body) };
    if (rule.rounding && ir.type.kind === 'number')
      ir = { op: 'round', rounding: rule.rounding, of: ir, type: ir.type, at: ir.at };
    if (rule.atLeast) ir = this.#bound('max', ir, rule.atLeast);
    if (rule.atMost) ir = this.#bound('min', ir, rule.atMost);
    return this.#slot(spellName(rule.name), 'rule', rule, ir, rule.body.text.trim(), rule.reasonCode);
  }

  #bound(fn: 'min' | 'max', ir: Ir, said: Said): Ir {
    const end = this.#lower({ ...said, text: said.text.replace(/\s*元$/, '') });
    const type = unify(ir, end, { span: { start: 0 } }, this.#scopeOf(said));
    return { op: 'call', fn, args: [ir, end], type, at: ir.at };
  }

  #tableSlot(table: Table, output: number, name: string): RuleSlot {
    let ir = lowerTable(table, output, { scopeOf: this.#scopeOf, names: this.#names, parse: this.#parse });
    ir = this.#withExceptions(name, ir);
    ir = { ...ir, type: this.#agree(ir, table.type, { text: '', at: table.at }) };
    if (table.rounding && ir.type.kind === 'number')
      ir = { op: 'round', rounding: table.rounding, of: ir, type: ir.type, at: ir.at };
    return this.#slot(name, 'table', table, ir, `${table.name}（${table.policy}）`, '');
  }

  #slot(
    name: string,
    kind: 'rule' | 'table',
    declared: Rule | Table,
    ir: Ir,
    source: string,
    reasonCode: string,
  ): RuleSlot {
    for (const node of nodesIn(ir)) {
      if (node.op !== 'feel') continue;
      const scope = this.#scopeOf({ text: node.source, at: node.sourceAt });
      for (const one of compileFeel(node).problems) scope.reportFeel(one);
    }
    const gaps = this.text.gaps.flatMap((gap, index) =>
      gap.affects.map((said) => spellName(said.text)).some((one) => one === name || name.startsWith(`${one}.`))
        ? [index]
        : [],
    );
    return { name, kind, article: declared.article, source, at: declared.at, type: ir.type, ir, reasonCode, gaps };
  }

  /** Exceptions stand over their rule by rank; of two with one rank only one may apply. */
  #withExceptions(name: string, core: Ir): Ir {
    const mine = this.text.exceptions.filter((one) => spellName(one.name) === name && this.#isInForce(one));
    const ranks = [...new Set(mine.map((one) => one.rank))].sort((a, b) => a - b);
    let ir = core;
    for (const rank of ranks) {
      const cases = mine.filter((one) => one.rank === rank).map((one) => this.#case(one));
      const type = unifyAll(
        [ir, ...cases.map((one) => one.value)],
        { span: { start: 0 } },
        this.#scopeOf({ text: '', at: ir.at }),
      );
      ir = { op: 'choose', of: 'exceptions', policy: 'U', cases, otherwise: ir, type, at: ir.at };
    }
    return ir;
  }

  #case(one: Exception): IrCase {
    const scope = this.#scopeOf(one.when);
    const tree = this.#parse(one.when);
    return {
      when: booleanOf(lower(tree, scope), tree, scope),
      value: this.#lower(one.body),
      label: one.label,
      at: one.at,
    };
  }

  /** A rule's declared type against what its expression gives. × 12 may turn 元/月 into 元/年 where the rule says so. */
  #agree(ir: Ir, declared: Type | null, said: Said): Type {
    if (!declared) return ir.type;
    const scope = this.#scopeOf(said);
    if (!sameKind(ir.type, declared)) {
      const [wanted, found] = [sayType(declared), sayType(ir.type)];
      scope.report('type-mismatch', 0, {
        zh: `声明为${wanted.zh}，算出来是${found.zh}`,
        en: `declared ${wanted.en}, comes to ${found.en}`,
        expected: [wanted.zh],
      });
    } else if (ir.type.kind === 'number' && declared.kind === 'number') {
      const [found, wanted] = [ir.type.unit, declared.unit ?? ''];
      const isFactor = found !== null && differOnlyInTime(found, wanted) && hasBareFactor(ir);
      if (found !== null && found !== wanted && !isFactor && ir.op !== 'const') {
        const isTimeLost = differOnlyInTime(found, wanted);
        const [a, b] = [sayUnit(wanted) || '无单位', sayUnit(found) || '无单位'];
        scope.report('unit-mismatch', 0, {
          zh: `声明为${a}，算出来是${b}${isTimeLost ? '，多半是某个事实或参数的单位漏写了时间（如“/月”）' : ''}`,
          en: `declared ${a}, comes to ${b}${isTimeLost ? ', some fact or parameter may lack its time (as in 元/月)' : ''}`,
          expected: [a],
        });
      }
      return numberType(wanted, declared.measure);
    }
    return declared;
  }
}

/** What one column of a table of several is called: `表.列`. */
export const outputName = (table: Pick<Table, 'name'>, output: string): string =>
  `${spellName(table.name)}.${spellName(output)}`;

const hasBareFactor = (ir: Ir): boolean =>
  [...nodesIn(ir)].some(
    (node) =>
      node.op === 'arithmetic' && '*/'.includes(node.sign) && (node.left.op === 'const' || node.right.op === 'const'),
  );
