// The bytes an HTTP message signature covers (RFC 9421, 2.5).
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { componentValue, type FieldTypes, type HttpMessage, NoComponent } from './components.ts';
import { type InnerList, NotSerializable, writeInnerList, writeItem } from './structured-fields.ts';

/** `component` as written in the signature base: `"content-digest";req`. */
export type BaseRefusal = {
  readonly kind: 'component-unavailable';
  readonly component: string;
  readonly reason: string;
};

const parameterTypes: Readonly<Record<string, string>> = {
  created: 'integer',
  expires: 'integer',
  nonce: 'string',
  alg: 'string',
  keyid: 'string',
  tag: 'string',
};

/** Parameters that RFC 9421, 2.3 defines must have their type; unknown ones are covered but not understood. */
export const hasProperTypes = ({ params }: InnerList): boolean =>
  [...params].every(([name, value]) => !Object.hasOwn(parameterTypes, name) || parameterTypes[name] === value.type);

/** The signature base of a message for covered components with their signature parameters. */
export function signatureBase(
  message: HttpMessage,
  input: InnerList,
  types: FieldTypes = {},
): Result<string, BaseRefusal> {
  const lines: string[] = [];
  const seen = new Set<string>();
  let component = '';
  try {
    for (const item of input.items) {
      component = writeItem(item);
      // Parameters in another order name the same component.
      const sorted = new Map([...item.params].sort(([a], [b]) => (a < b ? -1 : 1)));
      const identity = writeItem({ item: item.item, params: sorted });
      if (seen.has(identity)) throw new NoComponent('twice');
      seen.add(identity);
      lines.push(`${component}: ${componentValue(message, item, types)}`);
    }
    component = '"@signature-params"';
    lines.push(`${component}: ${writeInnerList(input)}`);
    return ok(lines.join('\n'));
  } catch (fault) {
    if (!(fault instanceof NoComponent || fault instanceof NotSerializable)) throw fault;
    return refuse({ kind: 'component-unavailable', component, reason: fault.message });
  }
}
