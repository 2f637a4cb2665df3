import Type, { type Static } from 'typebox';

const Text = (most: number) => Type.String({ minLength: 1, maxLength: most });
const key = Type.String({ pattern: '^[a-z][A-Za-z0-9-]{0,63}$' });

/** How long something may take. Halves only of working days: limits of steps often are 0.5. */
export const Limit = Type.Object({
  amount: Type.Number({ minimum: 0, maximum: 3650, multipleOf: 0.5 }),
  unit: Type.Union([Type.Literal('working-days'), Type.Literal('days'), Type.Literal('months')]),
});
export type Limit = Static<typeof Limit>;

/** Who does what after acceptance, in this order; half days add up to at most the promised limit. */
export const Step = Type.Object({
  key,
  name: Text(100),
  nameEn: Type.Optional(Text(100)),
  role: Type.Union([Type.Literal('reviewer'), Type.Literal('approver')]),
  /** Half working days: 5 is two and a half days. */
  halfDays: Type.Integer({ minimum: 0, maximum: 720 }),
  /** Where another organisation than the item's own does it. */
  organisationId: Type.Optional(Type.String({ format: 'uuid' })),
});
export type Step = Static<typeof Step>;

/** Time that does not count (行政许可法 45): hearing, inspection, testing, expert review; with its longest length. */
export const ExcludedProcedure = Type.Object({
  key,
  name: Text(100),
  nameEn: Type.Optional(Text(100)),
  /** 行政许可法第四十五条; the applicant is told in writing. */
  law: Text(300),
  mostDays: Type.Integer({ minimum: 1, maximum: 365 }),
});
export type ExcludedProcedure = Static<typeof ExcludedProcedure>;

const Sight = Type.Union([
  Type.Literal('hidden'),
  Type.Literal('masked'),
  Type.Literal('on-reason'),
  Type.Literal('plain'),
]);

/**
 * Who sees how much of some questions or materials, by state and post, where the house's own table does not fit; and which answers
 * stay as they were filed. `on-reason`: masked, shown whole to who holds the case for a reason that the applicant reads.
 */
export const FieldRight = Type.Object(
  {
    questions: Type.Array(key, { minItems: 1, maxItems: 200 }),
    states: Type.Optional(
      Type.Array(
        Type.Union([
          Type.Literal('submitted'),
          Type.Literal('correction'),
          Type.Literal('accepted'),
          Type.Literal('decided'),
          Type.Literal('delivered'),
          Type.Literal('not-accepted'),
          Type.Literal('withdrawn'),
          Type.Literal('lapsed'),
          Type.Literal('archived'),
        ]),
        { minItems: 1 },
      ),
    ),
    sees: Type.Object(
      {
        clerk: Type.Optional(Sight),
        reviewer: Type.Optional(Sight),
        approver: Type.Optional(Sight),
        supervisor: Type.Optional(Sight),
      },
      { additionalProperties: false },
    ),
    isFixedOnceFiled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type FieldRight = Static<typeof FieldRight>;

export const Process = Type.Object({
  steps: Type.Array(Step, { minItems: 1, maxItems: 30 }),
  excluded: Type.Array(ExcludedProcedure),
  /** What silence past the limit means. It never refuses: whoever is not answered is not refused but owed an answer. */
  silence: Type.Union([Type.Literal('none'), Type.Literal('approve')], {
    description:
      '逾期未决只能写 none，或者在法律写明视为准予时写 approve；不予批准只能由人作出，不会因为逾期发生。 · ' +
      'Silence is none, or approve where a law says so: only a person refuses, never a limit that ran out.',
  }),
  /** The first that names the question and the state counts. */
  fieldRights: Type.Optional(Type.Array(FieldRight, { maxItems: 100 })),
});
export type Process = Static<typeof Process>;

const decidedPeriods = ['permanent', '30-years', '10-years'] as const;
const undecidedPeriods = ['30-years', '10-years', '5-years'] as const;
/** How long the papers of a case are kept after its end (保管期限). */
export type RetentionPeriod = (typeof decidedPeriods)[number] | (typeof undecidedPeriods)[number];

/**
 * `decided`: of a case with an answer, also of one not accepted; the periods of 国家档案局令第8号, which the office sets and its
 * archive office examines (档案法实施条例 19). `undecided`: of a case withdrawn or lapsed.
 */
export const Retention = Type.Object(
  {
    decided: Type.Optional(Type.Unsafe<(typeof decidedPeriods)[number]>({ type: 'string', enum: [...decidedPeriods] })),
    undecided: Type.Optional(
      Type.Unsafe<(typeof undecidedPeriods)[number]>({ type: 'string', enum: [...undecidedPeriods] }),
    ),
  },
  { additionalProperties: false },
);
export type Retention = Static<typeof Retention>;
