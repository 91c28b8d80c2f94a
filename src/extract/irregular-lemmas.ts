/** Verbs whose forms no rule gives: the lemma, then the forms. */
const VERBS = `
be am is are was were been being 's 're 'm ai
have has had having 've
do does did done
extradite extradited extraditing|massacre massacred massacring|lambast lambasted lambasting|enroll enrolled enrolling
arise arose arisen|awake awoke awoken|bear bore borne born|beat beaten|become became|befall befell befallen|begin began begun
behold beheld|bend bent|bet betting|bid bidding bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken
breed bred|bring brought|broadcast broadcasting|build built|burn burnt|burst bursting|buy bought|cast casting|catch caught
choose chose chosen|cling clung|come came coming comes|cost costing|creep crept|cut cutting|deal dealt|dig dug digging|draw drew drawn
dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought
find found|flee fled fleeing|fling flung|fly flew flown flies|forbid forbade forbidden forbidding|forecast forecasting
foresee foresaw foreseen foreseeing|forget forgot forgotten forgetting|forgive forgave forgiven|forgo forwent forgone forgoes
forsake forsook forsaken|freeze froze frozen|get got gotten getting gets|give gave given|go went gone goes going gon|grind ground
grow grew grown|hang hung|hear heard|hide hid hidden|hit hitting|hold held|hurt hurting|keep kept|kneel knelt|know knew known|lay laid
lead led|leap leapt|learn learnt|leave left|lend lent|let letting lets|lie lay lain lying lies lied|light lit|lose lost|make made
mean meant|meet met|mislead misled|mistake mistook mistaken|mow mown|outdo outdid outdone|outgrow outgrew outgrown
overcome overcame|overdo overdid overdone|overhear overheard|override overrode overridden|overrun overran|oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|partake partook|pay paid|prove proven|put putting|quit quitting
read reading|rebuild rebuilt|redo redid redone|repay repaid|rethink rethought|retake retook retaken|rewrite rewrote rewritten
rid ridding|ride rode ridden|ring rang rung|rise rose risen|run ran running|say said|see saw seen seeing|seek sought|sell sold
send sent|set setting|sew sewn|shake shook shaken|shed shedding|shine shone|shoot shot|show shown|shrink shrank shrunk|shut shutting
sing sang sung|sink sank sunk|sit sat sitting|slay slew slain|sleep slept|slide slid|sling slung|slit slitting|sow sown|speak spoke spoken
speed sped|spend spent|spill spilt|spin spun spinning|spit spat spitting|split splitting|spoil spoilt|spread spreading|spring sprang sprung
stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|strike struck stricken|string strung|strive strove striven
swear swore sworn|sweep swept|swell swollen|swim swam swum swimming|swing swung|take took taken|teach taught|tear tore torn|tell told
think thought|thrive throve|throw threw thrown|thrust thrusting|tread trod trodden|undergo underwent undergone undergoes
understand understood|undertake undertook undertaken|undo undid undone undoes|uphold upheld|upset upsetting|wake woke woken
wear wore worn|weave wove woven|wed wedding|weep wept|win won winning|wind wound|withdraw withdrew withdrawn|withhold withheld
withstand withstood|wring wrung|write wrote written|die died dies dying|tie tied ties tying|vie vied vies vying|untie untied untying
bus bused busing|gas gassed gassing|focus focuses focused focusing focussed|bias biases biased|panic panicked panicking
traffic trafficked trafficking|mimic mimicked mimicking|frolic frolicked frolicking|age aged aging|eye eyed eyeing|dye dyed dyeing
singe singed singeing|agree agreed agreeing agrees|free freed freeing frees|guarantee guaranteed guaranteeing|decree decreed
disagree disagreed disagreeing|canoe canoed|owe owed owing owes|shoe shod|hoe hoed|veto vetoed vetoing vetoes|echo echoes
torpedo torpedoed torpedoes|embargo embargoed embargoes|bring bringing|sing singing|ring ringing|spring springing|string stringing
sting stinging|swing swinging|cling clinging|fling flinging|wring wringing|hang hanging hanged|bang banged banging|long longed longing
belong belonged belonging|prolong prolonged prolonging|gang ganged ganging|wing winged|king|paste pasted pasting|taste tasted tasting
waste wasted wasting|haste|baste basted|bathe bathed bathing|breathe breathed breathing|clothe clothed clothing|soothe soothed soothing
loathe loathed loathing|seethe seethed seething|teethe|cache cached|ache ached aching|psyche
axe axed axing|ski skied skiing|taxi taxied|quiz quizzed quizzing|whiz whizzed|blitz blitzed|waltz waltzed|lapse lapsed lapsing
strew strewn|underlie underlay underlain underlying underlies|belie belied belies belying|stymie stymied|dive dove|plead pled
misunderstand misunderstood|waylay waylaid|overpay overpaid|stride strode|rebind|withdraw|ding dinged dinging|ping pinged pinging|outbid outbidding
guard guarded guarding|quarantine quarantined quarantining|machine|imagine imagined imagining
`;

/** Nouns, the same way. */
const NOUNS = `
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|crisis crises|analysis analyses
thesis theses|hypothesis hypotheses|basis|axis axes|diagnosis diagnoses|emphasis emphases|parenthesis parentheses|oasis oases
synthesis syntheses|prognosis prognoses|phenomenon phenomena|criterion criteria|datum|bacterium bacteria|curriculum curricula
memorandum memoranda|referendum referenda|stratum strata|alumnus alumni|nucleus nuclei|stimulus stimuli|fungus fungi|radius radii
life lives|wife wives|knife knives|leaf leaves|thief thieves|shelf shelves|self selves|half halves|calf calves|wolf wolves|loaf loaves
elf elves|sheaf sheaves|scarf scarves|hoof hooves|index indices|matrix matrices|appendix appendices|vertex vertices
hero heroes|potato potatoes|tomato tomatoes|echo echoes|veto vetoes|torpedo torpedoes|embargo embargoes|cargo cargoes|mosquito mosquitoes
tornado tornadoes|volcano volcanoes|buffalo buffaloes|negro negroes|passer-by passers-by|passerby passersby|son-in-law sons-in-law
tie ties|lie lies|pie pies|die dies|movie movies|zombie zombies|cookie cookies|calorie calories|selfie selfies|rookie rookies
brownie brownies|junkie junkies|hippie hippies|genie genies|prairie prairies|eerie|birdie birdies|bourgeoisie
shoe shoes|toe toes|foe foes|hoe hoes|canoe canoes|woe woes|oboe oboes|ache aches|headache headaches|cache caches|axe axes|psyche psyches
niche niches|creche creches|avalanche avalanches|moustache moustaches|mustache mustaches|quiz quizzes|bus buses|gas gases|lens lenses
bias biases|alias aliases|atlas atlases|canvas canvases|iris irises|pus|yes yeses|plus pluses|surplus surpluses
series|species|means|headquarters|news|politics|economics|ethics|physics|mathematics|athletics|logistics|tactics tactics|statistics statistics
barracks|crossroads|gallows|alms|corps|chassis|thanks|troops troops|people|police|clothes clothes|scissors|pants|jeans|goods goods|remains remains
outskirts|premises premises|earnings|savings|whereabouts|amends|odds|arms arms|proceeds|surroundings|belongings|diabetes|rabies|measles
bus busses|campus campuses|virus viruses|status statuses|census censuses|bonus bonuses|chorus choruses|caucus caucuses|focus focuses
circus circuses|consensus|prospectus prospectuses|apparatus|genius geniuses|sinus sinuses|walrus walruses|stylus|bogus|terminus|lotus|crocus
hiatus|opus|abacus|isthmus|ruckus|fracas|pancreas|christmas|ceres
`;

/** Words that change for their place in the sentence. */
const OTHERS: [tags: RegExp, forms: string][] = [
  [/^PRP/, "he him his|she her|they them their|we us our|I i me my|you your|it its"],
  [/^MD/, "can ca|will wo 'll|would 'd|shall sha"],
  [/^RB/, "not n't"],
  [/^DT/, "a an"],
];

const readTable = (table: string): Map<string, string> => {
  const lemmas = new Map<string, string>();
  for (const row of table.trim().split(/[|\n]/)) {
    const [lemma, ...forms] = row.trim().split(" ");
    for (const form of [lemma!, ...forms]) lemmas.set(form, lemmas.get(form) ?? lemma!);
  }
  return lemmas;
};

/** From form to lemma. "lay" and "found" are read as the past of "lie" and "find" only where the tag says past. */
export const IRREGULAR_VERBS: ReadonlyMap<string, string> = readTable(VERBS);
export const IRREGULAR_NOUNS: ReadonlyMap<string, string> = readTable(NOUNS);
export const IRREGULAR_OTHERS: readonly (readonly [RegExp, ReadonlyMap<string, string>])[] = OTHERS.map(
  ([tags, forms]) => [tags, readTable(forms)],
);
