// Front door: everything a page is made of. Components are plain markup: no state, no effects, no script needed.

export { BarChart, type BarChartProps } from './charts/bar-chart.tsx';
export { Button, type ButtonProps, Buttons, LinkButton } from './content/button.tsx';
export { type Day, type DayKind, DayStrip, type DayStripProps, dayKinds } from './content/day-strip.tsx';
export { Details } from './content/details.tsx';
export { EmptyState, type EmptyStateProps } from './content/empty-state.tsx';
export {
  ErrorContent,
  type ErrorContentProps,
  type ErrorKind,
  errorKinds,
  errorTitle,
} from './content/error-content.tsx';
export { Facts, type FactsProps } from './content/facts.tsx';
export { InChinese } from './content/in-chinese.tsx';
export { LinkList, type LinkListProps } from './content/link-list.tsx';
export { LongNumbers } from './content/long-numbers.tsx';
export { Inset, Notice, type NoticeProps } from './content/notice.tsx';
export { Pagination, type PaginationProps } from './content/pagination.tsx';
export { Panel, type PanelProps } from './content/panel.tsx';
export { FormProgress, Progress } from './content/progress.tsx';
export { AutosaveStatus, PrintButton, ReadAloudButton } from './content/script-button.tsx';
export { ServiceList, type ServiceListProps, type ServiceRow, type Topic, TopicGrid } from './content/service-list.tsx';
export { type StatusKind, StatusTag, statusKinds } from './content/status-tag.tsx';
export { type Step, Steps, type StepsProps } from './content/steps.tsx';
export { SummaryList, type SummaryListProps, type SummaryRow } from './content/summary-list.tsx';
export { Table, type TableColumn, type TableProps } from './content/table.tsx';
export { DesignPage, type DesignPageProps } from './design/design-page.tsx';
export { SamplePage, type SamplePageName, type SamplePageProps, samplePageNames } from './design/sample-pages.tsx';
export { type EnhancementName, enhancementNames, loadEnhancements } from './enhancements.ts';
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
export { Breadcrumb, type Crumb } from './page/breadcrumb.tsx';
export { Page, type PageProps } from './page/page.tsx';
export type { PageFooterProps } from './page/page-footer.tsx';
export type { PageHeaderProps } from './page/page-header.tsx';
export { renderPage } from './page/render-page.ts';
export { CertificateCard, type CertificateCardProps } from './papers/certificate-card.tsx';
export { Letter, type LetterProps } from './papers/letter.tsx';
export { QrFrame, type QrFrameProps, type QrModules } from './papers/qr-frame.tsx';
export { Seal } from './papers/seal.tsx';
export { type Asset, loadStyle } from './style-sheet.ts';
export { isTheme, type Theme, type TypeSize, themes, typeSizes } from './theme.ts';
