// Written by `npm run types` from the migrated database.
export type CertificatesDb = {
  'certificates.actions': {
    division_code: string;
    certificate_id: string;
    seq: number;
    kind: 'issued' | 'suspended' | 'restored' | 'revocation-proposed' | 'revocation-dropped' | 'revoked' | 'cancellation-proposed' | 'cancellation-dropped' | 'cancelled';
    at: string;
    by_id: string;
    post_id: string | null;
    reason: string | null;
    law: string | null;
    ground: 'term-ended' | 'holder-died-or-incapable' | 'firm-ended' | 'revoked-or-withdrawn' | 'force-majeure' | 'other-law' | null;
  };
  'certificates.certificates': {
    division_code: string;
    id: string;
    identifier: string;
    type: string;
    subject: string;
    holder_kind: 'person' | 'firm';
    organisation_id: string;
    organisation_name: string;
    case_id: string;
    particulars: string;
    secret: string;
    secret_hash: string;
    status: 'valid' | 'suspended' | 'revoked' | 'cancelled';
    issued_at: string;
    valid_from: string;
    valid_until: string | null;
  };
  'certificates.identifiers': {
    identifier: string;
    division_code: string;
    certificate_id: string;
  };
  'certificates.types': {
    division_code: string;
    code: string;
    type_code: string;
    name: string;
    name_en: string;
    fields: unknown;
    valid_months: number | null;
  };
  'certificates.wallets': {
    subject: string;
    certificate_id: string;
    division_code: string;
  };
};
