/**
 * @file The 14 observations [Smit2020] and the three column orders in use.
 *
 * The order of {@link OBSERVATIONS} is the order of the model's heads and never changes. The other
 * two orders exist for files only; columns are always matched by name, never by position.
 */

/** The observations in the order of CheXbert's heads and of its output columns. */
export const OBSERVATIONS = [
  "Enlarged Cardiomediastinum",
  "Cardiomegaly",
  "Lung Opacity",
  "Lung Lesion",
  "Edema",
  "Consolidation",
  "Pneumonia",
  "Atelectasis",
  "Pneumothorax",
  "Pleural Effusion",
  "Pleural Other",
  "Fracture",
  "Support Devices",
  "No Finding",
] as const;

/** The name of an observation, as label files have it. */
export type Observation = (typeof OBSERVATIONS)[number];

/** Column order of chexpert-labeler: No Finding first, and Lung Lesion before Lung Opacity. */
export const CHEXPERT_ORDER = [
  "No Finding",
  "Enlarged Cardiomediastinum",
  "Cardiomegaly",
  "Lung Lesion",
  "Lung Opacity",
  "Edema",
  "Consolidation",
  "Pneumonia",
  "Atelectasis",
  "Pneumothorax",
  "Pleural Effusion",
  "Pleural Other",
  "Fracture",
  "Support Devices",
] as const satisfies readonly Observation[];

/** Column order of the MIMIC-CXR-JPG label files: alphabetical. */
export const MIMIC_JPG_ORDER: readonly Observation[] = OBSERVATIONS.toSorted();

/** The column orders that `--columns` offers. */
export const COLUMN_ORDERS = {
  chexbert: OBSERVATIONS,
  chexpert: CHEXPERT_ORDER,
  "mimic-jpg": MIMIC_JPG_ORDER,
} as const satisfies Record<string, readonly Observation[]>;

export type ColumnOrder = keyof typeof COLUMN_ORDERS;

/** The five observations that most report-generation papers score. */
export const TOP_FIVE = [
  "Cardiomegaly",
  "Edema",
  "Consolidation",
  "Atelectasis",
  "Pleural Effusion",
] as const satisfies readonly Observation[];

/** Other names of observations in published label files, in lower case. */
const ALIASES: ReadonlyMap<string, Observation> = new Map([
  ["airspace opacity", "Lung Opacity"],
  ["effusion", "Pleural Effusion"],
]);

const BY_LOWER_CASE_NAME: ReadonlyMap<string, Observation> = new Map(
  OBSERVATIONS.map((observation) => [observation.toLowerCase(), observation]),
);

/** Finds an observation by its column name, in any letter case; `undefined` for other columns. */
export function parseObservation(columnName: string): Observation | undefined {
  const name = columnName.trim().toLowerCase();
  return BY_LOWER_CASE_NAME.get(name) ?? ALIASES.get(name);
}
