/** Unicode blocks as XPath's `\p{Is…}` names them, first and last code point. */
const blocks = `BasicLatin 0-7F,Latin-1Supplement 80-FF,LatinExtended-A 100-17F,LatinExtended-B 180-24F,IPAExtensions 250-2AF,
SpacingModifierLetters 2B0-2FF,CombiningDiacriticalMarks 300-36F,Greek 370-3FF,GreekandCoptic 370-3FF,Cyrillic 400-4FF,
Armenian 530-58F,Hebrew 590-5FF,Arabic 600-6FF,Syriac 700-74F,Thaana 780-7BF,Devanagari 900-97F,Bengali 980-9FF,Thai E00-E7F,
Lao E80-EFF,Tibetan F00-FFF,Myanmar 1000-109F,Georgian 10A0-10FF,HangulJamo 1100-11FF,Ethiopic 1200-137F,Khmer 1780-17FF,
Mongolian 1800-18AF,LatinExtendedAdditional 1E00-1EFF,GreekExtended 1F00-1FFF,GeneralPunctuation 2000-206F,
SuperscriptsandSubscripts 2070-209F,CurrencySymbols 20A0-20CF,LetterlikeSymbols 2100-214F,NumberForms 2150-218F,Arrows 2190-21FF,
MathematicalOperators 2200-22FF,MiscellaneousTechnical 2300-23FF,EnclosedAlphanumerics 2460-24FF,BoxDrawing 2500-257F,
GeometricShapes 25A0-25FF,MiscellaneousSymbols 2600-26FF,Dingbats 2700-27BF,CJKRadicalsSupplement 2E80-2EFF,KangxiRadicals 2F00-2FDF,
CJKSymbolsandPunctuation 3000-303F,Hiragana 3040-309F,Katakana 30A0-30FF,Bopomofo 3100-312F,HangulCompatibilityJamo 3130-318F,
EnclosedCJKLettersandMonths 3200-32FF,CJKCompatibility 3300-33FF,CJKUnifiedIdeographsExtensionA 3400-4DBF,
CJKUnifiedIdeographs 4E00-9FFF,YiSyllables A000-A48F,HangulSyllables AC00-D7A3,PrivateUse E000-F8FF,
CJKCompatibilityIdeographs F900-FAFF,AlphabeticPresentationForms FB00-FB4F,ArabicPresentationForms-A FB50-FDFF,
CJKCompatibilityForms FE30-FE4F,ArabicPresentationForms-B FE70-FEFE,HalfwidthandFullwidthForms FF00-FFEF,Specials FFF0-FFFD`;

const ranges: ReadonlyMap<string, string> = new Map(
  blocks.split(',').map((block) => {
    const [name = '', range = ''] = block.trim().split(' ');
    const [from = '', to = ''] = range.split('-');
    return [name, `\\u{${from}}-\\u{${to}}`];
  }),
);

/** The inside of a character class for a block, `\u{0}-\u{7F}`; undefined for an unknown one. */
export function findBlock(name: string): string | undefined {
  return ranges.get(name);
}
