import type { Welcome } from "../serve/answers.ts";

const order = ["reader", "analyst", "editor", "admin"] as const;
type Role = (typeof order)[number];

const state = $state({ name: "", role: "reader" as Role, proven: false, signature: "" });
const keptAs = "entente-signature";

/** Who is looking, what they may do, and the name they sign with: on one's own machine any, elsewhere their own. */
export const you = {
  get name() {
    return state.name;
  },
  get role() {
    return state.role;
  },
  /** True where the name was proven by signing in. */
  get proven() {
    return state.proven;
  },
  get signature(): string {
    return state.proven ? state.name : state.signature || state.name;
  },
  set signature(name: string) {
    state.signature = name.trim().slice(0, 100);
    localStorage.setItem(keptAs, state.signature);
  },
  may(role: Role): boolean {
    return order.indexOf(state.role) >= order.indexOf(role);
  },
  arrive({ you: person }: Welcome): void {
    Object.assign(state, person);
    state.signature = localStorage.getItem(keptAs) ?? "";
  },
};
