import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decision, inputX, literal, model } from '../sample-model.ts';
import { writeDmn } from './write-model.ts';

const attributesOf = (xml: string, tag: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${tag} [^>]*${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');

test('every element is drawn once, apart from the others, with a line for each need inside the model', async () => {
  const own = model({
    inputs: [inputX],
    decisions: [
      decision('低', literal('x'), { needsInputs: ['#_x'] }),
      decision('高', literal('低'), { needsDecisions: ['#_低', 'urn:other#_far'], needsInputs: ['#_x'] }),
      decision('circle', literal('circle'), { needsDecisions: ['#_circle'] }),
    ],
  });
  const xml = await writeDmn(own);
  const ids = new Set(attributesOf(xml, 'dmn:(?:decision|inputData)', 'id'));
  const shapes = attributesOf(xml, 'dmndi:DMNShape', 'dmnElementRef');
  assert.deepEqual(new Set(shapes), ids);
  assert.equal(shapes.length, 4);
  const corners = ['x', 'y'].map((side) => attributesOf(xml, 'dc:Bounds', side));
  assert.equal(new Set(corners[0]?.map((x, at) => `${x} ${corners[1]?.[at]}`)).size, 4);
  const requirements = attributesOf(xml, 'dmn:informationRequirement', 'id');
  const edges = attributesOf(xml, 'dmndi:DMNEdge', 'dmnElementRef');
  assert.equal(edges.length, 3);
  for (const edge of edges) assert.ok(requirements.includes(edge), edge);
});

test('a model without elements has no picture', async () => {
  assert.ok(!(await writeDmn(model({}))).includes('DMNDI>'));
});
