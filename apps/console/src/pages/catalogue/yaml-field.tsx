import { useState } from 'react';
import { say } from '../../sentences/say.ts';

type YamlFieldProps = {
  id: string;
  label: string;
  /** What is to be written, where the reader may not know. */
  help: string | undefined;
  first: string;
  wrong: { line: number; text: string } | undefined;
  isOpen: boolean;
  onWrite: (text: string) => void;
};

/** A part of the guide in its own words. Tab leaves the field as everywhere: indenting is by spaces. */
export function YamlField({ id, label, help, first, wrong, isOpen, onWrite }: YamlFieldProps) {
  const [text, setText] = useState(first);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help ? (
        <p id={`${id}-help`} className="remark">
          {help}
        </p>
      ) : null}
      <textarea
        id={id}
        className="yaml"
        value={text}
        readOnly={!isOpen}
        spellCheck={false}
        rows={Math.min(16, Math.max(4, text.split('\n').length))}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-help ${id}-wrong`}
        onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
        onChange={(event) => {
          setText(event.target.value);
          onWrite(event.target.value);
        }}
      />
      <p id={`${id}-wrong`} className="attention" aria-live="polite">
        {wrong ? say('editor.yamlWrong', wrong) : ''}
      </p>
    </div>
  );
}
