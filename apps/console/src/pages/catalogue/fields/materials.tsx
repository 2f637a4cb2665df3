import type { Material } from '@zhengtong/catalogue/contract';
import { Form } from 'antd';
import { say, sayCode } from '../../../sentences/say.ts';
import { Choice, type Options, Tick, Ticks } from './choice.tsx';
import { Count } from './count.tsx';
import { Entries, freshKey } from './entries.tsx';
import { LawFields } from './law.tsx';
import { When } from './when.tsx';
import { Words } from './words.tsx';

const wordsOf = (
  group: 'materialNeed' | 'materialForm' | 'materialSource' | 'materialKind',
  codes: readonly string[],
): Options => codes.map((code) => [code, sayCode(group, code)] as const);
const needs = wordsOf('materialNeed', ['required', 'optional', 'conditional']);
const forms = wordsOf('materialForm', ['electronic', 'original', 'copy']);
const sources = wordsOf('materialSource', ['applicant', 'certificate', 'register']);
const kinds = wordsOf('materialKind', ['certificate', 'form', 'other']);
const types: Options = [
  ['application/pdf', 'PDF'],
  ['application/ofd', 'OFD'],
  ['image/jpeg', 'JPG'],
  ['image/png', 'PNG'],
];
const mebibyte = 1_048_576;

/** As most are: one electronic file of the applicant's. */
const beginMaterial = (rows: readonly object[]): Material => ({
  key: freshKey('material', rows as Material[]),
  name: '',
  need: 'required',
  form: 'electronic',
  copies: 1,
  source: 'applicant',
  accept: ['application/pdf', 'image/jpeg', 'image/png'],
  maxBytes: 10 * mebibyte,
  checks: [],
});

/** What is to be handed in, in the order people read it (行政许可法 30). */
export function Materials() {
  return (
    <Entries
      name={['materials']}
      full={['materials']}
      what={say('guide.material')}
      title={say('editor.materials')}
      isWhole
      help={say('guide.materialsHelp')}
      named="name"
      more={({ need, form }) => `${sayCode('materialNeed', String(need))} · ${sayCode('materialForm', String(form))}`}
      begin={beginMaterial}
    >
      {(at) => <MaterialFields at={at} />}
    </Entries>
  );
}

function MaterialFields({ at }: { at: number }) {
  const [need, source] = [Form.useWatch(['materials', at, 'need']), Form.useWatch(['materials', at, 'source'])];
  return (
    <>
      <Words at={[at, 'name']} label={say('guide.name')} help={say('guide.materialNameHelp')} isRequired most={500} />
      <Words at={[at, 'nameEn']} label={say('guide.nameEn')} isEnglish most={500} />
      <div className="fields-row">
        <Choice at={[at, 'need']} label={say('guide.need')} isRequired options={needs} />
        <Choice at={[at, 'form']} label={say('guide.materialForm')} isRequired options={forms} />
        <Count at={[at, 'copies']} label={say('guide.copies')} isRequired min={0} max={20} />
      </div>
      {need === 'conditional' ? (
        <When at={[at, 'when']} label={say('guide.when')} help={say('guide.whenHelp')} />
      ) : null}
      <Tick at={[at, 'isDeferrable']} label={say('guide.isDeferrable')} />
      <Choice
        at={[at, 'source']}
        label={say('guide.source')}
        help={say('guide.sourceHelp')}
        isRequired
        options={sources}
      />
      {source === 'certificate' ? (
        <Words
          at={[at, 'certificateType']}
          label={say('guide.certificateType')}
          help={say('guide.certificateTypeHelp')}
          most={100}
          isCode
        />
      ) : null}
      <div className="pair">
        <Words at={[at, 'sourceNote']} label={say('guide.sourceNote')} help={say('guide.sourceNoteHelp')} most={500} />
        <Words at={[at, 'sourceNoteEn']} label={say('guide.sourceNoteEn')} isEnglish most={500} />
      </div>
      <Entries
        name={[at, 'checks']}
        full={['materials', at, 'checks']}
        what={say('guide.check')}
        title={say('guide.checks')}
        help={say('guide.checksHelp')}
        named="text"
        begin={(rows) => ({ key: freshKey('check', rows), text: '' })}
      >
        {(check) => (
          <>
            <Words at={[check, 'text']} label={say('guide.checkText')} isRequired most={300} />
            <Words at={[check, 'textEn']} label={say('guide.checkTextEn')} isEnglish most={300} />
          </>
        )}
      </Entries>
      <details className="rare">
        <summary>{say('guide.rare')}</summary>
        <Ticks at={[at, 'accept']} label={say('guide.accept')} isRequired options={types} />
        <div className="fields-row">
          <Count
            at={[at, 'maxBytes']}
            label={say('guide.maxSize')}
            isRequired
            min={0.01}
            max={20}
            step={0.01}
            kept={mebibyte}
          />
          <Count
            at={[at, 'validMonths']}
            label={say('guide.validMonths')}
            help={say('guide.validMonthsHelp')}
            min={1}
            max={600}
          />
          <Choice at={[at, 'kind']} label={say('guide.materialKind')} options={kinds} />
          <Words
            at={[at, 'pageFormat']}
            label={say('guide.pageFormat')}
            help={say('guide.pageFormatHelp')}
            most={200}
          />
        </div>
        <Words at={[at, 'note']} label={say('guide.note')} rows={2} most={1000} />
        <Words at={[at, 'noteEn']} label={say('guide.noteEn')} isEnglish rows={2} most={1000} />
        <Words at={[at, 'blankForm']} label={say('guide.blankForm')} help={say('guide.addressHelp')} most={256} />
        <Words at={[at, 'example']} label={say('guide.example')} help={say('guide.addressHelp')} most={256} />
        <LawFields at={[at, 'law']} />
        <Words at={[at, 'key']} label={say('guide.key')} help={say('guide.keyHelp')} isRequired most={64} isCode />
      </details>
    </>
  );
}
