// `[data-read-aloud]`: reads the page's content by the device's own voice and marks the part being read.
// The button stays hidden where the device has no voice.
const blocks = 'h1,h2,h3,p,li,dt,dd,label,legend,figcaption,summary,.hint,.err,.notice-title';

function listTexts(): HTMLElement[] {
  const found = [...document.querySelectorAll<HTMLElement>('main')].flatMap((main) => [
    ...main.querySelectorAll<HTMLElement>(blocks),
  ]);
  // The innermost block only, else a list would be read with each of its lines again.
  return found.filter((block) => block.textContent.trim() && block.offsetParent && !block.querySelector(blocks));
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-read-aloud]')) {
  if (!('speechSynthesis' in window)) break;
  const voice = window.speechSynthesis;
  const startWord = button.textContent ?? '';
  let isReading = false;
  button.hidden = false;

  const stop = () => {
    isReading = false;
    voice.cancel();
    button.lastChild?.replaceWith(startWord);
    button.setAttribute('aria-pressed', 'false');
    document.querySelector('.reading')?.classList.remove('reading');
  };
  const read = ([block, ...rest]: HTMLElement[]) => {
    document.querySelector('.reading')?.classList.remove('reading');
    if (!block || !isReading) return stop();
    const speech = new SpeechSynthesisUtterance(block.textContent);
    speech.lang = document.documentElement.lang;
    // Somewhat slower than ordinary talk, which elderly listeners find easier to follow.
    speech.rate = 0.9;
    speech.onend = () => read(rest);
    speech.onerror = stop;
    block.classList.add('reading');
    voice.speak(speech);
  };
  button.addEventListener('click', () => {
    if (isReading) return stop();
    isReading = true;
    button.lastChild?.replaceWith(button.dataset.stop ?? startWord);
    button.setAttribute('aria-pressed', 'true');
    read(listTexts());
  });
  addEventListener('pagehide', stop);
}
