import { FileUpload } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';
import { usualAccept } from './accepted.ts';
import { fileIds } from './check.ts';

/**
 * The upload is named `upload.` + the question's name, so that bytes and ids never meet under one name; files already
 * here are sent along as hidden ids, and `drop` removes one.
 */
export function Field(props: KindFieldProps) {
  const { value: _, ...field } = fieldProps(props);
  const ids = fileIds(props.typed);
  const known = (id: string) => {
    const file = props.context.findFile?.(id);
    return file && file.state !== 'erased' ? file : { name: id, size: '', state: 'clean' as const };
  };
  const files = ids.map((id) => ({
    ...known(id),
    remove: props.isFixed ? undefined : { name: 'drop', value: `${props.name}:${id}` },
  }));
  return (
    <>
      {props.isFixed ? null : ids.map((id) => <input key={id} type="hidden" name={props.name} value={id} />)}
      <FileUpload
        {...field}
        name={`upload.${props.name}`}
        accept={props.question.accept ?? usualAccept}
        isMultiple={(props.question.maxItems ?? 1) > 1}
        files={files}
      />
    </>
  );
}
