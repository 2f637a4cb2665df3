import { SaxesParser } from 'saxes';

/** An element of a test file, without its namespace prefix. */
export type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
};

export type TestNode = { readonly name: string; readonly namespace: string | null; readonly node: Node };
export type TestCase = {
  readonly id: string;
  readonly type: 'decision' | 'bkm' | 'decisionService';
  readonly invocable: string | null;
  readonly inputs: readonly TestNode[];
  readonly results: readonly { readonly name: string; readonly isError: boolean; readonly expected: Node | null }[];
};
export type TestFile = { readonly model: string; readonly cases: readonly TestCase[] };

function parse(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [local(name), String(value)]),
    );
    const node: Node = { name: local(tag.name), attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  const addText = (text: string) => {
    const at = open.at(-1);
    if (at) at.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root;
}

export const childrenOf = (node: Node, name: string): readonly Node[] =>
  node.children.filter((child) => child.name === name);
export const childOf = (node: Node, name: string): Node | null => childrenOf(node, name)[0] ?? null;

/** A test file of the DMN TCK (testCases.xsd). */
export function readTestFile(xml: string): TestFile {
  const root = childOf(parse(xml), 'testCases');
  if (!root) return { model: '', cases: [] };
  return {
    model: (childOf(root, 'modelName')?.text ?? '').trim(),
    cases: childrenOf(root, 'testCase').map((node) => ({
      id: node.attributes.id ?? '',
      type: (node.attributes.type ?? 'decision') as TestCase['type'],
      invocable: node.attributes.invocableName ?? null,
      inputs: childrenOf(node, 'inputNode').map((input) => ({
        name: input.attributes.name ?? '',
        namespace: input.attributes.namespace ?? null,
        node: input,
      })),
      results: childrenOf(node, 'resultNode').map((result) => ({
        name: result.attributes.name ?? '',
        isError: result.attributes.errorResult === 'true',
        expected: childOf(result, 'expected'),
      })),
    })),
  };
}
