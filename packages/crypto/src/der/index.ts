export {
  checkDerDeeply,
  childrenOf,
  type DerCursor,
  type DerNode,
  type DerRefusal,
  derTag,
  MalformedDer,
  openDer,
  readDer,
  tryDer,
  unwrapDer,
} from './read.ts';
export {
  readBitString,
  readBits,
  readBoolean,
  readInteger,
  readNull,
  readOctetString,
  readOid,
  readSmallInteger,
  readText,
  readTime,
} from './values.ts';
export { der } from './write.ts';
