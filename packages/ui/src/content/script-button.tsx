import { Icon } from '../icons/icon.tsx';
import { type Lang, uiWords } from '../language.ts';

/** Prints the page. Hidden until the `page` script shows it, since without script it could do nothing. */
export const PrintButton = ({ lang }: { lang?: Lang | undefined }) => (
  <button className="btn quiet" type="button" hidden data-print="">
    <Icon name="print" />
    {uiWords(lang).print}
  </button>
);

/** Reads the page aloud. Hidden until the `read-aloud` script has found a voice on the device. */
export const ReadAloudButton = ({ lang }: { lang?: Lang | undefined }) => (
  <button
    className="btn quiet"
    type="button"
    hidden
    data-read-aloud=""
    data-stop={uiWords(lang).stopReading}
    aria-pressed="false"
  >
    <Icon name="speaker" />
    {uiWords(lang).readAloud}
  </button>
);

/** Where the `autosave` script says what became of what was typed; empty without it. */
export function AutosaveStatus({ lang }: { lang?: Lang | undefined }) {
  const words = uiWords(lang);
  return (
    <div
      className="saved"
      role="status"
      data-autosave-status=""
      data-saving={words.saving}
      data-saved={words.saved}
      data-failed={words.saveFailed}
      data-signed-out={words.saveSignedOut}
      data-elsewhere={words.saveElsewhere}
    />
  );
}
