import type { LastDay, Letter } from './letter.ts';

/** What the letter says, for who reads no Chinese; the Chinese text is the one that counts. */
export function sayLetterInEnglish(letter: Letter): string {
  const item = letter.item.nameEn ?? letter.item.name;
  return `English, for information only: ${sentence(letter, item)}`;
}

function sentence(letter: Letter, item: string): string {
  switch (letter.kind) {
    case 'acceptance':
      return `your application “${item}” was accepted on ${letter.acceptedOn}. A decision is promised by ${day(letter.promised)} and due by law by ${day(letter.legal)}.`;
    case 'correction':
      return `your application “${item}” needs correction in ${letter.points.length} point(s), listed above, by ${day(letter.answerBy)}. Nothing else will be asked for.`;
    case 'non-acceptance':
      return `your application “${item}” was not accepted, for the reason above.${remedies(letter)}`;
    case 'decision': {
      const outcome = {
        approved: 'approved',
        'approved-with-conditions': 'approved with conditions',
        refused: 'refused, for the reasons above',
      }[letter.outcome];
      return `your application “${item}” was ${outcome}.${remedies(letter)}`;
    }
  }
}

/** Until a year's holidays are announced, a day of it may still move. */
const day = ({ on, isProvisional }: LastDay): string => {
  if (!on) return 'a day told later';
  return isProvisional ? `${on} (may change: the ${on.slice(0, 4)} holidays are not announced yet)` : on;
};

const remedies = ({ remedies }: Extract<Letter, { remedies: unknown }>): string => {
  const ways = remedies.map(({ kind, lastOn }) =>
    kind === 'review' ? `ask for administrative review until ${lastOn}` : `go to court until ${lastOn}`,
  );
  return ways.length === 0 ? '' : ` You may ${ways.join(' or ')}.`;
};
