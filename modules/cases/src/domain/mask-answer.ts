import { maskBankCard, maskPhone, maskResidentNumber } from '@zhengtong/standards';

type Mask = (text: string) => string;

const masks: Readonly<Record<string, Mask>> = {
  'identity-number': maskResidentNumber,
  'bank-card': maskBankCard,
  phone: maskPhone,
};

/**
 * An answer as an officer sees it: numbers that name a person are masked, for the register has compared them already
 * and no eye needs them (个人信息保护法 6). Inside a person or an entry of a group they are masked alike.
 */
export function maskAnswer(kind: string, value: unknown): unknown {
  const mask = masks[kind];
  if (mask && typeof value === 'string') return mask(value);
  if (kind === 'person') return maskParts(value, { idNumber: maskResidentNumber, phone: maskPhone });
  if (kind === 'firm') return maskParts(value, { phone: maskPhone });
  return value;
}

function maskParts(value: unknown, parts: Readonly<Record<string, Mask>>): unknown {
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, typeof part === 'string' && parts[key] ? parts[key](part) : part]),
  );
}
