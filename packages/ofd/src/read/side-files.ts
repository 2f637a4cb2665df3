import { ok, type Result } from '@zhengtong/kernel';
import type { Attachment } from '../layout/layout.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import { broken, type OfdPackage, type OfdRefusal } from './package.ts';

export type ReadOutline = {
  readonly title: string;
  readonly page: number | undefined;
  readonly children: readonly ReadOutline[];
};

/** The outline tree; `page` is the page's index, absent where the jump leads nowhere. */
export function readOutlines(root: XmlElement, pageIds: readonly number[]): ReadOutline[] {
  const indexes = new Map(pageIds.map((id, index) => [id, index] as const).reverse());
  const read = (node: XmlElement): ReadOutline => {
    const action = childOf(childOf(node, 'Actions'), 'Action');
    const dest = childOf(childOf(action, 'Goto'), 'Dest');
    return {
      title: node.attributes.get('Title') ?? '',
      page: indexes.get(Number(dest?.attributes.get('PageID'))),
      children: childrenOf(node, 'OutlineElem').map(read),
    };
  };
  return childrenOf(childOf(root, 'Outlines'), 'OutlineElem').map(read);
}

export function readAttachments(
  pack: OfdPackage,
  rootPath: string,
  root: XmlElement,
  usedFiles: Set<string>,
): Result<Attachment[], OfdRefusal> {
  const location = textOf(root, 'Attachments');
  if (!location) return ok([]);
  const path = pack.resolve(rootPath, location);
  const list = path ? pack.xml(path) : broken(rootPath, 'attachments location');
  if (!list.ok) return list;
  usedFiles.add(path as string);
  const attachments: Attachment[] = [];
  for (const node of childrenOf(list.value, 'Attachment')) {
    const file = pack.resolve(path as string, textOf(node, 'FileLoc') ?? '');
    const bytes = file ? pack.files.get(file) : undefined;
    if (!bytes) return broken(path as string, 'attachment missing');
    usedFiles.add(file as string);
    attachments.push({ name: node.attributes.get('Name') ?? '', bytes });
  }
  return ok(attachments);
}

/** Names given to objects by custom tags, whatever their schema: the nearest `Name`, else the element's own name. */
export function readTags(pack: OfdPackage, rootPath: string, root: XmlElement): Map<number, string> {
  const tags = new Map<number, string>();
  const listPath = pack.resolve(rootPath, textOf(root, 'CustomTags') ?? '');
  const list = listPath ? pack.xml(listPath) : undefined;
  if (!listPath || !list?.ok) return tags;
  for (const node of childrenOf(list.value, 'CustomTag')) {
    const path = pack.resolve(listPath, textOf(node, 'FileLoc') ?? '');
    const file = path ? pack.xml(path) : undefined;
    if (!file?.ok) continue;
    const visit = (element: XmlElement, name: string): void => {
      const own = element.attributes.get('Name') ?? element.name;
      for (const child of element.children) {
        if (child.name === 'ObjectRef') tags.set(Number(child.text.trim()), own || name);
        else visit(child, own);
      }
    };
    visit(file.value, '');
  }
  return tags;
}
