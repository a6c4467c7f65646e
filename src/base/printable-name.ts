/**
 * @file Names that come from a file and go into a message.
 */

/** Longest part that is shown; a hostile name can have megabytes. */
const MAX_SHOWN_LENGTH = 120;

/** Shows a name with plain characters only, so that it cannot steer a terminal. */
export function printableName(name: string): string {
  const plain = name.slice(0, MAX_SHOWN_LENGTH).replace(/[^\x20-\x7e]/g, "?");
  return name.length <= MAX_SHOWN_LENGTH ? plain : `${plain}...`;
}
