// `form[data-confirm-leave]`: asks before leaving with something typed that was not sent. The browser words the question.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-confirm-leave]')) {
  const typed = () =>
    JSON.stringify(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
    );
  const atFirst = typed();
  let isSent = false;
  form.addEventListener('submit', () => {
    isSent = true;
  });
  addEventListener('beforeunload', (event) => {
    if (!isSent && typed() !== atFirst) event.preventDefault();
  });
}
