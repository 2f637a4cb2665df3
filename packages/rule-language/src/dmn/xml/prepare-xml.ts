import { encodeHref, encodeId } from './ids.ts';
import { knownNamespace, modelNamespace } from './versions.ts';

/** A file that is not taken, with the reason. */
export class XmlRefused extends Error {
  readonly zh: string;
  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
  }
}

/** Far beyond any model people drew: deeper or longer files would only wear out the stack and the memory. */
const deepest = 400;
const longest = 32 * 1024 * 1024;

const parts = [/<!--[\s\S]*?-->/y, /<!\[CDATA\[[\s\S]*?\]\]>/y, /<\?[\s\S]*?\?>/y] as const;
const tag = /<(\/?)([\p{L}_][^\s/>"'<]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/uy;
const attribute = /([^\s=/]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/** What is referred to by its id. Ids of other elements are left out: makers are careless with them, and nothing needs them. */
const referred = new Set([
  'definitions',
  'decision',
  'inputData',
  'businessKnowledgeModel',
  'decisionService',
  'knowledgeSource',
]);

/**
 * The file as the library takes it: namespaces of DMN 1.1 to 1.6 as that of 1.3, ids in ASCII, characters beyond the first
 * 65,536 written out. Comments and CDATA stay as they are. Document types are refused, so that no entity is ever expanded.
 */
export function prepareXml(xml: string): string {
  if (xml.length > longest) throw new XmlRefused('文件过大', 'the file is too large');
  const out: string[] = [];
  let depth = 0;
  let isRoot = true;
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at);
    out.push(withCharacters(next === -1 ? xml.slice(at) : xml.slice(at, next)));
    if (next === -1) break;
    const whole = stretchAt(xml, next);
    if (whole !== null) {
      out.push(whole);
      at = next + whole.length;
      continue;
    }
    if (xml.startsWith('<!', next))
      throw new XmlRefused('不接受文档类型声明（DTD）', 'document types (DTD) are not read');
    tag.lastIndex = next;
    const found = tag.exec(xml);
    if (!found) throw new XmlRefused('有写坏的标签', `a tag is broken: ${xml.slice(next, next + 40)}`);
    const [text, slash = '', name = '', inside = ''] = found;
    if (isRoot) checkRoot(name, inside);
    isRoot = false;
    if (slash === '/') depth--;
    else if (!inside.endsWith('/')) depth++;
    if (depth > deepest) throw new XmlRefused('嵌套过深', 'it is nested too deeply');
    const hasIds = referred.has(name.slice(name.indexOf(':') + 1));
    const attributes = inside.replace(attribute, (all, key, equals, quoted) =>
      key === 'id' && !hasIds ? '' : rewritten(all, key, equals, quoted),
    );
    out.push(`<${slash}${name}${withCharacters(attributes)}>`);
    at = next + text.length;
  }
  return out.join('');
}

function stretchAt(xml: string, at: number): string | null {
  for (const part of parts) {
    part.lastIndex = at;
    const found = part.exec(xml);
    if (found) return found[0];
  }
  return null;
}

function rewritten(all: string, name: string, equals: string, quoted: string): string {
  const value = quoted.slice(1, -1);
  const put = (changed: string) => (changed === value ? all : `${name}${equals}"${escaped(changed)}"`);
  if (name === 'id') return put(encodeId(plain(value)));
  if (name === 'href') return put(encodeHref(plain(value)));
  return name === 'xmlns' || name.startsWith('xmlns:') ? put(knownNamespace(value)) : all;
}

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What an attribute's references stand for, before its characters are looked at one by one. */
function plain(value: string): string {
  return value.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (all, ten?: string, sixteen?: string, name?: string) =>
    name === undefined ? characterOf(ten, sixteen) : (named[name] ?? all),
  );
}

function characterOf(ten: string | undefined, sixteen: string | undefined): string {
  const code = ten === undefined ? Number.parseInt(sixteen ?? '', 16) : Number(ten);
  const isAllowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff);
  if (!isAllowed || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) {
    throw new XmlRefused('有 XML 不允许的字符', 'it has a character XML does not allow');
  }
  return String.fromCodePoint(code);
}

/** The library cuts references above U+FFFF to 16 bits, and leaves an unknown entity standing as it is written. */
function withCharacters(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d+);|#x([0-9a-fA-F]+);|(\w+);)?/g,
    (all, ten?: string, sixteen?: string, name?: string) => {
      if (name !== undefined && Object.hasOwn(named, name)) return all;
      if (ten === undefined && sixteen === undefined) {
        throw new XmlRefused(`没有定义的实体 ${all}`, `the entity ${all} is not defined`);
      }
      const character = characterOf(ten, sixteen);
      return character.length > 1 ? character : all;
    },
  );
}

function checkRoot(name: string, inside: string): void {
  const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const uri = [...inside.matchAll(attribute)].find(([, key]) => key === declaration)?.[3]?.slice(1, -1) ?? '';
  if (local === 'definitions' && knownNamespace(uri) === modelNamespace) return;
  throw new XmlRefused(
    `根元素是 ${name}（命名空间 ${uri || '无'}），能读的是 DMN 1.1 至 1.6 的 definitions`,
    `the root is ${name} (namespace ${uri || 'none'}); what is read is definitions of DMN 1.1 to 1.6`,
  );
}
