/**
 * @file White space as Python counts it: the 29 code points of `str.strip` and of `\s` [chexbert.md §4].
 *
 * JavaScript's `\s` and `trim` count others (U+FEFF, but not U+001C-001F and U+0085), so report
 * text is never cleaned with them.
 */

/** The inside of a regular-expression class. */
export const WHITE_SPACE_CLASS =
  "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
