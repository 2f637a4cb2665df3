import { defineEvent, defineRoute } from '@zhengtong/kernel';
import Type, { type Static } from 'typebox';

const Uuid = Type.String({ format: 'uuid' });

/** A file no scanner had seen when it came carries a virus: its bytes go, and whoever has the case is told by the case. */
export const FileFoundInfected = defineEvent(
  'file.found-infected',
  Type.Object({ fileId: Uuid, divisionCode: Type.String(), caseId: Uuid }),
);

/** A file in lists and case pages. */
export const FileLine = Type.Object({
  id: Uuid,
  fileName: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  /** A to D of 国办函〔2016〕108号. */
  trust: Type.String(),
  /** `clean`, `waiting` for the scanner, `unscanned` let through by policy, `infected`. */
  scan: Type.String(),
});
export type FileLine = Static<typeof FileLine>;

/** A file as whoever sent it sees it. */
export const OwnFile = Type.Object({
  ...FileLine.properties,
  sha256: Type.String(),
  receivedAt: Type.String(),
  /** Null while no case has it; then it is erased two days after it came. */
  caseId: Type.Union([Uuid, Type.Null()]),
});
export type OwnFile = Static<typeof OwnFile>;

export const SendFile = defineRoute({
  method: 'POST',
  path: '/api/v1/files',
  summary: 'Send a file for a case to come: PDF, JPEG, PNG, OFD, docx or xlsx, at most 20 MiB (上传材料)',
  allow: ['person', 'firm'],
  takes: 'file',
  response: OwnFile,
});

export const ReadOwnFile = defineRoute({
  method: 'GET',
  path: '/api/v1/files/:fileId',
  summary: 'What is known of a file you sent, and whether the scanner has passed it (查询材料)',
  allow: ['person', 'firm'],
  params: Type.Object({ fileId: Uuid }),
  response: OwnFile,
});

export const EraseOwnFile = defineRoute({
  method: 'DELETE',
  path: '/api/v1/files/:fileId',
  summary: 'Erase a file you sent and put to no case (删除未使用的材料)',
  allow: ['person', 'firm'],
  params: Type.Object({ fileId: Uuid }),
  response: Type.Object({}),
});
