/** Shortened words that keep their full stop and are always followed by more of the sentence: titles, months, "vs.". */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Fr Sr St Ste Hon Gen Lt Col Maj Brig Capt Cpt Cmdr Cdr Sgt Cpl Pvt Adm Sen Sens " +
    "Rep Reps Gov Govs Pres Amb Supt Insp Det Msgr Sheik Atty Asst Assoc Ald Jan Feb Apr Jun Jul Aug Sep Sept Oct Nov " +
    "Dec Mt Ft Gens Cols Lts Profs Revs Comdr Mme Mlle Mons approx ca cf vs v viz Nr Ave Blvd Brig-Gen Maj-Gen Lt-Gen"
  ).split(" "),
);

/** Shortened words that keep their full stop and may stand last in a sentence: firms, states, "etc.". */
export const TRAILING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "Inc Corp Co Cos Ltd Bros Jr Esq etc al Ph.D M.Sc Univ Assn Dept Calif Fla Ariz Ark Colo Conn Del Ga Kan Ky La Md " +
    "Mich Minn Mo Mont Neb Nev Okla Ore Penn Tenn Tex Va Vt Wash Wis Wyo Ala Alta Ont Que Mass Pa EST EDT"
  ).split(" "),
);

/** Words too, save before a comma, a number or a small letter: "Jackson, Miss., is". */
export const AMBIGUOUS_ABBREVIATIONS: ReadonlySet<string> = new Set(
  "Miss Ill Ind Me Sat Sun Mon Tue Tues Wed Thu Thur Thurs Fri Mar Art Fig fig art ed pp p est Wash Mass Pa Ore Del".split(
    " ",
  ),
);

/** Words that begin a sentence after a full stop that also shortens: "in the U.S. The president". */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    "The A An He She It They We I You This That These Those There Here His Her Its Their Our My But And Or So Yet In On " +
    "At As By For From With Without After Before During Since Until Under Over When While Where If Although Though " +
    "Because However Meanwhile Some Many Most Several Other Another Both All Each No Not One Two What Who Why How Also " +
    "According Earlier Later Last Then Now Still Even Only Mr. Mrs. Ms. President Officials Police To Asked Despite " +
    "Instead Moreover Nor Once Such Through Among Between Yesterday Today Is Are Was Were Do Does Did Let"
  ).split(" "),
);
