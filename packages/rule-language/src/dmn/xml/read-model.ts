import { ok, type Result, refuse } from '@zhengtong/kernel';
import type {
  Decision,
  DecisionService,
  DmnModel,
  InputData,
  ItemDefinition,
  KnowledgeModel,
  KnowledgeSource,
  Variable,
} from '../model.ts';
import { decodeHref, decodeId } from './ids.ts';
import { childOf, childrenOf, type ModdleElement, newModdle, textOf } from './moddle.ts';
import { prepareXml, XmlRefused } from './prepare-xml.ts';
import { readBoxed } from './read-boxed.ts';

export type DmnRefusal = { readonly kind: 'dmn-unreadable'; readonly zh: string; readonly en: string };

/** Reads DMN 1.1 to 1.6 XML. Diagrams and the extensions of single makers are left out. */
export async function readDmn(xml: string): Promise<Result<DmnModel, DmnRefusal>> {
  try {
    const { rootElement, warnings } = await newModdle().fromXML(prepareXml(xml), 'dmn:Definitions');
    // Content the library could not take would be lost without a word.
    const lost = warnings.find(({ message }) => /unparsable|illegal|unrecognized|duplicate/i.test(message));
    if (lost) throw new Error(lost.message);
    return ok(modelOf(rootElement));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const en = (/nested error: (.*)/.exec(message)?.[1] ?? message).trim();
    const zh = error instanceof XmlRefused ? error.zh : `XML 的结构有误（${en}）`;
    return refuse({ kind: 'dmn-unreadable', zh: `不是可读的 DMN 文件：${zh}`, en: `not a readable DMN file: ${en}` });
  }
}

function modelOf(root: ModdleElement): DmnModel {
  const elements = childrenOf(root, 'drgElement');
  const ofType = (type: string) => elements.filter((element) => element.$type === `dmn:${type}`);
  return {
    name: textOf(root, 'name') ?? '',
    namespace: textOf(root, 'namespace') ?? '',
    id: idOf(root),
    description: textOf(root, 'description'),
    imports: childrenOf(root, 'import').map((element) => ({
      name: textOf(element, 'name') ?? '',
      namespace: textOf(element, 'namespace') ?? '',
      importType: textOf(element, 'importType') ?? '',
    })),
    types: childrenOf(root, 'itemDefinition').map(itemDefinitionOf),
    inputs: ofType('InputData').map(inputOf),
    decisions: ofType('Decision').map(decisionOf),
    knowledge: ofType('BusinessKnowledgeModel').map(knowledgeOf),
    services: ofType('DecisionService').map(serviceOf),
    sources: ofType('KnowledgeSource').map(sourceOf),
  };
}

export function variableOf(element: ModdleElement): Variable {
  return { name: textOf(element, 'name') ?? '', typeRef: textOf(element, 'typeRef') };
}

const idOf = (element: ModdleElement) => {
  const id = textOf(element, 'id');
  return id === null ? null : decodeId(id);
};
const hrefOf = (reference: ModdleElement | null) => {
  const href = textOf(reference, 'href');
  return href === null ? null : decodeHref(href);
};

function named(element: ModdleElement) {
  const name = textOf(element, 'name') ?? '';
  const variable = childOf(element, 'variable');
  return {
    id: idOf(element) ?? name,
    name,
    description: textOf(element, 'description'),
    variable: { name: textOf(variable, 'name') ?? name, typeRef: textOf(variable, 'typeRef') },
  };
}

function itemDefinitionOf(element: ModdleElement): ItemDefinition {
  const functionItem = childOf(element, 'functionItem');
  return {
    name: textOf(element, 'name') ?? '',
    typeRef: textOf(element, 'typeRef'),
    isCollection: element.isCollection === true,
    allowedValues: textOf(childOf(element, 'allowedValues'), 'text'),
    typeConstraint: textOf(childOf(element, 'typeConstraint'), 'text'),
    components: childrenOf(element, 'itemComponent').map(itemDefinitionOf),
    functionType: functionItem && {
      parameters: childrenOf(functionItem, 'parameters').map(variableOf),
      outputTypeRef: textOf(functionItem, 'outputTypeRef'),
    },
  };
}

const inputOf = (element: ModdleElement): InputData => named(element);

function hrefs(element: ModdleElement, requirement: string, required: string): readonly string[] {
  return childrenOf(element, requirement)
    .map((one) => hrefOf(childOf(one, required)))
    .filter((href) => href !== null);
}

function decisionOf(element: ModdleElement): Decision {
  const logic = childOf(element, 'decisionLogic');
  return {
    ...named(element),
    question: textOf(element, 'question'),
    needsDecisions: hrefs(element, 'informationRequirement', 'requiredDecision'),
    needsInputs: hrefs(element, 'informationRequirement', 'requiredInput'),
    needsKnowledge: hrefs(element, 'knowledgeRequirement', 'requiredKnowledge'),
    needsSources: hrefs(element, 'authorityRequirement', 'requiredAuthority'),
    logic: logic && readBoxed(logic),
  };
}

function knowledgeOf(element: ModdleElement): KnowledgeModel {
  const logic = childOf(element, 'encapsulatedLogic');
  const boxed = logic && readBoxed(logic);
  return {
    ...named(element),
    needsKnowledge: hrefs(element, 'knowledgeRequirement', 'requiredKnowledge'),
    needsSources: hrefs(element, 'authorityRequirement', 'requiredAuthority'),
    logic: boxed?.kind === 'function' ? boxed : null,
  };
}

function serviceOf(element: ModdleElement): DecisionService {
  const all = (property: string) =>
    childrenOf(element, property)
      .map(hrefOf)
      .filter((href) => href !== null);
  return {
    ...named(element),
    outputs: all('outputDecision'),
    encapsulated: all('encapsulatedDecision'),
    inputDecisions: all('inputDecision'),
    inputData: all('inputData'),
  };
}

function sourceOf(element: ModdleElement): KnowledgeSource {
  const { id, name, description } = named(element);
  return { id, name, description, locationUri: textOf(element, 'locationURI'), type: textOf(element, 'type') };
}
