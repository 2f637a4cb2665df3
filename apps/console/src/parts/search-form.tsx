import { Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useState } from 'react';

type SearchFormProps = {
  id: string;
  label: string;
  /** What stands in the address; where that changes by another way, the field follows. */
  words: string;
  hint?: string;
  maxLength: number;
  button?: ReactNode;
  onFind: (words: string) => void;
  onEscape?: (field: HTMLElement) => void;
  ref?: Ref<InputRef>;
};

/** A search by words; sent, the focus stays in the field for the next try. */
export function SearchForm({
  id,
  label,
  words,
  hint,
  maxLength,
  button = label,
  onFind,
  onEscape,
  ref,
}: SearchFormProps) {
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    // While Chinese is composed, Escape means the letters being typed.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onEscape?.(event.currentTarget);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onFind(typed.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        {...(ref ? { ref } : {})}
        value={typed}
        {...(hint ? { placeholder: hint } : {})}
        maxLength={maxLength}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={press}
      />
      <Button htmlType="submit">{button}</Button>
    </form>
  );
}
