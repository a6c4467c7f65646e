/**
 * What is written where, for people who must answer for patient data. A test plants a sentence in
 * every input and looks for it everywhere else.
 */
export const PRIVACY_FACTS: readonly (readonly [string, string])[] = [
  ["OUT", "the input's columns, text included, and the labels"],
  ["OUT.partial", "the same, while a run is unfinished"],
  ["OUT.errors.csv", "row numbers, ids and error codes of rows left out (--on-error skip)"],
  ["OUT.manifest.json", "names of files and columns, checksums, options, counts, timing; no text"],
  ["OUT.state.json", "checksums, positions and counts of an unfinished run; no text"],
  ["OUT.lock", "process number and host name of the run at work"],
  ["PAGE of explain --html", "the report and its labels, because you asked for it"],
  ["stdout", "labels, and the input's columns when there is no -o"],
  ["stderr", "messages with file, row, id, column and option; no text"],
  ["chexbert.config.json", "read, never written; so is the user's configuration file"],
  ["network", "nothing: no command of this version opens a connection"],
  ["temporary files", "none outside of the folder of OUT"],
];
