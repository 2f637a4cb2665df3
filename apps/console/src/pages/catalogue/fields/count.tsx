import { Form } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { type Said, useIsOpen } from './open.ts';

type CountProps = Said & {
  min: number;
  max: number;
  /** How many of what is kept make one of what is written: days are kept as half days, MiB as bytes. */
  kept?: number;
  step?: number;
};

/** A number, in the unit people use for it. */
export function Count({ at, label, help, isRequired = false, ...of }: CountProps) {
  return (
    <Form.Item name={[...at]} label={label} extra={help} required={isRequired}>
      <CountInput {...of} isRequired={isRequired} />
    </Form.Item>
  );
}

type CountInputProps = Omit<CountProps, keyof Said> & {
  isRequired: boolean;
  id?: string;
  value?: number;
  onChange?: (value: number | undefined) => void;
};

/** While it is typed it may be no number yet; left, it shows again what is kept. */
function CountInput({ id, value, onChange, min, max, kept = 1, step = 1, isRequired, ...rest }: CountInputProps) {
  const isOpen = useIsOpen();
  const [typed, setTyped] = useState<string>();
  const write = ({ target: { value: text } }: ChangeEvent<HTMLInputElement>): void => {
    setTyped(text);
    const number = Number(text);
    if (text === '' && !isRequired) onChange?.(undefined);
    else if (text !== '' && number >= min && number <= max) onChange?.(Math.round(number * kept));
  };
  return (
    <input
      {...rest}
      id={id}
      className="plain"
      type="number"
      min={min}
      max={max}
      step={step}
      readOnly={!isOpen}
      value={typed ?? (value === undefined ? '' : Number((value / kept).toFixed(2)))}
      onChange={write}
      onBlur={() => setTyped(undefined)}
    />
  );
}
