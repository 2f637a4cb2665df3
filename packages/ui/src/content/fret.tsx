/** 回纹: the meander that runs under the home page's search and over the footer. The footer's copy holds the pattern. */
export function Fret({ holdsPattern }: { holdsPattern?: boolean }) {
  return (
    <svg className="fret" aria-hidden="true" focusable="false">
      {holdsPattern ? (
        <defs>
          <pattern id="fret" width="24" height="14" patternUnits="userSpaceOnUse">
            <path d="M0 12.5H21V2H6v7h9.5V5.5H10M21 12.5h3" />
          </pattern>
        </defs>
      ) : null}
      <rect width="100%" height="14" fill="url(#fret)" stroke="none" />
    </svg>
  );
}
