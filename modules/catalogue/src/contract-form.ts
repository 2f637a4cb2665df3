export type { Condition as FormCondition, FormDefinition, Question as FormQuestion } from '@zhengtong/forms';
