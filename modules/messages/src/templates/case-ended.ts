import { casePath, dayEn, dayZh, matter, numbered, type OfCase, type Template, when } from './template.ts';

/** 行政许可法 44: the permit is delivered within ten days of the decision. */
const deliveryDays = 10;

export const caseApproved: Template<OfCase & { points?: readonly string[] }> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '您的申请已获批准',
      lines: [
        `您申请的${of.zh}已获批准。`,
        ...when(values.points?.length, '批准附有下列条件：'),
        ...numbered(values.points),
        `接下来：决定书和证照最迟在 ${deliveryDays} 日内送达；电子证照在“我的证照”中可以查看。`,
      ],
      short: `您的申请（${values.number}）已获批准，决定书可登录查看。`,
    },
    en: {
      title: 'Your application was approved',
      lines: [
        `Your application for ${of.en} was approved.`,
        ...when(values.points?.length, 'The approval has these conditions:'),
        ...numbered(values.points),
        `What happens next: the decision and the certificate reach you within ${deliveryDays} days; an electronic certificate is under “My certificates”.`,
      ],
      short: `Your application ${values.number} was approved. Sign in to see the decision.`,
    },
  };
};

/** 行政许可法 38: a refusal gives its reasons and says which remedies there are. */
export const caseRefused: Template<OfCase & { reason: string; points?: readonly string[] }> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '您的申请未获批准',
      lines: [
        `您申请的${of.zh}未获批准。理由：${values.reason}`,
        ...when(values.points?.length, '如不服本决定，您可以：'),
        ...numbered(values.points),
        ...when(!values.points?.length, '接下来：如不服，可以按决定书写明的机关和期限申请行政复议或者提起行政诉讼。'),
      ],
      short: `您的申请（${values.number}）未获批准，登录后可看到理由、救济途径和期限。`,
    },
    en: {
      title: 'Your application was refused',
      lines: [
        `Your application for ${of.en} was refused. Reason: ${values.reason}`,
        ...when(values.points?.length, 'If you disagree, you may:'),
        ...numbered(values.points),
        ...when(
          !values.points?.length,
          'What happens next: if you disagree, the decision names where and until when you may ask for a review or go to court.',
        ),
      ],
      short: `Your application ${values.number} was refused. Sign in to see why, and where and until when you can object.`,
    },
  };
};

export const caseDelivered: Template<OfCase> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '办理结果已送达',
      lines: [
        `您申请的${of.zh}的办理结果已送达。`,
        '接下来：这件事已办结。您可以为这次服务评价，好与不好都请如实告诉我们。',
      ],
      short: `您的申请（${values.number}）的办理结果已送达。`,
    },
    en: {
      title: 'The result was delivered',
      lines: [
        `The result of your application for ${of.en} was delivered.`,
        'What happens next: the matter is finished. You may rate the service; please tell us as it was, good or bad.',
      ],
      short: `The result of your application ${values.number} was delivered.`,
    },
  };
};

/** What was typed into a draft is erased with it (个人信息保护法 47); what was filed is taken over into the next draft. */
const again = ({ isFiled }: { readonly isFiled?: boolean }) =>
  isFiled
    ? {
        zh: '接下来：我们不再办理。需要时可以重新申请，这次填过的内容会先填好，请您核对；材料要重新上传。',
        en: 'What happens next: nothing more is done. You may apply again at any time: what you filled in will be there for you to check; documents are uploaded anew.',
      }
    : {
        zh: '接下来：我们不再办理，填写的内容已经删除。需要时可以重新申请。',
        en: 'What happens next: nothing more is done, and what you had filled in is erased. You may apply again at any time.',
      };

export const caseWithdrawn: Template<OfCase & { isFiled?: boolean }> = (values) => {
  const of = matter(values);
  return {
    path: casePath(values),
    zh: {
      title: '您的申请已撤回',
      lines: [`您申请的${of.zh}已按您的要求撤回。`, again(values).zh],
      short: `您的申请（${values.number}）已撤回。`,
    },
    en: {
      title: 'Your application was withdrawn',
      lines: [`Your application for ${of.en} was withdrawn as you asked.`, again(values).en],
      short: `Your application ${values.number} was withdrawn.`,
    },
  };
};

export const caseLapsed: Template<OfCase & { isFiled?: boolean }> = (values) => {
  const of = matter(values);
  const why = values.isFiled
    ? { zh: '在期限内没有收到补正', en: 'no correction arrived in time' }
    : { zh: '填写后一直没有提交', en: 'it was begun and not sent' };
  return {
    path: casePath(values),
    zh: {
      title: '您的申请已终止',
      lines: [`您申请的${of.zh}已终止。原因：${why.zh}。`, again(values).zh],
      short: `您的申请（${values.number}）已终止，可以重新申请。`,
    },
    en: {
      title: 'Your application has lapsed',
      lines: [`Your application for ${of.en} has lapsed. Reason: ${why.en}.`, again(values).en],
      short: `Your application ${values.number} has lapsed. You may apply again.`,
    },
  };
};

export const draftWillBeErased: Template<Pick<OfCase, 'itemName' | 'itemNameEn' | 'caseId'> & { dueOn: string }> = (
  values,
) => ({
  path: casePath(values),
  zh: {
    title: '未提交的申请将被删除',
    lines: [
      `您填写了一部分但还没有提交的《${values.itemName}》申请，将在${dayZh(values.dueOn)}删除。`,
      '接下来：想继续办理，请在这之前打开并保存；不想办理，不用做什么，到期后内容会彻底删除。',
    ],
    short: `您有一份未提交的申请将在${dayZh(values.dueOn)}删除，想继续办理请登录保存。`,
  },
  en: {
    title: 'An unsent application will be erased',
    lines: [
      `Your application for “${values.itemNameEn ?? values.itemName}”, begun but not sent, will be erased on ${dayEn(values.dueOn)}.`,
      'What happens next: to go on with it, open and save it before then; otherwise do nothing, and it will be erased for good.',
    ],
    short: `An application you have not sent will be erased on ${dayEn(values.dueOn)}. Sign in and save it to keep it.`,
  },
});
