type Child = Node | string | undefined;

/** A element with attributes and children. Text is always set as text, so nothing in a file can become markup. */
export function make(name: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** One shape an outcome, so that it is told without colour: tick in a circle, cross in an octagon, question in a diamond. */
const shapes: Record<string, string> = {
  holds: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M7 12.5l3.5 3.5L17 9',
  fails: 'M8 2h8l6 6v8l-6 6H8l-6-6V8zM8.5 8.5l7 7M15.5 8.5l-7 7',
  open: 'M12 1.5 22.5 12 12 22.5 1.5 12zM9.5 9.8c0-3.4 5-3.2 5-.2 0 2-2.5 2.2-2.5 4.2M12 16.6v.2',
};

/** The sign of an outcome; the word beside it says the same, so it is hidden from screen readers. */
export function sign(outcome: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', outcome);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[outcome] ?? '');
  svg.append(path);
  return svg;
}

/** Rows of name and value; a value of several lines is a list of its own. */
export function rows(pairs: readonly [name: string, value: Child][]): HTMLElement {
  return make('dl', {}, ...pairs.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}
