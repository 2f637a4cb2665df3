import { ListOrganisations } from '@zhengtong/identity/contract';
import { Form, Select } from 'antd';
import { OwnWords } from '../../../parts/own-words.tsx';
import { say } from '../../../sentences/say.ts';
import { useAsked } from '../../../use-asked.ts';
import { useCase } from '../context.ts';
import { CaseDialog, type DialogProps } from './case-dialog.tsx';
import { ReasonField } from './fields.tsx';

/** To another organisation of the division, found by any of its names. */
export function TransferDialog(props: DialogProps) {
  const { view } = useCase();
  const { value, isLoading, failure } = useAsked(ListOrganisations);
  const others = (value?.organisations ?? []).filter((one) => one.id !== view.organisationId);
  return (
    <CaseDialog<{ organisationId: string; reason: string }>
      {...props}
      unread={failure}
      toCommand={(given) => ({ kind: 'transfer', ...given })}
    >
      <Form.Item
        name="organisationId"
        label={say('dialog.organisation')}
        rules={[{ required: true, message: say('dialog.organisationMissing') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'words' }}
          loading={isLoading}
          options={others.map(({ id, name, names }) => ({
            value: id,
            label: <OwnWords>{name}</OwnWords>,
            words: [name, ...names].join(' '),
          }))}
        />
      </Form.Item>
      <ReasonField />
    </CaseDialog>
  );
}
