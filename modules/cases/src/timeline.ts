import { findPostNames, findStaffNames } from '@zhengtong/identity';
import type { Ctx, Language } from '@zhengtong/platform';
import type { TimelineEntry } from './contract.ts';
import type { CaseAction, Recorded } from './domain/action.ts';
import type { LoadedCase } from './load-case.ts';
import { listQuestionLabels } from './question-keys.ts';
import { tellCorrected } from './tell-corrected.ts';

const colon = { zh: '：', en: ': ' } as const;
const comma = { zh: '、', en: ', ' } as const;

/** What happened, with names of officers for their colleagues. */
export async function tellForStaff(ctx: Ctx, loaded: LoadedCase, lang: Language): Promise<TimelineEntry[]> {
  const { actions, row, item } = loaded;
  const names = await findStaffNames(ctx, row.division_code, actions.flatMap(listStaffIn));
  const posts = await findPostNames(ctx, row.division_code, actions.flatMap(listPostsIn));
  const tell = async (action: Recorded): Promise<TimelineEntry> => {
    const told = entry(action, names.get(action.by.id) ?? item.organisationName, item, lang);
    const corrected = action.kind === 'correction-answered' ? await tellCorrected(ctx, loaded, action, lang) : [];
    const things = nameThings(action, item, lang);
    return {
      ...told,
      said: [...things, ...told.said, ...corrected, ...nameTold(action, names, lang), ...nameRise(action, posts)],
    };
  };
  const entries: TimelineEntry[] = [];
  for (const action of actions) entries.push(await tell(action));
  return entries;
}

/** Who did it, or was told by it. */
const listStaffIn = (action: Recorded): readonly string[] =>
  action.by.kind === 'staff' ? [action.by.id] : listTold(action);

const listTold = (action: CaseAction): readonly string[] => ('toStaff' in action ? action.toStaff : []);

function nameTold(action: CaseAction, names: ReadonlyMap<string, string>, lang: Language): TimelineEntry['said'] {
  const told = listTold(action).map((id) => names.get(id));
  return told.length > 0 ? [{ key: 'toStaff', text: told.join(comma[lang]) }] : [];
}

const listPostsIn = (action: CaseAction): readonly string[] =>
  action.kind === 'escalated' ? [...(action.fromPostId ? [action.fromPostId] : []), action.toPostId] : [];

/** From which post overdue work rose to which. Rises of old do not say from where. */
function nameRise(action: CaseAction, posts: ReadonlyMap<string, string>): TimelineEntry['said'] {
  if (action.kind !== 'escalated') return [];
  const say = (key: string, id = '') => {
    const text = posts.get(id);
    return text ? [{ key, text }] : [];
  };
  return [...say('fromPost', action.fromPostId), ...say('toPost', action.toPostId)];
}

/** What an action was about, in the words of the item: which check of which material, which step, and what came of it. */
function nameThings(
  action: CaseAction,
  { materials, process }: LoadedCase['item'],
  lang: Language,
): TimelineEntry['said'] {
  const nameOf = (key: string) => materials.find((one) => one.key === key)?.name ?? key;
  const stepOf = (key: string) => process.steps.find((one) => one.key === key)?.name ?? key;
  switch (action.kind) {
    case 'material-checked': {
      const checks = materials.find((one) => one.key === action.material)?.checks ?? [];
      const check = checks.find((one) => one.key === action.check)?.text ?? action.check;
      return [
        { key: 'check', text: `${nameOf(action.material)}${colon[lang]}${check}` },
        { key: 'found', text: action.isFine ? 'fine' : 'wrong' },
      ];
    }
    case 'original-compared':
      return [{ key: 'material', text: nameOf(action.material) }];
    case 'step-finished':
      return [
        { key: 'step', text: stepOf(action.step) },
        { key: 'opinion', text: action.agrees ? 'agrees' : 'disagrees' },
      ];
    case 'released':
      return action.because ? [{ key: 'because', text: action.because }] : [];
    case 'sent-back':
      return [{ key: 'step', text: stepOf(action.toStep) }];
    default:
      return [];
  }
}

// The applicant hears of decisions about the case, not of who had it on the desk or what the office still had to look at.
const inner = new Set([
  'claimed',
  'released',
  'material-checked',
  'original-compared',
  'escalated',
  'warned',
  'pause-overdue',
  'sent-back',
  'started',
]);

/** What happened, for the applicant: the body acts, not a person. */
export function tellForApplicant({ actions, item }: LoadedCase, lang: Language): TimelineEntry[] {
  return actions
    .filter((action) => !inner.has(action.kind))
    .map((action) => {
      const told = entry(action, item.organisationName, item, lang);
      return { ...told, said: told.said.filter(({ key }) => key !== 'openPoint') };
    });
}

function entry(action: Recorded, name: string, item: LoadedCase['item'], lang: Language): TimelineEntry {
  const by = action.by.kind === 'staff' ? name : '';
  return {
    seq: action.seq,
    kind: action.kind,
    at: action.at,
    byKind: action.by.kind,
    by,
    said: said(action, item, lang),
  };
}

function said(action: CaseAction, item: LoadedCase['item'], lang: Language): TimelineEntry['said'] {
  const texts = Object.entries(action).filter(
    ([key, value]) => typeof value === 'string' && value !== '' && !unsaid.has(key),
  );
  const lines = texts.map(([key, value]) => ({ key, text: value as string }));
  if (action.kind === 'correction-asked') {
    const labels = listQuestionLabels(item, lang);
    return action.points.map(({ at, problem }) => ({
      key: at,
      text: `${labels.get(at) ?? at}${colon[lang]}${problem}`,
    }));
  }
  if (action.kind === 'paused' && lang === 'en')
    return lines.map((line) => (line.key === 'name' ? { ...line, text: action.nameEn ?? line.text } : line));
  if (action.kind === 'decided') {
    for (const { law, article } of action.laws) lines.push({ key: 'law', text: `《${law}》${article}` });
    const open = (lang === 'en' && action.openPointsEn) || action.openPoints;
    for (const text of open ?? []) lines.push({ key: 'openPoint', text });
  }
  return lines;
}

// Keys of the item and ids: named by `nameThings`, or the page shows them where they stand.
const unsaid = new Set([
  'kind',
  'at',
  'procedure',
  'nameEn',
  'organisationId',
  'fromPostId',
  'toPostId',
  'because',
  'fileId',
  'material',
  'check',
  'step',
  'toStep',
]);
