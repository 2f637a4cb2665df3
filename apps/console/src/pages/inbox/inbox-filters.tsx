import { Button, Input, type InputRef } from 'antd';
import { type RefObject, useImperativeHandle, useRef } from 'react';
import { say, sayCode } from '../../sentences/say.ts';
import { type Filters, statusesOf } from './filters.ts';

type InboxFiltersProps = {
  filters: Filters;
  words: RefObject<HTMLInputElement | null>;
  onChange: (next: Partial<Filters>) => void;
};

export function InboxFilters({ filters, words, onChange }: InboxFiltersProps) {
  const input = useRef<InputRef>(null);
  useImperativeHandle(words, () => input.current?.input as HTMLInputElement);
  const statuses = statusesOf[filters.queue];
  return (
    <search className="filters">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ words: input.current?.input?.value.trim() || undefined });
        }}
      >
        <label htmlFor="inbox-words">{say('inbox.search')}</label>
        <Input
          id="inbox-words"
          ref={input}
          name="words"
          defaultValue={filters.words ?? ''}
          placeholder={say('inbox.searchHint')}
          maxLength={100}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <Button htmlType="submit">
          {say('inbox.search')} <kbd>/</kbd>
        </Button>
      </form>
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
