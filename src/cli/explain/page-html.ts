import type { LabelClass } from "../../labels/label-class.ts";
import { CLASS_SIGNS } from "./marked-text.ts";

/** Escapes text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** HTML in the color and with the sign of a class. */
export function markHtml(labelClass: LabelClass, html: string): string {
  return `<mark class="${labelClass}">${signHtml(CLASS_SIGNS[labelClass])}${html}</mark>`;
}

/** A sign; the word joiner keeps the sign on the line of the word. */
export function signHtml(signs: string): string {
  return `<span class="sign">${signs}</span>&#x2060;`;
}
