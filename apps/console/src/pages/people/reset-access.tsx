import { ResetAccess } from '@zhengtong/identity/contract';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useFocusBack } from '../../parts/focus-back.ts';
import { say } from '../../sentences/say.ts';
import { useCommand } from '../../use-command.ts';
import { OneTimeSecret } from './one-time-secret.tsx';
import { type Member, needed } from './post-fields.tsx';

/** For who forgot the password or lost the phone: both anew, and the new secret shown this once. */
export function ResetAccessDialog({ member: { id, name }, onClose }: { member: Member; onClose: () => void }) {
  const { run, isRunning, failure } = useCommand(ResetAccess);
  // The form and the secret after it are two dialogs, opened by one button.
  useFocusBack();
  const [uri, setUri] = useState<string>();
  if (uri) return <OneTimeSecret name={name} uri={uri} onClose={onClose} />;

  return (
    <AskDialog<{ password: string }>
      title={say('people.accessOf', { name })}
      okText={say('people.accessSave')}
      intro={say('people.accessText')}
      failure={failure}
      isRunning={isRunning}
      onSend={async (body) => setUri((await run({ params: { id }, body }))?.totpUri)}
      onClose={onClose}
    >
      <Form.Item
        name="password"
        label={say('people.newPassword')}
        extra={say('people.passwordHint')}
        rules={needed(say('frame.passwordMissing'))}
      >
        <Input type="password" maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </AskDialog>
  );
}
