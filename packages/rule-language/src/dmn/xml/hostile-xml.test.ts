import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayValue } from '../../feel/index.ts';
import { DmnProgram } from '../run/program.ts';
import { readDmn } from './read-model.ts';
import { writeDmn } from './write-model.ts';

const of15 = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
const decision = (text: string) =>
  `<decision id="d" name="d"><variable name="d"/><literalExpression><text>${text}</text></literalExpression></decision>`;
const file = (body: string, namespace = of15, before = '') =>
  `<?xml version="1.0"?>${before}<definitions xmlns="${namespace}" id="m" name="m" namespace="urn:m">${body}</definitions>`;

async function answerOf(xml: string): Promise<string> {
  const read = await readDmn(xml);
  if (!read.ok) return `refused: ${read.refusal.en}`;
  return sayValue(new DmnProgram(read.value).decide('d', [])?.value ?? null, true);
}

test('the versions from 1.1 on are read, and others are refused by name', async () => {
  for (const namespace of [
    'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
    'http://www.omg.org/spec/DMN/20180521/MODEL/',
    'https://www.omg.org/spec/DMN/20191111/MODEL/',
    'https://www.omg.org/spec/DMN/20211108/MODEL/',
    of15,
  ]) {
    assert.equal(await answerOf(file(decision('1 + 1'), namespace)), '2', namespace);
  }
  assert.match(await answerOf(file(decision('1'), 'http://www.omg.org/spec/DMN/20130901')), /^refused: .*20130901/);
  assert.match(await answerOf(file('', 'http://www.omg.org/spec/BPMN/20100524/MODEL')), /^refused: .*BPMN/);
});

test('document types and entities are refused, whatever they say', async () => {
  for (const before of [
    '<!DOCTYPE definitions>',
    '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
    '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  ]) {
    assert.match(await answerOf(file(decision('"&a;"'), of15, before)), /^refused: .*DTD/, before);
  }
  assert.match(await answerOf(file(decision('"&a;"'))), /^refused: .*&a;/);
  assert.match(await answerOf(file(decision('"a & b"'))), /^refused: .*not defined/);
  assert.match(await answerOf(file(decision('"&#0;"'))), /^refused: .*character/);
});

test('files nested or grown past reason are refused in good time', async () => {
  const startedAt = performance.now();
  const nested = (open: string, close: string) => open.repeat(50_000) + close.repeat(50_000);
  const context = nested('<context><contextEntry>', '</contextEntry></context>');
  assert.match(await answerOf(file(`<decision id="d" name="d">${context}</decision>`)), /^refused: .*deeply/);
  assert.match(await answerOf(file(nested('<itemDefinition name="t">', '</itemDefinition>'))), /^refused: .*deeply/);
  assert.match(await answerOf(file(decision('x'.repeat(33 * 1024 * 1024)))), /^refused: .*large/);
  for (const broken of ['<a '.repeat(100_000), '<a "'.repeat(100_000), '<'.repeat(100_000), '<!--'.repeat(100_000)]) {
    assert.match(await answerOf(broken), /^refused/);
  }
  assert.ok(performance.now() - startedAt < 60_000);
});

test('texts come through as they are written', async () => {
  const texts: Readonly<Record<string, string>> = {
    '"&#x4e2d;&#128014;&#x1F40E;"': '"中🐎🐎"',
    '<![CDATA["<x id=\'甲\'> &amp;"]]>': '"<x id=\'甲\'> &amp;"',
    [`"${of15}"`]: `"${of15}"`,
    '1 <!-- <!DOCTYPE x> &a; --> + 1': '2',
  };
  for (const [text, said] of Object.entries(texts)) {
    assert.equal(await answerOf(file(decision(text))), said, text);
    const read = await readDmn(file(decision(text)));
    assert.equal(read.ok && (await answerOf(await writeDmn(read.value))), said, text);
  }
});

test('ids and references may hold any character', async () => {
  const body = `<inputData id="甲&amp;乙" name="a > b"><variable name="x"/></inputData>
    <decision id="d" name="d"><variable name="d"/>
    <informationRequirement><requiredInput href="urn:m#甲&amp;乙"/></informationRequirement>
    <literalExpression><text>x = null</text></literalExpression></decision>`;
  assert.equal(await answerOf(file(body)), 'true');
  const read = await readDmn(file(body));
  assert.equal(read.ok && read.value.decisions[0]?.needsInputs[0], 'urn:m#甲&乙');
});

test('what other makers’ tools add is stepped over', async () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${of15}" xmlns:dmndi="https://www.omg.org/spec/DMN/20230324/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"
  xmlns:camunda="http://camunda.org/schema/1.0/dmn" xmlns:kie="https://kie.org/dmn/extensions/1.0" xmlns:triso="http://www.trisotech.com/2015/triso/modeling"
  id="m" name="m" namespace="urn:m" exporter="x" triso:logoChoice="Default">
  <extensionElements><kie:attachment url="u" name="n"/></extensionElements>
  <itemDefinition name="tGrade" triso:kind="x"><typeRef>string</typeRef><allowedValues kie:constraintType="enumeration"><text>"A"</text></allowedValues></itemDefinition>
  <decision id="d" name="d" camunda:historyTimeToLive="180"><extensionElements><camunda:p a="1"/></extensionElements>
    <variable id="v" name="d" typeRef="tGrade"/>
    <decisionTable id="t" hitPolicy="FIRST" preferredOrientation="Rule-as-Row"><input id="i" camunda:inputVariable="z"><inputExpression id="e" typeRef="number"><text>5</text></inputExpression></input>
      <output id="o"/><rule id="r"><description>why</description><inputEntry id="c"><text>&gt; 3</text></inputEntry><outputEntry id="q"><text>"A"</text></outputEntry></rule></decisionTable></decision>
  <textAnnotation id="a"><text>note</text></textAnnotation>
  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="d"><dc:Bounds height="8" width="8" x="1" y="1"/></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
</definitions>`;
  assert.equal(await answerOf(xml), '"A"');
});

test('an id given twice to things nobody refers to does not spoil the file', async () => {
  const body = decision('1').replace('<variable name', '<variable id="d" name').replace('<text>', '<text id="d">');
  assert.equal(await answerOf(file(body)), '1');
  assert.match(await answerOf(file(decision('1') + decision('2'))), /^refused: .*duplicate/);
});
