import type { CaseView } from '@zhengtong/cases/contract';
import { OwnWords } from '../../parts/own-words.tsx';
import { say } from '../../sentences/say.ts';
import { CaseFile } from './case-file.tsx';
import { CheckLine } from './check-line.tsx';
import { useCase } from './context.ts';

type Material = CaseView['materials'][number];

/** Each material with its files and, for who works on the case, the checks to tick. */
export function Materials() {
  const { view } = useCase();
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{say('case.materials')}</h2>
      {view.materials.length === 0 ? <p className="faint">{say('case.noMaterials')}</p> : null}
      {view.materials.map((material) => (
        <MaterialBlock key={material.key} material={material} />
      ))}
    </section>
  );
}

/** Why no file is there: not for this post, none sent, or its time was over. */
function sayNone({ isHidden, erased }: Material): string {
  if (isHidden) return say('case.notForPost');
  return erased ?? say('case.noFile');
}

function MaterialBlock({ material }: { material: Material }) {
  return (
    <div className="material">
      <h3>
        <OwnWords>{material.name}</OwnWords>{' '}
        <small>{say(material.isRequired ? 'case.requiredMaterial' : 'case.optionalMaterial')}</small>
      </h3>
      {material.files.length === 0 ? <p className="faint">{sayNone(material)}</p> : null}
      <ul className="files">
        {material.files.map((file) => (
          <CaseFile key={file.id} file={file} material={material.key} />
        ))}
      </ul>
      {material.checks.length > 0 ? (
        <ul className="checks" aria-label={say('case.checks')}>
          {material.checks.map((check) => (
            <CheckLine key={check.key} material={material.key} check={check} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
