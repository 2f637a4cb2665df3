import { defineEvent, defineRoute } from '@zhengtong/kernel';
import Type, { type Static } from 'typebox';

const Uuid = Type.String({ format: 'uuid' });
const About = Type.Object({ certificateId: Uuid, divisionCode: Type.String(), caseId: Uuid });

export const CertificateIssued = defineEvent('certificate.issued', About);
export const CertificateSuspended = defineEvent('certificate.suspended', About);
export const CertificateRestored = defineEvent('certificate.restored', About);
export const CertificateRevoked = defineEvent('certificate.revoked', About);

export const Standing = Type.Union([
  Type.Literal('valid'),
  Type.Literal('suspended'),
  Type.Literal('revoked'),
  Type.Literal('expired'),
  Type.Literal('not-yet-valid'),
]);

/** With the secret of the QR code: what stands on the certificate. By number alone: whether it holds, nothing else. */
export const VerificationView = Type.Object({
  standing: Type.Union([Standing, Type.Literal('unknown')]),
  certificate: Type.Optional(
    Type.Object({
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
  summary: 'Verify a certificate by its identifier, whole with the secret of its QR code (证照核验)',
  allow: ['public'],
  params: Type.Object({ identifier: Type.String({ maxLength: 160 }) }),
  query: Type.Object({ secret: Type.Optional(Type.String({ maxLength: 64 })) }),
  response: VerificationView,
});

export const ChangeCertificate = defineRoute({
  method: 'POST',
  path: '/api/console/certificates/:id/status',
  summary: 'Suspend, restore or revoke a certificate with reason and law (证照暂扣、发还、撤销)',
  allow: ['approver'],
  params: Type.Object({ id: Uuid }),
  body: Type.Object({
    change: Type.Union([Type.Literal('suspended'), Type.Literal('restored'), Type.Literal('revoked')]),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    law: Type.String({ minLength: 1, maxLength: 300 }),
  }),
  response: Type.Object({ status: Type.String() }),
});
