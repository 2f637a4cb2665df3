/** 国办函〔2016〕108号: A issued by an organ, B compared with the original, C uploaded, D made by the person alone. */
export type Trust = 'A' | 'B' | 'C' | 'D';

/** A file's trust only rises, and only by comparing it with the original. */
export const mayTrust = (before: Trust, after: Trust): boolean => before === after || (after === 'B' && before !== 'A');
