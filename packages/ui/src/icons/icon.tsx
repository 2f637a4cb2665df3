import { type IconName, iconPaths } from './paths.ts';

export type { IconName };

/** A picture beside a word. It is always hidden from readers of the screen: the word says it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  );
}

/** The house's mark: one turn of the 回纹 meander, a path that enters and comes through. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="mark-ground" d="M0 0h40v40H0z" />
      <path className="mark-line" d="M7 33V7h26v26H14V14h12v12h-5" />
    </svg>
  );
}
