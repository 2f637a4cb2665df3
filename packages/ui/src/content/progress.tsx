/** How far something has come; without `value` it only says that it is under way. */
export function Progress({ label, value, max = 100 }: { label: string; value?: number | undefined; max?: number }) {
  return (
    <div className="progress" role="status">
      <span className="progress-label">
        {label}
        {value === undefined ? null : <span className="code">{Math.round((value / max) * 100)}%</span>}
      </span>
      <progress className="bar" max={max} value={value} aria-label={label} />
    </div>
  );
}

/** "第 2 步，共 5 步": where a person stands in a form, said in words before it is drawn. */
export function FormProgress({ text, step, steps }: { text: string; step: number; steps: number }) {
  return (
    <div className="walk">
      <span>{text}</span>
      <span className="walk-line" aria-hidden="true">
        {Array.from({ length: steps }, (_, at) => `walk-${at}`).map((key, at) => (
          <span key={key} className={at < step ? 'full' : undefined} />
        ))}
      </span>
    </div>
  );
}
