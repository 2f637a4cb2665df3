import {
  anyType,
  builtInTypes,
  compileUnaryTests,
  type FeelType,
  isList,
  newRun,
  parseType,
  parseUnaryTests,
  type Value,
} from '../../feel/index.ts';
import type { DmnModel, ItemDefinition } from '../model.ts';

type TypeSpace = { readonly model: DmnModel; readonly imports: readonly (readonly [string, TypeSpace])[] };

/** The types a model's texts may name: its own item definitions, and imported ones as `import.type`. */
export function typesOf(space: TypeSpace): ReadonlyMap<string, FeelType> {
  const types = new Map<string, FeelType>();
  collect(space, '', types, new Set());
  return types;
}

function collect(space: TypeSpace, prefix: string, into: Map<string, FeelType>, seen: Set<TypeSpace>): void {
  if (seen.has(space)) return;
  seen.add(space);
  const own = new Map<string, FeelType>();
  for (const [name, imported] of space.imports) {
    collect(imported, name === '' ? '' : `${name}.`, own, new Set(seen));
  }
  for (const definition of space.model.types) {
    // Definitions may name each other in any order, and themselves.
    let type: FeelType | null = null;
    own.set(definition.name, {
      kind: 'lazy',
      get: () => {
        type ??= typeOfDefinition(definition, own);
        return type;
      },
    });
  }
  for (const [name, type] of own) into.set(`${prefix}${name}`, type);
}

/** A `typeRef` by its name; prefixes of FEEL's own namespace (`feel:number`) count for nothing. */
export function typeNamed(typeRef: string | null, types: ReadonlyMap<string, FeelType>): FeelType {
  if (typeRef === null || typeRef === '') return anyType;
  const plain = typeRef.replace(/^feel:/, '');
  const known = types.get(typeRef) ?? types.get(plain) ?? builtInTypes.get(plain);
  if (known) return known;
  const last = plain.slice(plain.lastIndexOf(':') + 1);
  const byLast = types.get(last) ?? builtInTypes.get(last);
  if (byLast) return byLast;
  const { tree, problems } = parseType(plain, { dialect: 'model' });
  return problems.length === 0 && tree.kind === 'list-type' && tree.of.kind === 'named-type'
    ? { kind: 'list', of: typeNamed(tree.of.name, types) }
    : anyType;
}

/** What a function comes to whose variable is of the type: of a function type its result, otherwise (as before DMN 1.5) the type itself. */
export function resultNamed(typeRef: string | null, types: ReadonlyMap<string, FeelType>): FeelType {
  let type = typeNamed(typeRef, types);
  while (type.kind === 'lazy') type = type.get();
  return type.kind === 'function' && type.parameters !== null ? type.result : typeNamed(typeRef, types);
}

function typeOfDefinition(definition: ItemDefinition, types: ReadonlyMap<string, FeelType>): FeelType {
  const plain = plainType(definition, types);
  const allowed = testOf(definition.allowedValues, true);
  const constraint = testOf(definition.typeConstraint, false);
  if (definition.isCollection) {
    const item = allowed ? restricted(plain, allowed) : plain;
    return constraint ? { kind: 'list', of: item, allows: constraint } : { kind: 'list', of: item };
  }
  if (!allowed && !constraint) return plain;
  return restricted(plain, (value) => (allowed?.(value) ?? true) && (constraint?.(value) ?? true));
}

function restricted(type: FeelType, allows: (value: Value) => boolean): FeelType {
  return { kind: 'lazy', get: () => type, allows };
}

function plainType(definition: ItemDefinition, types: ReadonlyMap<string, FeelType>): FeelType {
  if (definition.components.length > 0) {
    const fields = definition.components.map((part) => [part.name, typeOfDefinition(part, types)] as const);
    return { kind: 'context', fields: new Map(fields) };
  }
  if (definition.functionType) {
    return {
      kind: 'function',
      parameters: definition.functionType.parameters.map((parameter) => typeNamed(parameter.typeRef, types)),
      result: typeNamed(definition.functionType.outputTypeRef, types),
    };
  }
  return typeNamed(definition.typeRef, types);
}

/** `isOfItems`: a restriction that may be written for the items of a list (allowed values), not for the whole (a constraint). */
function testOf(text: string | null, isOfItems: boolean): ((value: Value) => boolean) | null {
  if (text === null || text.trim() === '') return null;
  const { tree, problems } = parseUnaryTests(text, { dialect: 'model' });
  if (problems.length > 0) return null;
  const { test } = compileUnaryTests(text, tree, { mode: 'dmn', names: [] });
  return (value) => {
    const passes = (one: Value) => test(one, [], newRun('dmn')) === true;
    return passes(value) || (isOfItems && isList(value) && value.length > 0 && value.every(passes));
  };
}
