import { Form, Input } from 'antd';
import { type Said, useIsOpen } from './open.ts';

type WordsProps = Said & { isEnglish?: boolean; rows?: number; most: number; isCode?: boolean };

/** Words of one line or of several. Emptied, what may be left out is left out: the contract knows no empty one. */
export function Words({ at, label, help, isRequired = false, isEnglish, rows, most, isCode }: WordsProps) {
  const isOpen = useIsOpen();
  const shared = { readOnly: !isOpen, maxLength: most, ...(isEnglish ? { lang: 'en' } : {}) };
  return (
    <Form.Item
      name={[...at]}
      label={label}
      extra={help}
      required={isRequired}
      normalize={(text: string) => (text === '' && !isRequired ? undefined : text)}
    >
      {rows ? <Input.TextArea {...shared} rows={rows} /> : <Input {...shared} className={isCode ? 'code' : ''} />}
    </Form.Item>
  );
}
