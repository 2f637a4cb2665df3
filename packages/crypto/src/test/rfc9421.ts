// RFC 9421 read as a test: every message, signature base and signature that its text shows is taken from the text.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type HttpMessage,
  type HttpRequest,
  type HttpResponse,
  httpSecretKey,
  type InnerList,
  type Item,
  isInnerList,
  parseDictionaryField,
  parseItemField,
  signatureBase,
  type VerificationKey,
  verifyHttpMessage,
} from '../index.ts';
import { expectSame, judge, type Tally } from './tally.ts';

type Block = { readonly before: string; readonly text: string };
type Messages = { requests: HttpRequest[]; responses: HttpResponse[] };

/** Fenced blocks with the paragraph before each; RFC 8792 folds undone. */
function readBlocks(text: string): Block[] {
  const pieces = text.split(/^~~~.*\n/m);
  const blocks: Block[] = [];
  for (let i = 1; i < pieces.length; i += 2) {
    const before = (pieces[i - 1] ?? '').trim().split('\n\n').at(-1) ?? '';
    const body = (pieces[i] ?? '').replace(/^NOTE: '\\' line wrapping.*\n\n/, '').replaceAll(/\\\n[ \t]*/g, '');
    blocks.push({ before, text: body.replaceAll('(SP)', ' ').replace(/\n$/, '') });
  }
  return blocks;
}

function readKeys(blocks: readonly Block[]): Map<string, VerificationKey> {
  const keys = new Map<string, VerificationKey>();
  const pems = blocks.flatMap(({ text }) => text.match(/-----BEGIN [A-Z ]+-----[\s\S]+?-----END [A-Z ]+-----/g) ?? []);
  for (const pem of pems) {
    if (!/PUBLIC KEY|PRIVATE KEY/.test(pem)) continue;
    let key: KeyObject;
    try {
      key = pem.includes('PUBLIC') ? createPublicKey(pem) : createPublicKey(createPrivateKey(pem));
    } catch {
      continue;
    }
    if (key.asymmetricKeyType === 'ed25519') keys.set('test-key-ed25519', { algorithm: 'ed25519', key });
    if (key.asymmetricKeyType === 'ec') keys.set('test-key-ecc-p256', { algorithm: 'ecdsa-p256-sha256', key });
    if (key.asymmetricKeyType === 'rsa-pss') keys.set('test-key-rsa-pss', { algorithm: 'rsa-pss-sha512', key });
    if (key.asymmetricKeyType === 'rsa' && !keys.has('test-key-rsa'))
      keys.set('test-key-rsa', { algorithm: 'rsa-v1_5-sha256', key });
  }
  const secret = blocks.find(({ before }) => before.includes('referred to in this document as `test-shared-secret`'));
  if (secret)
    keys.set('test-shared-secret', {
      algorithm: 'hmac-sha256',
      key: httpSecretKey(Buffer.from(secret.text, 'base64')),
    });
  return keys;
}

function readMessage(text: string, scheme: string): HttpMessage | undefined {
  const [head = ''] = text.split('\n\n');
  const [start = '', ...lines] = head.replaceAll(/\n[ \t]+/g, '\u0001').split('\n');
  const fields = lines.flatMap((line): [string, string][] => {
    const at = line.indexOf(':');
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1).replaceAll('\u0001', '\r\n ')]] : [];
  });
  const status = /^HTTP\/1\.1 (\d{3})/.exec(start)?.[1];
  const trailers = fields.some(([name]) => name === 'Trailer') ? trailersOf(text) : undefined;
  if (status) return { status: Number(status), fields, ...(trailers && { trailers }) };
  const [, method, target = ''] = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(start) ?? [];
  if (!method) return undefined;
  const host = fields.find(([name]) => name === 'Host')?.[1].trim() ?? 'www.example.com';
  const url = target.startsWith('/') ? `${scheme}://${host}${target}` : `${scheme}://${host}`;
  return { method, url, fields, ...(!target.startsWith('/') && { requestTarget: target }) };
}

const trailersOf = (text: string): [string, string][] =>
  [...text.matchAll(/^(Expires): (.*)$/gm)].map((found) => [found[1] ?? '', found[2] ?? '']);

const fieldTypes = { 'example-dict': 'dictionary' } as const;
const linePattern = /^("(?:[^"\\]|\\.)*"(?:;[a-z]+(?:="(?:[^"\\]|\\.)*")?)*): (.*)$/;

/** Every message a block may be about: the requests, and each response alone and with each request. */
const candidatesOf = ({ requests, responses }: Messages): HttpMessage[] => [
  ...requests,
  ...responses,
  ...responses.flatMap((response) => requests.map((request) => ({ ...response, request }))),
];

/** Lines of a base without parameters: each must come out of a message shown before. */
function checkLines(block: Block, messages: Messages, tally: Tally): void {
  for (const line of block.text.split('\n')) {
    const [, component = '', value] = linePattern.exec(line) ?? [];
    const parsed = parseItemField(component);
    if (!parsed.ok) continue;
    const items: Item[] = [parsed.value];
    const isShown = candidatesOf(messages).some((message) => {
      const base = signatureBase(message, { items, params: new Map() }, fieldTypes);
      return base.ok && base.value.split('\n')[0] === `${component}: ${value}`;
    });
    // A value the text calls invalid, and a slip of the draft for "@signature-params", must not come out.
    const mustDiffer =
      block.before.startsWith('If the encoding were not applied') || component === '"@signature-input"';
    judge(tally, `RFC 9421 line ${line}`, mustDiffer ? 'invalid' : 'valid', () => (isShown ? 'accept' : 'reject'));
  }
}

function inputOf(base: string): InnerList | undefined {
  const parsed = parseDictionaryField(`x=${/"@signature-params": (.*)$/.exec(base)?.[1] ?? ''}`);
  const input = parsed.ok ? parsed.value.get('x') : undefined;
  return input && isInnerList(input) ? input : undefined;
}

const contradiction =
  '正文的消息与其签名基数不符，改按基数所列值核对 · message and base of the text differ; checked on the base';

function checkBase(block: Block, messages: Messages, tally: Tally): void {
  const input = inputOf(block.text);
  const makes = (message: HttpMessage): boolean => {
    const base = input && signatureBase(message, input, fieldTypes);
    return base?.ok === true && base.value === block.text;
  };
  judge(tally, `RFC 9421 base ${block.text}`, 'valid', () => {
    if (candidatesOf(messages).some(makes)) return 'accept';
    const rebuilt = rebuildResponse(block.text);
    messages.responses.unshift(rebuilt);
    return makes(rebuilt) ? { outOfScope: contradiction } : 'reject';
  });
}

/** A response that has what the lines of a base say: the draft's test-response carries another digest than its base. */
function rebuildResponse(base: string): HttpResponse {
  const lines = base.split('\n').flatMap((line): [string, string][] => {
    const [, component = '', value = ''] = linePattern.exec(line) ?? [];
    return component === '' ? [] : [[component.slice(1, -1), value]];
  });
  const status = Number(lines.find(([name]) => name === '@status')?.[1]);
  return { status, fields: lines.filter(([name]) => !name.startsWith('@')) };
}

const signatureFields = (text: string): [string, string][] =>
  [...text.matchAll(/^(Signature-Input|Signature): (.*)$/gm)].map((found) => [found[1] ?? '', found[2] ?? '']);

function checkSignatures(block: Block, messages: Messages, keys: Map<string, VerificationKey>, tally: Tally): void {
  const fields = signatureFields(block.text);
  const own = readMessage(block.text, 'https');
  const labels = parseDictionaryField(
    fields
      .filter(([name]) => name === 'Signature')
      .map(([, value]) => value)
      .join(', '),
  );
  if (!labels.ok) {
    expectSame(tally, `RFC 9421 ${block.text}`, 'malformed', 'parsed');
    return;
  }
  const pool = own
    ? candidatesOf(
        'status' in own ? { requests: messages.requests, responses: [own] } : { requests: [own], responses: [] },
      )
    : candidatesOf(messages).map((message) => ({ ...message, fields: [...message.fields, ...fields] }));
  const forwardedHost = /^Forwarded: .*host=([^;]+)/m.exec(block.text)?.[1];
  for (const label of labels.value.keys()) {
    // The text says of some messages that the signature does not hold for them any more; behind its proxy the client's
    // signature holds only for the authority the client asked for.
    const isClients = forwardedHost !== undefined && label === 'sig1';
    const expected = isClients || /NOT still valid/.test(block.before) ? 'invalid' : 'valid';
    const verifies = (message: HttpMessage): boolean =>
      verifyHttpMessage(message, {
        label,
        required: [],
        now: 1_618_884_480,
        fieldTypes,
        findKey: (keyid) => keys.get(keyid ?? ''),
      }).ok;
    const title = `RFC 9421 signature ${label} of ${block.text.split('\n')[0]}`;
    judge(tally, title, expected, () => (pool.some(verifies) ? 'accept' : 'reject'));
    if (!isClients || !own || 'status' in own) continue;
    const asked = { ...own, url: own.url.replace(/\/\/[^/]+/, `//${forwardedHost}`) };
    judge(tally, `${title} before the proxy`, 'valid', () => (verifies(asked) ? 'accept' : 'reject'));
  }
}

export function runRfc9421(path: string, tally: Tally): void {
  const blocks = readBlocks(readFileSync(path, 'utf8'));
  const keys = readKeys(blocks);
  expectSame(tally, 'RFC 9421 keys found', keys.size, 5);
  const messages: Messages = { requests: [], responses: [] };
  for (const block of blocks) {
    for (const scheme of ['https', 'http']) {
      const message = readMessage(block.text, scheme) ?? readFragment(block.text);
      if (message && 'status' in message) messages.responses.unshift(message);
      else if (message) messages.requests.unshift(message);
    }
    const fields = signatureFields(block.text);
    if (fields.length >= 2) checkSignatures(block, messages, keys, tally);
    else if (/"@signature-params": \(/.test(block.text)) checkBase(block, messages, tally);
    else if (linePattern.test(block.text.split('\n')[0] ?? '')) checkLines(block, messages, tally);
  }
}

/** A block of header fields alone counts as a request with them. */
function readFragment(text: string): HttpMessage | undefined {
  if (!/^(Host|Example-Dict|Example-Header|X-Empty-Header):/.test(text)) return undefined;
  return readMessage(`GET / HTTP/1.1\n${text}`, 'https');
}
