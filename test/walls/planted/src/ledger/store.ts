export function openStore(): string {
  return "a store";
}
