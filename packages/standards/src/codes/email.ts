import { ok, type Result } from '@zhengtong/kernel';
import { type CodeRefusal, no, toHalfWidth } from '../say.ts';

export type Email = {
  /** As typed, its domain in lower case and ASCII: mail goes here. */
  readonly address: string;
  /** Lower case throughout: equal accounts have equal texts here (RFC 5321 would allow servers to differ; none does). */
  readonly folded: string;
};

export type EmailRefusal = CodeRefusal<'empty' | 'wrong-shape' | 'too-long' | 'wrong-domain'>;

// RFC 5321 dot-atom with letters beyond ASCII (RFC 6531); the quoted form is legal and used by nobody.
const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function asciiDomain(domain: string): string | undefined {
  // URL parsing is the platform's own IDNA; anything that would end the host part is kept away from it.
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return undefined;
  try {
    return new URL(`http://${domain}/`).hostname;
  } catch {
    return undefined;
  }
}

/** An address of electronic mail that a mail server can be asked to deliver to. */
export function parseEmail(text: string): Result<Email, EmailRefusal> {
  const typed = toHalfWidth(text);
  if (typed === '') return no('empty', '请填写电子邮箱。', 'Enter the e-mail address.');
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, at);
  if (at < 1 || !localPart.test(local))
    return no('wrong-shape', '电子邮箱应像 name@example.com 这样。', 'An e-mail address looks like name@example.com.');
  const domain = asciiDomain(typed.slice(at + 1));
  const labels = domain?.split('.') ?? [];
  const top = labels.at(-1) ?? '';
  if (!domain || labels.length < 2 || !labels.every((part) => label.test(part)) || !/^(?:[a-z]{2,}|xn--.+)$/.test(top))
    return no('wrong-domain', '“@”后面的部分不是网址，请核对。', 'What follows the @ is not a domain.', at + 1);
  const address = `${local}@${domain}`;
  if (new TextEncoder().encode(local).length > 64 || address.length > 254)
    return no('too-long', '电子邮箱太长。', 'The e-mail address is too long.');
  return ok({ address, folded: address.toLowerCase() });
}
