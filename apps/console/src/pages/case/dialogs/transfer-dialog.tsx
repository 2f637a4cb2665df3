import { ListReceivers } from '@zhengtong/cases/contract';
import { Form, Select } from 'antd';
import { OwnWords } from '../../../parts/own-words.tsx';
import { say } from '../../../sentences/say.ts';
import { useAsked } from '../../../use-asked.ts';
import { useCase } from '../context.ts';
import { CaseDialog, type DialogProps } from './case-dialog.tsx';
import { ReasonField } from './fields.tsx';

/** To another organisation of the division that has the posts for what is still to come, found by any of its names. */
export function TransferDialog(props: DialogProps) {
  const { view } = useCase();
  const { value, isLoading, failure } = useAsked(ListReceivers, { params: { caseId: view.caseId } });
  return (
    <CaseDialog<{ organisationId: string; reason: string }>
      {...props}
      unread={failure}
      toCommand={(given) => ({ kind: 'transfer', ...given })}
    >
      <Form.Item
        name="organisationId"
        label={say('dialog.organisation')}
        extra={say('dialog.organisationHint')}
        rules={[{ required: true, message: say('dialog.organisationMissing') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'words' }}
          loading={isLoading}
          options={(value?.organisations ?? []).map(({ id, name, names }) => ({
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
