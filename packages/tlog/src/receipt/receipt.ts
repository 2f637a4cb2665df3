import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findBase64, toBase64 } from '../base64.ts';
import { findText } from '../bytes.ts';
import { findLeaf, type LeafFacts } from './leaf.ts';

const receiptFormats = ['zhengtong/receipt@v1', 'zhengtong/certificate@v1'] as const;
export type ReceiptFormat = (typeof receiptFormats)[number];

/**
 * What a person takes home and anyone can check without asking us: the content, the salt that ties it to a log entry,
 * the entry, and the tlog-proof that the entry is in the log. In a certificate the content is a signed note of the
 * issuer; in a receipt it is canonical JSON and the log's word is the only one.
 */
export type Receipt = { format: ReceiptFormat; content: string; salt: Uint8Array; leaf: string; proof: string };
export type ReceiptRefusal = { kind: 'receipt-malformed'; field: string };

const fields = ['format', 'content', 'salt', 'leaf', 'proof'] as const;
const maxBytes = 1_000_000;

export function writeReceipt({ format, content, salt, leaf, proof }: Receipt): string {
  return `${JSON.stringify({ format, content, salt: toBase64(salt), leaf, proof }, null, 1)}\n`;
}

/** Reads a receipt or certificate file; exactly its five fields. Nothing in it is to be believed yet. */
export function readReceipt(
  file: string | Uint8Array,
): Result<Receipt & { facts: LeafFacts; commitment: Uint8Array }, ReceiptRefusal> {
  const malformed = (field: string) => refuse({ kind: 'receipt-malformed', field });
  if (file.length > maxBytes) return malformed('');
  const text = typeof file === 'string' ? file : findText(file);
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return malformed('');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return malformed('');
  const all = value as Record<string, unknown>;
  const stranger = Object.keys(all).find((name) => !fields.some((field) => field === name));
  if (stranger !== undefined) return malformed(stranger);
  for (const field of fields) if (typeof all[field] !== 'string') return malformed(field);
  const { content, salt: saltText, leaf, proof } = all as Record<(typeof fields)[number], string>;
  const format = receiptFormats.find((one) => one === all.format);
  if (!format) return malformed('format');
  const salt = findBase64(saltText);
  // A short salt would let a stranger find the content of a leaf by trying names and numbers.
  if (!salt || salt.length < 16 || salt.length > 64) return malformed('salt');
  if (!content.isWellFormed()) return malformed('content');
  const opened = findLeaf(leaf);
  return opened ? ok({ format, content, salt, leaf, proof, ...opened }) : malformed('leaf');
}
