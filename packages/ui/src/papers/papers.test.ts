import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CertificateCard, type CertificateCardProps } from './certificate-card.tsx';
import { rosettePath } from './guilloche.tsx';
import { qrPath } from './qr-frame.tsx';
import { Seal } from './seal.tsx';

/** Paints the runs back into modules, to compare with what was to be drawn. */
function paint(path: string, size: number): number[] {
  const data = new Array<number>(size * size).fill(0);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let at = 0; at < Number(run); at++) data[Number(y) * size + Number(x) + at] = 1;
  return data;
}

test('the path of a QR code darkens exactly the dark modules', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.infiniteStream(fc.integer({ min: 0, max: 1 })), (size, bits) => {
      const data = [...bits.take(size * size)];
      assert.deepEqual(paint(qrPath({ size, data }), size), data);
    }),
  );
});

test('a seal names its body for those who cannot see it', () => {
  assert.match(
    renderToStaticMarkup(createElement(Seal, { name: '示例市公安局' })),
    /role="img" lang="zh-CN" aria-label="印章：示例市公安局"/,
  );
});

const card: CertificateCardProps = {
  id: 'c',
  title: '食品经营许可证',
  issuer: '示例市市场监督管理局',
  fields: [],
  identifier: '1.2.156',
  issuedOn: '2026年11月23日',
  validUntil: '至 2031年11月22日',
  status: { word: '有效', kind: 'done' },
};

test('a certificate that no longer holds bears no seal and says so', () => {
  assert.match(renderToStaticMarkup(createElement(CertificateCard, card)), /class="seal"/);
  const status = { word: '已撤销', kind: 'stopped' as const };
  const revoked = renderToStaticMarkup(createElement(CertificateCard, { ...card, status }));
  assert.doesNotMatch(revoked, /class="seal"/);
  assert.match(revoked, /已撤销/);
});

test('the woven ring closes and stays within its bounds', () => {
  const points = [...rosettePath(74, 26, 11).matchAll(/(-?[\d.]+) (-?[\d.]+)/g)];
  for (const [, x, y] of points) assert.ok(Math.hypot(Number(x), Number(y)) <= 100.2);
  assert.match(rosettePath(74, 26, 11), /z$/);
});
