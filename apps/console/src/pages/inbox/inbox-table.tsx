import type { InboxRow } from '@zhengtong/cases/contract';
import type { Ref } from 'react';
import { Link } from 'react-router';
import { sayShortInstant } from '../../days.ts';
import { DueMark } from '../../parts/due-mark.tsx';
import { OwnWords } from '../../parts/own-words.tsx';
import { say, sayCode } from '../../sentences/say.ts';

type InboxTableProps = {
  rows: readonly InboxRow[];
  isLoading: boolean;
  ref: Ref<HTMLTableElement>;
};

/** One row a case; on narrow screens each row becomes a card with its labels. */
export function InboxTable({ rows, isLoading, ref }: InboxTableProps) {
  return (
    <table className="rows" aria-busy={isLoading} ref={ref}>
      <caption className="unseen">{say('inbox.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('inbox.due')}</th>
          <th scope="col">{say('inbox.item')}</th>
          <th scope="col">{say('inbox.number')}</th>
          <th scope="col">{say('inbox.applicant')}</th>
          <th scope="col">{say('inbox.statusColumn')}</th>
          <th scope="col">{say('inbox.holder')}</th>
          <th scope="col">{say('inbox.submitted')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.caseId}>
            <td>
              <DueMark {...row} />
            </td>
            <th scope="row">
              <Link to={`/cases/${row.caseId}`}>
                <OwnWords>{row.itemName}</OwnWords>
              </Link>
            </th>
            <td className="code" data-label={say('inbox.number')}>
              {row.officialNumber ?? row.number}
            </td>
            <td data-label={say('inbox.applicant')}>
              <OwnWords>{row.applicant}</OwnWords>
            </td>
            <td data-label={say('inbox.statusColumn')}>{sayCode('status', row.status)}</td>
            <td data-label={say('inbox.holder')}>
              {row.heldBy === null ? (
                <span className="faint">{say('inbox.noHolder')}</span>
              ) : (
                <OwnWords>{row.heldBy}</OwnWords>
              )}
            </td>
            <td data-label={say('inbox.submitted')}>
              <time dateTime={row.submittedAt ?? undefined}>{sayShortInstant(row.submittedAt)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
