import { SignInStaff } from '@zhengtong/identity/contract';
import { Alert, Button, Form, Input } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { OtherLanguage } from '../../parts/frame.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Refused } from '../../parts/states.tsx';
import { say } from '../../sentences/say.ts';
import { useCommand } from '../../use-command.ts';

type Given = { account: string; password: string; totp: string };

/** Account, password and one-time code together; comes back to the address that was asked for. */
export function SignIn() {
  const [form] = Form.useForm<Given>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { run, isRunning, failure } = useCommand(SignInStaff);
  const to = search.get('to');

  const finish = async (given: Given): Promise<void> => {
    if (await run({ body: { ...given, totp: given.totp.replace(/\s/g, '') } })) {
      // Only an address of this console: `//elsewhere` would lead away.
      await navigate(to && /^\/(?![/\\])/.test(to) ? to : '/', { replace: true });
      return;
    }
    // A code works once, right or wrong: the next try needs the next one.
    form.resetFields(['totp']);
    form.getFieldInstance('totp')?.focus();
  };

  return (
    <main className="sign-in">
      <p className="brand">{say('frame.console')}</p>
      <PageHead title={say('frame.signInTitle')} />
      {to ? <Alert type="info" title={say('frame.ended')} /> : null}
      <Form form={form} layout="vertical" onFinish={finish} requiredMark={false} scrollToFirstError={{ focus: true }}>
        <Form.Item
          name="account"
          label={say('frame.account')}
          rules={[{ required: true, message: say('frame.accountMissing') }]}
        >
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={say('frame.password')}
          rules={[{ required: true, message: say('frame.passwordMissing') }]}
        >
          <Input type="password" autoComplete="current-password" maxLength={200} size="large" />
        </Form.Item>
        <Form.Item
          name="totp"
          label={say('frame.totp')}
          extra={say('frame.totpHint')}
          rules={[{ required: true, pattern: /^\s*\d{3}\s*\d{3}\s*$/, message: say('frame.totpWrong') }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={9} size="large" className="code-input" />
        </Form.Item>
        <Refused failure={failure} />
        <Button type="primary" htmlType="submit" size="large" block loading={isRunning}>
          {say('frame.signIn')}
        </Button>
      </Form>
      <p className="remark">{say('frame.signInNote')}</p>
      <OtherLanguage />
    </main>
  );
}
