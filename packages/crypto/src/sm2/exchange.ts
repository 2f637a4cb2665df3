// SM2 key exchange (GB/T 32918.3-2016): two long-term and two short-lived keys give one session key, with confirmation.
import type { KeyObject } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, concatBytes, toNumber } from '../bytes.ts';
import { sm3Parts } from '../digest.ts';
import { Sm2Point, sm2Order } from './curve.ts';
import { sm2Kdf } from './encrypt.ts';
import { preparedPrivate, preparedPublic } from './keys.ts';
import { sm2DefaultId, sm2Za } from './sign.ts';

export type Sm2Exchange = {
  /** Who began: the standard's A. */
  readonly role: 'initiator' | 'responder';
  readonly ownKey: KeyObject;
  /** Made by `generateSm2KeyPair` for this exchange alone and thrown away after it. */
  readonly ownShortLivedKey: KeyObject;
  readonly ownId?: string | Bytes;
  readonly peerKey: KeyObject;
  readonly peerShortLivedKey: KeyObject;
  readonly peerId?: string | Bytes;
  /** Bytes of session key wanted. */
  readonly keyLength: number;
};

/** `own` is sent to the peer; `peer` is what the peer must send (compare with `sameBytes`) before the key is used. */
export type Sm2Session = { readonly key: Uint8Array; readonly own: Uint8Array; readonly peer: Uint8Array };

const half = 1n << 127n;
/** x̄ = 2^127 + (x mod 2^127). */
const reduced = (point: Bytes): bigint => half + (toNumber(point.subarray(1, 33)) & (half - 1n));
const atCurve = (point: Bytes): InstanceType<typeof Sm2Point> => Sm2Point.fromBytes(Uint8Array.from(point));

/** The session key and both confirmations. Refused where the shared point is infinity (a peer's key made for that). */
export function sm2ExchangeKeys(given: Sm2Exchange): Result<Sm2Session, { readonly kind: 'no-agreement' }> {
  const own = preparedPrivate(given.ownKey);
  const ownShort = preparedPrivate(given.ownShortLivedKey);
  const peer = preparedPublic(given.peerKey).point;
  const peerShort = preparedPublic(given.peerShortLivedKey).point;

  const t = (toNumber(own.secret) + reduced(ownShort.point) * toNumber(ownShort.secret)) % sm2Order;
  const sum = atCurve(peer).add(atCurve(peerShort).multiply(reduced(peerShort) % sm2Order));
  if (t === 0n || sum.is0()) return refuse({ kind: 'no-agreement' });
  const v = sum.multiply(t).toBytes(false).subarray(1);

  const ownZ = sm2Za(own.point, given.ownId ?? sm2DefaultId);
  const peerZ = sm2Za(peer, given.peerId ?? sm2DefaultId);
  const isInitiator = given.role === 'initiator';
  const zs = isInitiator ? concatBytes(ownZ, peerZ) : concatBytes(peerZ, ownZ);
  const [first, second] = isInitiator ? [ownShort.point, peerShort] : [peerShort, ownShort.point];
  const inner = sm3Parts(v.subarray(0, 32), zs, first.subarray(1), second.subarray(1));
  const confirm = (mark: number): Uint8Array => sm3Parts(Uint8Array.of(mark), v.subarray(32), inner);
  // The responder confirms with 02, the initiator with 03.
  const [byResponder, byInitiator] = [confirm(2), confirm(3)];
  return ok({
    key: sm2Kdf(concatBytes(v, zs), given.keyLength),
    own: isInitiator ? byInitiator : byResponder,
    peer: isInitiator ? byResponder : byInitiator,
  });
}
