// Runs any Wycheproof file whose kind of test this package answers, by the file's own schema of groups; a kind that is not
// known is out of scope by name. Also for files that are not in the folder yet.
import { readFileSync } from 'node:fs';
import { judge, type Tally, type Verdict } from './tally.ts';
import { judgeAead } from './wycheproof-aead.ts';
import { type Group, outOfScope, type Vector, type VectorFile } from './wycheproof-file.ts';
import { judgeFpe } from './wycheproof-fpe.ts';
import { judgeJose } from './wycheproof-jose.ts';
import { judgeMac, judgeSignature } from './wycheproof-signatures.ts';

type Judge = (file: VectorFile, group: Group, vector: Vector) => Verdict;

const judges: Readonly<Record<string, Judge>> = {
  AeadTest: judgeAead,
  FpeListTest: judgeFpe,
  FpeStrTest: judgeFpe,
  MacTest: judgeMac,
  EcdsaVerify: judgeSignature,
  EcdsaP1363Verify: judgeSignature,
  EddsaVerify: judgeSignature,
  MlDsaVerify: judgeSignature,
  JsonWebSignature: judgeJose,
  JsonWebKey: judgeJose,
  JsonWebCrypto: judgeJose,
  JsonWebEncryption: judgeJose,
};

export function runWycheproofFile(path: string, tally: Tally, name: string): void {
  const file: VectorFile = JSON.parse(readFileSync(path, 'utf8'));
  for (const group of file.testGroups) {
    const answer = judges[group.type ?? ''] ?? (() => outOfScope(`${group.type}: 本包不做 · not of this package`));
    for (const vector of group.tests) {
      const title = `${name} #${vector.tcId} ${vector.comment} [${String(vector.flags ?? '')}]`;
      judge(tally, title, vector.result, () => answer(file, group, vector));
    }
  }
}
