/**
 * @file Adam's state as PyTorch stores it in `optimizer_state_dict`.
 *
 * Parameter ids in the file may be any integers; moments belong to parameters by the order of
 * `param_groups[..].params`, which is the order of the model's parameters [chexbert.md §7.1].
 */

/** The hyperparameters of one parameter group. */
export interface AdamParameterGroup {
  readonly learningRate: number;
  readonly betas: readonly [number, number];
  readonly epsilon: number;
  readonly weightDecay: number;
  readonly amsgrad: boolean;
  readonly parameterCount: number;
}

/** The moments of one parameter, in row-major order. */
export interface AdamMoments {
  readonly step: number;
  readonly shape: readonly number[];
  /** Running mean of the gradient. */
  readonly expAvg: Float32Array;
  /** Running mean of the squared gradient. */
  readonly expAvgSq: Float32Array;
}

/** Adam's state in a checkpoint: settings by group, and a count and two moments for each parameter. */
export interface AdamState {
  readonly parameterGroups: readonly AdamParameterGroup[];
  /** Names of the parameters in optimizer order, as far as the state dict names them. */
  readonly parameterNames: readonly string[];
  readonly parameterCount: number;
  /** Reads the moments of the parameter at a position; `undefined` when it never had a gradient. */
  readMoments(parameterIndex: number): Promise<AdamMoments | undefined>;
}
