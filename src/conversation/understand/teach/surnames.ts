const lower = (words: string) => words.split(/\s+/);

/** Surnames common in England that are no everyday words: a name wherever they stand. Lower case. */
export const SURNAMES: ReadonlySet<string> = new Set(
  lower(`abbott abdi abdullah adams adeyemi afzal aftab ahmad ahmed akhtar akram alexander ali allen amin anderson andrews anwar arif armstrong
  arnold ashraf ashton asif aslam atkinson austin aziz baldwin bailey barker barlow barnes barrett bashir bates baxter begum bennett bhatti bibi
  bose bradley bradshaw brooks bryant burgess burton butt byrne cameron campbell carr carroll chambers chan chapman chaudhry choudhury chowdhury
  clark clarke clayton coles collins connolly cooper cox crawford cunningham curtis das davidson davies davis dawson dean desai devi dhillon dixon
  donnelly doyle duffy duncan dunn edwards elliott ellis evans farooq ferguson fisher fletcher foster fraser freeman fuller gallagher garcia gardner
  george gibson gilbert gill gordon graham grant grewal griffiths gupta hamilton hanif hansen harper harris harrison hart harvey hassan hawkins
  hayes henderson henry higgins hodgson holland holmes hopkins houghton howard howarth hudson hughes hunt hunter hussain ibrahim iqbal islam
  jackson jain jamil james jenkins johal johnson johnston jones joshi kaur kay kelly kennedy kerr khan khatun kowalski kumar lawrence lawson
  leonard lewis lloyd lowe mahmood malik mann marshall martin mason matthews mccarthy mcdonald mckenzie mehmood mehta miah mills mirza mitchell
  mohamed mohammed moore morgan morris morrison murphy murray mustafa nair nawaz newton nguyen nicholls nolan novak nowak oconnor obrien osborne
  osullivan owen palmer parekh parker parmar parsons parveen patel patterson payne pearce pearson perry phillips powell qureshi rafiq rahman rai
  rana rashid rehman reynolds rhodes richards richardson roberts robertson robinson rogers russell ryan sadiq saeed saleem sandhu sanderson saunders
  scott shah shaikh sharif sharma sharpe shaw sheikh siddiqui sidhu simmons simpson sims singh smith spencer stevens stevenson stewart suleman
  sullivan sutton tahir taylor thomas thompson thomson thornton tucker turner uddin ullah vaughan walsh walters ward warren watkins watson watts
  webb webster wheeler wilkinson williams williamson wilson wright yadav yates yousaf yusuf zafar zaman`),
);

/** Surnames that are everyday words as well: names only with a capital. Lower case. */
export const SURNAMES_AND_WORDS: ReadonlySet<string> = new Set(
  lower(`baker ball banks barber bell best bird bishop black blake bond booth bow brown bull burns bush butcher butler carpenter carter cole cook
  cross day english field fields finch flowers ford forest fox french frost gardener gibbs glass gold goodwin grace gray green grey hall hand
  harding hardy head heath hill hills hood hope horn house hull jordan joy judge key king knight lamb lane law lee little lock long lord love
  marsh may moss nash neal noble north page park parish peacock pope porter potter price prince quick read reed reeves rice rich rose savage
  sharp shepherd short silver skinner snow speed stone storm street summers swan sweet tailor temple townsend tyler wade walker wall waller
  waters weaver welsh west white winter wise wolf wood woods young`),
);
