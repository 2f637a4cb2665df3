// Written by `npm run types` from the migrated database.
export type CasesDb = {
  'cases.actions': {
    division_code: string;
    case_id: string;
    seq: number;
    kind: string;
    at: string;
    by_kind: 'applicant' | 'staff' | 'clock';
    by_id: string;
    post_id: string | null;
    body: string;
  };
  'cases.cases': {
    division_code: string;
    id: string;
    number: string;
    official_number: string | null;
    item_id: string;
    item_version: number;
    item_name: string;
    organisation_id: string;
    applicant_id: string;
    owner_id: string;
    applicant_name: string | null;
    answers: string;
    answers_revision: number;
    status: 'draft' | 'submitted' | 'correction' | 'accepted' | 'decided' | 'delivered' | 'not-accepted' | 'withdrawn' | 'lapsed' | 'archived';
    seq: number;
    is_paused: boolean;
    outcome: string | null;
    held_by: string | null;
    step: string | null;
    role_due: string | null;
    received_on: string | null;
    accepted_on: string | null;
    decided_on: string | null;
    due_on: string | null;
    legal_due_on: string | null;
    warn_on: string | null;
    is_overdue: boolean;
    started_at: string;
    submitted_at: string | null;
    changed_at: string;
    is_pause_overdue: boolean;
    papers_settled: boolean;
  };
  'cases.materials': {
    division_code: string;
    case_id: string;
    material: string;
    file_id: string;
    source: 'upload' | 'certificate';
    added_at: string;
    removed_at: string | null;
    from_number: string | null;
    from_filed_at: string | null;
  };
  'cases.numbers': {
    number: string;
    division_code: string;
    case_id: string;
  };
  'cases.owned': {
    subject: string;
    case_id: string;
    division_code: string;
  };
  'cases.reveals': {
    division_code: string;
    id: string;
    case_id: string;
    field: string;
    by_id: string;
    post_id: string | null;
    reason: string;
    words: string | null;
    at: string;
    until: string;
  };
};
