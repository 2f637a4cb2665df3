import type { Letter } from './letter.ts';

/** What the letter says, for who reads no Chinese; the Chinese text is the one that counts. */
export function sayLetterInEnglish(letter: Letter): string {
  const item = letter.item.nameEn ?? letter.item.name;
  return `English, for information only: ${sentence(letter, item)}`;
}

function sentence(letter: Letter, item: string): string {
  switch (letter.kind) {
    case 'acceptance':
      return `your application “${item}” was accepted on ${letter.acceptedOn}. A decision is promised by ${letter.promised.on ?? 'a day told later'} and due by law by ${letter.legal.on ?? 'a day told later'}.`;
    case 'correction':
      return `your application “${item}” needs correction in ${letter.points.length} point(s), listed above, by ${letter.answerBy.on ?? 'a day told later'}. Nothing else will be asked for.`;
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

const remedies = ({ remedies }: Extract<Letter, { remedies: unknown }>): string => {
  const ways = remedies.map(({ kind, lastOn }) =>
    kind === 'review' ? `ask for administrative review until ${lastOn}` : `go to court until ${lastOn}`,
  );
  return ways.length === 0 ? '' : ` You may ${ways.join(' or ')}.`;
};
