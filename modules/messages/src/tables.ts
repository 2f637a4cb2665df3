// Written by `npm run types` from the migrated database.
export type MessagesDb = {
  'messages.addresses': {
    subject: string;
    address: string;
    code: string | null;
    code_hash: string | null;
    tries: number;
    asks: number;
    first_ask_at: string;
    asked_at: string;
    confirmed_at: string | null;
  };
  'messages.letters': {
    subject: string;
    id: string;
    division_code: string;
    case_id: string | null;
    template: string;
    content: string;
    written_at: string;
    read_at: string | null;
  };
  'messages.sendings': {
    division_code: string;
    id: string;
    letter_id: string | null;
    person_id: string | null;
    template: string;
    channel: 'sms' | 'mail';
    receiver: string;
    outcome: 'waiting' | 'sent' | 'failed';
    tries: number;
    last_error: string | null;
    planned_at: string;
    due_at: string;
    settled_at: string | null;
    firm_id: string | null;
  };
};
