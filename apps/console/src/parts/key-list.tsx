import { Button, Modal } from 'antd';
import { useState } from 'react';
import { areKeysOn, switchKeys } from '../keys.ts';
import { say } from '../sentences/say.ts';

/** What the keys do, and the switch that turns single keys off. */
export function KeyList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [isOn, setOn] = useState(areKeysOn);
  const rows: [keys: string[], does: string][] = [
    [['j', 'k', '↓', '↑'], say('frame.keysRows')],
    [['Enter'], say('frame.keysOpen')],
    [['/'], say('frame.keysSearch')],
    [['u'], say('frame.keysBack')],
    [['?'], say('frame.keysHelp')],
  ];
  const toggle = (): void => {
    switchKeys(!isOn);
    setOn(!isOn);
  };
  return (
    <Modal
      open={isOpen}
      scrollLock={false}
      onCancel={onClose}
      title={say('frame.keys')}
      destroyOnHidden
      footer={
        <>
          <Button onClick={toggle}>{say(isOn ? 'frame.keysOff' : 'frame.keysOn')}</Button>
          <Button type="primary" onClick={onClose}>
            {say('frame.close')}
          </Button>
        </>
      }
    >
      <dl className="key-list">
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>{say('frame.keysActions')}</p>
    </Modal>
  );
}
