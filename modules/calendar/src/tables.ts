// Written by `npm run types` from the migrated database.
export type CalendarDb = {
  'calendar.announcements': {
    division_code: string;
    id: string;
    kind: 'year' | 'days' | 'hours' | 'withdrawal';
    hall_id: string | null;
    document: string;
    body: unknown;
    published_at: string;
    published_by: string;
  };
};
