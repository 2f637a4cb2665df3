import type { Limit } from '@zhengtong/catalogue/contract';
import { say } from '../../sentences/say.ts';
import type { FieldsProps } from './main-fields.tsx';

const units = { 'working-days': 'editor.workingDays', days: 'editor.days', months: 'editor.months' } as const;

/** A limit: how many, of what. Emptied, there is none yet. */
export function LimitField({
  name,
  content,
  isOpen,
  onChange,
}: FieldsProps & { name: 'legalLimit' | 'promisedLimit' }) {
  const limit = content[name];
  const label = say(`editor.${name}`);
  const set = (next: Partial<Limit>): void =>
    onChange({ ...content, [name]: { amount: 0, unit: 'working-days', ...limit, ...next } });
  const write = (text: string): void => {
    const { [name]: _, ...others } = content;
    if (text === '') onChange(others);
    else if (Number.isFinite(Number(text))) set({ amount: Number(text) });
  };
  return (
    <fieldset className="field limit">
      <legend>{label}</legend>
      <input
        id={`at_${name}`}
        className="plain"
        type="number"
        min={0}
        step={0.5}
        aria-label={label}
        value={limit?.amount ?? ''}
        readOnly={!isOpen}
        onChange={(event) => write(event.target.value)}
      />
      <select
        className="plain"
        aria-label={label}
        value={limit?.unit ?? 'working-days'}
        disabled={!isOpen || !limit}
        onChange={(event) => set({ unit: event.target.value as Limit['unit'] })}
      >
        {Object.entries(units).map(([unit, key]) => (
          <option key={unit} value={unit}>
            {say(key)}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
