// Written by `npm run types` from the migrated database.
export type FilesDb = {
  'files.arrivals': {
    stored_as: string;
    begun_at: string;
  };
  'files.files': {
    division_code: string;
    id: string;
    owner_id: string;
    name: string;
    media_type: string;
    size_bytes: number;
    sha256: string;
    stored_as: string;
    trust: 'A' | 'B' | 'C' | 'D';
    scan: 'clean' | 'waiting' | 'unscanned' | 'infected';
    case_id: string | null;
    received_at: string;
    keep_until: string | null;
    erased_at: string | null;
    scan_failed_at: string | null;
  };
  'files.places': {
    id: string;
    division_code: string;
  };
};
