/**
 * Characters that change how text around them is laid out: bidirectional overrides and isolates, and the invisible marks
 * with which a name can be made to look like another.
 */
const layoutControls =
  /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u2028\u2029\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** Text of a report as it may be shown: every control that could misdraw it becomes a visible box. Same length. */
export function plainText(text: string): string {
  return text.replace(layoutControls, "\u25AF");
}

/** On one line, for quotes. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}
