import { say } from '../../../sentences/say.ts';
import { useCase } from '../context.ts';
import { CaseDialog, type DialogProps } from './case-dialog.tsx';
import { LawFields, type LawGiven, lawOf, ReasonField } from './fields.tsx';

/** What acceptance starts, and how many checks nobody has answered. */
export function AcceptDialog(props: DialogProps) {
  const { view } = useCase();
  const open = view.materials.flatMap(({ checks }) => checks).filter((check) => check.isFine === null).length;
  const intro = [say('dialog.acceptText'), open > 0 ? say('dialog.unchecked', { count: open }) : ''].join(' ');
  return <CaseDialog {...props} intro={intro} toCommand={() => ({ kind: 'accept' })} />;
}

export function RefuseAcceptanceDialog(props: DialogProps) {
  return (
    <CaseDialog<{ reason: string } & LawGiven>
      {...props}
      toCommand={(given) => {
        const law = lawOf(given);
        return { kind: 'refuse-acceptance', reason: given.reason, ...(law ? { law } : {}) };
      }}
    >
      <ReasonField />
      <LawFields />
    </CaseDialog>
  );
}
