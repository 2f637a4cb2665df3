/** `P1Y6M` as months, `P2DT3H` as seconds, both signed; undefined for anything else (a mixed one has no fixed length). */
export function findDuration(text: string): { kind: 'months' | 'seconds'; value: number } | undefined {
  const months = /^(-?)P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?$/.exec(text);
  if (months && (months[2] ?? months[3]) !== undefined) {
    const value = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return { kind: 'months', value: months[1] && value !== 0 ? -value : value };
  }
  const days = /^(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(text);
  if (!days || days.slice(2).every((part) => part === undefined) || text.endsWith('T')) return undefined;
  const [d, h, m, s] = days.slice(2).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const value = ((d * 24 + h) * 60 + m) * 60 + s;
  return { kind: 'seconds', value: days[1] && value !== 0 ? -value : value };
}

export function sayMonths(value: number): string {
  const total = Math.abs(value);
  const years = Math.trunc(total / 12);
  const text = `P${years ? `${years}Y` : ''}${total % 12 || !years ? `${total % 12}M` : ''}`;
  return value < 0 ? `-${text}` : text;
}

export function saySeconds(value: number): string {
  const total = Math.abs(value);
  const [d, h, m, s] = [
    Math.trunc(total / 86400),
    Math.trunc(total / 3600) % 24,
    Math.trunc(total / 60) % 60,
    total % 60,
  ];
  const clock = `${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s ? `${s}S` : ''}`;
  const text = `P${d ? `${d}D` : ''}${clock ? `T${clock}` : d ? '' : 'T0S'}`;
  return value < 0 ? `-${text}` : text;
}
