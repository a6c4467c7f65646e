/**
 * @file The pickle machine: protocols 2 to 5, as far as PyTorch's files use them.
 *
 * It builds data and nothing else. Names come from the closed table of `pickle-globals.ts`; a call
 * of a permitted name becomes a record of its arguments. Text-mode opcodes of protocol 0, buffers,
 * sets and extension codes are left out: no PyTorch version wrote them.
 * Source: the comments of Python's `pickletools` module.
 */
import { FormatError } from "../../base/errors.ts";
import { printableName } from "../../base/printable-name.ts";
import { CALLABLE_GLOBALS, ORDERED_DICT, PERMITTED_GLOBALS } from "./pickle-globals.ts";
import { PickleReader } from "./pickle-reader.ts";
import {
  isKind,
  type PickleDict,
  type PickleKey,
  type PickleValue,
  sequenceItems,
} from "./pickle-value.ts";

/**
 * Most opcodes run for one pickle. A BERT-base checkpoint with Adam state has about 28,000; without
 * a limit, 16 MB of one-byte opcodes would build gigabytes of empty objects.
 */
const MAX_OPCODES = 1_000_000;

/** Longest pickle that is read. BERT-base with Adam state has about 0.1 MB. */
export const MAX_PICKLE_BYTES = 16 << 20;

/** Marks the start of a run of items on the stack. */
const MARK = Symbol("mark");

interface Machine {
  readonly reader: PickleReader;
  readonly stack: (PickleValue | typeof MARK)[];
  readonly memo: Map<number, PickleValue>;
}

/** Reads one pickle that starts at `offset`; returns its value and where the next byte is. */
export function parsePickle(
  fileName: string,
  bytes: Uint8Array,
  offset = 0,
): { readonly value: PickleValue; readonly end: number } {
  const machine: Machine = {
    reader: new PickleReader(fileName, bytes, offset),
    stack: [],
    memo: new Map(),
  };
  for (let count = 0; count < MAX_OPCODES; count += 1) {
    const opcode = machine.reader.uint8();
    if (opcode === STOP) return { value: pop(machine), end: machine.reader.offset };
    const operation = OPERATIONS.get(opcode);
    if (operation === undefined) {
      throw machine.reader.wrong("a pickle opcode", `byte 0x${opcode.toString(16)}`);
    }
    operation(machine);
  }
  throw new FormatError(
    "TORCH_PICKLE_LIMIT",
    `Expected at most ${MAX_OPCODES} pickle opcodes in ${fileName}, got more`,
    { hint: "The file is no BERT checkpoint", place: { file: fileName } },
  );
}

const STOP = code(".");

const OPERATIONS: ReadonlyMap<number, (machine: Machine) => void> = new Map<
  number,
  (machine: Machine) => void
>([
  [0x80, checkProtocol],
  [0x95, ({ reader }) => void reader.bytes(8)], // FRAME: a hint for buffered readers
  [code("("), ({ stack }) => void stack.push(MARK)],
  [code("0"), (machine) => void pop(machine)],
  [code("1"), (machine) => void popToMark(machine)],
  [code("N"), pushes(() => null)],
  [0x88, pushes(() => true)],
  [0x89, pushes(() => false)],
  [code("K"), pushes((reader) => reader.uint8())],
  [code("M"), pushes((reader) => reader.uint16())],
  [code("J"), pushes((reader) => reader.int32())],
  [0x8a, pushes((reader) => reader.integer(reader.uint8()))],
  [0x8b, pushes((reader) => reader.integer(reader.uint32()))],
  [code("G"), pushes((reader) => reader.float64())],
  [code("U"), pushes((reader) => reader.byteText(reader.uint8()))],
  [code("T"), pushes((reader) => reader.byteText(reader.uint32()))],
  [code("X"), pushes((reader) => reader.text(reader.uint32()))],
  [0x8c, pushes((reader) => reader.text(reader.uint8()))],
  [0x8d, pushes((reader) => reader.text(reader.length64()))],
  [code("C"), pushes((reader) => reader.bytes(reader.uint8()))],
  [code("B"), pushes((reader) => reader.bytes(reader.uint32()))],
  [code(")"), pushes(() => tuple([]))],
  [code("]"), pushes(() => [])],
  [code("}"), pushes(() => new Map())],
  [code("t"), (machine) => void machine.stack.push(tuple(popToMark(machine)))],
  [0x85, (machine) => pushTuple(machine, 1)],
  [0x86, (machine) => pushTuple(machine, 2)],
  [0x87, (machine) => pushTuple(machine, 3)],
  [code("l"), (machine) => void machine.stack.push(popToMark(machine))],
  [code("d"), buildDict],
  [code("a"), (machine) => append(machine, [pop(machine)])],
  [code("e"), (machine) => append(machine, popToMark(machine))],
  [code("s"), setItem],
  [code("u"), (machine) => setItems(machine, popToMark(machine))],
  [code("q"), (machine) => remember(machine, machine.reader.uint8())],
  [code("r"), (machine) => remember(machine, machine.reader.uint32())],
  [0x94, (machine) => remember(machine, machine.memo.size)],
  [code("h"), (machine) => recall(machine, machine.reader.uint8())],
  [code("j"), (machine) => recall(machine, machine.reader.uint32())],
  [code("c"), pushGlobalOfLines],
  [0x93, pushGlobalOfStack],
  [code("Q"), pushReference],
  [code("R"), call],
  [0x81, call], // NEWOBJ: a class called with arguments, which for our table is the same
  [code("b"), build],
]);

function code(character: string): number {
  return character.charCodeAt(0);
}

function tuple(items: readonly PickleValue[]): PickleValue {
  return { kind: "tuple", items };
}

function pushes(read: (reader: PickleReader) => PickleValue): (machine: Machine) => void {
  return ({ reader, stack }) => void stack.push(read(reader));
}

function checkProtocol({ reader }: Machine): void {
  const protocol = reader.uint8();
  if (5 < protocol) throw reader.wrong("a pickle protocol of at most 5", String(protocol));
}

function pop({ reader, stack }: Machine): PickleValue {
  const value = stack.pop();
  if (value === undefined || value === MARK) throw reader.wrong("a value on the stack", "none");
  return value;
}

function top({ reader, stack }: Machine): PickleValue {
  const value = stack.at(-1);
  if (value === undefined || value === MARK) throw reader.wrong("a value on the stack", "none");
  return value;
}

function popToMark({ reader, stack }: Machine): PickleValue[] {
  const start = stack.lastIndexOf(MARK);
  if (start === -1) throw reader.wrong("a mark on the stack", "none");
  // Nothing above the last mark is a mark.
  const items = stack.splice(start) as (PickleValue | typeof MARK)[];
  return items.filter((item): item is PickleValue => item !== MARK);
}

function pushTuple(machine: Machine, length: number): void {
  const items = Array.from({ length }, () => pop(machine)).reverse();
  machine.stack.push(tuple(items));
}

function append(machine: Machine, items: readonly PickleValue[]): void {
  const list = top(machine);
  if (!Array.isArray(list)) throw machine.reader.wrong("a list to append to", "another value");
  for (const item of items) list.push(item);
}

function buildDict(machine: Machine): void {
  const items = popToMark(machine);
  machine.stack.push(new Map());
  setItems(machine, items);
}

function setItem(machine: Machine): void {
  const value = pop(machine);
  setItems(machine, [pop(machine), value]);
}

function setItems(machine: Machine, items: readonly PickleValue[]): void {
  const dict = top(machine);
  if (!(dict instanceof Map)) throw machine.reader.wrong("a dict to fill", "another value");
  for (let i = 0; i < items.length; i += 2) {
    const [key, value] = [items[i], items[i + 1]];
    if (value === undefined) throw machine.reader.wrong("pairs of key and value", "an odd count");
    setEntry(machine.reader, dict, { key: checkKey(machine.reader, key), value });
  }
}

/** No writer stores a key twice; a file that does shows one value to us and may show Python another. */
function setEntry(
  reader: PickleReader,
  dict: PickleDict,
  entry: { readonly key: PickleKey; readonly value: PickleValue },
): void {
  if (dict.has(entry.key)) {
    throw new FormatError(
      "CHECKPOINT_DOUBLED_TENSOR",
      `Expected every key of a dict once in ${reader.fileName}, got ${printableName(String(entry.key))} twice`,
      { hint: "Write the file again with torch.save", place: { file: reader.fileName } },
    );
  }
  dict.set(entry.key, entry.value);
}

function checkKey(reader: PickleReader, key: PickleValue | undefined): PickleKey {
  if (key === undefined || (typeof key === "object" && key !== null)) {
    throw reader.wrong("a text or number as key of a dict", "another value");
  }
  return key;
}

function remember(machine: Machine, index: number): void {
  machine.memo.set(index, top(machine));
}

function recall({ reader, memo, stack }: Machine, index: number): void {
  const value = memo.get(index);
  if (value === undefined) throw reader.wrong(`memo entry ${index} to exist`, "none");
  stack.push(value);
}

function pushGlobalOfLines(machine: Machine): void {
  const module = machine.reader.line();
  pushGlobal(machine, `${module} ${machine.reader.line()}`);
}

function pushGlobalOfStack(machine: Machine): void {
  const name = pop(machine);
  const module = pop(machine);
  if (typeof name !== "string" || typeof module !== "string") {
    throw machine.reader.wrong("a module and a name", "other values");
  }
  pushGlobal(machine, `${module} ${name}`);
}

function pushGlobal({ reader, stack }: Machine, name: string): void {
  if (!PERMITTED_GLOBALS.has(name)) {
    throw new FormatError(
      "TORCH_UNSUPPORTED_GLOBAL",
      `Expected only names that describe tensors in ${reader.fileName}, got \`${printableName(name)}\``,
      {
        hint: "Nothing was executed; save the state dict alone with torch.save",
        place: { file: reader.fileName, byteOffset: reader.offset },
      },
    );
  }
  stack.push({ kind: "global", name });
}

function pushReference(machine: Machine): void {
  const id = pop(machine);
  if (!isKind(id, "tuple")) throw machine.reader.wrong("a tuple as persistent id", "another value");
  machine.stack.push({ kind: "reference", id });
}

function call(machine: Machine): void {
  const items = sequenceItems(pop(machine));
  const callee = pop(machine);
  if (items === undefined || !isKind(callee, "global") || !CALLABLE_GLOBALS.has(callee.name)) {
    throw machine.reader.wrong("a permitted name to call with a tuple", "another value");
  }
  if (callee.name === ORDERED_DICT) {
    machine.stack.push(orderedDict(machine.reader, items));
    return;
  }
  machine.stack.push({ kind: "call", function: callee.name, arguments: items });
}

/** `OrderedDict()` or, as Python 2 wrote it, `OrderedDict([[key, value], …])`. */
function orderedDict(reader: PickleReader, items: readonly PickleValue[]): PickleDict {
  const dict: PickleDict = new Map();
  for (const pair of sequenceItems(items[0]) ?? []) {
    const [key, value] = sequenceItems(pair) ?? [];
    if (value === undefined) throw reader.wrong("pairs of key and value", "another value");
    setEntry(reader, dict, { key: checkKey(reader, key), value });
  }
  return dict;
}

/** BUILD gives an object its attributes; on an ordered dict that is `_metadata`, which says nothing. */
function build(machine: Machine): void {
  pop(machine);
  if (!(top(machine) instanceof Map)) {
    throw machine.reader.wrong("attributes for an ordered dict", "for another value");
  }
}
