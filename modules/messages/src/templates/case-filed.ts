import {
  casePath,
  dayEn,
  dayZh,
  type LastDay,
  matter,
  maybe,
  maybeEn,
  maybeZh,
  numbered,
  type OfCase,
  type Template,
  when,
} from './template.ts';

/** 行政许可法 32: one complete request for correction within five working days, else the case counts as accepted. */
const answerWorkingDays = 5;

export const caseSubmitted: Template<OfCase> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '已收到您的申请',
      lines: [
        `我们已收到您提交的${of.zh}。`,
        `接下来：工作人员最迟在 ${answerWorkingDays} 个工作日内告知您是否受理，或者一次说清需要补正的全部内容。`,
        '您可以随时查看办理进度；受理之前可以撤回。',
      ],
      short: `您的申请已收到，编号 ${values.number}。${answerWorkingDays} 个工作日内会告知是否受理。`,
    },
    en: {
      title: 'We have received your application',
      lines: [
        `We have received your application for ${of.en}.`,
        `What happens next: within ${answerWorkingDays} working days you are told that it is accepted, or, once and completely, what has to be corrected.`,
        'You can look at its progress at any time, and withdraw it before it is accepted.',
      ],
      short: `Your application ${values.number} has been received. You will hear within ${answerWorkingDays} working days.`,
    },
  };
};

export const caseCorrectionAsked: Template<
  OfCase & LastDay & { points: readonly string[]; pointsEn: readonly string[] }
> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '请补正申请材料',
      lines: [
        `您申请的${of.zh}还需要补正以下内容，这是一次性告知的全部内容：`,
        ...numbered(values.points),
        ...when(values.dueOn, `请在${dayZh(values.dueOn)}前补正。`),
        ...maybe(values, 'zh'),
        '接下来：补正后，我们从收到补正之日起重新计算受理期限。已填写的内容都已保留，不需要重填。',
      ],
      short: `您的申请（${values.number}）需要补正${values.dueOn ? `，请在${dayZh(values.dueOn)}${maybeZh(values)}前完成` : ''}。登录后可看到全部内容。`,
    },
    en: {
      title: 'Please correct your application',
      lines: [
        `Your application for ${of.en} needs these corrections. This is the whole list; nothing will be added to it later:`,
        ...numbered(values.pointsEn),
        ...when(values.dueOn, `Please correct it by ${dayEn(values.dueOn)}.`),
        ...maybe(values, 'en'),
        'What happens next: once you have corrected it, the time for acceptance is counted anew. What you filled in before is kept.',
      ],
      short: `Your application ${values.number} needs corrections${values.dueOn ? ` by ${dayEn(values.dueOn)}${maybeEn(values)}` : ''}. Sign in to see the whole list.`,
    },
  };
};

export const caseCorrected: Template<OfCase> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '已收到您的补正',
      lines: [
        `我们已收到您对${of.zh}的补正。`,
        `接下来：工作人员最迟在 ${answerWorkingDays} 个工作日内告知您是否受理。`,
      ],
      short: `您的申请（${values.number}）的补正已收到，${answerWorkingDays} 个工作日内会告知是否受理。`,
    },
    en: {
      title: 'We have received your corrections',
      lines: [
        `We have received your corrections to ${of.en}.`,
        `What happens next: within ${answerWorkingDays} working days you are told whether it is accepted.`,
      ],
      short: `Your corrections to ${values.number} have been received. You will hear within ${answerWorkingDays} working days.`,
    },
  };
};

export const caseAccepted: Template<OfCase & LastDay> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '您的申请已受理',
      lines: [
        `您申请的${of.zh}已受理。`,
        ...when(values.dueOn, `预计最迟${dayZh(values.dueOn)}办结。办理进度页上逐日说明这个日期是怎样算出来的。`),
        ...maybe(values, 'zh'),
        '接下来：工作人员审查材料。您不需要做什么；需要您做什么时，我们会再写信给您。受理通知书可在办理进度页下载。',
      ],
      short: `您的申请已受理，编号 ${values.number}${values.dueOn ? `，预计最迟${dayZh(values.dueOn)}${maybeZh(values)}办结` : ''}。`,
    },
    en: {
      title: 'Your application has been accepted',
      lines: [
        `Your application for ${of.en} has been accepted.`,
        ...when(
          values.dueOn,
          `It will be decided by ${dayEn(values.dueOn)} at the latest. The progress page explains that date day by day.`,
        ),
        ...maybe(values, 'en'),
        'What happens next: staff examine it. You need not do anything; if you have to, we will write to you. The acceptance slip is on the progress page.',
      ],
      short: `Your application ${values.number} has been accepted${values.dueOn ? ` and will be decided by ${dayEn(values.dueOn)}${maybeEn(values)}` : ''}.`,
    },
  };
};

export const caseNotAccepted: Template<OfCase & { reason: string; points?: readonly string[] }> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '您的申请未被受理',
      lines: [
        `您申请的${of.zh}未被受理。理由：${values.reason}`,
        ...numbered(values.points),
        '接下来：如不服，可以在不予受理通知书写明的期限内申请行政复议或者提起行政诉讼；情况改变后也可以重新申请。',
      ],
      short: `您的申请（${values.number}）未被受理，登录后可看到理由和救济途径。`,
    },
    en: {
      title: 'Your application was not accepted',
      lines: [
        `Your application for ${of.en} was not accepted. Reason: ${values.reason}`,
        ...numbered(values.points),
        'What happens next: if you disagree you may ask for a review or go to court within the time written in the notice; you may also apply again when things have changed.',
      ],
      short: `Your application ${values.number} was not accepted. Sign in to see why and what you can do.`,
    },
  };
};
