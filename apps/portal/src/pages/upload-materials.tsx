import type { EarlierFiles, MyCase } from '@zhengtong/cases';
import { saySource } from '@zhengtong/forms';
import { Button, Buttons, ErrorSummary, FileUpload, LinkButton, LinkList, Notice } from '@zhengtong/ui';
import { caseHref, openMaterials } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { itemNameOf, materialNameOf } from '../say-name.ts';
import { saySize } from '../say-size.ts';
import { dayOf, sayDay } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';
import { ToCorrect } from './to-correct.tsx';

export type UploadWrong = { readonly material: string; readonly text: string };

export type MaterialsGiven = {
  /** What was sent last time for the same documents, by their keys. */
  readonly earlier: ReadonlyMap<string, EarlierFiles>;
  readonly wrong?: UploadWrong;
  /** A file was chosen here when the session had ended, and did not come. */
  readonly isAgain?: boolean;
};

/** A form for each document, so that one that fails spoils no other. */
export function materialsPage(
  visit: Visit,
  mine: MyCase,
  { earlier, wrong, isAgain = false }: MaterialsGiven,
): Content {
  const { say, lang } = visit;
  const { caseId } = mine.line;
  const itemName = itemNameOf(visit, mine.line);
  const materials = openMaterials(mine);
  return {
    title: say('apply.materialsTitle'),
    hasErrors: !!wrong,
    scripts: ['upload-progress'],
    breadcrumb: [{ text: itemName, href: caseHref(caseId, 'apply') }],
    children: (
      <>
        {wrong ? <ErrorSummary errors={[{ id: `m-${wrong.material}`, text: wrong.text }]} lang={lang} /> : null}
        {isAgain ? (
          <Notice kind="attention" isAnswer>
            <p>{say('apply.chooseAgain')}</p>
          </Notice>
        ) : null}
        <h1>{say('apply.materialsTitle')}</h1>
        <p className="lead">{say(materials.length > 0 ? 'apply.materialsLead' : 'apply.materialsNone')}</p>
        <ToCorrect visit={visit} mine={mine} of={materials.map(({ key }) => key)} />
        {materials.map((material) => (
          <MaterialForm key={material.key} {...{ visit, mine, material, wrong }} earlier={earlier.get(material.key)} />
        ))}
        <Buttons>
          <LinkButton href={caseHref(caseId, 'check')}>{say('apply.toCheck')}</LinkButton>
        </Buttons>
      </>
    ),
  };
}

const stateOf = (scan: string) =>
  scan === 'waiting' ? 'checking' : scan === 'infected' ? 'refused' : ('clean' as const);

type MaterialFormProps = {
  visit: Visit;
  mine: MyCase;
  material: MyCase['materials'][number];
  wrong: UploadWrong | undefined;
  earlier: EarlierFiles | undefined;
};

function MaterialForm({ visit, mine, material, wrong, earlier }: MaterialFormProps) {
  const { say, pick, lang } = visit;
  const name = materialNameOf(visit, mine, material.key);
  const asked = mine.loaded.item.materials.find((one) => one.key === material.key);
  return (
    <form method="post" action={caseHref(mine.line.caseId, 'materials')} encType="multipart/form-data">
      <Hidden visit={visit} more={{ material: material.key }} />
      <button type="submit" hidden />
      <FileUpload
        id={`m-${material.key}`}
        name="file"
        label={name}
        hint={asked?.note ? pick(asked.note, asked.noteEn) : undefined}
        isOptional={!material.isRequired}
        accept={asked?.accept.join(',')}
        error={wrong?.material === material.key ? wrong.text : undefined}
        files={material.files.map((file) => ({
          name: file.fileName,
          source: saySource(file.from, lang),
          size: saySize(file.sizeBytes),
          state: stateOf(file.scan),
          reason: file.scan === 'infected' ? say('apply.uploadInfected') : undefined,
          href: caseHref(mine.line.caseId, `files/${file.id}/look`),
          remove: { name: 'remove', value: file.id },
        }))}
        lang={lang}
      />
      <Buttons>
        <Button look="second" icon="upload">
          {say(material.files.length > 0 ? 'apply.addAnother' : 'apply.upload')}
          <span className="vh"> {name}</span>
        </Button>
      </Buttons>
      {earlier ? <Earlier {...{ visit, earlier, name }} draftId={mine.line.caseId} /> : null}
    </form>
  );
}

type EarlierProps = { visit: Visit; earlier: EarlierFiles; name: string; draftId: string };

/** What was sent last time, to be looked at, and one button that takes it. Nothing is taken unasked: papers age. */
function Earlier({ visit, earlier, name, draftId }: EarlierProps) {
  const { say, lang } = visit;
  const { caseId, filedAt, files } = earlier;
  const links = files.map((file) => ({
    href: caseHref(caseId, `files/${file.id}/look?for=${draftId}`),
    text: file.fileName,
  }));
  return (
    <>
      <Notice title={say('apply.earlier', { day: sayDay(dayOf(filedAt), lang) })}>
        <LinkList links={links} lang={lang} />
        <p>{say('apply.earlierLook')}</p>
      </Notice>
      <Buttons>
        <Button look="second" name="earlier" value={caseId}>
          {say('apply.earlierUse')}
          <span className="vh"> {name}</span>
        </Button>
      </Buttons>
    </>
  );
}
