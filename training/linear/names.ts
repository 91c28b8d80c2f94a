import type { KnownSentence } from "./corpus.ts";

const GIVEN =
  "Abu Mohamad Mohammed Muhammad Ahmed Ahmad Mahmoud Mustafa Ali Hassan Hussein Omar Khalid Khaled Khalifa Ibrahim Ismail Yusuf Yousef Abdul Abdullah Abdulaziz Abdel Saleh Salman Tariq Faisal Hamid Rashid Jamal Nasser Osama Ayman Bashar Haider Nouri Muqtada Moqtada Fayez Aguila Saif Seif Zayed Qassem Recep Hakan Masoud Nechirvan Riad Anas Zahran Hamza Abdurrahman Aisha Fatima Leila";
const FAMILY =
  "al-Golani al-Assad al-Baghdadi al-Zawahiri al-Maliki al-Abadi al-Sadr al-Sisi al-Sarraj al-Houthi al-Adnani al-Muhaysini al-Masri al-Shami al-Shishani al-Thani al-Jubeir al-Moallem Hifter Haftar Saleh Hadi Nasrallah Soleimani Erdogan Barzani Talabani Alloush Hijab Hariri Aoun Gaddafi Qaddafi Mansour Bin-Salman Rouhani Zarif Davutoglu Cavusoglu Abbas Haniyeh Dahlan Salehi Atassi Tlass Kilo Sabra";
const GROUPS =
  "Jabhat_al-Nusra al-Nusra_Front Nusra_Front Ahrar_al-Sham Jaish_al-Fatah Jaish_al-Islam Jaysh_al-Islam Liwa_al-Tawhid Faylaq_al-Sham Hay'at_Tahrir_al-Sham Harakat_Nour_al-Din_al-Zenki Hezbollah Hamas al-Qaeda al-Qaida Al-Qaeda al_Qaeda Daesh al-Shabaab Boko_Haram Ansar_al-Sharia Ansar_Bayt_al-Maqdis Kata'ib_Hezbollah Asa'ib_Ahl_al-Haq Jund_al-Aqsa Islamic_State Fatah YPG PKK SDF Peshmerga Houthis";
const PLACES =
  "Aleppo Idlib Raqqa Deir_al-Zour Homs Hama Latakia Daraa Ghouta Mosul Fallujah Ramadi Kirkuk Tikrit Sirte Benghazi Misrata Tripoli Derna Tobruk Sanaa Aden Taiz Hodeidah Marib Sinai Rafah Khan_Younis Beirut Damascus Manbij Kobani Afrin Qamishli Tal_Afar Abu_Kamal Ras_al-Ain Ain_al-Arab Bab_al-Hawa";

const one = (list: string) => list.split(" ");
const [given, family, groups, places] = [one(GIVEN), one(FAMILY), one(GROUPS), one(PLACES)];

/** A copy of the sentence with other people, groups and places in it, or nothing when it names none. */
export function withOtherNames(sentence: KnownSentence, random: () => number): KnownSentence | undefined {
  let changed = sentence;
  for (let at = sentence.words.length - 1; at >= 0; at--) {
    const first = firstOfName(sentence, at);
    if (first === undefined) continue;
    const name = otherName(sentence.kinds[at]!, random);
    if (name) changed = replaceName(changed, first, at, name);
    at = first;
  }
  return changed === sentence ? undefined : changed;
}

/** Where the name that ends with the word `last` begins: proper nouns of one kind that all hang from the last one. */
function firstOfName({ kinds, tags, heads, labels }: KnownSentence, last: number): number | undefined {
  const isName = (at: number) => kinds[at] === kinds[last] && /^NNP/.test(tags[at]!);
  if (kinds[last] === "O" || !isName(last) || (last + 1 < kinds.length && isName(last + 1))) return undefined;
  let first = last;
  while (first > 0 && isName(first - 1)) {
    first--;
    if (heads[first] !== last || labels[first] !== "compound") return undefined;
  }
  return heads.some((head, at) => head >= first && head < last && at !== first) ? undefined : first;
}

function otherName(kind: string, random: () => number): string[] | undefined {
  const pick = (list: string[]) => list[Math.floor(random() * list.length)]!;
  if (kind === "PERSON") {
    const family_ = pick(family);
    const shape = random();
    if (shape < 0.4) return [family_];
    if (shape < 0.8) return [pick(given), family_];
    return shape < 0.9 ? [pick(given), pick(given), family_] : [pick(given), random() < 0.5 ? "Abu" : "bin", family_];
  }
  if (kind === "ORGANIZATION") return pick(groups).split("_");
  return kind === "LOCATION" ? pick(places).split("_") : undefined;
}

function replaceName(sentence: KnownSentence, first: number, last: number, name: readonly string[]): KnownSentence {
  const grown = name.length - (last - first + 1);
  const splice = <T>(values: readonly T[], inside: T[]) => [
    ...values.slice(0, first),
    ...inside,
    ...values.slice(last + 1),
  ];
  const end = first + name.length - 1;
  const moved = (head: number) => (head >= first && head <= last ? end : head > last ? head + grown : head);
  const heads = [...sentence.heads].map(moved);
  const start = sentence.words[first]!.start;
  const before = name.slice(0, -1);
  return {
    words: splice(
      sentence.words,
      name.map((text) => ({ start, end: start + text.length, text })),
    ),
    tags: splice(
      sentence.tags,
      name.map(() => "NNP"),
    ),
    lemmas: splice(sentence.lemmas, [...name]),
    heads: Int32Array.from(splice(heads, [...before.map(() => end), heads[last]!])),
    labels: splice(sentence.labels, [...before.map(() => "compound"), sentence.labels[last]!]),
    kinds: splice(
      sentence.kinds,
      name.map(() => sentence.kinds[last]!),
    ),
  };
}
