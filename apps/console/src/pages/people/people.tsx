import { DisableStaff, ListStaff } from '@zhengtong/identity/contract';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { OwnWords } from '../../parts/own-words.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { Refused } from '../../parts/states.tsx';
import { say, sayCode } from '../../sentences/say.ts';
import { holdsOne, useMe } from '../../session.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';
import { AddPerson } from './add-person.tsx';
import { ChangePostDialog } from './change-post.tsx';
import { findHolder, type Member } from './post-fields.tsx';
import { ResetAccessDialog } from './reset-access.tsx';

type Row = Member;
type Open = { readonly kind: 'add' } | { readonly kind: 'post' | 'access'; readonly row: Row };

/** Who works here in which posts; an administrator adds, changes and disables. */
export function People() {
  const me = useMe();
  const mayChange = holdsOne(me, ['administrator']);
  const reading = useAsked(ListStaff);
  const { run, failure } = useCommand(DisableStaff);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { modal, message } = App.useApp();
  const staff = reading.value?.staff ?? [];

  const disable = ({ id, name, account }: Row): void => {
    modal.confirm({
      scrollLock: false,
      title: say('people.disableTitle', { name, account }),
      content: say('people.disableText'),
      okText: say('people.disable'),
      // A held Enter key must not end somebody's account.
      autoFocusButton: 'cancel',
      cancelText: say('frame.cancel'),
      onOk: async () => {
        const done = await run({ params: { id } });
        if (done) void message.success(say('people.disabledDone', { count: done.endedSessions }));
        reading.reload();
      },
    });
  };

  const columns: Column<Row>[] = [
    { head: say('people.name'), cell: ({ name }) => <OwnWords>{name}</OwnWords>, isName: true },
    { head: say('people.account'), cell: ({ account }) => account, isCode: true },
    { head: say('people.posts'), cell: (row) => sayPosts(row, staff) },
    { head: say('people.state'), cell: ({ isDisabled }) => say(isDisabled ? 'people.disabled' : 'people.active') },
  ];
  if (mayChange) {
    columns.push({
      head: say('people.change'),
      cell: (row) =>
        row.isDisabled || row.id === me.id ? null : (
          <Flex wrap gap="small">
            {(['post', 'access'] as const).map((kind) => (
              <Button
                key={kind}
                size="small"
                aria-label={say(`people.${kind}Of`, { name: row.name })}
                onClick={() => setOpen({ kind, row })}
              >
                {say(`people.${kind}`)}
              </Button>
            ))}
            <Button size="small" aria-label={say('people.disableOf', { name: row.name })} onClick={() => disable(row)}>
              {say('people.disable')}
            </Button>
          </Flex>
        ),
    });
  }
  return (
    <>
      <PageHead title={say('people.title')}>
        {mayChange ? (
          <Button type="primary" onClick={() => setOpen({ kind: 'add' })}>
            {say('people.add')}
          </Button>
        ) : null}
      </PageHead>
      <Refused failure={failure} />
      <ReadingView of={reading} isEmpty={({ staff }) => staff.length === 0} empty={say('people.empty')}>
        {({ staff }) => (
          <RowsTable
            caption={say('people.table')}
            columns={columns}
            rows={staff}
            keyOf={({ id }) => id}
            isLoading={reading.isLoading}
          />
        )}
      </ReadingView>
      {open?.kind === 'add' ? <AddPerson staff={staff} onAdded={reading.reload} onClose={close} /> : null}
      {open?.kind === 'post' ? (
        <ChangePostDialog member={open.row} staff={staff} onDone={reading.reload} onClose={close} />
      ) : null}
      {open?.kind === 'access' ? <ResetAccessDialog member={open.row} onClose={close} /> : null}
    </>
  );
}

function sayPosts({ posts }: Row, staff: readonly Row[]) {
  if (posts.length === 0) return <span className="faint">{say('people.noPosts')}</span>;
  return posts.map(({ id, title, role, organisationName, abovePostId }) => (
    <div key={id}>
      <OwnWords>{title}</OwnWords>{' '}
      <small>
        <OwnWords>{`${sayCode('role', role)} · ${organisationName}`}</OwnWords>
      </small>
      {abovePostId ? <Above id={abovePostId} staff={staff} /> : null}
    </div>
  ));
}

/** An empty post above is said: overdue work passes it by, and somebody should set another. */
function Above({ id, staff }: { id: string; staff: readonly Row[] }) {
  const holder = findHolder(staff, id);
  const title = holder?.posts.find((post) => post.id === id)?.title;
  return (
    <div>
      <small>
        {say('frame.about', { of: say('people.above'), text: '' })}
        {holder ? (
          <OwnWords>{`${title} ${holder.name}`}</OwnWords>
        ) : (
          <span className="attention">{say('people.aboveEmpty')}</span>
        )}
      </small>
    </div>
  );
}
