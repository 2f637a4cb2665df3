import { say } from '../../../sentences/say.ts';
import { Entries } from './entries.tsx';
import { Words } from './words.tsx';

/** What people ask most. */
export function Faqs() {
  return (
    <Entries
      name={['faqs']}
      full={['faqs']}
      what={say('guide.faq')}
      title={say('editor.faqs')}
      isWhole
      named="question"
      begin={() => ({ question: '', answer: '' })}
    >
      {(at) => (
        <>
          <Words at={[at, 'question']} label={say('guide.question')} isRequired most={1000} />
          <Words at={[at, 'answer']} label={say('guide.answer')} isRequired rows={3} most={2000} />
          <Words at={[at, 'questionEn']} label={say('guide.questionEn')} isEnglish most={1000} />
          <Words at={[at, 'answerEn']} label={say('guide.answerEn')} isEnglish rows={3} most={2000} />
        </>
      )}
    </Entries>
  );
}
