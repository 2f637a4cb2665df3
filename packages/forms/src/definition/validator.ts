import { findCivilDate } from '@zhengtong/kernel';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { linearRegExp } from './linear-pattern.ts';
import { annotations } from './to-schema.ts';

let kept: Ajv2020 | undefined;

function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    // `constructor` is not a key of every object: only what was sent counts.
    ownProperties: true,
    strict: true,
    code: { regExp: linearRegExp },
    strictRequired: false,
    strictTypes: false,
  });
  addFormats.default(ajv);
  // The package's own `date` takes any year and, in its fast form, the 30th of February.
  ajv.addFormat('date', (text: string) => findCivilDate(text) !== undefined);
  ajv.addVocabulary([...annotations]);
  return ajv;
}

/**
 * A validator of a schema. One Ajv serves all, since making one costs more than compiling; it forgets the schema again,
 * so that two definitions never meet under one `$id` and an old version can be collected.
 */
export function compileSchema(schema: object): ValidateFunction {
  kept ??= makeAjv();
  try {
    return kept.compile(schema);
  } finally {
    kept.removeSchema(schema);
  }
}
