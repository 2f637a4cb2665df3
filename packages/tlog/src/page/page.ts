// The verification page: reads a file the person chooses, checks it on the spot, says what holds. No request leaves it.
import { browserParts, sha256 } from '../browser/index.ts';
import { type Inspection, inspectReceipt } from '../receipt/inspect-receipt.ts';
import { readTrust, type Trust } from '../receipt/trust.ts';
import { showResult } from './show-result.ts';
import { showLimits, showTrust } from './show-trust.ts';
import { type Language, say } from './words.ts';

const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page lacks #${id}`);
  return element;
};

let language: Language = navigator.language.startsWith('zh') ? 'zh' : 'en';
let trustText = part('trust').textContent ?? '';
let trust: Trust = trustOf(trustText);
let last: Inspection | undefined;

function trustOf(text: string): Trust {
  const read = readTrust(sha256, text);
  if (!read.ok) throw new Error(`the page was built with a trust file that does not read: ${read.refusal.field}`);
  return read.value;
}

/** Tells a screen reader; shown as well where nothing else on the page says the same. */
function announce(text: string, isShown = true): void {
  const status = part('status');
  status.className = isShown ? '' : 'heard';
  status.textContent = text;
}

function draw(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say(language, 'title');
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) {
    element.textContent = say(language, element.dataset.say ?? '');
  }
  const button = part('language');
  button.textContent = say(language, 'language');
  button.lang = language === 'zh' ? 'en' : 'zh-CN';
  showTrust(part('knows'), language, trust, trustText, Date.now()).addEventListener('change', takeTrust);
  showLimits(part('cannot'), language, trust, last?.seenAt);
  if (last) showResult(part('result'), language, last);
}

function inspect(file: Uint8Array | string): void {
  last = inspectReceipt(browserParts, trust, file, Date.now());
  draw();
  announce(`${say(language, 'result')}: ${say(language, `verdict-${last.outcome}`)}`, false);
  part('result').focus();
}

async function take(file: File | undefined): Promise<void> {
  if (!file) return;
  announce(say(language, 'checking'));
  inspect(new Uint8Array(await file.slice(0, 1_000_001).arrayBuffer()));
}

async function takeTrust(event: Event): Promise<void> {
  const [file] = (event.target as HTMLInputElement).files ?? [];
  if (!file) return;
  const text = await file.text();
  const read = readTrust(sha256, text);
  if (!read.ok) return announce(say(language, 'trustBad'));
  trust = read.value;
  trustText = text;
  // What was judged by the old keys must not stand beside the new ones.
  last = undefined;
  part('result').hidden = true;
  draw();
  announce(say(language, 'trustRead'));
  part('trust-file').focus();
}

part('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  announce('');
  draw();
});
part('file').addEventListener('change', (event) => void take((event.target as HTMLInputElement).files?.[0]));
part('check').addEventListener('click', () => inspect((part('text') as HTMLTextAreaElement).value));
addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('dropping');
});
for (const name of ['dragleave', 'drop']) addEventListener(name, () => document.body.classList.remove('dropping'));
addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files[0]);
});
draw();
