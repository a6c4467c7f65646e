/**
 * @file The parts of a graph as ONNX protobuf messages.
 *
 * Only what our graphs need: dense tensors, inline or external, and attributes that are numbers,
 * lists of integers or strings.
 */
import { create } from "@bufbuild/protobuf";
import {
  type AttributeProto,
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  type TensorProto,
  TensorProto_DataLocation,
  TensorProto_DataType,
  TensorProtoSchema,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from "./generated/onnx_pb.ts";
import type { ElementType, TensorData } from "./tensor-data.ts";

/** An operator's attribute; the key says how ONNX stores it. */
export type Attribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly ints: readonly number[] }
  | { readonly string: string };

/** Sizes are numbers, or names of sizes that are known only when the graph runs. */
export type SymbolicShape = readonly (number | string)[];

const DATA_TYPES = {
  float32: TensorProto_DataType.FLOAT,
  float64: TensorProto_DataType.DOUBLE,
  float16: TensorProto_DataType.FLOAT16,
  bfloat16: TensorProto_DataType.BFLOAT16,
  int32: TensorProto_DataType.INT32,
  int64: TensorProto_DataType.INT64,
  int8: TensorProto_DataType.INT8,
  uint8: TensorProto_DataType.UINT8,
  bool: TensorProto_DataType.BOOL,
} as const satisfies Record<ElementType, TensorProto_DataType>;

/** Returns ONNX's number of an element type. */
export function toDataType(type: ElementType): number {
  return DATA_TYPES[type];
}

export function attributeProto(name: string, attribute: Attribute): AttributeProto {
  const { FLOAT, INT, INTS, STRING } = AttributeProto_AttributeType;
  if ("int" in attribute) {
    return create(AttributeProtoSchema, { name, type: INT, i: BigInt(attribute.int) });
  }
  if ("float" in attribute) {
    return create(AttributeProtoSchema, { name, type: FLOAT, f: attribute.float });
  }
  if ("ints" in attribute) {
    return create(AttributeProtoSchema, { name, type: INTS, ints: attribute.ints.map(BigInt) });
  }
  const s = new TextEncoder().encode(attribute.string);
  return create(AttributeProtoSchema, { name, type: STRING, s });
}

export function tensorProto(name: string, tensor: TensorData): TensorProto {
  const common = { name, dims: tensor.shape.map(BigInt), dataType: DATA_TYPES[tensor.type] };
  if ("bytes" in tensor) return create(TensorProtoSchema, { ...common, rawData: tensor.bytes });
  return create(TensorProtoSchema, {
    ...common,
    dataLocation: TensorProto_DataLocation.EXTERNAL,
    externalData: [
      { key: "location", value: tensor.file },
      { key: "offset", value: String(tensor.offset) },
      { key: "length", value: String(tensor.length) },
    ],
  });
}

/** Describes an input or output; without a shape, ONNX Runtime infers it. */
export function valueInfoProto(
  name: string,
  type: ElementType,
  shape?: SymbolicShape,
): ValueInfoProto {
  const elemType = DATA_TYPES[type];
  const dim = shape?.map((size) =>
    typeof size === "number"
      ? { value: { case: "dimValue" as const, value: BigInt(size) } }
      : { value: { case: "dimParam" as const, value: size } },
  );
  const value = dim === undefined ? { elemType } : { elemType, shape: { dim } };
  return create(ValueInfoProtoSchema, { name, type: { value: { case: "tensorType", value } } });
}
