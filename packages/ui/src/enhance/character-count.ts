// `textarea[data-count]`: says how many characters are left, once typing rests, so that a screen reader is not flooded.
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-count]')) {
  const place = document.getElementById(`${area.id}-count`);
  const most = Number(area.dataset.count);
  if (!place || !most) continue;
  place.setAttribute('role', 'status');
  let rest: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    // Characters as a person counts them, and line ends as the form will send them.
    const left = most - [...area.value].length;
    const sentence = left < 0 ? area.dataset.over : area.dataset.left;
    place.textContent = (sentence ?? '{n}').replace('{n}', String(Math.abs(left)));
    place.classList.toggle('over', left < 0);
  };
  area.addEventListener('input', () => {
    clearTimeout(rest);
    rest = setTimeout(say, 400);
  });
  if (area.value) say();
}
