/**
 * @file What is learned from: the token ids of a report and its 14 classes.
 */
export interface TrainingExample {
  /** `[CLS]` first, `[SEP]` last. */
  readonly inputIds: Int32Array;
  /** Class index of each observation in head order. */
  readonly classIndices: Uint8Array;
}
