// The curve of GB/T 32918.5-2017. Point arithmetic is @noble/curves; signing and verifying stay with OpenSSL.
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';

export const sm2Field = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
export const sm2Order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
export const sm2A = 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn;
export const sm2B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
export const sm2Gx = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n;
export const sm2Gy = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n;

export const Sm2Point = weierstrass({
  p: sm2Field,
  n: sm2Order,
  h: 1n,
  a: sm2A,
  b: sm2B,
  Gx: sm2Gx,
  Gy: sm2Gy,
});
