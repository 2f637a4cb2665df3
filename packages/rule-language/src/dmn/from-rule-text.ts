import { sayDay } from '../exact/calendar.ts';
import { nodesOf, operandOf, parseExpression, parseUnaryTests, spellName } from '../feel/index.ts';
import { bindParameter } from '../ir/bind.ts';
import { otherKey, type Program } from '../ir/ir.ts';
import { compileOn, factDayName, lawDayName, outputName } from '../ir/program.ts';
import type { Entity, Exception, Fact, Parameter, Rule, RuleText, Table } from '../text/model.ts';
import type { Boxed, Decision, DmnModel, InputData, ItemDefinition, KnowledgeSource } from './model.ts';
import { feelOf, rounded, typeRefOf } from './rule-feel.ts';
import { dmnTable } from './rule-table.ts';

/**
 * A rule text as a DMN model, as it stands on one law day: facts, members and discretions are input data, parameters, rules
 * and tables are decisions, articles and decrees are knowledge sources. What DMN has no word for stays behind: a missing fact
 * is null there, numbers have 34 digits, units and the dates of other versions are not kept.
 */
export function dmnOfRuleText(text: RuleText, lawDay: number): DmnModel {
  return new Export(text, lawDay).model();
}

type InForce = { readonly from: number | null; readonly until: number | null };

/** The two dates every rule may name. DMN knows one clock: the day of the facts is the day it is asked on. */
const days = [{ name: factDayName }, { name: lawDayName }];

class Export {
  readonly #text: RuleText;
  readonly #lawDay: number;
  /** The same text lowered: tells which columns are numbers. */
  readonly #program: Program;
  readonly #names: string[];
  readonly #sources = new Map<string, KnowledgeSource>();
  readonly #types: ItemDefinition[] = [];

  constructor(text: RuleText, lawDay: number) {
    this.#text = text;
    this.#lawDay = lawDay;
    this.#program = compileOn(text, lawDay).program;
    const named = [
      ...text.facts,
      ...text.entities,
      ...text.discretions,
      ...text.parameters,
      ...text.rules,
      ...text.tables,
    ];
    const fields = text.entities.flatMap((entity) => entity.fields);
    const outputs = text.tables.flatMap((table) => table.outputs);
    this.#names = [...named, ...fields, ...outputs, ...days].map((one) => spellName(one.name));
  }

  model(): DmnModel {
    const { title, id, entities, facts, discretions, parameters, rules, tables } = this.#text;
    const inputs: InputData[] = [
      ...facts.map((fact) => input(fact.name, this.#typeOf(fact, ''), fact.note)),
      ...entities.map((entity) => input(entity.name, this.#listOf(entity), '')),
      ...discretions.map((one) => input(one.name, this.#typeOf(one, ''), one.consider)),
    ];
    const decisions = [
      ...parameters.map((one) => this.#parameter(one)),
      ...rules.filter((one) => this.#isInForce(one)).map((one) => this.#rule(one)),
      ...tables.filter((one) => this.#isInForce(one)).map((one) => this.#table(one)),
    ];
    const isMentioned = (name: string) => decisions.some(({ mentions }) => mentions.includes(name));
    const literal = (text: string): Boxed => ({ kind: 'literal', typeRef: null, text });
    if (isMentioned(factDayName)) decisions.push(this.#decision(factDayName, 'date', literal('today()'), [], []));
    if (isMentioned(lawDayName)) {
      decisions.push(this.#decision(lawDayName, 'date', literal(`@"${sayDay(this.#lawDay)}"`), [], []));
    }
    const known = new Map<string, string>();
    for (const one of inputs) known.set(one.name, 'input');
    for (const one of decisions) known.set(one.name, 'decision');
    return {
      name: title,
      namespace: `urn:zhengtong:rule-text:${id}`,
      id: '_model',
      description: `${sayDay(this.#lawDay)} ${this.#text.digest}`,
      imports: [],
      types: this.#types,
      inputs,
      decisions: decisions.map(({ mentions, ...decision }) => ({
        ...decision,
        needsInputs: mentions.filter((name) => known.get(name) === 'input').map(hrefOf),
        needsDecisions: mentions.filter((name) => known.get(name) === 'decision' && name !== decision.name).map(hrefOf),
      })),
      knowledge: [],
      services: [],
      sources: [...this.#sources.values()],
    };
  }

  #isInForce({ from, until }: InForce): boolean {
    return (from === null || from <= this.#lawDay) && (until === null || until > this.#lawDay);
  }

  #typeOf(fact: Pick<Fact, 'name' | 'type'>, prefix: string): string | null {
    if (fact.type.kind !== 'text' || !fact.type.codes) return typeRefOf(fact.type);
    const name = `t${prefix}${spellName(fact.name)}`;
    this.#types.push({
      ...plainType(name),
      typeRef: 'string',
      allowedValues: fact.type.codes.map((code) => feelOf(code)).join(', '),
    });
    return name;
  }

  #listOf(entity: Entity): string {
    const name = `t${spellName(entity.name)}`;
    const components = entity.fields.map((field) => ({
      ...plainType(spellName(field.name)),
      typeRef: this.#typeOf(field, entity.name),
    }));
    this.#types.push({ ...plainType(name), isCollection: true, components });
    return name;
  }

  #sourceOf(name: string, description: string): readonly string[] {
    if (name === '') return [];
    const id = `_source_${name}`;
    this.#sources.set(id, {
      id,
      name,
      description: description === '' ? null : description,
      locationUri: null,
      type: null,
    });
    return [`#${id}`];
  }

  #decision(
    name: string,
    typeRef: string | null,
    logic: Boxed,
    texts: readonly string[],
    needsSources: readonly string[],
  ) {
    const spelt = spellName(name);
    const mentions = [...new Set(texts.flatMap((one) => this.#mentionsIn(one)))];
    const variable = { name: spelt, typeRef };
    const needs = { needsDecisions: [], needsInputs: [], needsKnowledge: [], needsSources };
    return {
      id: `_${spelt}`,
      name: spelt,
      description: null,
      variable,
      question: null,
      ...needs,
      logic,
      mentions,
    } satisfies Decision & {
      mentions: readonly string[];
    };
  }

  /** The known names a text (an expression or a cell) speaks of. */
  #mentionsIn(written: string): readonly string[] {
    const cell = parseUnaryTests(written, { names: this.#names });
    const trees =
      cell.problems.length === 0 && cell.tree.kind === 'tests'
        ? cell.tree.tests.map(operandOf)
        : [parseExpression(written, { names: this.#names }).tree];
    return trees.flatMap((tree) => [...nodesOf(tree)].flatMap(({ expr }) => (expr.kind === 'name' ? [expr.name] : [])));
  }

  #parameter(parameter: Parameter) {
    const { values } = bindParameter(parameter, this.#lawDay, () => undefined);
    // A key 其他 holds where no other does: a dash in a row behind the others.
    const elseKeys = (key: string) => key.split('|').filter((one) => one === otherKey).length;
    const rows = [...values.entries()]
      .toSorted(([a], [b]) => elseKeys(a) - elseKeys(b))
      .map(([key, { value, stated }]) => ({
        tests: key === '' ? [] : key.split('|').map((one) => (one === otherKey ? '-' : feelOf(one))),
        outputs: [feelOf(value, parameter.type.kind)],
        annotations: [stated.decree],
      }));
    const keys = parameter.by.map((said) => said.text);
    const [only] = rows;
    const logic: Boxed =
      keys.length === 0
        ? { kind: 'literal', typeRef: null, text: only?.outputs[0] ?? 'null' }
        : dmnTable({
            policy: 'F',
            inputs: keys,
            outputs: [{ name: '', priorities: [] }],
            rows,
            otherwise: null,
            notes: '依据',
          });
    const decrees = [...values.values()].flatMap(({ stated }) => this.#sourceOf(stated.decree, ''));
    return this.#decision(parameter.name, typeRefOf(parameter.type), logic, keys, [...new Set(decrees)]);
  }

  #exceptions(name: string, core: string): { text: string; mentioned: readonly string[] } {
    const mine = this.#text.exceptions.filter((one) => spellName(one.name) === spellName(name) && this.#isInForce(one));
    const byRank = mine.toSorted((a, b) => a.rank - b.rank);
    const over = (inner: string, one: Exception) => `if ${one.when.text} then ${one.body.text} else (${inner})`;
    return {
      text: byRank.reduce(over, core),
      mentioned: mine.flatMap((one) => [one.when.text, one.body.text]),
    };
  }

  #rule(rule: Rule) {
    const { text, mentioned } = this.#exceptions(rule.name, rule.body.text.trim());
    const bound = (said: Rule['atLeast']) => said?.text.replace(/\s*元$/, '') ?? null;
    const [low, high] = [bound(rule.atLeast), bound(rule.atMost)];
    let body = rule.rounding ? rounded(text, rule.rounding) : text;
    if (low !== null) body = `max(${body}, ${low})`;
    if (high !== null) body = `min(${body}, ${high})`;
    const texts = [rule.body.text, ...mentioned, ...(low === null ? [] : [low]), ...(high === null ? [] : [high])];
    const { citation, text: words } = rule.article;
    const typeRef = rule.type ? typeRefOf(rule.type) : null;
    return this.#decision(
      rule.name,
      typeRef,
      { kind: 'literal', typeRef: null, text: body },
      texts,
      this.#sourceOf(citation, words),
    );
  }

  /** Exceptions and rounding stand over each column of numbers by itself: a table of several is put together again behind them. */
  #tableResult(table: Table): { result: string; mentioned: readonly string[] } {
    const isNumber = (name: string) =>
      this.#program.rules.some((rule) => rule.name === name && rule.type.kind === 'number');
    const columnOf = (name: string, core: string) => {
      const { text, mentioned } = this.#exceptions(name, core);
      return { text: table.rounding && isNumber(name) ? rounded(text, table.rounding) : text, mentioned };
    };
    if (table.outputs.length === 1) {
      const { text, mentioned } = columnOf(spellName(table.name), whole);
      return { result: text, mentioned };
    }
    const columns = table.outputs.map((output) => {
      const own = spellName(output.name);
      const core = `${whole}.${own}`;
      return { own, core, ...columnOf(outputName(table, own), core) };
    });
    const isPlain = columns.every(({ text, core }) => text === core);
    return {
      result: isPlain ? whole : `{${columns.map(({ own, text }) => `${feelOf(own)}: ${text}`).join(', ')}}`,
      mentioned: columns.flatMap((one) => one.mentioned),
    };
  }

  #table(table: Table) {
    const cells = table.rows.flatMap((row) => [...row.tests, ...row.results].map((said) => said.text));
    const boxed = dmnTable({
      policy: table.policy,
      inputs: table.inputs.map((said) => said.text),
      outputs: table.outputs,
      rows: table.rows.map((row) => ({
        tests: row.tests.map((said) => said.text),
        outputs: row.results.map((said) => said.text),
        annotations: [row.note],
      })),
      otherwise: table.otherwise?.text ?? null,
      notes: '说明',
    });
    const { result, mentioned } = this.#tableResult(table);
    const logic: Boxed =
      result === whole
        ? boxed
        : {
            kind: 'context',
            typeRef: null,
            entries: [
              { variable: { name: whole, typeRef: null }, value: boxed },
              { variable: null, value: { kind: 'literal', typeRef: null, text: result } },
            ],
          };
    const texts = [...table.inputs.map((said) => said.text), ...cells, ...mentioned, table.otherwise?.text ?? ''];
    const { citation, text: words } = table.article;
    return this.#decision(table.name, null, logic, texts, this.#sourceOf(citation, words));
  }
}

/** What the rows give, before exceptions and rounding. */
const whole = '本表';

function input(name: string, typeRef: string | null, description: string): InputData {
  const spelt = spellName(name);
  return {
    id: `_${spelt}`,
    name: spelt,
    description: description === '' ? null : description,
    variable: { name: spelt, typeRef },
  };
}

const hrefOf = (name: string) => `#_${name}`;
const plainType = (name: string): ItemDefinition => ({
  name,
  typeRef: null,
  isCollection: false,
  allowedValues: null,
  typeConstraint: null,
  components: [],
  functionType: null,
});
