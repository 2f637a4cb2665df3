import { Details } from '../content/details.tsx';
import { Table } from '../content/table.tsx';
import { type Lang, uiWords } from '../language.ts';

export type Bar = { label: string; value: number /** As it is read: "1,280 件". */; text: string };

export type BarChartProps = {
  title: string;
  labelColumn: string;
  valueColumn: string;
  bars: Bar[];
  isTableOpen?: boolean;
  lang?: Lang | undefined;
};

const rowHeight = 40;
const width = 400;

/** Lying bars from zero, each with its number beside it, and the same numbers as a table. */
export function BarChart({ title, labelColumn, valueColumn, bars, isTableOpen = false, lang }: BarChartProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <ul aria-hidden="true">
        {bars.map((bar) => (
          <li key={bar.label}>
            <span className="chart-label">{bar.label}</span>
            <svg viewBox={`0 0 ${width} ${rowHeight}`} preserveAspectRatio="none" focusable="false" aria-hidden="true">
              <rect className="chart-ground" width={width} height={rowHeight} />
              <rect width={Math.round((bar.value / most) * width)} height={rowHeight} />
            </svg>
            <span className="chart-value">{bar.text}</span>
          </li>
        ))}
      </ul>
      <Details summary={uiWords(lang).asTable} isOpen={isTableOpen}>
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { key: 'label', label: labelColumn },
            { key: 'value', label: valueColumn, isNumber: true },
          ]}
          rows={bars.map((bar) => ({ id: bar.label, cells: { label: bar.label, value: bar.text } }))}
        />
      </Details>
    </figure>
  );
}
