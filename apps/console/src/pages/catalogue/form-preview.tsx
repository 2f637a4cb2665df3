import { useEffect, useRef, useState } from 'react';
import { lang, say } from '../../sentences/say.ts';

type Preview = { html: string; style: string; problems: readonly { path: string; say: { zh: string; en: string } }[] };

const quietMs = 500;

/** The form as applicants see it, in the portal's own markup. In a shadow of its own: the two styles never meet. */
export function FormPreview({ form }: { form: unknown }) {
  const [preview, setPreview] = useState<Preview>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const aborting = new AbortController();
    const timer = setTimeout(() => {
      if (form === undefined) return setPreview(undefined);
      fetch('/api/console/form-preview', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ form }),
        signal: aborting.signal,
      })
        .then((answer) => (answer.ok ? (answer.json() as Promise<Preview>) : undefined))
        .then(setPreview, () => undefined);
    }, quietMs);
    return () => {
      clearTimeout(timer);
      aborting.abort();
    };
  }, [form]);

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
    <section aria-labelledby="preview" className="preview">
      <h2 id="preview">{say('editor.preview')}</h2>
      {form === undefined ? <p className="faint">{say('editor.previewNone')}</p> : null}
      <ul className="problems">
        {preview?.problems.slice(0, 10).map((problem) => (
          <li key={`${problem.path} ${problem.say.en}`} className="problem-error">
            <code>{problem.path}</code> {problem.say[lang]}
          </li>
        ))}
      </ul>
      <div ref={place} />
    </section>
  );
}
