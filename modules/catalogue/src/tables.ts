// Written by `npm run types` from the migrated database.
export type CatalogueDb = {
  'catalogue.basic_items': {
    id: string;
    name: string;
    name_key: string;
    basic_code: string;
    words: string[];
    search: string;
    length: number;
    divisions: number;
  };
  'catalogue.division_lists': {
    source: string;
    imported_at: string;
  };
  'catalogue.divisions': {
    source: string;
    code: string;
    name: string;
    level: 'province' | 'city' | 'county' | 'township' | 'village';
    parent_code: string | null;
  };
  'catalogue.halls': {
    division_code: string;
    id: string;
    name: string;
    address: string;
    phone: string;
    hours: string;
    name_en: string | null;
    address_en: string | null;
    hours_en: string | null;
    is_ended: boolean;
  };
  'catalogue.industries': {
    code: string;
    name: string;
    level: number;
    parent_code: string | null;
  };
  'catalogue.item_actions': {
    division_code: string;
    item_id: string;
    id: string;
    version: number;
    action: string;
    actor: string;
    at: string;
    note: string | null;
  };
  'catalogue.item_codes': {
    division_code: string;
    code: string;
    item_id: string;
  };
  'catalogue.item_versions': {
    division_code: string;
    item_id: string;
    version: number;
    state: 'draft' | 'in-review' | 'published' | 'withdrawn';
    revision: number;
    content: unknown;
    quality: unknown;
    edited_by: string;
    edited_at: string;
    published_at: string | null;
  };
  'catalogue.items': {
    division_code: string;
    id: string;
    code: string;
    organisation_id: string;
    published_version: number | null;
    work_version: number | null;
    basic_id: string | null;
    name: string;
    name_en: string | null;
    kind: string;
    online: 'guide-only' | 'online';
    organisation_name: string;
    audience: string[];
    life_events: string[];
    summary: string;
    summary_en: string | null;
    quality: number;
    made_at: string;
  };
  'catalogue.quarantine': {
    source: string;
    line: number;
    reason: string;
    line_text: string;
    at: string;
  };
  'catalogue.search_terms': {
    term: string;
    documents: number;
  };
  'catalogue.windows': {
    division_code: string;
    id: string;
    hall_id: string;
    number: string;
    name: string;
    organisation_id: string | null;
  };
};
