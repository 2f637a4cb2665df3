import {
  casePath,
  dayEn,
  dayZh,
  type LastDay,
  matter,
  maybe,
  maybeEn,
  maybeZh,
  type OfCase,
  type Template,
  when,
} from './template.ts';

export const clockPaused: Template<OfCase & { reason: string }> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '办理期限暂停计算',
      lines: [
        `您申请的${of.zh}的办理期限已暂停计算。原因：${values.reason}`,
        '接下来：暂停的时间不算在办理期限内；恢复时我们会写信告知您新的办结日期。',
      ],
      short: `您的申请（${values.number}）的办理期限已暂停计算，恢复时会告知新的办结日期。`,
    },
    en: {
      title: 'The clock of your application stands',
      lines: [
        `The time limit for ${of.en} has been paused. Reason: ${values.reason}`,
        'What happens next: this time does not count towards the limit; when it runs again we write to you with the new date.',
      ],
      short: `The time limit for ${values.number} has been paused. You will be told the new date when it runs again.`,
    },
  };
};

export const clockResumed: Template<OfCase & LastDay> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '办理期限恢复计算',
      lines: [
        `您申请的${of.zh}的办理期限已恢复计算。`,
        ...when(values.dueOn, `接下来：预计最迟${dayZh(values.dueOn)}办结。`),
        ...maybe(values, 'zh'),
        ...when(!values.dueOn, '接下来：新的办结日期见办理进度页。'),
      ],
      short: `您的申请（${values.number}）已恢复计时${values.dueOn ? `，预计最迟${dayZh(values.dueOn)}${maybeZh(values)}办结` : ''}。`,
    },
    en: {
      title: 'The clock of your application runs again',
      lines: [
        `The time limit for ${of.en} runs again.`,
        ...when(values.dueOn, `What happens next: it will be decided by ${dayEn(values.dueOn)} at the latest.`),
        ...maybe(values, 'en'),
        ...when(!values.dueOn, 'What happens next: the new date is on the progress page.'),
      ],
      short: `The clock of ${values.number} runs again${values.dueOn ? `; to be decided by ${dayEn(values.dueOn)}${maybeEn(values)}` : ''}.`,
    },
  };
};

/** 行政许可法 42: extended once, with the approval of the head of the body, and the applicant told why. */
export const clockExtended: Template<OfCase & LastDay & { reason: string }> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '办理期限延长',
      lines: [
        `您申请的${of.zh}的办理期限经批准延长。理由：${values.reason}`,
        ...when(values.dueOn, `接下来：最迟${dayZh(values.dueOn)}办结。`),
        ...maybe(values, 'zh'),
        ...when(!values.dueOn, '接下来：新的办结日期见办理进度页。'),
      ],
      short: `您的申请（${values.number}）的办理期限已延长${values.dueOn ? `至${dayZh(values.dueOn)}${maybeZh(values)}` : ''}，登录后可看到理由。`,
    },
    en: {
      title: 'The time limit was extended',
      lines: [
        `The time limit for ${of.en} has been extended with approval. Reason: ${values.reason}`,
        ...when(values.dueOn, `What happens next: it will be decided by ${dayEn(values.dueOn)} at the latest.`),
        ...maybe(values, 'en'),
        ...when(!values.dueOn, 'What happens next: the new date is on the progress page.'),
      ],
      short: `The time limit for ${values.number} was extended${values.dueOn ? ` to ${dayEn(values.dueOn)}${maybeEn(values)}` : ''}. Sign in to see why.`,
    },
  };
};

/** A calendar published after the promise was made: local holidays, the notice of a year. */
export const clockMoved: Template<OfCase & LastDay & { dueOn: string; beforeOn: string }> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '办理日期有调整',
      lines: [
        `您申请的${of.zh}的办理期限没有变，但放假或上班安排有了新的公告，最后一日由${dayZh(values.beforeOn)}调整为${dayZh(values.dueOn)}。`,
        `接下来：最迟${dayZh(values.dueOn)}办到这一步。每一天怎样计算、依据哪份文件，见办理进度页。`,
        ...maybe(values, 'zh'),
      ],
      short: `因放假或上班安排有新公告，您的申请（${values.number}）的最后一日由${dayZh(values.beforeOn)}调整为${dayZh(values.dueOn)}${maybeZh(values)}。`,
    },
    en: {
      title: 'A date of your application has moved',
      lines: [
        `The time limit for ${of.en} is the same, but holidays or working days were announced since: its last day moves from ${dayEn(values.beforeOn)} to ${dayEn(values.dueOn)}.`,
        `What happens next: this step ends by ${dayEn(values.dueOn)}. The progress page says how each day is counted, and by which document.`,
        ...maybe(values, 'en'),
      ],
      short: `Holidays were announced: the last day of ${values.number} moves from ${dayEn(values.beforeOn)} to ${dayEn(values.dueOn)}${maybeEn(values)}.`,
    },
  };
};

export const caseStep: Template<OfCase & LastDay & { stepName: string; stepNameEn?: string }> = (values) => {
  const of = matter(values);
  const stepEn = values.stepNameEn ?? values.stepName;
  return {
    path: casePath(values),
    zh: {
      title: `办理进度：${values.stepName}已完成`,
      lines: [
        `您申请的${of.zh}已完成“${values.stepName}”。`,
        '接下来：进入下一个办理环节，您不需要做什么。',
        ...when(values.dueOn, `预计最迟${dayZh(values.dueOn)}办结。`),
        ...maybe(values, 'zh'),
      ],
      short: `您的申请（${values.number}）又办完了一步，登录后可看到进度。`,
    },
    en: {
      title: `Progress: ${stepEn} finished`,
      lines: [
        `“${stepEn}” of your application for ${of.en} is finished.`,
        'What happens next: the next step begins; you need not do anything.',
        ...when(values.dueOn, `It will be decided by ${dayEn(values.dueOn)} at the latest.`),
        ...maybe(values, 'en'),
      ],
      short: `One more step of ${values.number} is finished. Sign in to see how far it is.`,
    },
  };
};

/** A virus was found in it after it was taken, while no scanner answered. */
type Infected = OfCase & {
  readonly fileName: string;
  /** The material or question it was given for. */
  readonly place: string;
  readonly placeEn: string;
  readonly next: 'replace' | 'wait' | 'nothing';
};

const afterInfected: Record<Infected['next'], { readonly zh: string; readonly en: string }> = {
  replace: {
    zh: '接下来：请先给电脑或手机杀毒，再打开这个办件，换上一份没有病毒的文件后提交。',
    en: 'What happens next: clean your computer or phone first, then open the application, put another file in its place and send it.',
  },
  wait: {
    zh: '接下来：请先给电脑或手机杀毒，备好一份没有病毒的文件。办件照常办理，工作人员看得到这份文件已删除，需要您再交时会告诉您。',
    en: 'What happens next: clean your computer or phone first and keep a sound copy of the file at hand. Your application goes on; the officer sees that the file is gone and tells you if it has to be sent again.',
  },
  nothing: {
    zh: '接下来：这个办件已经办完，您不用再交；请给电脑或手机杀毒。',
    en: 'What happens next: this application has ended and you need not send anything; please clean your computer or phone.',
  },
};

export const fileInfected: Template<Infected> = (values) => {
  const of = matter(values);
  const { fileName, place, placeEn, next } = values;
  return {
    path: casePath(values),
    zh: {
      title: '一份文件查出病毒，已经删除',
      lines: [
        `您申请的${of.zh}中，为“${place}”上传的文件“${fileName}”查出病毒，已经删除，谁也打不开了。`,
        afterInfected[next].zh,
      ],
      short: `您的申请（${values.number}）有一份文件查出病毒，已经删除，请登录查看怎么办。`,
    },
    en: {
      title: 'A file carried a virus and was erased',
      lines: [
        `In your application for ${of.en} the file “${fileName}”, sent for “${placeEn}”, carries a virus. It was erased and nobody can open it any more.`,
        afterInfected[next].en,
      ],
      short: `A file of ${values.number} carried a virus and was erased. Sign in to see what to do.`,
    },
  };
};
