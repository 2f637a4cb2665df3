import type { InputRef } from 'antd';
import type { RefObject } from 'react';
import { SearchForm } from '../../parts/search-form.tsx';
import { say, sayCode } from '../../sentences/say.ts';
import { type Filters, statusesOf } from './filters.ts';

type InboxFiltersProps = {
  filters: Filters;
  words: RefObject<InputRef | null>;
  onChange: (next: Partial<Filters>) => void;
};

export function InboxFilters({ filters, words, onChange }: InboxFiltersProps) {
  const statuses = statusesOf[filters.queue];
  return (
    <search className="filters">
      <SearchForm
        id="inbox-words"
        label={say('inbox.search')}
        words={filters.words ?? ''}
        hint={say('inbox.searchHint')}
        maxLength={100}
        button={
          <>
            {say('inbox.search')} <kbd>/</kbd>
          </>
        }
        ref={words}
        onFind={(found) => onChange({ words: found || undefined })}
        // Out of the field the single keys mean the page again.
        onEscape={(field) => field.closest('main')?.focus({ preventScroll: true })}
      />
      {statuses.length > 1 ? (
        <label>
          {say('inbox.statusLabel')}
          <select
            value={filters.status ?? ''}
            onChange={(event) => onChange({ status: event.target.value || undefined })}
          >
            <option value="">{say('inbox.anyStatus')}</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {sayCode('status', status)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </search>
  );
}
