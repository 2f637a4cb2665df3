import { Checkbox, Inset } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';

/** The whole text stands above the box, never behind a link; never ticked beforehand. */
export function Field(props: KindFieldProps) {
  const { value: _, isPageHeading: __, ...field } = fieldProps(props);
  const { statements = [] } = props.question;
  return (
    <>
      {statements.length > 0 ? (
        <Inset>
          {statements.map((statement) => (
            <p key={statement.zh}>{statement[props.lang]}</p>
          ))}
        </Inset>
      ) : null}
      <Checkbox {...field} value="yes" isChecked={props.typed === true || props.typed === 'yes'} />
    </>
  );
}
