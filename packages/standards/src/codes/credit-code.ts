import { ok, type Result } from '@zhengtong/kernel';
import { type CodeRefusal, no, type Sentence, tidyCode } from '../say.ts';
import { creditAlphabet, creditCheck, organisationCheck } from './check-digits.ts';

export type CreditCode = {
  readonly code: string;
  /** Place 1: who registers. Absent where the list known to us has no word for it: that is no reason to refuse. */
  readonly registrar?: Sentence;
  /** Places 1 and 2: `91` an enterprise, `11` an organ of state. */
  readonly category: string;
  /** Places 3 to 8, the area of the registrar when the code was given. */
  readonly divisionCode: string;
  /** Places 9 to 17, the organisation code by GB 11714. */
  readonly organisationCode: string;
  /** Codes given before the change of October 2015 may carry an old error here: a warning, never a refusal. */
  readonly isOrganisationCodeSound: boolean;
};

export type CreditCodeRefusal = CodeRefusal<
  'empty' | 'wrong-length' | 'letter-not-used' | 'wrong-character' | 'wrong-check-digit'
>;

const registrars: Readonly<Record<string, Sentence>> = {
  1: { zh: '机构编制', en: 'public institutions' },
  2: { zh: '外交', en: 'foreign affairs' },
  3: { zh: '司法行政', en: 'justice' },
  4: { zh: '文化', en: 'culture' },
  5: { zh: '民政', en: 'civil affairs' },
  6: { zh: '旅游', en: 'tourism' },
  7: { zh: '宗教', en: 'religious affairs' },
  8: { zh: '工会', en: 'trade unions' },
  9: { zh: '市场监管', en: 'market regulation' },
  A: { zh: '军队', en: 'armed forces' },
  N: { zh: '农业', en: 'agriculture' },
  Y: { zh: '其他', en: 'other' },
};

/** 统一社会信用代码, GB 32100-2015. Lower case is accepted, upper case answered. */
export function parseCreditCode(text: string): Result<CreditCode, CreditCodeRefusal> {
  const code = tidyCode(text);
  if (code === '') return no('empty', '请填写统一社会信用代码。', 'Enter the unified social credit code.');
  if (code.length !== 18)
    return no(
      'wrong-length',
      `统一社会信用代码应为 18 位，您填写了 ${code.length} 位。`,
      `A credit code has 18 places; this one has ${code.length}.`,
    );
  const unused = code.search(/[IOSVZ]/);
  if (unused >= 0)
    return no(
      'letter-not-used',
      `第 ${unused + 1} 位是字母“${code[unused]}”，统一社会信用代码不使用 I、O、S、V、Z，请看是否应为数字。`,
      `Place ${unused + 1} is "${code[unused]}": I, O, S, V and Z are not used; it may be a digit.`,
      unused,
    );
  const bad = [...code].findIndex((char, i) =>
    i >= 2 && i < 8 ? !(char >= '0' && char <= '9') : !creditAlphabet.includes(char),
  );
  if (bad >= 0)
    return no(
      'wrong-character',
      `第 ${bad + 1} 位“${code[bad]}”不对${bad >= 2 && bad < 8 ? '：第 3 至 8 位只能是数字' : ''}。`,
      `Place ${bad + 1} cannot be "${code[bad]}"${bad >= 2 && bad < 8 ? ': places 3 to 8 are digits' : ''}.`,
      bad,
    );
  if (creditCheck(code) !== code[17])
    return no(
      'wrong-check-digit',
      '统一社会信用代码的校验位不对，请逐位核对。',
      'The last place does not fit the others: check each place.',
      17,
    );
  const organisationCode = code.slice(8, 17);
  const registrar = registrars[code[0] as string];
  return ok({
    code,
    ...(registrar ? { registrar } : {}),
    category: code.slice(0, 2),
    divisionCode: code.slice(2, 8),
    organisationCode,
    isOrganisationCodeSound: organisationCheck(organisationCode) === organisationCode[8],
  });
}

/** 组织机构代码, GB 11714: `D2143569-X` or without the dash. */
export function parseOrganisationCode(
  text: string,
): Result<string, CodeRefusal<'empty' | 'wrong-shape' | 'wrong-check-digit'>> {
  const code = tidyCode(text).replace(/^([0-9A-Z]{8})-([0-9X])$/, '$1$2');
  if (code === '') return no('empty', '请填写组织机构代码。', 'Enter the organisation code.');
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code))
    return no(
      'wrong-shape',
      '组织机构代码应为 8 位数字或字母，再加 1 位校验码。',
      'An organisation code has eight digits or letters and a check place.',
    );
  if (organisationCheck(code) !== code[8])
    return no('wrong-check-digit', '组织机构代码的校验位不对。', 'The last place does not fit the others.', 8);
  return ok(code);
}
