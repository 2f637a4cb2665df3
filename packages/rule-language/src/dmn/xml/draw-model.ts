import { childOf, childrenOf, type ModdleElement, textOf } from './moddle.ts';

/** Makes an element of any of the library's packages: `dmndi:DMNShape`, `dc:Bounds`. */
type Make = (type: string, properties: Readonly<Record<string, unknown>>) => ModdleElement;
type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Need = { readonly by: ModdleElement; readonly id: string };

/** Sizes as modelling tools draw them. Services are not drawn: their frame would have to hold what they hold. */
const sizes: Readonly<Record<string, readonly [width: number, height: number]>> = {
  'dmn:Decision': [180, 80],
  'dmn:InputData': [125, 45],
  'dmn:BusinessKnowledgeModel': [135, 46],
  'dmn:KnowledgeSource': [100, 63],
};
const wide = 220;
const high = 140;

/**
 * A plain picture of the model: tools that show only what is drawn would open it empty without one. What is needed stands
 * below what needs it; what has no order among itself stands side by side in the order of the model.
 */
export function drawModel(make: Make, elements: readonly ModdleElement[]): ModdleElement {
  const drawn = new Map<string, ModdleElement>();
  for (const element of elements) if (sizes[element.$type]) drawn.set(textOf(element, 'id') ?? '', element);
  const needs = new Map([...drawn].map(([id, element]) => [id, needsOf(id, element, drawn)]));
  const places = placesOf(drawn, needs);
  const shapes = [...drawn].flatMap(([id, element]) => {
    const place = places.get(id);
    return place ? [make('dmndi:DMNShape', { dmnElementRef: element, bounds: make('dc:Bounds', place) })] : [];
  });
  const edges = [...needs].flatMap(([id, ends]) =>
    ends.flatMap(({ by, id: from }) => {
      const [low, top] = [places.get(from), places.get(id)];
      if (!low || !top || from === id) return [];
      const waypoint = [
        make('dc:Point', { x: low.x + low.width / 2, y: low.y }),
        make('dc:Point', { x: top.x + top.width / 2, y: top.y + top.height }),
      ];
      return [make('dmndi:DMNEdge', { dmnElementRef: by, waypoint })];
    }),
  );
  const diagram = make('dmndi:DMNDiagram', { diagramElements: [...shapes, ...edges] });
  return make('dmndi:DMNDI', { diagrams: [diagram] });
}

/** What an element needs in this model; its requirements get ids, by which the lines of the picture name them. */
function needsOf(id: string, element: ModdleElement, drawn: ReadonlyMap<string, unknown>): readonly Need[] {
  const requirements = ['information', 'knowledge', 'authority'].flatMap((kind) =>
    childrenOf(element, `${kind}Requirement`),
  );
  return requirements.flatMap((by, at) => {
    const reference = ['Decision', 'Input', 'Knowledge', 'Authority']
      .map((kind) => childOf(by, `required${kind}`))
      .find((one) => one !== null);
    const href = textOf(reference ?? null, 'href') ?? '';
    const needed = href.startsWith('#') ? href.slice(1) : '';
    if (!drawn.has(needed)) return [];
    by.id = `${id}_need${at + 1}`;
    return [{ by, id: needed }];
  });
}

/** Rows from the top down, each in the middle; in a row, what is needed stands as near as may be below what needs it. */
function placesOf(
  drawn: ReadonlyMap<string, ModdleElement>,
  needs: ReadonlyMap<string, readonly Need[]>,
): ReadonlyMap<string, Place> {
  const neededBy = new Map<string, string[]>();
  for (const [id, ends] of needs)
    for (const need of ends) neededBy.set(need.id, [...(neededBy.get(need.id) ?? []), id]);
  const rows = rowsOf([...drawn.keys()], neededBy);
  const widest = Math.max(...rows.map((row) => row.length));
  const middles = new Map<string, number>();
  const places = new Map<string, Place>();
  for (const [level, row] of rows.entries()) {
    const wish = (id: string) => {
      const above = (neededBy.get(id) ?? []).map((other) => middles.get(other)).filter((x) => x !== undefined);
      return above.length === 0 ? 0 : above.reduce((sum, x) => sum + x, 0) / above.length;
    };
    for (const [at, id] of row.toSorted((a, b) => wish(a) - wish(b)).entries()) {
      const [width, height] = sizes[drawn.get(id)?.$type ?? ''] ?? [180, 80];
      const middle = 190 + (at + (widest - row.length) / 2) * wide;
      middles.set(id, middle);
      places.set(id, { x: middle - width / 2, y: 80 + level * high, width, height });
    }
  }
  return places;
}

/** Each element one row below the lowest of those that need it. */
function rowsOf(
  ids: readonly string[],
  neededBy: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const levels = new Map<string, number>();
  const levelOf = (id: string): number => {
    const known = levels.get(id);
    if (known !== undefined) return known;
    // Set first: what needs itself on some way must come to an end.
    levels.set(id, 0);
    const above = (neededBy.get(id) ?? []).filter((other) => other !== id).map(levelOf);
    const level = above.length === 0 ? 0 : Math.max(...above) + 1;
    levels.set(id, level);
    return level;
  };
  const rows: string[][] = [];
  for (const id of ids) {
    const level = levelOf(id);
    while (rows.length <= level) rows.push([]);
    rows[level]?.push(id);
  }
  return rows;
}
