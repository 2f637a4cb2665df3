// Front door: everything a page is made of. Components are plain markup: no state, no effects, no script needed.
export {
  Checkbox,
  Checkboxes,
  type CheckboxesProps,
  type CheckboxProps,
  type Choice,
  Radios,
  type RadiosProps,
} from './fields/choices.tsx';
export {
  DateInput,
  type DateInputProps,
  type DatePart,
  datePartName,
  dateParts,
  joinDateParts,
} from './fields/date-input.tsx';
export { ErrorSummary, type ErrorSummaryProps } from './fields/error-summary.tsx';
export { controlProps, describedBy, Field, type FieldProps, Group } from './fields/field.tsx';
export { FileUpload, type FileUploadProps, type UploadedFile } from './fields/file-upload.tsx';
export { MoneyInput } from './fields/money-input.tsx';
export { RatingInput, ratingGrades } from './fields/rating-input.tsx';
export { SearchBox, type SearchBoxProps } from './fields/search-box.tsx';
export { Select, type SelectProps } from './fields/select.tsx';
export { TextArea, type TextAreaProps } from './fields/text-area.tsx';
export { TextInput, type TextInputProps } from './fields/text-input.tsx';
export { Icon, type IconName, Mark } from './icons/icon.tsx';
export { type Lang, type UiWords, uiWords } from './language.ts';
export { isTheme, type Theme, type TypeSize, themes, typeSizes } from './theme.ts';
