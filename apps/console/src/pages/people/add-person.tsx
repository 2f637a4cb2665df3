import { AddStaff, ListOrganisations } from '@zhengtong/identity/contract';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useFocusBack } from '../../parts/focus-back.ts';
import { say, sayCode } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';
import { OneTimeSecret } from './one-time-secret.tsx';

const roles = ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'] as const;

type Given = {
  account: string;
  name: string;
  password: string;
  organisationId: string;
  title: string;
  role: (typeof roles)[number];
};

const needed = (message: string) => [{ required: true, whitespace: true, message }];

/** A new person with one post; afterwards the secret of their one-time codes, shown this once. */
export function AddPerson({ onAdded, onClose }: { onAdded: () => void; onClose: () => void }) {
  const { value, failure: unread } = useAsked(ListOrganisations);
  const { run, isRunning, failure } = useCommand(AddStaff);
  // The form and the secret after it are two dialogs, opened by one button.
  useFocusBack();
  const [secret, setSecret] = useState<{ name: string; uri: string }>();

  const finish = async (given: Given): Promise<void> => {
    // The contract lists roles from an array, which types cannot read back.
    const added = await run({ body: { ...given, role: given.role as never } });
    if (!added) return;
    setSecret({ name: given.name, uri: added.totpUri });
    onAdded();
  };
  if (secret) return <OneTimeSecret {...secret} onClose={onClose} />;

  return (
    <AskDialog<Given>
      title={say('people.add')}
      failure={failure ?? unread}
      isRunning={isRunning}
      onSend={finish}
      onClose={onClose}
    >
      <Form.Item name="name" label={say('people.name')} rules={needed(say('people.nameMissing'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="account"
        label={say('people.account')}
        extra={say('people.accountHint')}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9.-]{2,31}$/, message: say('people.accountWrong') }]}
      >
        <Input maxLength={32} autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={say('people.password')}
        extra={say('people.passwordHint')}
        rules={needed(say('frame.passwordMissing'))}
      >
        <Input type="password" maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="organisationId"
        label={say('people.organisation')}
        rules={needed(say('people.organisationMissing'))}
      >
        <select className="plain">
          <option value="">{say('people.choose')}</option>
          {value?.organisations.map(({ id, name }) => (
            <option key={id} value={id} lang="zh-CN">
              {name}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="title" label={say('people.postTitle')} rules={needed(say('people.postTitleMissing'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="role" label={say('people.role')} rules={needed(say('people.roleMissing'))}>
        <select className="plain">
          <option value="">{say('people.choose')}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {sayCode('role', role)}
            </option>
          ))}
        </select>
      </Form.Item>
    </AskDialog>
  );
}
