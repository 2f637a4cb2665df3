// One folder a kind: what is right (check), how it is asked (field), how it is told back (summary).

import type { Kinds } from '../answers/check-questions.ts';
import * as addressCheck from './address/check.ts';
import * as addressField from './address/field.tsx';
import * as addressSummary from './address/summary.tsx';
import * as bankCardCheck from './bank-card/check.ts';
import * as bankCardField from './bank-card/field.tsx';
import * as bankCardSummary from './bank-card/summary.tsx';
import * as choiceCheck from './choice/check.ts';
import * as choiceField from './choice/field.tsx';
import * as choiceSummary from './choice/summary.tsx';
import * as choicesCheck from './choices/check.ts';
import * as choicesField from './choices/field.tsx';
import * as choicesSummary from './choices/summary.tsx';
import * as dateCheck from './date/check.ts';
import * as dateField from './date/field.tsx';
import * as dateSummary from './date/summary.tsx';
import * as declarationCheck from './declaration/check.ts';
import * as declarationField from './declaration/field.tsx';
import * as declarationSummary from './declaration/summary.tsx';
import * as divisionCheck from './division/check.ts';
import * as divisionField from './division/field.tsx';
import { readPlace } from './division/steps.ts';
import * as divisionSummary from './division/summary.tsx';
import * as emailCheck from './email/check.ts';
import * as emailField from './email/field.tsx';
import * as emailSummary from './email/summary.tsx';
import * as fileCheck from './file/check.ts';
import * as fileField from './file/field.tsx';
import * as fileSummary from './file/summary.tsx';
import * as firmCheck from './firm/check.ts';
import * as firmField from './firm/field.tsx';
import * as firmSummary from './firm/summary.tsx';
import * as groupCheck from './group/check.ts';
import * as groupField from './group/field.tsx';
import * as groupSummary from './group/summary.tsx';
import { sayNone } from './group/words.ts';
import * as identityNumberCheck from './identity-number/check.ts';
import * as identityNumberField from './identity-number/field.tsx';
import * as identityNumberSummary from './identity-number/summary.tsx';
import type { Kind } from './kind.ts';
import { line } from './line.ts';
import * as longTextCheck from './long-text/check.ts';
import * as longTextField from './long-text/field.tsx';
import * as longTextSummary from './long-text/summary.tsx';
import * as moneyCheck from './money/check.ts';
import * as moneyField from './money/field.tsx';
import * as moneySummary from './money/summary.tsx';
import * as numberCheck from './number/check.ts';
import * as numberField from './number/field.tsx';
import * as numberSummary from './number/summary.tsx';
import * as periodCheck from './period/check.ts';
import * as periodField from './period/field.tsx';
import * as periodSummary from './period/summary.tsx';
import * as personCheck from './person/check.ts';
import * as personField from './person/field.tsx';
import * as personSummary from './person/summary.tsx';
import * as phoneCheck from './phone/check.ts';
import * as phoneField from './phone/field.tsx';
import * as phoneSummary from './phone/summary.tsx';
import * as textCheck from './text/check.ts';
import * as textField from './text/field.tsx';
import * as textSummary from './text/summary.tsx';
import * as yesNoCheck from './yes-no/check.ts';
import * as yesNoField from './yes-no/field.tsx';
import * as yesNoSummary from './yes-no/summary.tsx';

const enter = { zh: '请填写', en: 'Enter' };
const choose = { zh: '请选择', en: 'Choose' };

const simple: Omit<Kinds, 'group'> = {
  text: {
    asks: enter,
    ...line,
    check: (typed, question) => textCheck.check(typed, question),
    schemaOf: (question) => textCheck.schemaOf(question),
    Field: textField.Field,
    summarise: textSummary.summarise,
  },
  'long-text': {
    asks: enter,
    ...line,
    check: longTextCheck.check,
    schemaOf: longTextCheck.schemaOf,
    Field: longTextField.Field,
    summarise: longTextSummary.summarise,
  },
  number: {
    asks: enter,
    ...line,
    check: numberCheck.check,
    schemaOf: numberCheck.schemaOf,
    Field: numberField.Field,
    summarise: numberSummary.summarise,
  },
  money: {
    asks: enter,
    ...moneyCheck.reading,
    check: moneyCheck.check,
    schemaOf: moneyCheck.schemaOf,
    Field: moneyField.Field,
    summarise: moneySummary.summarise,
  },
  date: {
    asks: enter,
    ...dateCheck.reading,
    check: dateCheck.check,
    schemaOf: dateCheck.schemaOf,
    Field: dateField.Field,
    summarise: dateSummary.summarise,
  },
  period: {
    asks: enter,
    ...periodCheck.reading,
    check: periodCheck.check,
    schemaOf: periodCheck.schemaOf,
    Field: periodField.Field,
    summarise: periodSummary.summarise,
  },
  choice: {
    asks: choose,
    ...line,
    check: choiceCheck.check,
    schemaOf: choiceCheck.schemaOf,
    Field: choiceField.Field,
    summarise: choiceSummary.summarise,
  },
  choices: {
    asks: choose,
    ...choicesCheck.reading,
    check: choicesCheck.check,
    schemaOf: choicesCheck.schemaOf,
    Field: choicesField.Field,
    summarise: choicesSummary.summarise,
  },
  'yes-no': {
    asks: choose,
    ...yesNoCheck.reading,
    check: yesNoCheck.check,
    schemaOf: yesNoCheck.schemaOf,
    Field: yesNoField.Field,
    summarise: yesNoSummary.summarise,
  },
  division: {
    asks: choose,
    ...line,
    read: readPlace,
    check: divisionCheck.check,
    schemaOf: divisionCheck.schemaOf,
    Field: divisionField.Field,
    summarise: divisionSummary.summarise,
  },
  address: {
    asks: enter,
    ...addressCheck.reading,
    check: addressCheck.check,
    schemaOf: addressCheck.schemaOf,
    Field: addressField.Field,
    summarise: addressSummary.summarise,
  },
  person: {
    asks: enter,
    ...personCheck.reading,
    check: personCheck.check,
    schemaOf: personCheck.schemaOf,
    Field: personField.Field,
    summarise: personSummary.summarise,
  },
  firm: {
    asks: enter,
    ...firmCheck.reading,
    check: firmCheck.check,
    schemaOf: firmCheck.schemaOf,
    Field: firmField.Field,
    summarise: firmSummary.summarise,
  },
  'identity-number': {
    asks: enter,
    ...line,
    check: identityNumberCheck.check,
    schemaOf: identityNumberCheck.schemaOf,
    Field: identityNumberField.Field,
    summarise: identityNumberSummary.summarise,
  },
  'bank-card': {
    asks: enter,
    ...line,
    check: bankCardCheck.check,
    schemaOf: bankCardCheck.schemaOf,
    Field: bankCardField.Field,
    summarise: bankCardSummary.summarise,
  },
  phone: {
    asks: enter,
    ...line,
    check: phoneCheck.check,
    schemaOf: phoneCheck.schemaOf,
    Field: phoneField.Field,
    summarise: phoneSummary.summarise,
  },
  email: {
    asks: enter,
    ...line,
    check: emailCheck.check,
    schemaOf: emailCheck.schemaOf,
    Field: emailField.Field,
    summarise: emailSummary.summarise,
  },
  file: {
    asks: { zh: '请上传', en: 'Send' },
    ...fileCheck.reading,
    check: fileCheck.check,
    schemaOf: fileCheck.schemaOf,
    Field: fileField.Field,
    summarise: fileSummary.summarise,
  },
  declaration: {
    asks: { zh: '请勾选：', en: 'Tick' },
    ...declarationCheck.reading,
    check: declarationCheck.check,
    schemaOf: declarationCheck.schemaOf,
    Field: declarationField.Field,
    summarise: declarationSummary.summarise,
  },
};

// A group holds every kind but groups: an entry inside an entry cannot be asked in plain words.
const inner = simple as Kinds;

const group: Kind = {
  asks: enter,
  sayNone,
  ...groupCheck.makeChecking(inner),
  Field: groupField.makeField(inner),
  summarise: groupSummary.makeSummarise(inner),
};

/** Every kind of question there is. */
export const kinds: Kinds = { ...simple, group };
