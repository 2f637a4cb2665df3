import {
  type AddedStaff,
  type AddStaffRefusal,
  addStaff,
  findOrganisationByCode,
  saveOrganisation,
} from '@zhengtong/identity';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Sentence, type Setting, systemActor, transact } from '@zhengtong/platform';
import { parseCreditCode } from '@zhengtong/standards';

export type AdministratorGiven = {
  readonly account: string;
  readonly name: string;
  /** The city's, GB/T 2260, six digits: 990100. */
  readonly divisionCode: string;
  readonly organisationName: string;
  /** Unified social credit code of the organisation (GB 32100): what seals and lists know it by. */
  readonly creditCode?: string | undefined;
  readonly password: string;
};

export type AddAdministratorRefusal =
  | Exclude<AddStaffRefusal, { kind: 'no-organisation' | 'no-post-above' }>
  | { readonly kind: 'account-wrong' }
  | { readonly kind: 'division-elsewhere'; readonly of: string }
  | { readonly kind: 'code-wrong'; readonly say: Sentence }
  | { readonly kind: 'code-elsewhere'; readonly name: string }
  | { readonly kind: 'name-missing' };

/**
 * Makes an administrator and, where there is none of that name, their organisation; both or neither. The one-time-code
 * secret in the answer can never be read again.
 */
export function addAdministrator(
  setting: Setting,
  given: AdministratorGiven,
  /** `CITY`: the one division this program serves. */
  cityCode: string,
): Promise<Result<AddedStaff, AddAdministratorRefusal>> {
  return transact<AddedStaff, AddAdministratorRefusal>(setting, systemActor('operator'), async (ctx) => {
    const account = given.account.trim();
    const [name, organisationName] = [given.name.trim(), given.organisationName.trim()];
    if (!/^[\w.@-]{3,64}$/.test(account)) return refuse({ kind: 'account-wrong' });
    // One of another division would see nothing of the city, and the city would still have no administrator.
    if (given.divisionCode !== cityCode) return refuse({ kind: 'division-elsewhere', of: cityCode });
    if (!name || !organisationName) return refuse({ kind: 'name-missing' });
    const { divisionCode, password } = given;
    const code = given.creditCode ? parseCreditCode(given.creditCode) : undefined;
    if (code && !code.ok) return refuse({ kind: 'code-wrong', say: code.refusal.say });
    const codes = code ? [code.value.code] : [];
    // A mistyped code of another body must not put its administrator there.
    const other = codes[0] && (await findOrganisationByCode(ctx, divisionCode, codes[0]));
    if (other && ![other.name, ...other.names].includes(organisationName))
      return refuse({ kind: 'code-elsewhere', name: other.name });
    const organisation = await saveOrganisation(ctx, { divisionCode, name: organisationName, codes });
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
    case 'division-elsewhere':
      return `本程序只服务 ${refusal.of}（CITY），管理员也要在这个区划。 · This program serves ${refusal.of} (CITY) alone; its administrators are of that division.`;
    case 'code-wrong':
      return `${refusal.say.zh} · ${refusal.say.en}`;
    case 'code-elsewhere':
      return `这个代码是“${refusal.name}”的，请核对代码和机构名称。 · This code is of “${refusal.name}”; check the code and the name of the organisation.`;
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
