import { nameKey } from '../domain/name-key.ts';
import { synonyms } from './synonyms.ts';
import { laterSteps, tokeniseQuery } from './tokenise.ts';

/** What a search asks for: its own tokens, and those of official words the lay ones stand for. */
export type Query = {
  /** The whole of it as names are compared. */
  readonly key: string;
  /** Official words meant by lay ones, as names are compared. */
  readonly meant: readonly string[];
  /** Token and how much it counts: 1 as typed, less where we only think it is meant. */
  readonly tokens: ReadonlyMap<string, number>;
  /**
   * Those of them that say what it is about; an item that holds none is not found, whatever else it shares with the
   * words. Empty where they name an act alone (`登记`): then every token finds.
   */
  readonly subjects: ReadonlySet<string>;
  /** What they ask to be given, of whatever they name: of 取暖补贴 补贴. Where no subject is found, it is perhaps related. */
  readonly benefits: ReadonlySet<string>;
  /** Whether it speaks of changing, renewing, ending something; else the thing itself comes first. */
  readonly asksLater: boolean;
  /** Where it looks like a code: upper case, without marks between its parts. */
  readonly code: string | undefined;
};

// How people begin and end a question; no item is named so.
const fillers =
  /我想|我要|我们|想要|想|怎么样|怎么|如何|怎样|哪里|在哪儿?|去哪儿?|什么|哪些|需要|请问|可不可以|可以|能不能|能否|多少|手续|材料|流程|办理|申请|吗|呢|啊|了|的|去|要|办/g;

// The like in English: half the names are a registration of a something.
const englishFillers = new Set(
  'a an and at by can do does for from get have how i in is it my need of on or our please the to want we what where with'.split(
    ' ',
  ),
);

// In what way a thing is done. Of 养犬登记 only 养犬 says what is meant: 登记 alone would bring every other registration, and
// 经营 of 药品经营许可 the licence to sell food.
const ways = new Set(
  (
    '登记证 许可证 登记 许可 备案 审批 核准 核发 认定 注册 审核 审查 确认 申领 申报 证明 证书 经营 生产 执业 资格 场所 活动 ' +
    '保险'
  ).split(' '),
);
const englishWays = new Set(
  (
    'application apply approval certificate insurance licence license permit qualification recognition register ' +
    'registering registration'
  ).split(' '),
);

// What people are given: who asks for one that is not there may like to see the others.
const benefits = new Set('补贴 津贴 补助 救助'.split(' '));
const englishBenefits = new Set('allowance allowances benefit benefits relief subsidies subsidy'.split(' '));

// Characters that name nothing where one is all that is left: 开活动, 船 证.
const small = new Set('开搞做有个是在给把证');

const inText = (words: ReadonlySet<string>): RegExp => new RegExp([...words].join('|'), 'g');
const waysInText = inText(ways);
const benefitsInText = inText(benefits);

export function readQuery(words: string): Query {
  const key = nameKey(words);
  const meant = synonyms().filter(({ say }) => key.includes(say));
  const bare = words.replace(fillers, ' ');
  const all = tokeniseQuery(nameKey(bare) === '' ? words : bare);
  const said = [...all].filter((token) => !englishFillers.has(token));
  const typed = said.length > 0 ? said : [...all];
  const subjects = subjectsOf(bare);
  const tokens = new Map<string, number>([...subjects, ...typed].slice(0, 40).map((token) => [token, 1]));
  const targets = [...new Set(meant.flatMap(({ means }) => means))].slice(0, 8);
  for (const token of targets.flatMap((target) => [...tokeniseQuery(target)])) {
    if (!tokens.has(token) && !ways.has(token)) tokens.set(token, 0.9);
  }
  return {
    key,
    meant: targets.map(nameKey),
    tokens,
    subjects: new Set([...subjects, ...targets.flatMap(subjectsOf)].filter((token) => tokens.has(token))),
    benefits: new Set(typed.filter((token) => benefits.has(token) || englishBenefits.has(token))),
    asksLater: laterSteps.test(`${key}${targets.join('')}`),
    code: codeOf(words),
  };
}

/**
 * What is left of a text without the ways things are done and the benefits: of 结婚登记 结婚. Of 狗登记 one character, which
 * then is asked for by itself; of a benefit alone that. None where it names ways alone.
 */
function subjectsOf(text: string): string[] {
  const done = text.replace(waysInText, ' ');
  const subjects = telling(done.replace(benefitsInText, ' ')).filter((token) => !englishBenefits.has(token));
  return subjects.length > 0 ? subjects : telling(done);
}

function telling(text: string): string[] {
  const left = [...tokeniseQuery(text)].filter(
    (token) => !englishFillers.has(token) && !englishWays.has(token) && !small.has(token),
  );
  const longer = left.filter((token) => [...token].length > 1);
  return longer.length > 0 ? longer : left;
}

/** Six places or more of digits, letters and dashes with a digit among them. */
function codeOf(words: string): string | undefined {
  const code = words.trim().replaceAll('|', '').toUpperCase();
  return /^(?=.*\d)[0-9A-Z][0-9A-Z_.-]{5,79}$/.test(code) ? code : undefined;
}
