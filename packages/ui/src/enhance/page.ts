// On every page: the error summary is read first, nothing is sent twice by a double press, printing has its button.
for (const summary of document.querySelectorAll<HTMLElement>('[data-focus]')) summary.focus();

const sending = new WeakSet<HTMLFormElement>();
addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
  if (sending.has(form)) event.preventDefault();
  sending.add(form);
  // Should the answer never come, the person may try again; the server knows a repeated command by its key.
  setTimeout(() => sending.delete(form), 5000);
});
// Coming back by the browser's button shows the page as it was left, with nothing on its way.
addEventListener('pageshow', () => {
  for (const form of document.forms) sending.delete(form);
});

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
