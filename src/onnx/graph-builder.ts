/**
 * @file Builds an ONNX graph, operator by operator [ONNX opset 20].
 *
 * Values are named by the order in which they are made, so the same calls give the same bytes.
 * Shapes are not inferred here: ONNX Runtime does that when it loads the model, and our code
 * states them in comments.
 */
import { create, toBinary } from "@bufbuild/protobuf";
import { ModelProtoSchema, type NodeProto, NodeProtoSchema } from "./generated/onnx_pb.ts";
import {
  type Attribute,
  attributeProto,
  type SymbolicShape,
  tensorProto,
  toDataType,
  valueInfoProto,
} from "./model-proto.ts";
import { type ElementType, float32Tensor, int64Tensor, type TensorData } from "./tensor-data.ts";

/** Opset 20 is the first with Gelu as an operator of its own. */
const OPSET_VERSION = 20n;
/** The IR version that came with opset 20. */
const IR_VERSION = 9n;

export type { SymbolicShape };

/** A tensor inside a graph, known by name. */
export interface Value {
  readonly name: string;
  readonly type: ElementType;
}

export interface GemmOptions {
  /** Uses the transpose of the first matrix. @default false */
  readonly transposeA?: boolean;
  /** Uses the transpose of the second matrix. @default false */
  readonly transposeB?: boolean;
  /** Added to the product; broadcast over rows. */
  readonly addend?: Value;
  /** Factor of the product. @default 1 */
  readonly alpha?: number;
  /** Factor of the addend. @default 1 */
  readonly beta?: number;
}

export class GraphBuilder {
  readonly #nodes: NodeProto[] = [];
  readonly #inputs: { readonly value: Value; readonly shape: SymbolicShape }[] = [];
  readonly #outputs: Value[] = [];
  readonly #initializers = new Map<string, TensorData>();
  readonly #constants = new Map<string, Value>();

  /** Declares a tensor that is given at each run. */
  input(name: string, type: ElementType, shape: SymbolicShape): Value {
    const value = { name, type };
    this.#inputs.push({ value, shape });
    return value;
  }

  /** Declares a tensor that the graph carries with it, such as a parameter. */
  initializer(name: string, tensor: TensorData): Value {
    this.#initializers.set(name, tensor);
    return { name, type: tensor.type };
  }

  /** Gives a value a name under which a run returns it. */
  output(name: string, value: Value): void {
    const [renamed] = this.node("Identity", [value], { outputNames: [name] });
    this.#outputs.push({ name: renamed.name, type: value.type });
  }

  /** Writes the model. */
  toBytes(): Uint8Array {
    const model = create(ModelProtoSchema, {
      irVersion: IR_VERSION,
      producerName: "chexbert",
      opsetImport: [{ domain: "", version: OPSET_VERSION }],
      graph: {
        name: "graph",
        node: this.#neededNodes(),
        initializer: Array.from(this.#initializers, ([name, tensor]) => tensorProto(name, tensor)),
        input: this.#inputs.map(({ value, shape }) =>
          valueInfoProto(value.name, value.type, shape),
        ),
        output: this.#outputs.map(({ name, type }) => valueInfoProto(name, type)),
      },
    });
    return toBinary(ModelProtoSchema, model);
  }

  /** Leaves out what no output depends on, such as gradients that nobody asks for. */
  #neededNodes(): NodeProto[] {
    const needed = new Set(this.#outputs.map(({ name }) => name));
    const kept: NodeProto[] = [];
    for (const node of this.#nodes.toReversed()) {
      if (!node.output.some((name) => needed.has(name))) continue;
      for (const name of node.input) needed.add(name);
      kept.push(node);
    }
    return kept.toReversed();
  }

  /**
   * Adds one operator and returns its outputs. `undefined` among the inputs leaves out an optional
   * one. The outputs have the type of the first input unless `type` says otherwise.
   */
  node(
    operator: string,
    inputs: readonly (Value | undefined)[],
    options: {
      readonly attributes?: Readonly<Record<string, Attribute>>;
      readonly type?: ElementType;
      readonly outputCount?: number;
      readonly outputNames?: readonly string[];
    } = {},
  ): readonly [Value, ...Value[]] {
    const name = `${operator}_${this.#nodes.length}`;
    const type = options.type ?? inputs.find((input) => input !== undefined)?.type ?? "float32";
    const [first = name, ...rest] =
      options.outputNames ??
      Array.from({ length: options.outputCount ?? 1 }, (_, i) => (i === 0 ? name : `${name}.${i}`));
    this.#nodes.push(
      create(NodeProtoSchema, {
        name,
        opType: operator,
        input: inputs.map((input) => input?.name ?? ""),
        output: [first, ...rest],
        attribute: Object.entries(options.attributes ?? {}).map(([key, attribute]) =>
          attributeProto(key, attribute),
        ),
      }),
    );
    return [{ name: first, type }, ...rest.map((other) => ({ name: other, type }))];
  }

  /** A list of integers inside the graph, such as a shape; equal lists are stored once. */
  integers(values: readonly number[]): Value {
    return this.#constant(`ints_${values.join("_")}`, int64Tensor(values, [values.length]));
  }

  /** A single integer inside the graph. */
  integer(value: number): Value {
    return this.#constant(`int_${value}`, int64Tensor([value], []));
  }

  /** A single number inside the graph. */
  scalar(value: number): Value {
    return this.#constant(`scalar_${value}`, float32Tensor([value], []));
  }

  /** A vector inside the graph that holds one number everywhere. */
  vector(value: number, length: number): Value {
    const tensor = float32Tensor(new Float32Array(length).fill(value), [length]);
    return this.#constant(`vector_${value}_${length}`, tensor);
  }

  #constant(name: string, tensor: TensorData): Value {
    const known = this.#constants.get(name);
    if (known !== undefined) return known;
    const value = this.initializer(name, tensor);
    this.#constants.set(name, value);
    return value;
  }

  // Arithmetic, with broadcasting.

  add(x: Value, y: Value): Value {
    return this.node("Add", [x, y])[0];
  }

  subtract(x: Value, y: Value): Value {
    return this.node("Sub", [x, y])[0];
  }

  multiply(x: Value, y: Value): Value {
    return this.node("Mul", [x, y])[0];
  }

  divide(x: Value, y: Value): Value {
    return this.node("Div", [x, y])[0];
  }

  /** [..., N, K] · [..., K, M] → [..., N, M]. */
  matMul(x: Value, y: Value): Value {
    return this.node("MatMul", [x, y])[0];
  }

  /** alpha · A · B + beta · addend, for matrices. */
  gemm(a: Value, b: Value, options: GemmOptions = {}): Value {
    const { transposeA = false, transposeB = false, addend, alpha = 1, beta = 1 } = options;
    const inputs = addend === undefined ? [a, b] : [a, b, addend];
    const attributes = {
      alpha: { float: alpha },
      beta: { float: beta },
      transA: { int: Number(transposeA) },
      transB: { int: Number(transposeB) },
    };
    return this.node("Gemm", inputs, { attributes })[0];
  }

  reduceSum(x: Value, axes: readonly number[], keepAxes: "keep" | "drop" = "drop"): Value {
    const attributes = { keepdims: { int: Number(keepAxes === "keep") } };
    return this.node("ReduceSum", [x, this.integers(axes)], { attributes })[0];
  }

  // Shapes.

  /** In `shape`, 0 keeps the size of that axis and -1 takes what remains. */
  reshape(x: Value, shape: readonly number[]): Value {
    return this.node("Reshape", [x, this.integers(shape)])[0];
  }

  /** Reshapes to sizes that are computed inside the graph. */
  reshapeTo(x: Value, shape: Value): Value {
    return this.node("Reshape", [x, shape])[0];
  }

  transpose(x: Value, permutation: readonly number[]): Value {
    return this.node("Transpose", [x], { attributes: { perm: { ints: permutation } } })[0];
  }

  /** Takes slices of `x` along an axis: the shape of `indices` replaces that axis. */
  gather(x: Value, indices: Value, axis = 0): Value {
    return this.node("Gather", [x, indices], { attributes: { axis: { int: axis } } })[0];
  }

  concat(values: readonly Value[], axis: number): Value {
    return this.node("Concat", values, { attributes: { axis: { int: axis } } })[0];
  }

  /** The sizes of `x` from axis `start` up to, but without, axis `end`. */
  shapeOf(x: Value, start: number, end: number): Value {
    const attributes = { start: { int: start }, end: { int: end } };
    return this.node("Shape", [x], { attributes, type: "int64" })[0];
  }

  cast(x: Value, type: ElementType): Value {
    const attributes = { to: { int: toDataType(type) } };
    return this.node("Cast", [x], { attributes, type })[0];
  }

  // Neural network operators.

  softmax(x: Value, axis = -1): Value {
    return this.node("Softmax", [x], { attributes: { axis: { int: axis } } })[0];
  }

  /** The exact form, with erf. */
  gelu(x: Value): Value {
    return this.node("Gelu", [x])[0];
  }

  /** Normalizes over the last axis, then scales and shifts. */
  layerNormalization(x: Value, scale: Value, bias: Value, epsilon: number): Value {
    const attributes = { axis: { int: -1 }, epsilon: { float: epsilon } };
    return this.node("LayerNormalization", [x, scale, bias], { attributes })[0];
  }
}
