/** Money in fen, a whole number: no floating point ever touches an amount. */
export type Fen = number & { readonly __fen: true };

/** Fen from what a person typed in yuan: `1234.5`, `1,234.50`; undefined for anything else or beyond ±90 trillion yuan. */
export function findFen(yuan: string): Fen | undefined {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,14})(?:\.(\d{1,2}))?$/.exec(yuan.trim());
  if (!match) return undefined;
  const whole = Number((match[2] as string).replaceAll(',', ''));
  const fen = whole * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(fen)) return undefined;
  return (match[1] && fen !== 0 ? -fen : fen) as Fen;
}

/** `1,234.50` */
export function sayYuan(fen: Fen): string {
  const digits = Math.abs(fen).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
