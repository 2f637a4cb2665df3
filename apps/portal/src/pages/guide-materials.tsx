import {
  type ItemVersion,
  isListedOnly,
  isOnline,
  type Material,
  type RetentionPeriod,
  retentionOf,
} from '@zhengtong/catalogue';
import { Details, InChinese, SummaryList } from '@zhengtong/ui';
import { sayLaw } from '../say-limit.ts';
import type { Visit } from '../visit.ts';
import { findWebAddress, OutwardLink } from './outward-link.tsx';

/** The whole list of materials, what nobody has to bring said as plainly as what they must (行政许可法 30, 31). */
export function GuideMaterials({ visit, item }: { visit: Visit; item: ItemVersion }) {
  const { say, pick, lang } = visit;
  if (item.materials.length === 0) {
    return (
      <>
        <h2>{say('guide.materials')}</h2>
        <p>{say(isListedOnly(item) ? 'guide.notYet' : 'guide.materialsNone')}</p>
      </>
    );
  }
  return (
    <>
      <SummaryList
        title={say('guide.materials')}
        lang={lang}
        rows={item.materials.map((material) => ({
          label: pick(material.name, material.nameEn),
          value: <MaterialLines visit={visit} material={material} />,
        }))}
      />
      {isOnline(item) ? <p className="hint">{sayPapersKept(visit, item)}</p> : null}
    </>
  );
}

/** How long what is sent stays here (个人信息保护法 17). */
function sayPapersKept({ say }: Visit, item: ItemVersion): string {
  const { decided, undecided } = retentionOf(item);
  const sayPeriod = (period: RetentionPeriod): string =>
    period === 'permanent'
      ? say('guide.keptPermanent')
      : say('guide.keptYears', { years: Number.parseInt(period, 10) });
  return say('guide.papersKept', { decided: sayPeriod(decided), undecided: sayPeriod(undecided) });
}

/** Who shares it, where the department says so. */
const fromRegister = ({ say, pick }: Visit, { sourceNote, sourceNoteEn }: Material): string =>
  sourceNote ? pick(sourceNote, sourceNoteEn) : say('guide.fromRegister');

function MaterialLines({ visit, material }: { visit: Visit; material: Material }) {
  const { say, pick, lang } = visit;
  const isLookedUp = material.source === 'register';
  const facts = [
    // What the office looks up itself is nothing that the person must bring.
    isLookedUp ? undefined : say(`guide.${material.need}`),
    isLookedUp || material.form === 'electronic' ? undefined : say(`guide.${material.form}`),
    isLookedUp || !material.sourceNote ? undefined : pick(material.sourceNote, material.sourceNoteEn),
    material.isDeferrable ? say('guide.deferrable') : undefined,
    isLookedUp ? fromRegister(visit, material) : undefined,
    material.source === 'certificate' ? say('guide.fromCertificate') : undefined,
    material.copies > 1 ? say('guide.copies', { copies: material.copies }) : undefined,
    material.validMonths ? say('guide.issuedWithin', { months: material.validMonths }) : undefined,
    material.pageFormat ? say('guide.pageFormat', { format: material.pageFormat }) : undefined,
  ].filter((one) => one !== undefined);
  return (
    <>
      <p>
        <InChinese lang={lang}>{facts.join(lang === 'zh' ? '；' : '; ')}</InChinese>
      </p>
      {material.note ? (
        <p className="hint">
          <InChinese lang={lang}>{pick(material.note, material.noteEn)}</InChinese>
        </p>
      ) : null}
      <Papers visit={visit} material={material} />
      {material.checks.length > 0 ? (
        <Details summary={say('guide.checks')}>
          <ul>
            {material.checks.map((check) => (
              <li key={check.key}>
                <InChinese lang={lang}>{pick(check.text, check.textEn)}</InChinese>
              </li>
            ))}
          </ul>
          {material.law ? (
            <p className="hint">
              <InChinese lang={lang}>{sayLaw(material.law)}</InChinese>
            </p>
          ) : null}
        </Details>
      ) : null}
    </>
  );
}

/** The form to fill in, and one filled in as it should be (行政许可法 30: 申请书示范文本). */
function Papers({ visit, material: { blankForm, example } }: { visit: Visit; material: Material }) {
  const papers = [
    { text: visit.say('guide.blankForm'), address: blankForm },
    { text: visit.say('guide.example'), address: example },
  ].filter(({ address }) => findWebAddress(address));
  return papers.map(({ text, address }) => (
    <p key={text}>
      <OutwardLink visit={visit} text={text} address={address} />
    </p>
  ));
}
