import { Icon } from '../icons/icon.tsx';
import { type Lang, uiWords } from '../language.ts';

export type ErrorSummaryProps = {
  /** `id` is the field's own; a group lands on its fieldset. */
  errors: { id: string; text: string }[];
  lang?: Lang | undefined;
};

/** All that must be put right, at the head of the page, each line a link to its field. Nothing when there is no error. */
export function ErrorSummary({ errors, lang }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="errors" role="alert" aria-labelledby="errors-title" id="errors" tabIndex={-1} data-focus="">
      <h2 id="errors-title">
        <Icon name="alert" />
        {uiWords(lang).topErrors}
      </h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={id + text}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
