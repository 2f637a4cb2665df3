import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sayValue } from '../feel/index.ts';
import { DmnProgram } from './run/program.ts';
import { decision, inputX, literal, model, tableModel } from './sample-model.ts';
import { readDmn } from './xml/read-model.ts';
import { writeDmn } from './xml/write-model.ts';

const kit = join(import.meta.dirname, '../../../../../shared/conformance/dmn-tck');

test('what is written reads back the same, in every version', async () => {
  const own = model({
    inputs: [inputX],
    sources: [
      { id: '_law', name: '社会救助暂行办法', description: null, locationUri: 'https://example.org/law', type: null },
    ],
    decisions: [
      decision('条件 & <标记>', {
        kind: 'conditional',
        typeRef: null,
        condition: literal('x < 1'),
        whenTrue: literal('"是"'),
        whenFalse: null,
      }),
      ...tableModel([['< 5, > 10', '"a"']]).decisions,
    ],
    types: [
      {
        name: 'tKind',
        typeRef: 'string',
        isCollection: true,
        allowedValues: '"a", "b"',
        typeConstraint: 'count(?) < 3',
        components: [],
        functionType: null,
      },
    ],
  });
  for (const version of ['1.3', '1.4', '1.5'] as const) {
    const read = await readDmn(await writeDmn(own, version));
    assert.deepEqual(read.ok && read.value, own, version);
  }
});

test('every model of the kit keeps its meaning through writing and reading', async (context) => {
  if (!existsSync(kit)) return context.skip('no ../shared/conformance/dmn-tck');
  for (const file of globSync('**/*.dmn', { cwd: kit })) {
    const first = await readDmn(readFileSync(join(kit, file), 'utf8'));
    assert.ok(first.ok, file);
    const second = await readDmn(await writeDmn(first.value));
    assert.deepEqual(second.ok && second.value, first.value, file);
  }
});

test('a model written elsewhere as DMN 1.3 runs here', async () => {
  const xml = `<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="m" namespace="urn:m">
  <inputData id="i" name="age"><variable name="age" typeRef="number"/></inputData>
  <decision id="d" name="adult"><variable name="adult" typeRef="boolean"/>
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>age &gt;= 18</text></literalExpression>
  </decision>
</definitions>`;
  const read = await readDmn(xml);
  assert.ok(read.ok);
  const answer = new DmnProgram(read.value).decide('adult', [{ name: 'age', value: 'seventeen' }]);
  assert.equal(sayValue(answer?.value ?? null), 'null');
  assert.equal(answer?.remarks[0]?.code, 'type-mismatch');
});

test('a file that is no DMN is refused with a reason in both languages', async () => {
  for (const xml of ['', 'hello', '<a/>', '<definitions>']) {
    const read = await readDmn(xml);
    assert.ok(!read.ok && read.refusal.zh !== '' && read.refusal.en !== '', xml);
  }
});
