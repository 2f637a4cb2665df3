const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Text of a crawl as people would read it: entities decoded however often they were encoded, line breaks and harmless
 * tags gone, control characters gone. `<xxx>` that is no tag is text somebody wrote, and stays.
 */
export function cleanText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  let text = String(value);
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? '');
  }
  return text
    .replace(/<br\s*\/?>|<\/p>/gi, '\n')
    .replace(/<\/?(p|div|span|b|strong|i|em|u|font|a|ul|ol|li|table|tbody|tr|td|th|h[1-6])(\s[^<>]*)?>/gi, '')
    .replace(/[^\P{Cc}\n]|\u007f/gu, ' ')
    .toWellFormed()
    .replace(/[ \u3000]+/g, ' ')
    .trim();
}
