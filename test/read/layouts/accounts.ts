/** What the pages of our own making tell: invented places and parties, our own words. */
export interface Account {
  title: string;
  subtitle: string;
  author: string;
  place: string;
  /** ISO; each layout writes it its own way. */
  day: string;
  time: string;
  section: string;
  tags: readonly string[];
  lead: string;
  body: readonly string[];
  subheading: string;
  more: readonly string[];
  quote: string;
  list: readonly string[];
  caption: string;
  credit: string;
}

export const accounts: readonly Account[] = [
  {
    title: "Harbour council of Vessendam votes to leave the Estuary League",
    subtitle: "Three hours of debate end in a majority of one; the League calls the vote void",
    author: "Ottilie Varkeny",
    place: "Vessendam",
    day: "2031-03-14",
    time: "17:40",
    section: "Estuary",
    tags: ["Vessendam", "Estuary League", "Harbour dues"],
    lead: "The harbour council of Vessendam voted on Friday to leave the Estuary League, the alliance of nine ports that has shared dues and dredgers since the floods.",
    body: [
      "The motion passed by fifteen votes to fourteen after the member for the fish market, who had been expected to abstain, raised his hand with the others.",
      "“We are not walking away from our neighbours, we are walking away from their bills,” said Mattis Orlendt, who leads the Free Quays and had brought the motion for the third time in two years.",
      "The League's secretary, Brida Halmscote, said in the evening that a member could leave only with the consent of six others, and that the vote changed nothing.",
    ],
    subheading: "A quarrel over dredging",
    more: [
      "The two sides have been at odds since the League sent its only large dredger to Port Ambry last spring, leaving the western channel of Vessendam to silt up.",
      "Two shipping lines have since moved their winter calls to the north bank, according to figures that the port office published in January.",
    ],
    quote: "A league that dredges one harbour and bills nine is a club, and we have resigned from clubs before.",
    list: [
      "Dues are paid until the end of June, whatever happens.",
      "The shared pilot service goes on under a contract of its own.",
      "The fish market keeps its stalls in Port Ambry.",
    ],
    caption: "Mattis Orlendt counts hands in the council chamber on Friday.",
    credit: "Photo: Ruben Aldecott / Estuary Pictures",
  },
  {
    title: "Hill Guard pulls back from Sarn Pass as truce takes hold",
    subtitle: "Observers count forty trucks on the road down to Old Merrow",
    author: "Davor Pellinck",
    place: "OLD MERROW",
    day: "2033-11-02",
    time: "08:15",
    section: "Highlands",
    tags: ["Hill Guard", "Sarn Pass", "Truce"],
    lead: "Fighters of the Hill Guard began to leave the Sarn Pass before dawn on Wednesday, two days after they agreed to a truce with the government in Merrow.",
    body: [
      "Observers from the Lake States counted forty trucks and a field kitchen on the road to Old Merrow, where the fighters are to be quartered in a disused spinning mill.",
      "A spokesman for the Guard, who gave his name only as Teodric, said that the withdrawal would stop at once if government drones were seen above the pass.",
      "The defence ministry denied that it had flown any drones since Sunday and accused the Guard of having left mines in the culverts.",
    ],
    subheading: "Prisoners still to be exchanged",
    more: [
      "Under the truce the two sides are to exchange sixty prisoners on Saturday at the bridge of Lower Sarn, in the presence of the Lake States' envoy.",
      "Neither side would say on Wednesday whether the Guard's former commander, Isolde Marrek, is among them.",
    ],
    quote: "We came up this road on foot and we go down it in trucks, which I am told is progress.",
    list: [
      "Day one: the pass and the two watch towers.",
      "Day three: the villages on the northern slope.",
      "Day seven: the exchange of prisoners at Lower Sarn.",
    ],
    caption: "Trucks of the Hill Guard leave the Sarn Pass on Wednesday morning.",
    credit: "Lake States Observer Mission handout",
  },
  {
    title: "Orchard Party and Rail Union strike a deal over the coast line",
    subtitle: "Strike called off; ministers keep quiet about the price",
    author: "Jonne Abrecht",
    place: "Kelderhook",
    day: "2029-06-21",
    time: "21:05",
    section: "Politics",
    tags: ["Orchard Party", "Rail Union", "Coast line"],
    lead: "The Orchard Party and the Rail Union have agreed on who is to run the coast line, ending a strike that had kept the trains of four provinces in their sheds since Whitsun.",
    body: [
      "Under the deal, initialled in Kelderhook late on Thursday, the union drops its demand for a seat on the board and the government gives up the plan to sell the depots.",
      "“Nobody won and everybody goes home,” the union's chairwoman, Perpetua Lindqvane, told reporters on the steps of the transport ministry.",
      "The Hearth Alliance, which governs with the Orchard Party, has not said whether its members will vote for the bill. Its leader left the meeting by a side door.",
    ],
    subheading: "First trains on Saturday",
    more: [
      "The railway said that the first trains would leave Kelderhook and Sandrigge on Saturday at noon, after the brakes of all the carriages had been looked at.",
      "Season tickets bought before the strike remain valid for five weeks longer.",
    ],
    quote: "They asked for the moon and we gave them a timetable, which runs more often.",
    list: [
      "No depot is sold before 2034.",
      "Wages rise by three per cent in two steps.",
      "Drivers get their own canteens back.",
    ],
    caption: "Perpetua Lindqvane speaks to reporters in Kelderhook on Thursday night.",
    credit: "Image: Sunniva Dreyholt",
  },
  {
    title: "Prosecutors charge three in Quillhaven customs fraud",
    subtitle: "A senator's brother is among the accused, court papers show",
    author: "Marisela Undergrove",
    place: "QUILLHAVEN",
    day: "2030-09-09",
    time: "12:30",
    section: "Justice",
    tags: ["Quillhaven", "Customs", "Courts"],
    lead: "Three men, one of them the brother of a senator, were charged on Monday with having waved through nine shiploads of untaxed tobacco at the port of Quillhaven.",
    body: [
      "The prosecutor, Hanneke Brost, said that the three had been paid in pieces of land on the southern shore, which were later sold to a company in the Lantern Isles.",
      "Senator Ruprecht Caldwen said through his lawyer that he had not spoken to his brother in six years and hoped that the truth would come out.",
      "The accused deny the charges. One of them, a former head of the night shift, has offered to give evidence against the others, according to two people who know the case.",
    ],
    subheading: "Nine ships in two winters",
    more: [
      "The ships, all under the flag of the Lantern Isles, berthed between November 2028 and February 2030, always at night and always at the same pier.",
      "The trial is to begin in the spring and may last until the autumn.",
    ],
    quote: "You do not need a gun to rob a state if you have a rubber stamp.",
    list: [
      "Charge one: fraud on the customs.",
      "Charge two: bribery of an official.",
      "Charge three: forging of bills of lading.",
    ],
    caption: "The customs pier at Quillhaven, where the ships berthed at night.",
    credit: "Picture by Leopold Anstruth",
  },
  {
    title: "Two Rivers Front splits as founder joins the Salt Road Congress",
    subtitle: "Half of the Front's deputies follow her, the rest call a congress of their own",
    author: "Casimir Noordhall",
    place: "Tarn el-Aswad",
    day: "2032-01-27",
    time: "06:50",
    section: "Two Rivers",
    tags: ["Two Rivers Front", "Salt Road Congress", "Samira Dalgash"],
    lead: "Samira Dalgash, who founded the Two Rivers Front in a school hall eleven years ago, left it on Tuesday for the Salt Road Congress and took half of its deputies with her.",
    body: [
      "At a ceremony in Tarn el-Aswad she embraced the Congress's chairman, Yusef Mirandi, whom she had called a thief of votes as late as October.",
      "Her former deputy, Anwar Teshki, said that the Front would go on without her and would not work with those who had left, “not in parliament and not at weddings”.",
      "The Congress now has forty-four seats of a hundred and one. It needs seven more to end the government of the Date Growers, which it has promised to do before the harvest.",
    ],
    subheading: "An alliance that was long denied",
    more: [
      "Both parties had denied for weeks that they were talking. A newspaper close to the Date Growers, The Southern Lamp, first reported the meetings in December.",
      "The Front's congress meets on Sunday to elect a new leader; Mr Teshki is the only candidate so far.",
    ],
    quote: "I did not leave the Front. I took it with me, and left them the furniture.",
    list: [
      "Twenty-two deputies join the Congress.",
      "Nineteen stay with the Front.",
      "Three have not made up their minds.",
    ],
    caption: "Samira Dalgash and Yusef Mirandi in Tarn el-Aswad on Tuesday.",
    credit: "© Southern Lamp / H. Barqawi",
  },
  {
    title: "Aid convoy reaches Brackwater after nine days at the river",
    subtitle: "Both banks had claimed the right to inspect the lorries",
    author: "Ingrith Sallow",
    place: "BRACKWATER",
    day: "2034-08-05",
    time: "15:20",
    section: "World",
    tags: ["Brackwater", "Aid", "Marsh Command"],
    lead: "Thirty lorries with flour and water filters reached the besieged town of Brackwater on Saturday, after nine days in which the Marsh Command and the River Police could not agree on who was to look under the tarpaulins.",
    body: [
      "In the end both did, one on each bank, and each sealed the lorries anew, said Fenna Oorloft of the Relief Compact, which had brought the convoy from the coast.",
      "The Marsh Command, which has ringed the town since May, let the lorries pass in return for the release of eleven herdsmen held by the police.",
      "Doctors in the town said that the filters would last for two weeks. They asked for a second convoy before the rains, and for fuel, which neither bank has let through.",
    ],
    subheading: "A second convoy in doubt",
    more: [
      "The River Police said that any further convoy would need a permit from the capital, where the cabinet has not met since Thursday.",
      "A spokesman for the Marsh Command threatened to close the northern crossing if the herdsmen were arrested again.",
    ],
    quote: "The flour was inspected so often that it ought to have a passport by now.",
    list: [
      "Flour for six thousand people for a month.",
      "Four hundred water filters.",
      "No fuel and no medicines that need cold.",
    ],
    caption: "Children wave at the first lorry in Brackwater on Saturday.",
    credit: "Relief Compact/F. Oorloft",
  },
  {
    title: "Lantern Isles refuse to extradite banker sought by Merrow",
    subtitle: "Court finds no treaty; Merrow recalls its envoy",
    author: "Thaddeus Kray",
    place: "Port Lantern",
    day: "2028-12-11",
    time: "10:05",
    section: "Courts",
    tags: ["Lantern Isles", "Extradition", "Merrow"],
    lead: "The highest court of the Lantern Isles has refused to hand over Aurel Vontreski, a banker whom Merrow accuses of having emptied the pension fund of its railwaymen.",
    body: [
      "The judges found on Monday that the treaty of 1961, on which Merrow had relied, had lapsed when the Isles left the Lake States, and that no other agreement took its place.",
      "Merrow recalled its envoy within the hour. Its foreign minister, Gisbert Tolk, called the ruling a letter of safe conduct for thieves.",
      "Mr Vontreski, who has lived in a hotel in Port Lantern since the spring, thanked the court and said that he had never touched a pension.",
    ],
    subheading: "What the fund lost",
    more: [
      "Auditors put the loss at two hundred and ten million crowns. About a third has been found in accounts in Quillhaven, where a court froze it last month.",
      "The railwaymen's association said it would sue the Isles before the Maritime Tribunal.",
    ],
    quote: "The law is an island too, and today the tide was out.",
    list: [
      "1961: the treaty is signed.",
      "1998: the Isles leave the Lake States.",
      "2028: the court finds the treaty lapsed.",
    ],
    caption: "Aurel Vontreski leaves the court in Port Lantern on Monday.",
    credit: "Foto: Alba Ferrarin",
  },
  {
    title: "Miners and herders sign pact over the wells of Kharrat",
    subtitle: "Elders swear on salt; the mining company pays for a third well",
    author: "Noor Haddaway",
    place: "Kharrat",
    day: "2035-04-18",
    time: "19:00",
    section: "Regions",
    tags: ["Kharrat", "Wells", "Mining"],
    lead: "Elders of the Beni Tallal and the leaders of the copper miners' lodge signed a pact on Wednesday that shares the wells of Kharrat between herds and shafts.",
    body: [
      "The pact ends a feud in which six people have died since the winter before last. It was brokered by the women's council of Kharrat, whose members sat between the two sides for five days.",
      "Under its terms the herders drink first, and the company, Meridian Copper, pays for a third well to be dug by the autumn.",
      "A faction of young herders led by Zaid Omrani rejected the pact within hours and said it would go on cutting the company's pipes.",
    ],
    subheading: "Why the last pact failed",
    more: [
      "An earlier pact, signed in 2033, broke down when the company pumped through a drought. Its manager of that time has since been dismissed.",
      "The provincial governor promised to send a measuring clerk, so that each side may see what the other draws.",
    ],
    quote: "Water has no lodge and no tribe. It has a level, and the level is low.",
    list: [
      "The first well is for the herds.",
      "The second well is for the shafts by night.",
      "The third well is dug at the company's cost.",
    ],
    caption: "Elders share salt at the signing in Kharrat on Wednesday.",
    credit: "Photograph: Women's Council of Kharrat",
  },
];

/** Headlines of other reports, for the boxes beside and under a story. */
export const headlines = [
  "Ferry fares to rise by a fifth before the summer",
  "Merrow's museum asks for its bell back",
  "Why the salt barons fear the new railway",
  "Governor of Kelderhook resigns over a borrowed yacht",
  "Lake States promise observers for the autumn vote",
  "Storm tears the roof off the grain exchange",
  "A short history of the Sarn Pass in seven ambushes",
  "Teachers walk out in Sandrigge for a second week",
  "Quillhaven names a tram after its last smuggler",
  "Date Growers lose their majority in the upper house",
] as const;

export const remarks = [
  "My grandfather paid those dues in herring and nobody ever thanked him for it either.",
  "Half of this is wrong, I was there and it rained.",
  "Could somebody explain to me who the third man in the photo is? He owes me money.",
  "First time I agree with this paper in twenty years, please do not make a habit of it.",
] as const;

export const adverts = [
  "Advertisement",
  "Sponsored: Anselm's Boots, made for wet feet since 1871",
  "Subscribe now: eight weeks for the price of a pie",
] as const;
