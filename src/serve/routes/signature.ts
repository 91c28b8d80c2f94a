import type { Person } from "../person.ts";

/** Who signs: where names are proven, whoever is signed in; on one's own machine, the name that is given. */
export function signatureOf(person: Person, given: string | undefined): string {
  return person.proven ? person.name : (given ?? person.name);
}
