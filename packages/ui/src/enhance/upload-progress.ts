// A form with files shows how far the upload has come. The answer is the same page the browser would have shown:
// after a redirect we go there, otherwise its content takes the place of ours.
function show(form: HTMLFormElement, bar: HTMLProgressElement, submitter: HTMLElement | null): void {
  const request = new XMLHttpRequest();
  const target = submitter?.getAttribute('formaction') ?? form.action;
  request.open('POST', target);
  bar.hidden = false;
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) bar.value = (event.loaded / event.total) * 100;
    // All is sent; what remains is the check on the server, whose length nobody knows.
    if (event.loaded === event.total) bar.removeAttribute('value');
  });
  request.addEventListener('load', () => {
    if (request.responseURL && request.responseURL !== target) return location.assign(request.responseURL);
    const answer = new DOMParser().parseFromString(request.responseText, 'text/html');
    const [here, there] = [document.querySelector('main'), answer.querySelector('main')];
    if (!here || !there) return location.reload();
    here.replaceChildren(...there.childNodes);
    document.title = answer.title;
    (here.querySelector<HTMLElement>('[data-focus]') ?? here).focus();
    start();
  });
  request.addEventListener('error', () => {
    // The ordinary way, which shows the browser's own words when there is no connection. `submit()` fires no event.
    form.submit();
  });
  request.send(new FormData(form, submitter));
}

function start(): void {
  for (const bar of document.querySelectorAll<HTMLProgressElement>('[data-upload-progress]')) {
    const form = bar.closest('form');
    const chooser = bar.parentElement?.querySelector<HTMLInputElement>('input[type=file]');
    form?.addEventListener('submit', (event) => {
      if (event.defaultPrevented || !chooser?.files?.length) return;
      event.preventDefault();
      show(form, bar, event.submitter);
    });
  }
}
start();
