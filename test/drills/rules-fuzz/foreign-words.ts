const words = new Set(
  `select from where as and or not case when then else end is null true false coalesce count sum avg min max filter
  bool_or abs ceil floor trunc power least greatest nullif extract year month day isodow date interval make_date
  make_interval to_months months mod between offset int float8 boolean text varchar double precision`.split(/\s+/),
);

/**
 * What stands in generated SQL outside quoted names and literals and is none of the emitter's own words: null where nothing does.
 * A name or a literal that ended early would leave its rest here.
 */
export function foreignIn(sql: string): string | null {
  const bare = sql.replace(/"(?:[^"]|"")*"/g, ' ').replace(/'(?:[^']|'')*'/g, ' ');
  const sign = /[^\w\s().,:*+\-/<>=]/.exec(bare)?.[0];
  if (sign !== undefined) return sign;
  if (/--|\/\*/.test(bare)) return 'a comment';
  for (const [word] of bare.matchAll(/[A-Za-z_]\w*/g)) {
    if (words.has(word.toLowerCase()) || /^[frk]\d+$/.test(word) || /^(?:[tcmwb]|case_id|e\d*)$/.test(word)) continue;
    return word;
  }
  return null;
}
