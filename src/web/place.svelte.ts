import { queryOf } from "./api.ts";

/** Where the reader is: the path and its parameters, as the address bar shows them. */
interface Place {
  path: string;
  parameters: Record<string, string>;
}

export const place: Place = $state(read());

function read(): Place {
  return { path: location.pathname, parameters: Object.fromEntries(new URLSearchParams(location.search)) };
}

function arrive(): void {
  Object.assign(place, read());
}

/** Goes to an address of the app. A new page starts at its top, a change of parameters stays where it is. */
export function go(address: string): void {
  const newPath = new URL(address, location.href).pathname !== location.pathname;
  history.pushState(null, "", address);
  arrive();
  if (newPath) scrollTo(0, 0);
}

/** Changes parameters of the present address in place: a slider's stops are no pages to go back through. */
export function adjust(changes: Record<string, string | null>): void {
  history.replaceState(null, "", location.pathname + queryOf({ ...place.parameters, ...changes }));
  arrive();
}

/** Links of the app turn pages without loading; links with a modifier key, and all others, work as links do. */
export function followLinks(event: MouseEvent): void {
  const link = (event.target as Element).closest?.("a");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.origin !== location.origin || link.target !== "" || link.pathname.startsWith("/api/")) return;
  if (link.pathname === location.pathname && link.hash !== "") return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

addEventListener("popstate", arrive);
