/** `2027-01-01 元旦` a line, as days with their names; undefined where a line is something else. */
export function readDayLines(text: string): Record<string, string> | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const days: Record<string, string> = {};
  for (const line of lines) {
    const [, on, name] = /^(\d{4}-\d{2}-\d{2})\s+(\S.{0,59})$/.exec(line) ?? [];
    if (!on || !name) return undefined;
    days[on] = name;
  }
  return days;
}

export type OpenHours = { opens: string; closes: string };

/** `09:00-12:00 13:30-17:00` as hours; undefined where it is something else. */
export function readHours(text: string): OpenHours[] | undefined {
  const parts = text.split(/[\s,，、]+/).filter((part) => part !== '');
  const hours: OpenHours[] = [];
  for (const part of parts) {
    const [, opens, closes] = /^(\d{2}:\d{2})[-–—](\d{2}:\d{2})$/.exec(part.replaceAll('：', ':')) ?? [];
    if (!opens || !closes) return undefined;
    hours.push({ opens, closes });
  }
  return hours;
}
