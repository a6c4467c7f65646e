/**
 * @file Files in messages are named as the user named them.
 */

/**
 * Takes the working folder off the paths in a message, which came from resolving what the user
 * typed; a path that was typed in full stays.
 */
export function showPathsAsTyped(message: string, cwd: string, argv: readonly string[]): string {
  const folder = /[\\/]$/.test(cwd) ? cwd : `${cwd}${cwd.includes("\\") ? "\\" : "/"}`;
  // In the root folder every path would lose its first character.
  if (folder.length < 2 || argv.some((token) => token.includes(folder))) return message;
  return message.replaceAll(folder, "");
}
