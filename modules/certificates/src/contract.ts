import { defineEvent, defineRoute, type Role } from '@zhengtong/kernel';
import Type, { type Static } from 'typebox';

const Uuid = Type.String({ format: 'uuid' });
const About = Type.Object({ certificateId: Uuid, divisionCode: Type.String(), caseId: Uuid });

export const CertificateIssued = defineEvent('certificate.issued', About);
export const CertificateSuspended = defineEvent('certificate.suspended', About);
export const CertificateRestored = defineEvent('certificate.restored', About);
export const CertificateRevoked = defineEvent('certificate.revoked', About);
export const CertificateCancelled = defineEvent('certificate.cancelled', About);

/** 行政许可法第七十条, item by item. */
export const Ground = Type.Union([
  Type.Literal('term-ended'),
  Type.Literal('holder-died-or-incapable'),
  Type.Literal('firm-ended'),
  Type.Literal('revoked-or-withdrawn'),
  Type.Literal('force-majeure'),
  Type.Literal('other-law'),
]);
export type Ground = Static<typeof Ground>;

export const Standing = Type.Union([
  Type.Literal('valid'),
  Type.Literal('suspended'),
  Type.Literal('revoked'),
  Type.Literal('cancelled'),
  Type.Literal('expired'),
  Type.Literal('not-yet-valid'),
]);

/** With the secret of the QR code: what stands on the certificate. By number alone: whether it holds, nothing else. */
export const VerificationView = Type.Object({
  standing: Type.Union([Type.Literal('valid'), Type.Literal('not-valid'), Type.Literal('unknown')]),
  /** With the right secret alone. */
  certificate: Type.Optional(
    Type.Object({
      standing: Standing,
      /**
       * Where it is suspended, revoked or cancelled: since when and by which law, never for what reason; of a
       * cancellation also its ground.
       */
      change: Type.Optional(Type.Object({ at: Type.String(), law: Type.String(), ground: Type.Optional(Ground) })),
      identifier: Type.String(),
      name: Type.String(),
      nameEn: Type.String(),
      holderName: Type.String(),
      holderNumber: Type.String(),
      organisationName: Type.String(),
      validFromOn: Type.String(),
      validUntilOn: Type.Union([Type.String(), Type.Null()]),
      lines: Type.Array(Type.Object({ label: Type.String(), labelEn: Type.String(), value: Type.String() })),
    }),
  ),
});
export type VerificationView = Static<typeof VerificationView>;

export const VerifyCertificate = defineRoute({
  method: 'GET',
  path: '/api/v1/certificates/:identifier/verification',
  summary:
    'Verify a certificate: by its identifier valid, not valid or unknown; whole with the secret of its QR code (证照核验)',
  allow: ['public'],
  costs: 'verify',
  params: Type.Object({ identifier: Type.String({ maxLength: 160 }) }),
  query: Type.Object({ secret: Type.Optional(Type.String({ maxLength: 64 })) }),
  response: VerificationView,
});

const desk: readonly Role[] = ['clerk', 'reviewer', 'approver', 'supervisor'];
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** A row of the office's list, its holder masked. */
export const CertificateLine = Type.Object({
  id: Uuid,
  identifier: Type.String(),
  name: Type.String(),
  holder: Type.String(),
  standing: Standing,
  issuedAt: Type.String(),
  validUntilOn: Nullable(Type.String()),
});
export type CertificateLine = Static<typeof CertificateLine>;

const Change = Type.Union([
  Type.Literal('suspended'),
  Type.Literal('restored'),
  Type.Literal('revocation-proposed'),
  Type.Literal('revocation-dropped'),
  Type.Literal('revoked'),
  Type.Literal('cancellation-proposed'),
  Type.Literal('cancellation-dropped'),
  Type.Literal('cancelled'),
]);

export const CertificateView = Type.Object({
  ...CertificateLine.properties,
  holderNumber: Type.String(),
  caseId: Uuid,
  validFromOn: Type.String(),
  lines: Type.Array(Type.Object({ label: Type.String(), labelEn: Type.String(), value: Type.String() })),
  history: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      kind: Type.String(),
      at: Type.String(),
      by: Type.String(),
      reason: Nullable(Type.String()),
      law: Nullable(Type.String()),
      ground: Nullable(Ground),
    }),
  ),
  /** What this officer may do now. */
  may: Type.Array(Change),
  /** What waits for a second person, and whether this officer was the first. */
  waiting: Nullable(
    Type.Object({ for: Type.Union([Type.Literal('revoked'), Type.Literal('cancelled')]), isMine: Type.Boolean() }),
  ),
});
export type CertificateView = Static<typeof CertificateView>;

export const ListIssued = defineRoute({
  method: 'GET',
  path: '/api/console/certificates',
  summary: 'Certificates the office issued, newest first, or the one of an identifier (证照)',
  allow: desk,
  query: Type.Object({
    words: Type.Optional(Type.String({ maxLength: 160 })),
    status: Type.Optional(
      Type.Union([
        Type.Literal('valid'),
        Type.Literal('suspended'),
        Type.Literal('revoked'),
        Type.Literal('cancelled'),
      ]),
    ),
    before: Type.Optional(Uuid),
  }),
  response: Type.Object({ certificates: Type.Array(CertificateLine) }),
});

export const GetIssued = defineRoute({
  method: 'GET',
  path: '/api/console/certificates/:id',
  summary: 'One certificate with what was done to it; the reading is noted (证照详情)',
  allow: desk,
  params: Type.Object({ id: Uuid }),
  response: CertificateView,
});

export const ChangeCertificate = defineRoute({
  method: 'POST',
  path: '/api/console/certificates/:id/status',
  summary:
    'Suspend, restore, propose or confirm to revoke or cancel a certificate, with reason and law (证照暂扣、发还、撤销、注销)',
  allow: ['approver', 'supervisor'],
  params: Type.Object({ id: Uuid }),
  body: Type.Object({
    change: Change,
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    law: Type.String({ minLength: 1, maxLength: 300 }),
    /** Needed to propose a cancellation, and not looked at otherwise. */
    ground: Type.Optional(Ground),
  }),
  response: Type.Object({ status: Type.String() }),
});
