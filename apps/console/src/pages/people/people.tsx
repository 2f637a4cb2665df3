import { DisableStaff, ListStaff, type StaffView } from '@zhengtong/identity/contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Static } from 'typebox';
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

type Row = Static<typeof StaffView>;

/** Who works here in which posts; an administrator adds and disables. */
export function People() {
  const me = useMe();
  const mayChange = holdsOne(me, ['administrator']);
  const reading = useAsked(ListStaff);
  const { run, failure } = useCommand(DisableStaff);
  const [isAdding, setAdding] = useState(false);
  const { modal, message } = App.useApp();

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
    { head: say('people.posts'), cell: sayPosts },
    { head: say('people.state'), cell: ({ isDisabled }) => say(isDisabled ? 'people.disabled' : 'people.active') },
  ];
  if (mayChange) {
    columns.push({
      head: say('people.disable'),
      cell: (row) =>
        row.isDisabled || row.id === me.id ? null : (
          <Button size="small" aria-label={say('people.disableOf', { name: row.name })} onClick={() => disable(row)}>
            {say('people.disable')}
          </Button>
        ),
    });
  }

  return (
    <>
      <PageHead title={say('people.title')}>
        {mayChange ? (
          <Button type="primary" onClick={() => setAdding(true)}>
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
      {isAdding ? <AddPerson onAdded={reading.reload} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function sayPosts({ posts }: Row) {
  if (posts.length === 0) return <span className="faint">{say('people.noPosts')}</span>;
  return posts.map(({ id, title, role, organisationName }) => (
    <div key={id}>
      <OwnWords>{title}</OwnWords>{' '}
      <small>
        <OwnWords>{`${sayCode('role', role)} · ${organisationName}`}</OwnWords>
      </small>
    </div>
  ));
}
