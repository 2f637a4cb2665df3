// `form[data-autosave=ADDRESS]`: sends what is typed (no files) when typing rests, and says what became of it in
// `[data-autosave-status]`. The server answers 2xx when kept, with what the page now shows (its hidden field `seen`) as
// text; 401 or 403 when the session is over; 409 when another window has changed the same. The form itself stays as
// typed in every case, and saving by the button goes on working.
const restMs = 1500;
const longestWaitMs = 60_000;

function watch(form: HTMLFormElement, address: string): void {
  const place = form.querySelector<HTMLElement>('[data-autosave-status]');
  const say = (state: 'saving' | 'saved' | 'failed' | 'signedOut' | 'elsewhere') => {
    if (place)
      place.textContent = (place.dataset[state] ?? '').replace('{time}', new Date().toTimeString().slice(0, 5));
  };
  const seen = form.querySelector<HTMLInputElement>('input[type=hidden][name=seen]');
  const typed = () => {
    const pairs = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return new URLSearchParams(pairs.filter(([name]) => name !== 'seen')).toString();
  };
  let kept = typed();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = restMs;
  let isSending = false;
  let isOver = false;

  const later = (ms: number) => {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(() => void save(), ms);
  };
  const save = async () => {
    const body = typed();
    if (body === kept || isOver) return;
    // One at a time, so that an older state never overtakes a newer one.
    if (isSending) return later(restMs);
    isSending = true;
    say('saving');
    try {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-autosave': '1' };
      const whole = seen ? `${body}&${new URLSearchParams({ seen: seen.value })}` : body;
      const answer = await fetch(address, {
        method: 'POST',
        headers,
        body: whole,
        keepalive: true,
        redirect: 'manual',
      });
      if (answer.ok) {
        if (seen) seen.value = (await answer.text()) || seen.value;
        kept = body;
        waitMs = restMs;
        say('saved');
      } else if (answer.status === 401 || answer.status === 403 || answer.type === 'opaqueredirect') {
        isOver = true;
        say('signedOut');
      } else if (answer.status === 409) {
        isOver = true;
        say('elsewhere');
      } else throw new Error(String(answer.status));
    } catch {
      say('failed');
      waitMs = Math.min(waitMs * 2, longestWaitMs);
      later(waitMs);
    } finally {
      isSending = false;
    }
  };
  form.addEventListener('input', () => later(restMs));
  form.addEventListener('change', () => later(restMs));
  form.addEventListener('submit', () => {
    isOver = true;
    clearTimeout(timer);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save();
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]'))
  if (form.dataset.autosave) watch(form, form.dataset.autosave);
