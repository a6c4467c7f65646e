/**
 * @file The closed table of names a checkpoint's pickle may mention.
 *
 * A name that is not here is an error that shows it; nothing is ever looked up elsewhere, imported
 * or executed. A "function" becomes a {@link PickleCall} record, which `state-dict.ts` interprets.
 */
import type { TensorDtype } from "../tensor-info.ts";

/** Element type of each storage class. */
export const STORAGE_DTYPES: ReadonlyMap<string, TensorDtype> = new Map([
  ["torch DoubleStorage", "float64"],
  ["torch FloatStorage", "float32"],
  ["torch HalfStorage", "float16"],
  ["torch BFloat16Storage", "bfloat16"],
  ["torch LongStorage", "int64"],
  ["torch IntStorage", "int32"],
  ["torch ShortStorage", "int16"],
  ["torch CharStorage", "int8"],
  ["torch ByteStorage", "uint8"],
  ["torch BoolStorage", "bool"],
]);

export const ORDERED_DICT = "collections OrderedDict";
export const REBUILD_TENSOR = "torch._utils _rebuild_tensor_v2";
export const REBUILD_PARAMETER = "torch._utils _rebuild_parameter";

/** Names that may be called: they describe data. */
export const CALLABLE_GLOBALS: ReadonlySet<string> = new Set([
  ORDERED_DICT,
  REBUILD_TENSOR,
  REBUILD_PARAMETER,
  "torch Size",
]);

/** Every permitted name, as "module name". */
export const PERMITTED_GLOBALS: ReadonlySet<string> = new Set([
  ...CALLABLE_GLOBALS,
  ...STORAGE_DTYPES.keys(),
]);
