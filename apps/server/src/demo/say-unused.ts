const names = { smsUrl: 'SMS_URL', registerUrl: 'REGISTER_URL', firmRegisterUrl: 'FIRM_REGISTER_URL' } as const;
type Set = { readonly [K in keyof typeof names]: unknown };

/** What was set and has no effect in the demonstration: its messages and its registers are invented, like its people. */
export function sayUnused(config: Set): string[] {
  const unused = Object.entries(names).flatMap(([key, name]) => (config[key as keyof Set] ? [name] : []));
  if (unused.length === 0) return [];
  return [
    `  没有使用 not used  ${unused.join(' ')}（示例城市的短信只到 /demo/phone，登记信息是虚构的；正式运行请设 DATABASE_URL`,
    '                     · in the demonstration messages go to /demo/phone and registers are invented; set DATABASE_URL to run for real)',
  ];
}
