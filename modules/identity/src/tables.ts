// Written by `npm run types` from the migrated database.
export type IdentityDb = {
  'identity.attempts': {
    kind: string;
    key: string;
    failures: number;
    since: string;
    locked_until: string | null;
  };
  'identity.firm_members': {
    firm_id: string;
    person_id: string;
    capacity: 'legal-representative' | 'agent';
    since: string;
    ended_at: string | null;
  };
  'identity.firm_names': {
    firm_id: string;
    since: string;
    name: string;
  };
  'identity.firms': {
    id: string;
    credit_code: string;
    name: string;
    joined_at: string;
  };
  'identity.organisation_codes': {
    code: string;
    division_code: string;
    organisation_id: string;
    kind: 'credit-code' | 'organisation-code' | 'local';
  };
  'identity.organisation_names': {
    division_code: string;
    organisation_id: string;
    name: string;
  };
  'identity.organisations': {
    division_code: string;
    id: string;
    name: string;
    parent_id: string | null;
    made_at: string;
  };
  'identity.people': {
    id: string;
    phone_hash: string;
    phone: string;
    name: string | null;
    resident_hash: string | null;
    resident_number: string | null;
    verified_at: string | null;
    joined_at: string;
  };
  'identity.posts': {
    division_code: string;
    id: string;
    staff_id: string;
    organisation_id: string;
    title: string;
    role: 'clerk' | 'reviewer' | 'approver' | 'supervisor' | 'editor' | 'administrator' | 'auditor';
    above_post_id: string | null;
    since: string;
    ended_at: string | null;
  };
  'identity.sessions': {
    token_hash: string;
    id: string;
    kind: 'person' | 'staff';
    holder_id: string;
    division_code: string | null;
    post_id: string | null;
    firm_id: string | null;
    device: string;
    started_at: string;
    seen_at: string;
    ended_at: string | null;
  };
  'identity.sign_in_codes': {
    id: string;
    phone_hash: string;
    phone: string;
    code: string | null;
    code_hash: string;
    tries: number;
    made_at: string;
    expires_at: string;
    used_at: string | null;
    network: string | null;
    block: string | null;
  };
  'identity.staff': {
    division_code: string;
    id: string;
    name: string;
    password_hash: string;
    totp_secret: string | null;
    totp_step: number;
    disabled_at: string | null;
    made_at: string;
  };
  'identity.staff_accounts': {
    account: string;
    division_code: string;
    staff_id: string;
  };
};
