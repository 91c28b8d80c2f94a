/** What the command's exit code says. Documented in docs/commands.md. */
export const exitCodes = {
  /** Everything asked for was done. */
  fine: 0,
  /** The work was done, but some inputs could not be read; each is named on standard error. */
  someUnreadable: 1,
  /** Wrong usage, or the work could not go on. */
  fatal: 2,
} as const;
