import type { CertificateView, ChangeCertificate } from '@zhengtong/certificates/contract';
import { Form, Input, Select } from 'antd';
import type { Static } from 'typebox';
import type { CallFailed } from '../../call.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { say, sayCode } from '../../sentences/say.ts';

type Body = Static<NonNullable<(typeof ChangeCertificate)['body']>>;
type Ground = NonNullable<Body['ground']>;
type Given = { reason: string; law: string; ground?: Ground };

/** In the order of 行政许可法第七十条. */
const grounds: readonly Ground[] = [
  'term-ended',
  'holder-died-or-incapable',
  'firm-ended',
  'revoked-or-withdrawn',
  'force-majeure',
  'other-law',
];

/** The article that is nearly always meant; the officer writes another where it is not. */
const usualLaw: Partial<Record<Body['change'], string>> = {
  suspended: '行政处罚法第九条第三项',
  'revocation-proposed': '行政许可法第六十九条',
};

type ChangeDialogProps = {
  change: Body['change'];
  /** What the first of two said; who confirms sees it and may add to it. */
  proposal: CertificateView['history'][number] | undefined;
  failure: CallFailed | undefined;
  isRunning: boolean;
  onSend: (body: Body) => Promise<void>;
  onClose: () => void;
};

/** Reason and law of a change; what it means for the holder stands above. */
export function ChangeDialog({ change, proposal, onSend, ...rest }: ChangeDialogProps) {
  const said = change === 'revoked' || change === 'cancelled' ? proposal : undefined;
  return (
    <AskDialog<Given>
      {...rest}
      title={sayCode('certificateChange', change)}
      intro={sayCode('certificateMeans', change)}
      initial={{ reason: said?.reason ?? '', law: said?.law ?? usualLaw[change] ?? '' }}
      onSend={(given) => onSend({ change, ...given })}
    >
      {change === 'cancellation-proposed' ? <GroundField /> : null}
      <Form.Item
        name="reason"
        label={say('dialog.reason')}
        extra={say(/^(revocation|cancellation)-/.test(change) ? 'dialog.innerReasonHint' : 'certificates.reasonHint')}
        rules={[{ required: true, whitespace: true, message: say('dialog.reasonMissing') }]}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="law"
        label={say('dialog.laws')}
        rules={[{ required: true, whitespace: true, message: say('certificates.lawMissing') }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </AskDialog>
  );
}

/** The ground, which also fills in the article; the officer adds the special law where the sixth asks for one. */
function GroundField() {
  const form = Form.useFormInstance<Given>();
  return (
    <Form.Item
      name="ground"
      label={say('certificates.ground')}
      rules={[{ required: true, message: say('certificates.groundMissing') }]}
    >
      <Select
        options={grounds.map((ground) => ({ value: ground, label: sayCode('cancellationGround', ground) }))}
        onChange={(ground: Ground) =>
          form.setFieldValue('law', `行政许可法第七十条第${'一二三四五六'[grounds.indexOf(ground)]}项`)
        }
      />
    </Form.Item>
  );
}
