import type { ItemContent } from '@zhengtong/catalogue/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { say } from '../../sentences/say.ts';
import { type Part, type PartRead, takePart, writePart } from './content.ts';
import { useIsOpen } from './fields/open.ts';
import { fieldsOf, PartFields } from './fields/part-fields.tsx';
import { YamlField } from './yaml-field.tsx';

type PartEditorProps = {
  part: Part;
  content: ItemContent;
  wrong: Extract<PartRead, { ok: false }> | undefined;
  onChange: (part: Partial<ItemContent>) => void;
  onWrite: (part: Part, text: string) => void;
};

/** One part in two views of the same content: fields, and text for who would rather write it. */
export function PartEditor({ part, content, wrong, onChange, onWrite }: PartEditorProps) {
  const isOpen = useIsOpen();
  const Fields = fieldsOf[part];
  const [isText, setText] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const title = say(`editor.${part}`);
  const turn = (): void => {
    // What cannot be read has no fields: turned now, it would be lost.
    setHeld(isText && wrong !== undefined);
    if (!wrong) setText(!isText);
  };
  return (
    <section id={`part_${part}`} className="part" aria-labelledby={`part_${part}_title`}>
      <div className="part-head">
        <h2 id={`part_${part}_title`}>{title}</h2>
        {Fields ? (
          <Button size="small" onClick={turn}>
            {say(isText ? 'guide.asFields' : isOpen ? 'guide.asText' : 'guide.readText', { part: title })}
          </Button>
        ) : null}
      </div>
      <p role="status" className="attention">
        {isHeld && wrong ? say('guide.textFirst', { line: wrong.line }) : ''}
      </p>
      {Fields && !isText ? (
        <PartFields Fields={Fields} first={takePart(content, part)} onChange={onChange} />
      ) : (
        <YamlField
          id={`text_${part}`}
          label={say('guide.text', { part: title })}
          help={part === 'form' ? say('guide.formHelp') : part === 'rest' ? say('guide.restHelp') : undefined}
          first={writePart(content, part)}
          wrong={wrong}
          isOpen={isOpen}
          onWrite={(text) => onWrite(part, text)}
        />
      )}
    </section>
  );
}
