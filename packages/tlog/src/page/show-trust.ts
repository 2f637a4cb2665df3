import { sha256 } from '../browser/index.ts';
import { toBytes, toHex } from '../bytes.ts';
import type { Trust } from '../receipt/trust.ts';
import { make, rows } from './elements.ts';
import { type Language, say, sayAge, sayInstant } from './words.ts';

const list = (items: readonly string[]): HTMLElement => make('ul', {}, ...items.map((item) => make('li', {}, item)));

function quorumOf(language: Language, { policy }: Trust): string {
  if (policy.quorum === 'none') return say(language, 'quorumNone');
  const group = policy.groups.find(({ name }) => name === policy.quorum);
  if (!group) return say(language, 'quorumName', policy.quorum);
  return say(language, 'quorumGroup', String(group.need), String(group.members.length));
}

/** SHA-256 of the trust file, in groups of four: what two people can read to each other. */
const fingerprintOf = (text: string): string =>
  (
    toHex(sha256(toBytes(text)))
      .slice(0, 32)
      .match(/.{4}/g) ?? []
  ).join(' ');

/** Says whom the page trusts and since when; answers the input by which another trust file is chosen. */
export function showTrust(
  section: HTMLElement,
  language: Language,
  trust: Trust,
  text: string,
  now: number,
): HTMLInputElement {
  const { policy, issuers, madeAt } = trust;
  const keyOf = ({ key }: { key: { name: string; algorithm: string } }) => `${key.name} · ${key.algorithm}`;
  const input = make('input', {
    type: 'file',
    id: 'trust-file',
    'aria-describedby': 'trust-hint',
    accept: '.json,application/json',
  });
  const known = issuers.map((issuer) => issuer[language] + say(language, 'bracketed', keyOf(issuer)));
  section.replaceChildren(
    make('h2', { id: 'knows-title' }, say(language, 'knows')),
    make('p', { class: 'soft' }, say(language, 'knowsLead')),
    rows([
      [
        say(language, 'madeAt'),
        sayInstant(language, madeAt) + say(language, 'bracketed', sayAge(language, madeAt, now)),
      ],
      [say(language, 'logs'), list(policy.logs.map(keyOf))],
      [say(language, 'witnesses'), list(policy.witnesses.map((one) => `${one.name}: ${keyOf(one)}`))],
      [say(language, 'quorumTitle'), quorumOf(language, trust)],
      [say(language, 'issuers'), known.length > 0 ? list(known) : say(language, 'noIssuers')],
      [say(language, 'fingerprint'), make('code', {}, fingerprintOf(text))],
    ]),
    make('p', { class: 'soft' }, say(language, 'fingerprintHint')),
    make('label', { for: 'trust-file', class: 'no-print' }, say(language, 'otherTrust')),
    make('p', { class: 'soft no-print', id: 'trust-hint' }, say(language, 'otherTrustHint')),
    make('div', { class: 'no-print' }, input),
  );
  return input as HTMLInputElement;
}

export function showLimits(section: HTMLElement, language: Language, trust: Trust, seenAt: number | undefined): void {
  const since = sayInstant(language, seenAt === undefined ? trust.madeAt : seenAt * 1000);
  section.replaceChildren(
    make('h2', { id: 'cannot-title' }, say(language, 'cannot')),
    list([say(language, 'cannotRevoked', since), say(language, 'cannotTruth'), say(language, 'cannotPerson')]),
  );
}
