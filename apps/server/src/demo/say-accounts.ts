/**
 * The accounts of the staff, short enough to be read at a start: those of the market office one by one; of the other
 * departments the names and, once, the posts each has. Their accounts are `police-clerk`, `civil-supervisor` and so on.
 */
export function sayAccounts(accounts: readonly string[]): string[] {
  const others = accounts.filter((account) => account.includes('-')).map((account) => account.split('-'));
  const names = [...new Set(others.map(([department = '']) => department))];
  const posts = [...new Set(others.map(([, post = '']) => post))];
  const first = accounts.filter((account) => !account.includes('-'));
  return [
    `  工作人员 staff     ${first.join('  ')}`,
    ...(names.length > 0
      ? [`  其他部门 others    ${names.join('|')} + ${posts.map((post) => `-${post}`).join(' ')}`]
      : []),
  ];
}
