import type { ItemContent, RetentionPeriod } from './contract.ts';

/**
 * What an item says, or the house for it (decision 0016): where something was decided, the shortest period of 国家档案局令第8号;
 * where nothing was, as long as a court may still be asked about what happened on the way (行政诉讼法 46(2)).
 */
export const retentionOf = ({
  retention,
}: Pick<ItemContent, 'retention'>): { decided: RetentionPeriod; undecided: RetentionPeriod } => ({
  decided: retention?.decided ?? '10-years',
  undecided: retention?.undecided ?? '5-years',
});
