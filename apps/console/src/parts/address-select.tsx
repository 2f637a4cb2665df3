import { useSearchParams } from 'react-router';
import { say } from '../sentences/say.ts';

type AddressSelectProps = { name: string; label: string; options: readonly (readonly [value: string, text: string])[] };

/** A filter that stands in the address; a new choice starts again at the first page. */
export function AddressSelect({ name, label, options }: AddressSelectProps) {
  const [search, setSearch] = useSearchParams();
  const choose = (value: string): void => {
    const next = new URLSearchParams(search);
    next.delete('after');
    next.delete('before');
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  return (
    <label>
      {label}
      <select value={search.get(name) ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{say('frame.any')}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
