import type { Lang } from '@zhengtong/ui';
import type { ReactNode } from 'react';

const words = {
  zh: {
    nowAsked: '根据您刚才的回答，请再填写这一项。',
    ifConcerned: '仅在前面的回答涉及时填写，否则请留空。',
  },
  en: {
    nowAsked: 'By what you have just answered, please fill this in too.',
    ifConcerned: 'Only if your answers above concern it; otherwise leave it empty.',
  },
};

type CalledForProps = { isSure: boolean; isNew: boolean; lang: Lang; children: ReactNode };

/** A question that hangs on an answer: with a remark while it may not apply, and when it newly does. */
export function CalledFor({ isSure, isNew, lang, children }: CalledForProps) {
  if (isSure && !isNew) return children;
  return (
    <div className="under">
      <p className="hint">{isSure ? words[lang].nowAsked : words[lang].ifConcerned}</p>
      {children}
    </div>
  );
}
