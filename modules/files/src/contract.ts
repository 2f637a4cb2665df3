import Type, { type Static } from 'typebox';

/** A file in lists and case pages. */
export const FileLine = Type.Object({
  id: Type.String({ format: 'uuid' }),
  fileName: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  trust: Type.String(),
  scan: Type.String(),
});
export type FileLine = Static<typeof FileLine>;
