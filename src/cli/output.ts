import Table from "cli-table3";

/** Waits while the reader of a pipe is slower than we are. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });
}

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A table for reading: lines between the rows would only take room. */
export function table(head: string[], rows: string[][]): string {
  const drawn = new Table({
    head,
    chars: Object.fromEntries(borders.map((border) => [border, border === "middle" ? "  " : ""])),
    style: { head: process.stdout.isTTY ? ["bold"] : [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  drawn.push(...rows);
  return `${drawn
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n")}\n`;
}

const borders = [
  "top",
  "top-mid",
  "top-left",
  "top-right",
  "bottom",
  "bottom-mid",
  "bottom-left",
  "bottom-right",
  "left",
  "left-mid",
  "mid",
  "mid-mid",
  "right",
  "right-mid",
  "middle",
];

/** RFC 4180; a cell that a spreadsheet would run as a formula is kept from being one. */
export function csv(head: string[], rows: string[][]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An interval of days as a person writes it. */
export function days(interval: { edtf: string | null; start: string | null; end: string | null } | null): string {
  if (interval === null) return "";
  const { start, end } = interval;
  if (start === null && end === null) return "undated";
  if (start === null) return `by ${end}`;
  return start === end || end === null ? start : `${start}..${end}`;
}
