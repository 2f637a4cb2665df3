import assert from 'node:assert/strict';
import test from 'node:test';
import { listOpenPoints } from './open-points.ts';

const material = {
  key: 'drawing',
  name: '图纸',
  isRequired: true,
  isCertificate: false,
  checks: [{ key: 'signed', text: '有签名', isFine: true }],
};
const keysOf = (files: readonly { trust: string; scan: string }[]) =>
  listOpenPoints({ materials: [{ ...material, files }], typed: [], steps: [], actions: [] }).map(({ key }) => key);

test('a material of which the scanner later found every file infected stands open as missing, whatever was checked before', () => {
  assert.deepEqual(keysOf([{ trust: 'C', scan: 'infected' }]), ['missing:drawing']);
  assert.deepEqual(
    keysOf([
      { trust: 'C', scan: 'infected' },
      { trust: 'C', scan: 'clean' },
    ]),
    [],
  );
});
