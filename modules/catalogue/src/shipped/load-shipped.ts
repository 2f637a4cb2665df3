import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { HallGiven } from '../halls.ts';
import type { Yaml } from './expand-form.ts';
import { expandItem, type ShippedContent, type ShippedOrganisation } from './expand-item.ts';

const room = new URL('../../', import.meta.url);
/** A comma in a short map silently makes a key of what follows it; such a key has no value. */
function refuseEmpty(key: unknown, value: unknown): unknown {
  if (value === null && key !== 'validMonths')
    throw new Error(`“${key}” has no value: put the text into quotation marks`);
  return value;
}

const read = <T>(path: string): T => parse(readFileSync(new URL(path, room), 'utf8'), refuseEmpty) as T;

export const demoCity = '990100';

export type ShippedItem = {
  /** The file's name without its ending. */
  readonly key: string;
  readonly organisation: ShippedOrganisation;
  readonly content: ShippedContent;
};

type DemoDivision = { readonly code: string; readonly name: string };
let divisions: readonly DemoDivision[] | undefined;

/** The demonstration city with its province and districts; forms ask for it at every check, so it is read once. */
export function listDemoDivisions(): readonly DemoDivision[] {
  divisions ??= read<DemoDivision[]>('demo/divisions.yaml');
  return divisions;
}

type ShippedHall = Omit<HallGiven, 'divisionCode' | 'windows'>;

export const loadShippedHalls = (): ShippedHall[] => read<ShippedHall[]>('demo/halls.yaml');

/** The departments of the demonstration city. */
export const loadShippedOrganisations = (): ShippedOrganisation[] => read('demo/organisations.yaml');

/** A type of certificate the shipped items issue, as the module that issues it takes it. */
export type ShippedCertificateType = {
  readonly divisionCode: string;
  readonly code: string;
  readonly typeCode: string;
  readonly name: string;
  readonly nameEn: string;
  readonly fields: readonly { key: string; label: { zh: string; en: string }; from: string }[];
  readonly validMonths: number | null;
};

/** Every `certificateType` of the shipped items; save them before the first case is decided. */
export const loadShippedCertificateTypes = (): ShippedCertificateType[] =>
  read<Omit<ShippedCertificateType, 'divisionCode'>[]>('demo/certificate-types.yaml').map((type) => ({
    divisionCode: demoCity,
    ...type,
  }));

/** The 24 guides of the demonstration city, by file name. Throws where one cannot be read: that is a mistake of ours. */
export function loadShippedItems(): ShippedItem[] {
  const organisations = new Map(loadShippedOrganisations().map((one) => [one.key, one]));
  const [first] = loadShippedHalls();
  if (!first) throw new Error('there is no hall');
  const hall = { hall: first.name, address: first.address, hours: first.hours };
  const sections = read<Record<string, Yaml>>('demo/form-sections.yaml');
  const files = readdirSync(fileURLToPath(new URL('items/', room))).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((file) => {
    const given = read<Yaml>(`items/${file}`);
    const organisation = organisations.get(String(given.organisation));
    if (!organisation) throw new Error(`${file}: no organisation is called ${given.organisation}`);
    try {
      const content = expandItem(given, { organisation, hall, sections });
      return { key: basename(file, '.yaml'), organisation, content };
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
    }
  });
}
