import { Button } from 'antd';
import { useState } from 'react';
import { useKeys } from '../../keys.ts';
import { OwnWords } from '../../parts/own-words.tsx';
import { Refused } from '../../parts/states.tsx';
import { type SayKey, say } from '../../sentences/say.ts';
import { useMe } from '../../session.ts';
import { useCase } from './context.ts';
import { ActionDialog } from './dialogs/action-dialog.tsx';
import { type Action, type ActionName, dueStepOf, isToHandOn, listActions } from './list-actions.ts';

const labels = {
  claim: 'act.claim',
  release: 'act.release',
  accept: 'act.accept',
  'ask-correction': 'act.askCorrection',
  'refuse-acceptance': 'act.refuseAcceptance',
  pause: 'act.pause',
  resume: 'act.resume',
  extend: 'act.extend',
  'send-back': 'act.sendBack',
  transfer: 'act.transfer',
  decide: 'act.decide',
  deliver: 'act.deliver',
  archive: 'act.archive',
} as const satisfies Record<Exclude<ActionName, 'finish-step'>, SayKey>;

/** What this officer may do now, each with its key; what needs a reason asks for it. */
export function Actions() {
  const { view, act, isRunning, refusal, clear } = useCase();
  const [open, setOpen] = useState<ActionName>();
  const { roles } = useMe();
  const worked = { ...view, roles };
  const actions = listActions(worked);
  const label = (name: ActionName): string =>
    name === 'finish-step' ? say('act.finishStep', { step: dueStepOf(view)?.name ?? '' }) : say(labels[name]);

  const start = (name: ActionName) => (): void => {
    clear();
    // Nothing to ask and nothing to lose: taking, putting back and going on happen at once.
    if (name === 'claim' || name === 'release' || name === 'resume') void act({ kind: name });
    else setOpen(name);
  };
  useKeys(Object.fromEntries(actions.map(({ name, key }) => [key, start(name)])));

  return (
    <section aria-labelledby="actions" className="actions">
      <h2 id="actions">{say('case.actions')}</h2>
      <Hint actions={actions} isToHandOn={isToHandOn(worked)} />
      {open ? null : <Refused failure={refusal} />}
      <div className="buttons">
        {actions.map(({ name, key, isMain }) => (
          <Button key={name} type={isMain ? 'primary' : 'default'} block disabled={isRunning} onClick={start(name)}>
            <span>
              <OwnWords>{label(name)}</OwnWords>
            </span>
            <kbd>{key}</kbd>
          </Button>
        ))}
      </div>
      {open ? <ActionDialog name={open} title={label(open)} onClose={() => setOpen(undefined)} /> : null}
    </section>
  );
}

function Hint({ actions, isToHandOn }: { actions: readonly Action[]; isToHandOn: boolean }) {
  const { view } = useCase();
  if (isToHandOn)
    return (
      <p className="remark">
        <OwnWords>{say('case.handOn', { step: dueStepOf(view)?.name ?? '' })}</OwnWords>
      </p>
    );
  if (view.heldBy !== null && !view.heldByMe)
    return (
      <p className="remark">
        <OwnWords>{say('case.heldByOther', { name: view.heldBy })}</OwnWords>
      </p>
    );
  if (actions.some(({ name }) => name === 'claim')) return <p className="remark">{say('case.claimFirst')}</p>;
  return actions.length === 0 ? <p className="faint">{say('case.nothingToDo')}</p> : null;
}
