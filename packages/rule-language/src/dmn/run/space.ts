import { type FeelType, mustBeKnown, type Problem, type Value } from '../../feel/index.ts';
import type { Decision, DecisionService, DmnModel, InputData, KnowledgeModel } from '../model.ts';
import { typesOf } from './item-types.ts';
import { propertyNamesOf } from './property-names.ts';

export type DmnElement =
  | { readonly kind: 'input'; readonly space: Space; readonly element: InputData }
  | { readonly kind: 'decision'; readonly space: Space; readonly element: Decision }
  | { readonly kind: 'knowledge'; readonly space: Space; readonly element: KnowledgeModel }
  | { readonly kind: 'service'; readonly space: Space; readonly element: DecisionService };

export type DmnProblem = Problem & { readonly element: string };

/** One model among those that import each other: its elements by id, its types by the names its texts use. */
export class Space {
  readonly model: DmnModel;
  readonly problems: DmnProblem[] = [];
  /** Spaces with the name this model imports each under: several may come in under none. */
  readonly imports: (readonly [string, Space])[] = [];
  readonly #elements = new Map<string, DmnElement>();
  #types: ReadonlyMap<string, FeelType> | null = null;
  #names: readonly string[] | null = null;

  constructor(model: DmnModel) {
    this.model = model;
    for (const element of model.inputs) this.#elements.set(element.id, { kind: 'input', space: this, element });
    for (const element of model.decisions) this.#elements.set(element.id, { kind: 'decision', space: this, element });
    for (const element of model.knowledge) this.#elements.set(element.id, { kind: 'knowledge', space: this, element });
    for (const element of model.services) this.#elements.set(element.id, { kind: 'service', space: this, element });
  }

  /** `#id` here, `namespace#id` there; undefined where nothing has that id. */
  find(href: string): DmnElement | undefined {
    const at = href.lastIndexOf('#');
    const namespace = href.slice(0, Math.max(0, at));
    const id = href.slice(at + 1);
    if (namespace === '' || namespace === this.model.namespace) return this.#elements.get(id);
    for (const [, space] of this.imports) {
      if (space.model.namespace === namespace) return space.#elements.get(id);
    }
    return this.#elements.get(id);
  }

  elements(): IterableIterator<DmnElement> {
    return this.#elements.values();
  }

  /** The name an element is imported under, or '' for one of this model. */
  prefixOf(element: DmnElement): string {
    if (element.space === this) return '';
    for (const [name, space] of this.imports) if (space === element.space) return name;
    return '';
  }

  get types(): ReadonlyMap<string, FeelType> {
    this.#types ??= typesOf(this);
    return this.#types;
  }

  /** Names of components, columns and entries anywhere in the models, as far as paths to them cannot be read unknown. */
  get propertyNames(): readonly string[] {
    const all = () => [
      ...propertyNamesOf(this.model),
      ...this.imports.flatMap(([name, space]) => [name, ...propertyNamesOf(space.model)]),
    ];
    this.#names ??= [...new Set(all())].filter(mustBeKnown);
    return this.#names;
  }
}

export type Inputs = readonly { readonly name: string; readonly namespace?: string; readonly value: Value }[];
