import type { Exact } from '../exact/rational.ts';
import type { Rounding } from '../exact/rounding.ts';
import type { Type } from '../ir/type.ts';
import type { Unit } from '../ir/unit.ts';
import type { At } from './problem.ts';
import type { Said } from './raw.ts';

/** A rule text understood block by block; expressions still as words. Days are day numbers, `until` is the first day no longer. */
export type RuleText = {
  readonly title: string;
  readonly id: string;
  readonly versionFrom: number | null;
  readonly law: string;
  readonly region: string;
  /** The answers people ask for; where unsaid, every rule no other rule reads. */
  readonly outputs: readonly Said[];
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
  readonly entities: readonly Entity[];
  readonly parameters: readonly Parameter[];
  readonly rules: readonly Rule[];
  readonly exceptions: readonly Exception[];
  readonly tables: readonly Table[];
  readonly discretions: readonly Discretion[];
  readonly gaps: readonly Gap[];
  readonly examples: readonly Example[];
  readonly claims: readonly Claim[];
  /** SHA-256 of the source, hex. */
  readonly digest: string;
};

/** `citation` is empty outside any article. `digest` is of the words quoted here, `stated` what the author wrote down. */
export type Article = {
  readonly citation: string;
  readonly law: string;
  readonly number: string;
  readonly text: string;
  readonly digest: string;
  readonly stated: Said | null;
  /** Why the words quoted could not be proof-read; empty where nothing is said. */
  readonly proof: string;
  readonly at: At;
};

type InForce = { readonly from: number | null; readonly until: number | null };
type Named = { readonly name: string; readonly at: At; readonly article: Article };

export type Fact = {
  readonly name: string;
  readonly at: At;
  readonly type: Type;
  readonly low: Exact | null;
  readonly high: Exact | null;
  /** The register or paper the fact comes from, as the text names it. */
  readonly source: string;
  readonly note: string;
};
/** `unit` is what counting them gives: 人 unless said otherwise. */
export type Entity = { readonly name: string; readonly at: At; readonly unit: Unit; readonly fields: readonly Fact[] };

export type ParameterValue = {
  readonly keys: readonly string[];
  readonly from: number | null;
  readonly until: number | null;
  readonly value: Said;
  readonly decree: string;
  readonly at: At;
};
export type Parameter = Named & {
  readonly type: Type;
  /** Names of the coded facts or rules a value depends on. */
  readonly by: readonly Said[];
  readonly checkedUntil: number | null;
  /** Why its decree could not be proof-read: its own words, else those of its article. */
  readonly proof: string;
  readonly values: readonly ParameterValue[];
};

export type Rule = Named &
  InForce & {
    readonly body: Said;
    readonly type: Type | null;
    readonly rounding: Rounding | null;
    readonly atLeast: Said | null;
    readonly atMost: Said | null;
    readonly reasonCode: string;
  };
export type Exception = Named &
  InForce & { readonly label: string; readonly when: Said; readonly body: Said; readonly rank: number };

export type HitPolicy = 'U' | 'A' | 'P' | 'F' | 'R' | 'O' | 'C' | 'C+' | 'C<' | 'C>' | 'C#';
export type Table = Named &
  InForce & {
    readonly policy: HitPolicy;
    readonly inputs: readonly Said[];
    readonly outputs: readonly { readonly name: string; readonly priorities: readonly string[] }[];
    readonly rows: readonly {
      readonly at: At;
      readonly tests: readonly Said[];
      readonly results: readonly Said[];
      readonly note: string;
    }[];
    readonly otherwise: Said | null;
    readonly rounding: Rounding | null;
    readonly type: Type | null;
  };

/** An open norm: a person decides, the engine never. */
export type Discretion = Named & { readonly by: string; readonly type: Type; readonly consider: string };
/** A clause nobody could turn into a rule. A decision resting on it waits until a person accepts the gap. */
export type Gap = Named & { readonly reason: string; readonly accepted: boolean; readonly affects: readonly Said[] };

export type Binding = { readonly name: Said; readonly value: Said };
export type Example = Named & {
  readonly factsDay: number | null;
  readonly lawDay: number | null;
  readonly facts: readonly Binding[];
  readonly expected: readonly Binding[];
};
/** When `fact` goes up, `output` never goes that way. */
export type Claim = Named & { readonly fact: Said; readonly output: Said; readonly never: 'up' | 'down' };
