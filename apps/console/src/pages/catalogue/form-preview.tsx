import { useEffect, useRef } from 'react';
import { Failed } from '../../parts/states.tsx';
import { PreviewForm } from '../../preview-form.ts';
import { lang, say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { useQuiet } from '../../use-quiet.ts';

/** The form as applicants see it, in the portal's own markup. */
export function FormPreview({ form }: { form: unknown }) {
  return (
    <section aria-labelledby="preview" className="preview">
      <h2 id="preview">{say('editor.preview')}</h2>
      {form === undefined ? <p className="faint">{say('editor.previewNone')}</p> : <Preview form={form} />}
    </section>
  );
}

/** In a shadow of its own: the two styles never meet. */
function Preview({ form }: { form: unknown }) {
  const { value: preview, failure, reload } = useAsked(PreviewForm, { body: { form: useQuiet(form) } });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const shadow = place.current.shadowRoot ?? place.current.attachShadow({ mode: 'open' });
    // Our own server's markup, escaped there; the definition itself is never read as HTML here.
    shadow.innerHTML = preview?.html
      ? `<link rel="stylesheet" href="${preview.style}"><form class="preview">${preview.html}</form>`
      : '';
    shadow.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
  }, [preview]);

  return (
    <>
      {failure ? <Failed failure={failure} title={preview && say('editor.previewOutdated')} onAgain={reload} /> : null}
      <ul className="problems">
        {preview?.problems.slice(0, 10).map((problem) => (
          <li key={`${problem.path} ${problem.say.en}`} className="problem-error">
            <code>{problem.path}</code> {problem.say[lang]}
          </li>
        ))}
      </ul>
      <div ref={place} />
    </>
  );
}
