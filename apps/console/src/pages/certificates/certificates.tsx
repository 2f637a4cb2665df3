import { type CertificateLine, ListIssued } from '@zhengtong/certificates/contract';
import { Link, useSearchParams } from 'react-router';
import { sayInstant } from '../../days.ts';
import { AddressSelect } from '../../parts/address-select.tsx';
import { Older } from '../../parts/older.tsx';
import { OwnWords } from '../../parts/own-words.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { SearchForm } from '../../parts/search-form.tsx';
import { say, sayCode } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';

const statuses = ['valid', 'suspended', 'revoked', 'cancelled'] as const;

const columns: Column<CertificateLine>[] = [
  {
    head: say('certificates.name'),
    cell: ({ id, name }) => (
      <Link to={`/certificates/${id}`}>
        <OwnWords>{name}</OwnWords>
      </Link>
    ),
    isName: true,
  },
  { head: say('certificates.holder'), cell: ({ holder }) => <OwnWords>{holder}</OwnWords> },
  { head: say('certificates.identifier'), cell: ({ identifier }) => identifier, isCode: true },
  { head: say('certificates.standing'), cell: ({ standing }) => sayCode('standing', standing) },
  { head: say('certificates.issuedAt'), cell: ({ issuedAt }) => <time>{sayInstant(issuedAt)}</time> },
  { head: say('certificates.until'), cell: ({ validUntilOn }) => validUntilOn ?? say('certificates.noEnd') },
];

/** What the office issued: newest first, or the one of an identifier; what is looked for stands in the address. */
export function Certificates() {
  const [search, setSearch] = useSearchParams();
  const words = search.get('words') ?? '';
  const status = statuses.find((one) => one === search.get('status'));
  const before = search.get('before') ?? undefined;
  const reading = useAsked(ListIssued, {
    query: { ...(words ? { words } : {}), ...(status ? { status } : {}), ...(before ? { before } : {}) },
  });
  return (
    <>
      <PageHead title={say('certificates.title')} />
      <p className="remark">{say('certificates.note')}</p>
      <search className="filters" aria-label={say('certificates.find')}>
        <SearchForm
          id="certificate-words"
          label={say('certificates.identifier')}
          words={words}
          maxLength={160}
          button={say('certificates.find')}
          onFind={(typed) => setSearch(typed ? { words: typed } : {})}
        />
        <AddressSelect
          name="status"
          label={say('certificates.standing')}
          options={statuses.map((one) => [one, sayCode('standing', one)])}
        />
      </search>
      <ReadingView
        of={reading}
        isEmpty={({ certificates }) => certificates.length === 0}
        empty={say(words || status ? 'certificates.empty' : 'certificates.none')}
      >
        {({ certificates }) => (
          <>
            <RowsTable
              caption={say('certificates.title')}
              columns={columns}
              rows={certificates}
              keyOf={({ id }) => id}
              isLoading={reading.isLoading}
            />
            {words ? null : <Older count={certificates.length} lastId={certificates.at(-1)?.id} />}
          </>
        )}
      </ReadingView>
    </>
  );
}
