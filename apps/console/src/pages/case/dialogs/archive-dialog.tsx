import { say } from '../../../sentences/say.ts';
import { CaseDialog, type DialogProps } from './case-dialog.tsx';

export function ArchiveDialog(props: DialogProps) {
  return <CaseDialog {...props} intro={say('dialog.archiveText')} toCommand={() => ({ kind: 'archive' })} />;
}
