import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPolicyFiles, Programs, printYaml, readPolicy, readText, runExamples, usualDay } from './index.ts';

for (const file of listPolicyFiles()) {
  const read = readText(readPolicy(file));
  const programs = new Programs(read.text);

  test(`${file} reads and compiles without an error`, () => {
    const { problems } = programs.on(usualDay(read.text));
    assert.deepEqual(
      [...read.problems, ...problems].map((one) => `${one.line}:${one.column} ${one.zh}`),
      [],
    );
  });

  test(`${file} gives every hand-checked example its result`, () => {
    const runs = runExamples(read.text, programs);
    assert.ok(runs.length >= 3, 'at least three examples');
    assert.deepEqual(
      runs.flatMap((run) => run.problems.map((one) => `${run.example.name} ${one.line}: ${one.zh}`)),
      [],
    );
  });

  test(`${file} means the same in its YAML form`, () => {
    const yaml = readText(printYaml(read.raw));
    assert.deepEqual(
      yaml.problems.map((one) => one.zh),
      [],
    );
    assert.equal(yaml.text.rules.length, read.text.rules.length);
    assert.deepEqual(
      runExamples(yaml.text).flatMap((run) => run.problems.map((one) => one.zh)),
      [],
    );
  });
}
