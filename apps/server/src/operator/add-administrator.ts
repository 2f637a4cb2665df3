import { type AddedStaff, type AddStaffRefusal, addStaff, saveOrganisation } from '@zhengtong/identity';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Setting, systemActor, transact } from '@zhengtong/platform';

export type AdministratorGiven = {
  readonly account: string;
  readonly name: string;
  /** GB/T 2260, six digits: 990100. */
  readonly divisionCode: string;
  readonly organisationName: string;
  readonly password: string;
};

export type AddAdministratorRefusal =
  | Exclude<AddStaffRefusal, { kind: 'no-organisation' | 'no-post-above' }>
  | { readonly kind: 'account-wrong' }
  | { readonly kind: 'division-wrong' }
  | { readonly kind: 'name-missing' };

/**
 * Makes an administrator and, where there is none of that name, their organisation; both or neither. The one-time-code
 * secret in the answer can never be read again.
 */
export function addAdministrator(
  setting: Setting,
  given: AdministratorGiven,
): Promise<Result<AddedStaff, AddAdministratorRefusal>> {
  return transact<AddedStaff, AddAdministratorRefusal>(setting, systemActor('operator'), async (ctx) => {
    const account = given.account.trim();
    const [name, organisationName] = [given.name.trim(), given.organisationName.trim()];
    if (!/^[\w.@-]{3,64}$/.test(account)) return refuse({ kind: 'account-wrong' });
    if (!/^[1-9]\d{5}$/.test(given.divisionCode)) return refuse({ kind: 'division-wrong' });
    if (!name || !organisationName) return refuse({ kind: 'name-missing' });
    const { divisionCode, password } = given;
    const organisation = await saveOrganisation(ctx, { divisionCode, name: organisationName, codes: [] });
    const added = await addStaff(ctx, {
      divisionCode,
      account,
      name,
      password,
      organisationId: organisation.id,
      title: '系统管理员',
      role: 'administrator',
    });
    if (added.ok) return ok(added.value);
    const { refusal } = added;
    // The organisation was just saved in this transaction, and nobody was named above.
    if (refusal.kind === 'no-organisation' || refusal.kind === 'no-post-above')
      throw new Error(`not added: ${refusal.kind}`);
    return refuse(refusal);
  });
}

/** Each no in one sentence, with what to do. */
export function sayAddRefusal(refusal: AddAdministratorRefusal): string {
  switch (refusal.kind) {
    case 'account-wrong':
      return '账号应为 3 至 64 个字母、数字或 . _ @ -。 · The account is 3 to 64 letters, digits or . _ @ -.';
    case 'division-wrong':
      return '行政区划代码应为六位数字（GB/T 2260），例如 990100。 · The division code is six digits (GB/T 2260), for example 990100.';
    case 'name-missing':
      return '请填写姓名和机构名称。 · Give the name and the name of the organisation.';
    case 'account-taken':
      return '这个账号已有人使用，请换一个。 · This account is taken; choose another.';
    case 'password-weak':
      return weak[refusal.because];
  }
}

const weak = {
  'too-short': '密码至少 12 个字符。 · The password needs at least 12 characters.',
  'too-long': '密码最多 128 个字符。 · The password may have at most 128 characters.',
  'too-plain': '密码太简单，或含有账号、姓名。 · The password is too plain, or holds the account or the name.',
};
