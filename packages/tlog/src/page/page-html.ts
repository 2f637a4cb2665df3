import { zh } from './sentences.ts';

export type PageParts = { csp: string; style: string; script: string; trust: string };

/** The page before its script runs: it can be read, and says that it needs script. */
export function pageHtml({ csp, style, script, trust }: PageParts): string {
  const said = (name: keyof typeof zh): string => `data-say="${name}">${zh[name]}`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${zh.title} · Check a receipt or certificate</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header>
<div class="bar"><h1 ${said('title')}</h1><button type="button" class="plain no-print" id="language" lang="en">English</button></div>
<p ${said('lead')}</p>
<noscript><p class="fails">核验需要启用脚本。· Checking needs script to be switched on.</p></noscript>
</header>
<main>
<div class="panel no-print">
<label for="file" ${said('choose')}</label>
<p class="soft" id="file-hint" ${said('chooseHint')}</p>
<input type="file" id="file" aria-describedby="file-hint" accept=".json,application/json">
<details>
<summary ${said('paste')}</summary>
<label for="text" ${said('pasteLabel')}</label>
<textarea id="text" rows="6" spellcheck="false" autocomplete="off"></textarea>
<button type="button" id="check" ${said('check')}</button>
</details>
</div>
<div id="status" role="status" aria-live="polite"></div>
<section id="result" tabindex="-1" aria-labelledby="result-title" hidden></section>
<section id="knows" aria-labelledby="knows-title"></section>
<section id="cannot" aria-labelledby="cannot-title"></section>
</main>
<script type="application/json" id="trust">${trust}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}
