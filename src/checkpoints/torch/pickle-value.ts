/**
 * @file The data a pickle can describe. There is no object here with behavior of its own.
 */

export type PickleKey = string | number | bigint | boolean | null;

/** Python's dict and OrderedDict; entries keep their order. */
export type PickleDict = Map<PickleKey, PickleValue>;

export interface PickleTuple {
  readonly kind: "tuple";
  readonly items: readonly PickleValue[];
}

/** A name from the closed table, such as `torch FloatStorage`. */
export interface PickleGlobal {
  readonly kind: "global";
  readonly name: string;
}

/** Something outside the pickle, such as the bytes of a storage. */
export interface PickleReference {
  readonly kind: "reference";
  readonly id: PickleTuple;
}

/** What a permitted function made of its arguments. */
export interface PickleCall {
  readonly kind: "call";
  readonly function: string;
  readonly arguments: readonly PickleValue[];
}

export type PickleValue =
  | PickleKey
  | Uint8Array
  | PickleValue[]
  | PickleDict
  | PickleTuple
  | PickleGlobal
  | PickleReference
  | PickleCall;

/** Returns the items of a tuple or list; `undefined` for anything else. */
export function sequenceItems(value: PickleValue | undefined): readonly PickleValue[] | undefined {
  if (Array.isArray(value)) return value;
  return isKind(value, "tuple") ? value.items : undefined;
}

/** Tells apart the tagged kinds of value. */
export function isKind<K extends "tuple" | "global" | "reference" | "call">(
  value: PickleValue | undefined,
  kind: K,
): value is Extract<PickleValue, { readonly kind: K }> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}
