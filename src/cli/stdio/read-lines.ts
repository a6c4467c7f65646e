/**
 * @file Bytes to lines of bounded length.
 */

/** The longest request, 64 MiB: some ten thousand long reports. A longer line would fill the memory. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** A line without its end, or the news that one was too long and was thrown away. */
export type Line = { readonly text: string } | { readonly tooLong: true };

/** Splits bytes at LF; a CR before it is dropped, and a last line needs no end. */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): Line => {
    const line: Line =
      maxBytes < length
        ? { tooLong: true }
        : { text: Buffer.concat(parts).toString("utf8").replace(/\r$/, "") };
    parts = [];
    length = 0;
    return line;
  };
  const add = (bytes: Buffer) => {
    length += bytes.length;
    if (length <= maxBytes) parts.push(bytes);
    else parts = [];
  };
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(10); 0 <= end; end = bytes.indexOf(10, start)) {
      add(bytes.subarray(start, end));
      yield take();
      start = end + 1;
    }
    add(bytes.subarray(start));
  }
  if (0 < length) yield take();
}
