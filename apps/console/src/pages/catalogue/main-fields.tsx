import { type ItemContent, itemKinds } from '@zhengtong/catalogue/contract';
import { ListOrganisations } from '@zhengtong/identity/contract';
import type { ReactNode } from 'react';
import { type SayKey, say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { LimitField } from './limit-field.tsx';

type TextName = 'code' | 'name' | 'nameEn' | 'summary' | 'summaryEn' | 'hours' | 'phone' | 'complaintPhone';
type ListName = 'conditions' | 'words' | 'lifeEvents';
export type FieldsProps = { content: ItemContent; isOpen: boolean; onChange: (next: ItemContent) => void };

const texts = ['name', 'nameEn', 'code', 'summary', 'summaryEn'] as const satisfies readonly TextName[];
const places = ['hours', 'phone', 'complaintPhone'] as const satisfies readonly TextName[];
const lists = ['conditions', 'words', 'lifeEvents'] as const satisfies readonly ListName[];

/** The fields every guide has; their ids are what the checks link to. */
export function MainFields({ content, isOpen, onChange }: FieldsProps) {
  const { value } = useAsked(ListOrganisations);
  const set = (part: Partial<ItemContent>): void => onChange({ ...content, ...part });
  const setText = (name: TextName, text: string): void => {
    // An English text left empty is absent, not empty.
    const { [name]: _, ...others } = content;
    onChange((text === '' && name.endsWith('En') ? others : { ...content, [name]: text }) as ItemContent);
  };
  const text = (name: TextName) => (
    <Field key={name} name={name} label={`editor.${name}`}>
      <input
        id={`at_${name}`}
        className="plain"
        value={content[name] ?? ''}
        readOnly={!isOpen}
        lang={name.endsWith('En') ? 'en' : undefined}
        onChange={(event) => setText(name, event.target.value)}
      />
    </Field>
  );
  const select = (name: 'kind' | 'online' | 'organisationId', label: SayKey, options: [string, string][]) => (
    <Field name={name} label={label}>
      <select
        id={`at_${name}`}
        className="plain"
        value={content[name]}
        disabled={!isOpen}
        onChange={(event) => set({ [name]: event.target.value })}
      >
        {options.map(([code, said]) => (
          <option key={code} value={code} lang={code === said || name === 'organisationId' ? 'zh-CN' : undefined}>
            {said}
          </option>
        ))}
      </select>
    </Field>
  );
  const organisations = value?.organisations ?? [{ id: content.organisationId, name: content.organisationName }];

  return (
    <fieldset className="main-fields">
      <legend>{say('editor.main')}</legend>
      {texts.map(text)}
      {select(
        'kind',
        'editor.kind',
        itemKinds.map((kind) => [kind, kind]),
      )}
      {select('online', 'editor.onlineLabel', [
        ['guide-only', say('items.guide-only')],
        ['online', say('items.isOnline')],
      ])}
      <fieldset className="field" id="at_audience">
        <legend>{say('editor.audience')}</legend>
        {(['person', 'firm'] as const).map((who) => (
          <label key={who} className="tick">
            <input
              type="checkbox"
              disabled={!isOpen}
              checked={content.audience.includes(who)}
              onChange={({ target }) =>
                set({
                  audience: (['person', 'firm'] as const).filter((one) =>
                    one === who ? target.checked : content.audience.includes(one),
                  ),
                })
              }
            />{' '}
            {say(`editor.${who}`)}
          </label>
        ))}
      </fieldset>
      {select(
        'organisationId',
        'editor.organisation',
        organisations.map(({ id, name }) => [id, name]),
      )}
      <LimitField name="legalLimit" content={content} isOpen={isOpen} onChange={onChange} />
      <LimitField name="promisedLimit" content={content} isOpen={isOpen} onChange={onChange} />
      {places.map(text)}
      {lists.map((name) => (
        <Field key={name} name={name} label={`editor.${name}`}>
          <textarea
            id={`at_${name}`}
            className="plain"
            rows={3}
            readOnly={!isOpen}
            defaultValue={content[name].join('\n')}
            onChange={(event) => set({ [name]: linesOf(event.target.value) })}
          />
        </Field>
      ))}
    </fieldset>
  );
}

/** What is written in whole sentences has the whole width. */
const wide = new Set(['summary', 'summaryEn', 'conditions']);

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function Field({ name, label, children }: { name: string; label: SayKey; children: ReactNode }) {
  return (
    <div className={wide.has(name) ? 'field wide' : 'field'}>
      <label htmlFor={`at_${name}`}>{say(label as 'editor.name')}</label>
      {children}
    </div>
  );
}
