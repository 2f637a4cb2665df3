import type { Boxed, DmnModel, ItemDefinition } from '../model.ts';

/** Every name a path may end in: element names, components of types, entries, columns and outputs of the boxed expressions. */
export function* propertyNamesOf(model: DmnModel): Generator<string> {
  for (const type of model.types) yield* componentNames(type);
  for (const element of [...model.inputs, ...model.decisions, ...model.knowledge, ...model.services]) {
    yield element.variable.name;
  }
  for (const { logic } of [...model.decisions, ...model.knowledge]) if (logic) yield* namesIn(logic);
}

function* componentNames(type: ItemDefinition): Generator<string> {
  for (const component of type.components) {
    yield component.name;
    yield* componentNames(component);
  }
}

function* namesIn(boxed: Boxed): Generator<string> {
  switch (boxed.kind) {
    case 'context':
      for (const { variable, value } of boxed.entries) {
        if (variable) yield variable.name;
        yield* namesIn(value);
      }
      return;
    case 'relation':
      for (const column of boxed.columns) yield column.name;
      return;
    case 'list':
      for (const item of boxed.items) yield* namesIn(item);
      return;
    case 'function':
      if (boxed.body) yield* namesIn(boxed.body);
      return;
    case 'table':
      for (const output of boxed.outputs) if (output.name !== null) yield output.name;
      return;
    default:
      return;
  }
}
