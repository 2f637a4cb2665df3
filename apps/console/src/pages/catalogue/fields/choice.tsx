import { Checkbox, Form } from 'antd';
import { say } from '../../../sentences/say.ts';
import { type Said, useIsOpen } from './open.ts';

export type Options = readonly (readonly [value: string, text: string])[];

/** `isChinese`: names that are Chinese in either language. */
type ChoiceProps = Said & { options: Options; isChinese?: boolean };

/** One of several; where it is not required, also none. */
export function Choice({ at, label, help, isRequired = false, options, isChinese = false }: ChoiceProps) {
  const isOpen = useIsOpen();
  return (
    <Form.Item
      name={[...at]}
      label={label}
      extra={help}
      required={isRequired}
      getValueProps={(value: unknown) => ({ value: value === undefined ? '' : String(value) })}
      normalize={(value: string) => (value === '' ? undefined : value)}
    >
      <select className="plain" disabled={!isOpen}>
        {isRequired ? null : <option value="">{say('guide.none')}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value} lang={isChinese ? 'zh-CN' : undefined}>
            {text}
          </option>
        ))}
      </select>
    </Form.Item>
  );
}

/** Yes, or nothing said: a `false` that may be left out is left out. */
export function Tick({ at, label, help, isKept = false }: Said & { isKept?: boolean }) {
  const isOpen = useIsOpen();
  return (
    <Form.Item
      name={[...at]}
      extra={help}
      valuePropName="checked"
      normalize={(isOn: boolean) => (isOn || isKept ? isOn : undefined)}
    >
      <Checkbox disabled={!isOpen}>{label}</Checkbox>
    </Form.Item>
  );
}

/** Several of several. What stands there and is not offered stays and can be taken away. */
export function Ticks({ at, label, help, isRequired = false, options }: Said & { options: Options }) {
  return (
    <Form.Item name={[...at]} extra={help} required={isRequired}>
      <TickList label={label} options={options} />
    </Form.Item>
  );
}

type TickListProps = {
  id?: string;
  label: string;
  options: Options;
  value?: readonly string[];
  onChange?: (value: string[]) => void;
};

function TickList({ id, label, options, value = [], onChange }: TickListProps) {
  const isOpen = useIsOpen();
  const strange = value.filter((one) => !options.some(([offered]) => offered === one));
  const all: Options = [...options, ...strange.map((one) => [one, one] as const)];
  return (
    <fieldset id={id} className="ticks">
      <legend>{label}</legend>
      {all.map(([one, text]) => (
        <Checkbox
          key={one}
          disabled={!isOpen}
          checked={value.includes(one)}
          onChange={({ target }) =>
            onChange?.(
              all.map(([each]) => each).filter((each) => (each === one ? target.checked : value.includes(each))),
            )
          }
        >
          {text}
        </Checkbox>
      ))}
    </fieldset>
  );
}
