// Written by `npm run types` from the migrated database.
export type EvaluationDb = {
  'evaluation.chosen_limits': {
    division_code: string;
    limits: string;
  };
  'evaluation.ratables': {
    division_code: string;
    case_id: string;
    organisation_id: string;
    item_id: string;
    item_version: number;
    applicant_id: string;
    ended_at: string | null;
    rate_until: string | null;
    invited_at: string | null;
  };
  'evaluation.rated': {
    division_code: string;
    case_id: string;
    rating_link: string;
  };
  'evaluation.raters': {
    subject: string;
    case_id: string;
    division_code: string;
  };
  'evaluation.rating_groups': {
    division_code: string;
    id: string;
    organisation_id: string;
    released_on: string;
  };
  'evaluation.ratings': {
    division_code: string;
    id: string;
    organisation_id: string;
    item_id: string | null;
    item_name: string | null;
    case_id: string | null;
    rater: string;
    rater_hash: string;
    stars: number;
    choices: string[];
    words: string | null;
    is_anonymous: boolean;
    given_on: string;
    counted_on: string | null;
    group_id: string | null;
    again_stars: number | null;
    again_words: string | null;
    again_on: string | null;
    set_aside_on: string | null;
  };
  'evaluation.rectification_actions': {
    division_code: string;
    rectification_id: string;
    seq: number;
    kind: string;
    at: string;
    by_kind: 'applicant' | 'staff' | 'clock';
    by_id: string | null;
    post_id: string | null;
    body: string;
  };
  'evaluation.rectifications': {
    division_code: string;
    id: string;
    organisation_id: string;
    rating_id: string | null;
    group_id: string | null;
    case_id: string | null;
    item_id: string | null;
    item_name: string | null;
    limits: string;
    state: 'opened' | 'contacted' | 'repaired' | 'explained' | 'fed-back' | 're-rated' | 'closed';
    seq: number;
    is_appealed: boolean;
    is_overdue: boolean;
    due_on: string | null;
    opened_at: string;
    closed_at: string | null;
  };
};
