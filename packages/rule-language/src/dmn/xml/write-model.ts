import type { Decision, DmnModel, InputData, ItemDefinition, KnowledgeModel, Variable } from '../model.ts';
import { drawModel } from './draw-model.ts';
import { encodeHref, encodeId } from './ids.ts';
import { newModdle } from './moddle.ts';
import { type DmnVersion, withNamespacesOf } from './versions.ts';
import { type Create, writeBoxed, writeVariable } from './write-boxed.ts';

/** Writes a model as DMN XML that other tools open. Everything `readDmn` keeps is written. */
export async function writeDmn(model: DmnModel, version: DmnVersion = '1.5'): Promise<string> {
  const moddle = newModdle();
  const create: Create = (type, properties) => moddle.create(`dmn:${type}`, present(properties));
  const elements = [
    ...model.sources.map(({ locationUri, ...rest }) =>
      create('KnowledgeSource', { ...rest, id: encodeId(rest.id), locationURI: locationUri }),
    ),
    ...model.inputs.map((input) => writeInput(create, input)),
    ...model.knowledge.map((knowledge) => writeKnowledge(create, knowledge)),
    ...model.decisions.map((decision) => writeDecision(create, decision)),
    ...model.services.map((service) =>
      create('DecisionService', {
        ...heading(service),
        variable: writeVariable(create, service.variable),
        outputDecision: references(create, service.outputs),
        encapsulatedDecision: references(create, service.encapsulated),
        inputDecision: references(create, service.inputDecisions),
        inputData: references(create, service.inputData),
      }),
    ),
  ];
  const root = create('Definitions', {
    name: model.name,
    id: model.id === null ? null : encodeId(model.id),
    namespace: model.namespace,
    description: model.description,
    import: model.imports.map((one) => create('Import', { ...one })),
    itemDefinition: model.types.map((type) => writeType(create, type)),
    drgElement: elements,
    dmnDI: elements.length === 0 ? null : drawModel((type, properties) => moddle.create(type, properties), elements),
  });
  const { xml } = await moddle.toXML(root, { format: true });
  return withNamespacesOf(xml, version);
}

/** Absent parts are left out: the library would write them empty. */
function present(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isPresent = ([, value]: [string, unknown]) =>
    value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(properties).filter(isPresent));
}

function heading(element: InputData | Decision | KnowledgeModel | DmnModel['services'][number]) {
  return { id: encodeId(element.id), name: element.name, description: element.description };
}

const references = (create: Create, hrefs: readonly string[]) =>
  hrefs.map((href) => create('DMNElementReference', { href: encodeHref(href) }));

function requirements(create: Create, type: string, property: string, hrefs: readonly string[]) {
  return hrefs.map((href) => create(type, { [property]: create('DMNElementReference', { href: encodeHref(href) }) }));
}

function writeType(create: Create, type: ItemDefinition): ReturnType<Create> {
  const tests = (text: string | null) => (text === null ? null : create('UnaryTests', { text }));
  return create('ItemDefinition', {
    name: type.name,
    typeRef: type.typeRef,
    isCollection: type.isCollection || null,
    allowedValues: tests(type.allowedValues),
    typeConstraint: tests(type.typeConstraint),
    itemComponent: type.components.map((component) => writeType(create, component)),
    functionItem:
      type.functionType &&
      create('FunctionItem', {
        outputTypeRef: type.functionType.outputTypeRef,
        parameters: type.functionType.parameters.map((parameter: Variable) => writeVariable(create, parameter)),
      }),
  });
}

function writeInput(create: Create, input: InputData) {
  return create('InputData', { ...heading(input), variable: writeVariable(create, input.variable) });
}

function writeKnowledge(create: Create, knowledge: KnowledgeModel) {
  return create('BusinessKnowledgeModel', {
    ...heading(knowledge),
    variable: writeVariable(create, knowledge.variable),
    encapsulatedLogic: knowledge.logic && writeBoxed(create, knowledge.logic),
    knowledgeRequirement: requirements(create, 'KnowledgeRequirement', 'requiredKnowledge', knowledge.needsKnowledge),
    authorityRequirement: requirements(create, 'AuthorityRequirement', 'requiredAuthority', knowledge.needsSources),
  });
}

function writeDecision(create: Create, decision: Decision) {
  return create('Decision', {
    ...heading(decision),
    question: decision.question,
    variable: writeVariable(create, decision.variable),
    informationRequirement: [
      ...requirements(create, 'InformationRequirement', 'requiredDecision', decision.needsDecisions),
      ...requirements(create, 'InformationRequirement', 'requiredInput', decision.needsInputs),
    ],
    knowledgeRequirement: requirements(create, 'KnowledgeRequirement', 'requiredKnowledge', decision.needsKnowledge),
    authorityRequirement: requirements(create, 'AuthorityRequirement', 'requiredAuthority', decision.needsSources),
    decisionLogic: decision.logic && writeBoxed(create, decision.logic),
  });
}
