import { say } from '../../../sentences/say.ts';
import { AskDialog, type DialogProps } from './ask-dialog.tsx';

export function ArchiveDialog(props: DialogProps) {
  return <AskDialog {...props} intro={say('dialog.archiveText')} toCommand={() => ({ kind: 'archive' })} />;
}
