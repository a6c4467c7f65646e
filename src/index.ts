export {
  ChexbertError,
  FormatError,
  InputError,
  InternalError,
  RuntimeError,
  UsageError,
} from "./base/errors.ts";
export type { BertLabeler, LabelerCounts } from "./labeler/bert-labeler.ts";
export { type LoadLabelerOptions, loadLabeler } from "./labeler/load-labeler.ts";
export {
  type Attribution,
  explainByOcclusion,
  type OcclusionExplanation,
} from "./labeler/occlusion.ts";
export { withRulesBeside } from "./labeler/rules-beside.ts";
export { LABEL_CLASSES, type LabelClass } from "./labels/label-class.ts";
export { OBSERVATIONS, type Observation } from "./labels/observations.ts";
export type { LabelCallOptions, ReportLabeler } from "./labels/report-labeler.ts";
export type {
  Evidence,
  ObservationLabel,
  ReportFacts,
  ReportLabels,
  Span,
  Votes,
} from "./labels/report-labels.ts";
export type { LabelStyle, NumberStyle } from "./reports/label-cells.ts";
export {
  type LabeledReport,
  type LabelReportsOptions,
  labelReports,
} from "./reports/label-reports.ts";
export { type ReadReportsOptions, readReports } from "./reports/read-reports.ts";
export type { JsonValue, Report, ReportFormat } from "./reports/report.ts";
export { type WriteReportsOptions, writeReports } from "./reports/write-reports.ts";
export { loadRuleLabeler, type RuleLabelerOptions } from "./rules/rule-labeler.ts";
