import { Alert, Button } from 'antd';
import { say } from '../../sentences/say.ts';

type OfferKeptProps = { isOvertaken: boolean; onTake: () => void; onLeave: () => void };

/** Work that was not saved is offered, never put in place by itself: somebody may have saved since. */
export function OfferKept({ isOvertaken, onTake, onLeave }: OfferKeptProps) {
  return (
    <Alert
      className="state"
      type={isOvertaken ? 'warning' : 'info'}
      role="status"
      title={say('editor.kept')}
      description={
        <>
          {isOvertaken ? <p>{say('editor.keptOvertaken')}</p> : null}
          <div className="buttons-row">
            <Button onClick={onTake}>{say('editor.keptTake')}</Button>
            <Button onClick={onLeave}>{say('editor.keptLeave')}</Button>
          </div>
        </>
      }
    />
  );
}
