import {
  coerce,
  Failure,
  type FeelDateTime,
  FeelFault,
  FeelFunction,
  guarded,
  type Mode,
  newRun,
  type Remark,
  type Run,
  type Value,
} from '../../feel/index.ts';
import type { DmnModel } from '../model.ts';
import { compileBoxed, compileFunction } from './boxed.ts';
import { resultNamed, typeNamed } from './item-types.ts';
import { type BoxedCode, checked } from './literal.ts';
import { type DmnElement, type DmnProblem, type Inputs, Space } from './space.ts';

/** `fault`: the error that stopped the case in house mode (the value is then null); in DMN mode errors are null with a remark. */
export type DmnAnswer = {
  readonly value: Value;
  readonly remarks: readonly Remark[];
  readonly fault: FeelFault | null;
};
export type DmnOptions = { readonly mode?: Mode; readonly now?: FeelDateTime | null };
const nowhere = { start: 0, end: 0 };

/** What one evaluation has worked out: each decision once, with the inputs it was started with. */
type Session = {
  readonly run: Run;
  readonly inputs: Inputs;
  readonly fixed: ReadonlyMap<object, Value>;
  readonly known: Map<object, Value>;
};
type Ready = { readonly needs: readonly Need[]; readonly code: BoxedCode };
/** The names an element's logic sees, and the elements behind each: one, or (of an import) several by name. */
type Need = { readonly name: string; readonly elements: readonly DmnElement[]; readonly isImport: boolean };

/** A DMN model with those it imports, ready to be evaluated any number of times. Logic is compiled at first use. */
export class DmnProgram {
  readonly #spaces: readonly Space[];
  readonly #mode: Mode;
  readonly #ready = new Map<object, Ready>();

  constructor(model: DmnModel, imported: readonly DmnModel[] = [], mode: Mode = 'dmn') {
    this.#mode = mode;
    this.#spaces = [model, ...imported].map((one) => new Space(one));
    for (const space of this.#spaces) {
      for (const { name, namespace } of space.model.imports) {
        const target = this.#spaces.find((other) => other.model.namespace === namespace);
        if (target) space.imports.push([name, target]);
      }
    }
  }

  /** Compiles everything and lists what is wrong with it. */
  check(): readonly DmnProblem[] {
    for (const space of this.#spaces) for (const element of space.elements()) this.#readyFor(element);
    return this.#spaces.flatMap((space) => space.problems);
  }

  /** The value of a decision by name (or id); undefined where there is no such decision. */
  decide(name: string, inputs: Inputs, options: DmnOptions = {}): DmnAnswer | undefined {
    const element = this.#find('decision', name);
    return element && this.#answer(inputs, options, (session) => this.#valueOf(element, session));
  }

  /** Calls a decision service with its inputs by name. */
  callService(name: string, inputs: Inputs, options: DmnOptions = {}): DmnAnswer | undefined {
    const element = this.#find('service', name);
    if (element?.kind !== 'service') return undefined;
    return this.#answer(inputs, options, (session) => {
      const named = (parameter: string) => inputs.find((input) => input.name === parameter)?.value ?? null;
      const service = this.#serviceOf(element, session);
      return service.call(service.parameters.map(named));
    });
  }

  /** Calls a business knowledge model with its parameters by name. */
  callKnowledge(name: string, inputs: Inputs, options: DmnOptions = {}): DmnAnswer | undefined {
    const element = this.#find('knowledge', name);
    return (
      element &&
      this.#answer(inputs, options, (session) => {
        const target = this.#valueOf(element, session);
        if (!(target instanceof FeelFunction)) return null;
        return target.call(target.parameters.map((one) => inputs.find((input) => input.name === one)?.value ?? null));
      })
    );
  }

  #find(kind: DmnElement['kind'], name: string): DmnElement | undefined {
    const all = this.#spaces.flatMap((space) => [...space.elements()]).filter((element) => element.kind === kind);
    return all.find(({ element }) => element.name === name) ?? all.find(({ element }) => element.id === name);
  }

  #answer(inputs: Inputs, options: DmnOptions, work: (session: Session) => Value): DmnAnswer {
    const run = newRun(this.#mode, options.now ?? null);
    try {
      const value = guarded(run, () => work({ run, inputs, fixed: new Map(), known: new Map() }));
      return { value, remarks: run.remarks, fault: null };
    } catch (error) {
      if (!(error instanceof FeelFault)) throw error;
      return { value: null, remarks: run.remarks, fault: error };
    }
  }

  #valueOf(at: DmnElement, session: Session): Value {
    const fixed = session.fixed.get(at.element);
    if (fixed !== undefined) return fixed;
    const known = session.known.get(at.element);
    if (known !== undefined) return known;
    // While it is being worked out it is null: a decision that needs itself has no value.
    session.known.set(at.element, null);
    const value = this.#workOut(at, session);
    session.known.set(at.element, value);
    return value;
  }

  #workOut(at: DmnElement, session: Session): Value {
    // A decision whose logic nobody wrote down is made by a person, who hands its answer in like an input.
    if (at.kind === 'input' || (at.kind === 'decision' && at.element.logic === null)) {
      const type = typeNamed(at.element.variable.typeRef, at.space.types);
      return session.run.settle(coerce(givenFor(at, session.inputs), type), nowhere);
    }
    if (at.kind === 'service') return this.#serviceOf(at, session);
    if (at.kind === 'knowledge') return this.#functionOf(at, session);
    const { needs, code } = this.#readyFor(at);
    const slots = needs.map((need) => this.#slotOf(need, session));
    return session.run.enter(() => code(slots, session.run));
  }

  /** Its own needs are looked up when it is called: a knowledge model may need itself. */
  #functionOf(at: DmnElement & { kind: 'knowledge' }, session: Session): Value {
    const { logic, variable } = at.element;
    if (!logic) return null;
    const types = logic.parameters.map((parameter) => typeNamed(parameter.typeRef, at.space.types));
    const resultRef = logic.typeRef ?? variable.typeRef;
    const result = resultRef === null ? null : resultNamed(resultRef, at.space.types);
    let target: Value = null;
    const call = (args: readonly Value[]) => {
      if (target === null) {
        const { needs, code } = this.#readyFor(at);
        target = code(
          needs.map((need) => this.#slotOf(need, session)),
          session.run,
        );
      }
      return target instanceof FeelFunction ? target.call(args) : null;
    };
    const names = logic.parameters.map((parameter) => parameter.name);
    return new FeelFunction(names, call, { parameters: types, result });
  }

  #slotOf(need: Need, session: Session): Value {
    const first = need.elements[0];
    if (!need.isImport) return first ? this.#valueOf(first, session) : null;
    return new Map(need.elements.map((element) => [element.element.variable.name, this.#valueOf(element, session)]));
  }

  #readyFor(at: DmnElement): Ready {
    let ready = this.#ready.get(at.element);
    if (!ready) {
      ready = this.#compile(at);
      this.#ready.set(at.element, ready);
    }
    return ready;
  }

  #compile(at: DmnElement): Ready {
    if (at.kind === 'input' || at.kind === 'service') return { needs: [], code: () => null };
    const needs = this.#needsOf(at);
    const place = {
      space: at.space,
      mode: this.#mode,
      element: at.element.name,
      names: needs.map((need) => need.name),
    };
    if (at.kind === 'knowledge') {
      const { logic, variable } = at.element;
      if (!logic) return { needs, code: () => null };
      const result = logic.typeRef ?? variable.typeRef;
      return { needs, code: compileFunction({ ...logic, typeRef: result }, place) };
    }
    const type = typeNamed(at.element.variable.typeRef, at.space.types);
    return { needs, code: checked(compileBoxed(at.element.logic, place), type) };
  }

  #needsOf(at: DmnElement & { kind: 'decision' | 'knowledge' }): readonly Need[] {
    const { element, space } = at;
    const hrefs = [
      ...(at.kind === 'decision' ? [...at.element.needsInputs, ...at.element.needsDecisions] : []),
      ...element.needsKnowledge,
    ];
    const needs = new Map<string, Need>();
    for (const href of hrefs) {
      const found = space.find(href);
      if (!found) continue;
      const prefix = space.prefixOf(found);
      const name = prefix === '' ? found.element.variable.name : prefix;
      const others = prefix === '' ? [] : (needs.get(name)?.elements ?? []);
      needs.set(name, { name, elements: [...others, found], isImport: prefix !== '' });
    }
    return [...needs.values()];
  }

  /** A service as a function: it works its outputs out anew, with its inputs fixed to what it was called with. */
  #serviceOf(at: DmnElement & { kind: 'service' }, session: Session): FeelFunction {
    const { element, space } = at;
    const find = (hrefs: readonly string[]) =>
      hrefs.map((href) => space.find(href)).filter((found) => found !== undefined);
    const parameters = [...find(element.inputData), ...find(element.inputDecisions)];
    const outputs = find(element.outputs);
    const types = parameters.map((one) => typeNamed(one.element.variable.typeRef, one.space.types));
    const result = resultNamed(element.variable.typeRef, space.types);
    const call = (args: readonly Value[]): Value => {
      const { run, inputs } = session;
      const fixed = new Map<object, Value>();
      for (const [at, parameter] of parameters.entries()) {
        const type = types[at];
        const value = type ? coerce(args[at] ?? null, type) : null;
        if (value instanceof Failure) return run.settle(value, nowhere);
        fixed.set(parameter.element, value);
      }
      const inner: Session = { run, inputs, fixed, known: new Map() };
      const values: Value[] = [];
      run.enter(() => {
        for (const output of outputs) values.push(this.#valueOf(output, inner));
        return null;
      });
      if (outputs.length === 1) return run.settle(coerce(values[0] ?? null, result), nowhere);
      const context = new Map(outputs.map((output, at) => [output.element.variable.name, values[at] ?? null]));
      return run.settle(coerce(context, result), nowhere);
    };
    const names = parameters.map((parameter) => parameter.element.variable.name);
    return new FeelFunction(names, call, { parameters: types, result });
  }
}

/** What was handed in for an element by its name or its variable's; one handed in for its very namespace comes first. */
function givenFor({ element, space }: DmnElement, inputs: Inputs): Value {
  const own = inputs.filter((input) => input.name === element.variable.name || input.name === element.name);
  const given = own.find((input) => input.namespace === space.model.namespace) ?? own.find((input) => !input.namespace);
  return given?.value ?? null;
}
