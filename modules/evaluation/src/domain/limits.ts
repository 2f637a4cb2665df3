import type { Term } from '@zhengtong/standards';

/** Limits of a rectification: first contact and repair from the day it was opened, the answer from the day it was settled. */
export type Limits = {
  readonly contact: Term;
  readonly repair: Term;
  readonly feedBack: Term;
  /** Where such limits are in force, or whose choice they are. */
  readonly source: string;
};

const workingDays = (count: number): Term => ({ unit: 'working-day', count });

/** The order of 2019 sets no days; places set their own. A rectification remembers which held when it was opened. */
export const limitPresets = {
  'five-working-days': {
    contact: workingDays(1),
    repair: workingDays(5),
    feedBack: workingDays(1),
    source: '德州、襄城的办法：5 个工作日内整改；1 个工作日内核实',
  },
  'seven-days': {
    contact: workingDays(1),
    repair: { unit: 'natural-day', count: 7 },
    feedBack: workingDays(1),
    source: '北京市：差评 7 日内核实整改',
  },
  'fifteen-working-days': {
    contact: workingDays(1),
    repair: workingDays(15),
    feedBack: workingDays(1),
    source: '四川某区：15 个工作日内办结，回访、反馈率 100%',
  },
} as const satisfies Record<string, Limits>;

export type LimitsName = keyof typeof limitPresets;
export const usualLimits: LimitsName = 'five-working-days';
export const isLimitsName = (name: string): name is LimitsName => Object.hasOwn(limitPresets, name);
