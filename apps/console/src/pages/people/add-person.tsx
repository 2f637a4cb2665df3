import { AddStaff, ListOrganisations } from '@zhengtong/identity/contract';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useFocusBack } from '../../parts/focus-back.ts';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';
import { OneTimeSecret } from './one-time-secret.tsx';
import { type Member, needed, PostFields, type PostGiven, toPost } from './post-fields.tsx';

type Given = PostGiven & { account: string; name: string; password: string };

type AddPersonProps = { staff: readonly Member[]; onAdded: () => void; onClose: () => void };

/** A new person with one post; afterwards the secret of their one-time codes, shown this once. */
export function AddPerson({ staff, onAdded, onClose }: AddPersonProps) {
  const { value, failure: unread } = useAsked(ListOrganisations);
  const { run, isRunning, failure } = useCommand(AddStaff);
  // The form and the secret after it are two dialogs, opened by one button.
  useFocusBack();
  const [secret, setSecret] = useState<{ name: string; uri: string }>();

  const finish = async (given: Given): Promise<void> => {
    const { account, name, password } = given;
    const added = await run({ body: { account, name, password, ...toPost(given) } });
    if (!added) return;
    setSecret({ name, uri: added.totpUri });
    onAdded();
  };
  if (secret) return <OneTimeSecret {...secret} onClose={onClose} />;

  return (
    <AskDialog<Given>
      title={say('people.add')}
      initial={{ abovePostId: '' }}
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
      <PostFields organisations={value?.organisations} staff={staff} />
    </AskDialog>
  );
}
