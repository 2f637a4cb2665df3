import type { Lang } from '../language.ts';
import { type FieldProps, Group } from './field.tsx';

/** The five grades of 好差评 (GB/T 39735-2020), best first as the standard lists them; 2 and 1 are 差评. */
export const ratingGrades = [
  { value: '5', zh: '非常满意', en: 'Very satisfied' },
  { value: '4', zh: '满意', en: 'Satisfied' },
  { value: '3', zh: '基本满意', en: 'Fairly satisfied' },
  { value: '2', zh: '不满意', en: 'Dissatisfied' },
  { value: '1', zh: '非常不满意', en: 'Very dissatisfied' },
] as const satisfies ({ value: string } & Record<Lang, string>)[];

const star = 'M12 3l2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2 6.4 20.3l1.2-6.3L3 9.6l6.3-.8z';

function Stars({ count }: { count: number }) {
  return (
    <svg className="stars" viewBox="0 0 120 24" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((at) => (
        <path key={at} className={at < count ? 'full' : undefined} d={star} transform={`translate(${at * 24})`} />
      ))}
    </svg>
  );
}

/** Five grades of equal size in one touch each. None is chosen beforehand: no answer is not a five. */
export function RatingInput(field: FieldProps) {
  return (
    <Group {...field}>
      <div className="rating">
        {ratingGrades.map((grade) => (
          <div className="tick" key={grade.value}>
            <input
              type="radio"
              id={`${field.id}-${grade.value}`}
              name={field.name}
              value={grade.value}
              defaultChecked={grade.value === field.value}
              disabled={field.isDisabled}
            />
            <label htmlFor={`${field.id}-${grade.value}`}>
              <Stars count={Number(grade.value)} />
              <span className="grade">{grade[field.lang ?? 'zh']}</span>
            </label>
          </div>
        ))}
      </div>
    </Group>
  );
}
