import { type FieldProps, Select, TextInput } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import type { FormContext, KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';
import { listSteps, type Step } from './steps.ts';

const words = {
  zh: { township: '街道、乡镇', village: '社区、村', hint: '不清楚可以不选。' },
  en: {
    township: 'Sub-district or town',
    village: 'Neighbourhood or village',
    hint: 'Leave it out if you are not sure.',
  },
};

/**
 * A list where the context has one for the place asked about, and under it the parts of what is chosen; otherwise the
 * code is typed. The lists go by one name: `readPlace` takes the closest.
 */
export function DivisionControl(props: { field: FieldProps; question: Question; context: FormContext }) {
  const { field, question, context } = props;
  const steps = listSteps(question, field.value ?? '', context);
  if (steps.length === 0) return <TextInput {...field} inputMode="numeric" autoComplete="off" width="middle" isCode />;
  return (
    <>
      {steps.map((step, at) => (
        <Select
          key={step.of?.code ?? ''}
          {...(step.of ? closer(field, step, at) : field)}
          value={step.chosen?.code ?? strayOf(steps, at, field.value)?.code}
          options={optionsOf(step, strayOf(steps, at, field.value, context))}
        />
      ))}
    </>
  );
}

/** The frame of a list under the first: the same name, an id of its own. */
function closer({ id, name, isDisabled, lang = 'zh' }: FieldProps, { places }: Step, at: number): FieldProps {
  return {
    id: idOfStep(id, at),
    name,
    label: words[lang][(places[0]?.code.length ?? 0) > 9 ? 'village' : 'township'],
    hint: words[lang].hint,
    isOptional: true,
    isDisabled,
    lang,
  };
}

export const idOfStep = (id: string, at: number): string => (at === 0 ? id : `${id}-${at + 1}`);

/** A place outside today's list (abolished, or from another list) must not vanish from the page. */
function strayOf(steps: readonly Step[], at: number, code: string | undefined, context?: FormContext) {
  const isLast = at === steps.length - 1;
  if (!code || !isLast || steps[at]?.chosen || steps[at]?.of?.code === code) return undefined;
  return { code, name: context?.findDivision?.(code) ?? code };
}

const optionsOf = ({ places }: Step, stray: { code: string; name: string } | undefined) =>
  [...places, ...(stray ? [stray] : [])].map(({ code, name }) => ({ value: code, label: name }));

export function Field(props: KindFieldProps) {
  return <DivisionControl field={fieldProps(props)} question={props.question} context={props.context} />;
}
