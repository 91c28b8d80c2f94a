/** Written as a name is, with a capital behind its articles: "Nusra Front", "the Order"; not "the militant groups" or "A cousin". */
export function isNameText(words: string): boolean {
  const bare = words.replace(/^(the|a|an|some|several|all|many|both|two|three|its|his|her|their|our)\s+/i, "");
  // "Commander of the Falcon Army" is no name, "League of the Outer Isles" is one.
  if (/^\p{Ll}[\p{L}-]*\s(?:.*\s)?of\s/u.test(bare)) return false;
  const last = bare.split(/\s+/).at(-1) ?? "";
  return /^(?:(?:al|el|an|as|ash|ad|ar)-)?\p{Lu}|^\d|\p{Lu}/u.test(last);
}
