import { chances } from "./chances.ts";

/**
 * Invented reports of invented events for `npm run bench:copies`: of each event several reports that were written apart (the same
 * facts, names and a quotation in other sentences), and copies of some of them, edited as newspapers edit an agency's text.
 */
export interface Wire {
  event: number;
  /** Wires with one text behind them have one number. */
  text: number;
  agency: string | null;
  publisher: string;
  words: string;
}

type Random = () => number;
const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

const syllables =
  "ba dor kel mi ran sa tu vel or an hask il mer noth pel qua rim sen tol ur vash wen yar zim lo ke fen gar".split(" ");
const nameOf = (random: Random): string => {
  const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables, random)).join("");
  return word[0]!.toUpperCase() + word.slice(1);
};

const split = (words: string): string[] => words.split(" ");
const adjectives = split(
  "northern southern coastal rural disputed joint former senior local foreign interim armed civil public private secret early late new old narrow broad costly fragile rare joint brief heavy minor tense weekly annual regional federal provincial municipal independent neutral hostile friendly rival ruling exiled elected appointed veteran young retired wounded missing displaced abandoned flooded besieged divided crowded empty remote distant nearby unpaved temporary permanent partial full final preliminary informal formal urgent belated disputed promised planned failed stalled renewed unexpected bitter quiet loud legal illegal unpopular popular generous modest ancient modern wooden copper frozen",
);
const nouns = split(
  "ceasefire talks prisoner budget inquiry crossing election patrol convoy agreement curfew appointment withdrawal treaty dam strike amnesty blockade census railway apology law mediation contract zone bridge harbour market mill school clinic court barracks road valley ridge river mine quarry farm herd harvest well pipeline refinery depot ferry airport station tower square church mosque temple cemetery museum prison camp tent ration medicine filter blanket fuel coal salt wheat cotton tobacco timber fish tax toll fee loan debt grant salary pension bribe fraud theft murder ambush raid siege shelling drone rifle mine tank truck lorry tractor boat ship train plane helicopter uniform flag anthem oath ballot seat motion amendment decree permit passport visa border fence wall trench checkpoint garrison militia battalion regiment delegation committee commission council parliament senate cabinet ministry embassy consulate tribunal prosecutor judge lawyer witness suspect hostage refugee farmer herder miner driver pilot sailor teacher doctor nurse engineer clerk porter baker trader banker editor reporter priest elder chief mayor governor minister envoy ambassador general colonel sergeant recruit deserter rebel smuggler",
);
const verbs = split(
  "denied welcomed rejected confirmed delayed announced criticised accepted signed blocked demanded questioned supported suspended praised postponed ignored opened abandoned ordered regretted discussed dismissed promised refused surrounded inspected seized returned burned rebuilt searched counted guarded sold bought moved hid found lost repaired painted measured visited left entered crossed closed cleared mined shelled raided defended attacked occupied evacuated photographed described compared",
);
const prepositions = split(
  "after before during despite without near behind above beyond beside against over through under inside outside around since",
);
const links =
  "Meanwhile|Later in the day|In a separate statement|Earlier|At the same time|By evening|Still|Officially|Elsewhere|So far|Privately|As a result|Once more".split(
    "|",
  );
const forces = split("Front Brigade League Movement Council Army Congress Guard Union Command Assembly Bloc");

const thing = (random: Random): string =>
  `${pick(["the", "the", "a", "its", "their", "every", "one"], random)} ${random() < 0.7 ? `${pick(adjectives, random)} ` : ""}${pick(nouns, random)}`;
const setting = (random: Random): string => `${pick(prepositions, random)} ${thing(random)}`;
const deed = (random: Random): string => `${pick(verbs, random)} ${thing(random)}`;

/** What happened: who, where, when, and what was said. */
interface Event {
  who: readonly string[];
  where: readonly string[];
  what: readonly string[];
  quotes: readonly string[];
}

function inventEvent(random: Random): Event {
  const [town, province, river] = [nameOf(random), nameOf(random), nameOf(random)];
  const quote = () =>
    `${pick(["We will not", "Nobody here can", "They have to", "It is time to", "You cannot", "I shall"], random)} ${pick(["wait for", "live with", "walk away from", "pay for", "forget", "bargain over"], random)} ${thing(random)} ${setting(random)}, and ${thing(random)} is no ${pick(nouns, random)} ${setting(random)}`;
  return {
    who: [
      ...Array.from(
        { length: 3 },
        () =>
          `${pick(["Mr", "General", "Senator", "the envoy", "his deputy"], random)} ${nameOf(random)} ${nameOf(random)}`,
      ),
      ...Array.from({ length: 2 }, () => `the ${nameOf(random)} ${pick(forces, random)}`),
      `officials in ${town}`,
      `the governor of ${province}`,
    ],
    where: [
      `in ${town}`,
      `in the province of ${province}`,
      `on the ${river} river`,
      `outside ${town}`,
      `on ${pick(split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"), random)}`,
    ],
    what: Array.from({ length: 4 }, () => deed(random)),
    quotes: [quote(), quote()],
  };
}

/** A sentence about the event: its parties and places, and now and then its main deeds, in words of the reporter's own. */
function sentence(event: Event, random: Random): string {
  const who = () => (random() < 0.7 ? pick(event.who, random) : thing(random));
  const what = () => (random() < 0.25 ? pick(event.what, random) : deed(random));
  const where = () => (random() < 0.5 ? pick(event.where, random) : setting(random));
  const shapes = [
    () => `${who()} ${what()} ${where()} and ${deed(random)} ${setting(random)}`,
    () => `${pick(links, random)}, ${who()} ${what()} ${where()}`,
    () => `${setting(random)}, ${who()} ${what()}, ${pick(adjectives, random)} as ${thing(random)} was`,
    () => `${who()}, ${setting(random)}, ${what()} ${where()}`,
    () => `${thing(random)} said that ${who()} had ${what()} ${where()}`,
    () => `at least ${3 + Math.floor(random() * 400)} people ${pick(verbs, random)} ${where()}, ${thing(random)} said`,
    () => `“${pick(event.quotes, random)},” ${pick(event.who, random)} said`,
    () => `${pick(links, random)}, ${thing(random)} and ${who()} ${what()} ${where()}`,
  ];
  const words = pick(shapes, random)();
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

const paragraphsOf = (event: Event, count: number, random: Random): string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => sentence(event, random)).join(" "),
  );

/** How a newspaper changes an agency's text: 5 to 40 in a hundred of its words, whole sentences or word by word. */
function edit(paragraphs: readonly string[], event: Event, random: Random): string[] {
  const share = 0.05 + random() * 0.35;
  let edited = random() < 0.5 ? editWords(paragraphs, share, random) : editSentences(paragraphs, share, event, random);
  if (random() < 0.35) edited = edited.slice(0, Math.max(2, Math.ceil(edited.length * (0.35 + random() * 0.5))));
  if (random() < 0.35) edited = [...edited, ...paragraphsOf(event, 1, random)];
  return random() < 0.5 ? [sentence(event, random).replace(/\.$/, ""), ...edited] : edited;
}

/** Runs of one to four words are replaced, dropped or put in, until the share is reached. */
function editWords(paragraphs: readonly string[], share: number, random: Random): string[] {
  return paragraphs.map((paragraph) => {
    const words = paragraph.split(" ");
    const result: string[] = [];
    for (let at = 0; at < words.length; ) {
      const run = 1 + Math.floor(random() * 4);
      if (random() < share / (run * (1 - share) + share)) {
        const others = pick([setting, deed, thing], random);
        if (random() < 0.75) result.push(...others(random).split(" ").slice(0, run));
        at += run;
      } else result.push(words[at++]!);
    }
    return result.join(" ");
  });
}

const editSentences = (paragraphs: readonly string[], share: number, event: Event, random: Random): string[] =>
  paragraphs
    .map((paragraph) =>
      paragraph
        .split(/(?<=\.)\s/)
        .flatMap((each) => (random() < share ? (random() < 0.6 ? [sentence(event, random)] : []) : [each]))
        .join(" "),
    )
    .filter(Boolean);

const agencies = ["Meridian Wire", "Northern Press", "Estuary News Agency"];

/** So many events with three to five texts each, and up to four copies of every text; originals before their copies. */
export function inventWires(events: number, seed: number): Wire[] {
  const random = chances(seed);
  const wires: Wire[] = [];
  let text = 0;
  for (let number = 0; number < events; number += 1) {
    const event = inventEvent(random);
    for (let report = 3 + Math.floor(random() * 3); report > 0; report -= 1) {
      const paragraphs = paragraphsOf(event, 5 + Math.floor(random() * 12), random);
      const agency = random() < 0.5 ? pick(agencies, random) : null;
      const own = { event: number, text: text++ };
      wires.push({ ...own, agency, publisher: `Paper ${Math.floor(random() * 300)}`, words: paragraphs.join("\n\n") });
      for (let copies = Math.floor(random() * 5); copies > 0; copies -= 1)
        wires.push({
          ...own,
          agency: random() < 0.5 ? agency : null,
          publisher: `Paper ${Math.floor(random() * 300)}`,
          words: edit(paragraphs, event, random).join("\n\n"),
        });
    }
  }
  return wires;
}
