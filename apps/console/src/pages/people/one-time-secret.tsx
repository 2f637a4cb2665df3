import { Button, Modal, QRCode } from 'antd';
import { say } from '../../sentences/say.ts';

/** The secret of somebody's one-time codes. Nobody sees it again, so closing takes a press of its own button. */
export function OneTimeSecret({ name, uri, onClose }: { name: string; uri: string; onClose: () => void }) {
  const key = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <Modal
      open
      scrollLock={false}
      title={say('people.secretTitle', { name })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {say('people.secretDone')}
        </Button>
      }
    >
      <p>{say('people.secretText')}</p>
      <div role="img" aria-label={say('people.secretAlt')} className="qr">
        <QRCode type="svg" value={uri} size={220} bordered={false} />
      </div>
      <p className="remark">
        {say('frame.about', { of: say('people.secretKey'), text: '' })}
        <code className="code">{key.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </Modal>
  );
}
