export {
  ChexbertError,
  FormatError,
  InputError,
  InternalError,
  RuntimeError,
  UsageError,
} from "./base/errors.ts";
export { LABEL_CLASSES, type LabelClass } from "./labels/label-class.ts";
export { OBSERVATIONS, type Observation } from "./labels/observations.ts";
export type { LabelCallOptions, ReportLabeler } from "./labels/report-labeler.ts";
export type {
  Evidence,
  ObservationLabel,
  ReportFacts,
  ReportLabels,
  Span,
} from "./labels/report-labels.ts";
export { loadRuleLabeler, type RuleLabelerOptions } from "./rules/rule-labeler.ts";
