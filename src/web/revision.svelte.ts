/** Goes up when something was recorded: whatever was asked before is asked again. */
export const revision = $state({ number: 0 });
