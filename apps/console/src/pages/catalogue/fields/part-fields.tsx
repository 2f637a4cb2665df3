import type { ItemContent } from '@zhengtong/catalogue/contract';
import { Form } from 'antd';
import { type ComponentType, memo, type ReactNode } from 'react';
import { say } from '../../../sentences/say.ts';
import type { Part } from '../content.ts';
import { Faqs } from './faqs.tsx';
import { FeeFields } from './fee.tsx';
import { Laws } from './laws.tsx';
import { Materials } from './materials.tsx';
import { useIsOpen } from './open.ts';
import { Places } from './places.tsx';
import { ProcessFields } from './process.tsx';
import { RemedyFields } from './remedies.tsx';
import { settle } from './settle.ts';

/** The parts that have fields; the others are written as text alone. */
export const fieldsOf: Partial<Record<Part, ComponentType>> = {
  materials: Materials,
  process: ProcessFields,
  places: Places,
  laws: Laws,
  fee: FeeFields,
  faqs: Faqs,
  remedies: RemedyFields,
};

type PartFieldsProps = {
  Fields: ComponentType;
  /** As it stands when the fields are shown; from then on the form itself knows. */
  first: Partial<ItemContent>;
  onChange: (part: Partial<ItemContent>) => void;
};

const markRequired = (label: ReactNode, { required }: { required: boolean }): ReactNode => (
  <span>
    {label}
    {required ? <span className="must"> {say('guide.must')}</span> : null}
  </span>
);

function Fieldset({ Fields, first, onChange }: PartFieldsProps) {
  const isOpen = useIsOpen();
  const [form] = Form.useForm();
  return (
    <Form
      form={form}
      name="at"
      layout="vertical"
      component="div"
      requiredMark={isOpen ? markRequired : false}
      initialValues={first}
      // Also what has no field, or none just now, stays in it.
      onValuesChange={() => onChange(settle(form.getFieldsValue(true) as Partial<ItemContent>))}
    >
      <Fields />
    </Form>
  );
}

/** One part of the guide as fields. A letter in another part does not draw it anew: a long guide has hundreds of fields. */
export const PartFields = memo(
  Fieldset,
  (one, other) => one.Fields === other.Fields && one.onChange === other.onChange,
);
