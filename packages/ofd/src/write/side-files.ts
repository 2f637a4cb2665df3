import type { Attachment, Outline } from '../layout/layout.ts';
import { element, escapeXml, type XmlNode, xmlFile } from '../xml/write-xml.ts';
import type { UnitIds } from './ids.ts';
import type { TagRecord } from './objects.ts';

/** The outline tree (GB/T 33190, 7.8): each entry jumps to a place on a page. Empty where there is none. */
export function writeOutlines(outlines: readonly Outline[], pageIds: readonly number[]): XmlNode[] {
  if (outlines.length === 0) return [];
  const draw = (outline: Outline): XmlNode => {
    const children = outline.children ?? [];
    const dest = element('Dest', { Type: 'XYZ', PageID: pageIds[outline.page], Left: 0, Top: outline.y ?? 0, Zoom: 0 });
    return element('OutlineElem', { Title: outline.title, Count: children.length || undefined }, [
      element('Actions', {}, [element('Action', { Event: 'CLICK' }, [element('Goto', {}, [dest])])]),
      ...children.map(draw),
    ]);
  };
  return [element('Outlines', {}, outlines.map(draw))];
}

/** The files carried along and their list (GB/T 33190, 20). Stored names are numbers: a person's name is no path. */
export function writeAttachments(
  list: readonly Attachment[],
  ids: UnitIds,
  createdOn?: string,
): [string, Uint8Array][] {
  if (list.length === 0) return [];
  const files: [string, Uint8Array][] = [];
  const nodes = list.map((attachment, i) => {
    const extension = /\.([a-zA-Z0-9]{1,8})$/.exec(attachment.name)?.[1]?.toLowerCase() ?? 'bin';
    const stored = `file_${i}.${extension}`;
    files.push([`Doc_0/Attachs/${stored}`, attachment.bytes]);
    return element(
      'Attachment',
      {
        ID: ids.next(),
        Name: attachment.name,
        Format: extension,
        CreationDate: createdOn ? `${createdOn}T00:00:00` : undefined,
        // The schema counts in KB.
        Size: Math.round((attachment.bytes.length / 1024) * 1000) / 1000,
        Visible: true,
      },
      [element('FileLoc', {}, stored)],
    );
  });
  return [['Doc_0/Attachs/Attachments.xml', xmlFile(element('Attachments', {}, nodes))], ...files];
}

const tagSpace = 'https://zhengtong.dev/ofd/tags';

/** Custom tags (GB/T 33190, 16): which objects are the 发文字号, the 标题 and so on. */
export function writeTags(records: readonly TagRecord[]): [string, Uint8Array][] {
  if (records.length === 0) return [];
  const byName = new Map<string, TagRecord[]>();
  for (const record of records) byName.set(record.tag, [...(byName.get(record.tag) ?? []), record]);
  const nodes = [...byName].map(([name, list]) => {
    const refs = list.map((record) => element('ObjectRef', { PageRef: record.page }, String(record.object)));
    return `<zt:Tag Name="${escapeXml(name)}">${refs.join('')}</zt:Tag>`;
  });
  const tags = `<?xml version="1.0" encoding="UTF-8"?>\n<zt:Tags xmlns:zt="${tagSpace}" xmlns:ofd="http://www.ofdspec.org/2016">${nodes.join('')}</zt:Tags>`;
  const list = element('CustomTags', {}, [
    element('CustomTag', { NameSpace: tagSpace }, [element('FileLoc', {}, 'Tag_0.xml')]),
  ]);
  return [
    ['Doc_0/Tags/CustomTags.xml', xmlFile(list)],
    ['Doc_0/Tags/Tag_0.xml', new TextEncoder().encode(tags)],
  ];
}
