import { objectionsEn, objectionsZh, type RemedyTold } from './remedies.ts';
import { casePath, dayEn, dayZh, type OfCase, type Template } from './template.ts';

/** Who sends these knows the item and the case, not its number. */
type OfRating = Omit<OfCase, 'number'> & { readonly dueOn: string };

type OfCertificate = { readonly certificateName: string; readonly certificateNameEn?: string };

export const certificateIssued: Template<OfCertificate> = (values) => ({
  path: '/my/certificates',
  zh: {
    title: `${values.certificateName}已签发`,
    lines: [
      `您的《${values.certificateName}》已签发，与纸质证照具有同等法律效力。`,
      '接下来：可以在“我的证照”中查看、出示和下载；任何人扫描上面的二维码都可以核验真伪。',
    ],
    short: '您的一份证照已签发，可登录“我的证照”查看。',
  },
  en: {
    title: `${values.certificateNameEn ?? values.certificateName}: issued`,
    lines: [
      `Your “${values.certificateNameEn ?? values.certificateName}” was issued. It has the same force as one on paper.`,
      'What happens next: find it under “My certificates”, show it or download it; anybody can check it by its QR code.',
    ],
    short: 'A certificate was issued to you. Sign in and look under “My certificates”.',
  },
});

type Changed = OfCertificate & { reason: string; law: string; remedies: readonly RemedyTold[] };

export const certificateRevoked: Template<Changed> = (values) => ({
  path: '/my/certificates',
  zh: {
    title: `${values.certificateName}已被撤销`,
    lines: [
      `您的《${values.certificateName}》已被撤销，不能再使用。理由：${values.reason}（${values.law}）`,
      ...objectionsZh(values.remedies),
    ],
    short: '您的一份证照已被撤销，登录后可看到理由和救济途径。',
  },
  en: {
    title: `${values.certificateNameEn ?? values.certificateName}: revoked`,
    lines: [
      `Your “${values.certificateNameEn ?? values.certificateName}” was revoked and can no longer be used. Reason: ${values.reason} (${values.law})`,
      ...objectionsEn(values.remedies),
    ],
    short: 'A certificate of yours was revoked. Sign in to see why and what you can do.',
  },
});

export const certificateCancelled: Template<Changed> = (values) => ({
  path: '/my/certificates',
  zh: {
    title: `${values.certificateName}已被注销`,
    lines: [
      `您的《${values.certificateName}》已办理注销，不能再使用。理由：${values.reason}（${values.law}）`,
      '接下来：您不用做什么。还要继续从事这项活动的，请重新申请。',
      ...objectionsZh(values.remedies),
    ],
    short: '您的一份证照已被注销，登录后可看到理由和救济途径。',
  },
  en: {
    title: `${values.certificateNameEn ?? values.certificateName}: cancelled`,
    lines: [
      `Your “${values.certificateNameEn ?? values.certificateName}” was struck off and can no longer be used. Reason: ${values.reason} (${values.law})`,
      'What happens next: nothing for you to do. To go on with what it allowed, apply again.',
      ...objectionsEn(values.remedies),
    ],
    short: 'A certificate of yours was cancelled. Sign in to see why and what you can do.',
  },
});

export const certificateSuspended: Template<Changed> = (values) => ({
  path: '/my/certificates',
  zh: {
    title: `${values.certificateName}已被暂扣`,
    lines: [
      `您的《${values.certificateName}》已被暂扣，暂时不能使用。理由：${values.reason}（${values.law}）`,
      '接下来：问题解决后会发还，并告诉您。',
      ...objectionsZh(values.remedies),
    ],
    short: '您的一份证照已被暂扣，登录后可看到理由和救济途径。',
  },
  en: {
    title: `${values.certificateNameEn ?? values.certificateName}: suspended`,
    lines: [
      `Your “${values.certificateNameEn ?? values.certificateName}” was suspended and cannot be used for now. Reason: ${values.reason} (${values.law})`,
      'What happens next: it is given back once the matter is settled, and you are told.',
      ...objectionsEn(values.remedies),
    ],
    short: 'A certificate of yours was suspended. Sign in to see why and what you can do.',
  },
});

export const certificateRestored: Template<OfCertificate> = (values) => ({
  path: '/my/certificates',
  zh: {
    title: `${values.certificateName}已发还`,
    lines: [`您的《${values.certificateName}》已发还，从现在起可以照常使用。`, '接下来：您不用做什么。'],
    short: '您的一份证照已发还，可以照常使用。',
  },
  en: {
    title: `${values.certificateNameEn ?? values.certificateName}: given back`,
    lines: [
      `Your “${values.certificateNameEn ?? values.certificateName}” was given back and holds again from now on.`,
      'What happens next: nothing for you to do.',
    ],
    short: 'A certificate of yours was given back and holds again.',
  },
});

/** GB/T 39735: rating is voluntary, and no grade may be hinted at. */
export const ratingInvited: Template<OfRating> = (values) => ({
  path: `${casePath(values)}/rating`,
  zh: {
    title: '请您评价这次服务',
    lines: [
      `您申请的《${values.itemName}》已有结果。评价完全自愿，可以匿名，每件事评一次。`,
      `接下来：想评价，请在${dayZh(values.dueOn)}前进行；不满意的，有专人负责联系和整改。不评价不影响任何事，也不会替您评价。`,
    ],
    short: `您有一件事已有结果，欢迎评价这次服务，自愿、可匿名，${dayZh(values.dueOn)}前有效。`,
  },
  en: {
    title: 'Please rate this service',
    lines: [
      `Your application for “${values.itemNameEn ?? values.itemName}” has a result. Rating is up to you, can be anonymous, and is done once a case.`,
      `What happens next: if you wish to rate it, do so by ${dayEn(values.dueOn)}; if you were not satisfied, a person will call you and put it right. If you do not, nothing changes, and nobody rates in your place.`,
    ],
    short: `A case of yours has a result. You may rate the service until ${dayEn(values.dueOn)}, anonymously if you wish.`,
  },
});

export const rectificationFedBack: Template<OfRating & { readonly reason: string }> = (values) => ({
  path: `${casePath(values)}/rating`,
  zh: {
    title: '对您评价的答复',
    lines: [
      `您对《${values.itemName}》的服务表示不满意，我们已经处理。结果：${values.reason}`,
      `接下来：请您再评价一次这次整改，${dayZh(values.dueOn)}前有效；不评价也可以，原来的评价会保留。`,
    ],
    short: '您的评价已有答复，请登录查看。',
  },
  en: {
    title: 'Our answer to your rating',
    lines: [
      `You were not satisfied with the service for “${values.itemNameEn ?? values.itemName}”. We have dealt with it. Outcome: ${values.reason}`,
      `What happens next: please rate how we dealt with it, until ${dayEn(values.dueOn)}. You need not; your first rating stays as it is.`,
    ],
    short: 'There is an answer to your rating. Sign in to read it.',
  },
});

/** 国办发〔2019〕51号: every poor rating is answered; after a second one it is the supervisor's answer, and the last. */
export const rectificationClosed: Template<Omit<OfRating, 'dueOn'> & { readonly reason: string }> = (values) => ({
  path: `${casePath(values)}/rating`,
  zh: {
    title: '对您再次评价的答复',
    lines: [
      `您对《${values.itemName}》的整改仍不满意，主管人员已经复查。结果：${values.reason}`,
      '接下来：这次整改到此结束，您的两次评价都会保留。您不同意的，可以拨打 12345 或者向上一级机关反映。',
    ],
    short: '您的再次评价已有答复，请登录查看。',
  },
  en: {
    title: 'Our answer to your second rating',
    lines: [
      `You were not satisfied with how we dealt with your rating of “${values.itemNameEn ?? values.itemName}”. A supervisor has looked again. Outcome: ${values.reason}`,
      'What happens next: this ends here, and both your ratings stay. If you disagree, call 12345 or turn to the body above.',
    ],
    short: 'There is an answer to your second rating. Sign in to read it.',
  },
});

/** A rating that a second person found to be mistaken or malicious is kept, not counted, and its giver is told why. */
export const ratingSetAside: Template<Omit<OfRating, 'dueOn'> & { readonly reason: string }> = (values) => ({
  path: `${casePath(values)}/rating`,
  zh: {
    title: '您的评价经复核不计入统计',
    lines: [
      `您对《${values.itemName}》服务的评价，经复核不计入统计。理由：${values.reason}`,
      '接下来：评价原文会保留。您不同意的，可以拨打 12345 或者向上一级机关反映。',
    ],
    short: '您的一条评价经复核不计入统计，登录后可看到理由。',
  },
  en: {
    title: 'Your rating is not counted after a review',
    lines: [
      `After a review, your rating of the service for “${values.itemNameEn ?? values.itemName}” is not counted. Reason: ${values.reason}`,
      'What happens next: what you wrote is kept. If you disagree, call 12345 or turn to the body above.',
    ],
    short: 'A rating of yours is not counted after a review. Sign in to see why.',
  },
});
