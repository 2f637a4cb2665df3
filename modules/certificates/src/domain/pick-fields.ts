/** One line of a certificate: its label, and the answer of the form it comes from. */
export type FieldDefinition = {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Key of an answer, with dots into it: `premises.address`. */
  readonly from: string;
};

export type Line = {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly value: string;
};

/** The lines of a certificate from the answers it was applied for with; what was not answered is left out. */
export function pickFields(fields: readonly FieldDefinition[], answers: Readonly<Record<string, unknown>>): Line[] {
  return fields.flatMap(({ key, label, from }) => {
    const value = say(
      from.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], answers),
    );
    return value === '' ? [] : [{ key, label, value }];
  });
}

function say(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(say).filter(Boolean).join('、');
  if (typeof value === 'object') return Object.values(value).map(say).filter(Boolean).join(' ');
  return String(value);
}
