import type { ItemVersion, Material } from '@zhengtong/catalogue';
import { Details } from '@zhengtong/ui';
import { sayLaw } from '../say-limit.ts';
import type { Visit } from '../visit.ts';

/** The whole list of materials, what nobody has to bring said as plainly as what they must (行政许可法 30, 31). */
export function GuideMaterials({ visit, item }: { visit: Visit; item: ItemVersion }) {
  const { say } = visit;
  return (
    <>
      <h2>{say('guide.materials')}</h2>
      {item.materials.length === 0 ? <p>{say('guide.materialsNone')}</p> : null}
      <ul className="services">
        {item.materials.map((material) => (
          <MaterialLine key={material.key} visit={visit} material={material} />
        ))}
      </ul>
    </>
  );
}

function MaterialLine({ visit, material }: { visit: Visit; material: Material }) {
  const { say, pick } = visit;
  const facts = [
    say(`guide.${material.need}`),
    material.isDeferrable ? say('guide.deferrable') : undefined,
    material.source === 'register' ? say('guide.fromRegister') : undefined,
    material.source === 'certificate' ? say('guide.fromCertificate') : undefined,
    material.copies > 1 ? say('guide.copies', { copies: material.copies }) : undefined,
  ].filter((one) => one !== undefined);
  return (
    <li>
      <h3>{pick(material.name, material.nameEn)}</h3>
      {material.note ? <p>{pick(material.note, material.noteEn)}</p> : null}
      <div className="facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </div>
      {material.checks.length > 0 ? (
        <Details summary={`${say('guide.checks')} ${material.checks.length}`}>
          <ul>
            {material.checks.map((check) => (
              <li key={check.key}>{pick(check.text, check.textEn)}</li>
            ))}
          </ul>
          {material.law ? <p className="hint">{sayLaw(material.law)}</p> : null}
        </Details>
      ) : null}
    </li>
  );
}
