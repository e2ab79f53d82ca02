/** Paragraphs of stories that nobody wrote, of eight words or more each, for tests on copies and shared copy. */
export const AGENCY_COPY = [
  'The pilots of the Ormsund strait voted on Tuesday to end a strike that had held nineteen ships outside the port.',
  'Their union said that the operator had agreed to a third watch at night, the point over which talks broke down in May.',
  'Two tankers that had waited since the weekend were taken in first, because their crews were short of drinking water.',
  'The operator put the cost of the strike at four million crowns a day and said that it would not pass it on.',
  'Shipping companies had begun to send cargo by rail from Halvik, which can take only a fifth of what the port handles.',
  'The agreement runs for three years and will be put before the harbour board when it meets again in September.',
] as const;

export const LOCAL_REPORT = [
  'Children stood along the sea wall of Lower Ormsund this morning and counted the ships as they came in one by one.',
  'Marta Venn, who sells coffee on the quay, said that she had not had such a queue since the regatta was moved away.',
  'For the three families who live aboard barges in the inner basin, the strike had meant a week without deliveries.',
  'The mayor wants to talk with both sides about a reserve crew, an idea that the council had turned down two years ago.',
  'On the quay nobody wanted to guess how long the peace will hold, and most people were content to watch the cranes move.',
] as const;

export const OTHER_STORY = [
  'The botanical garden of Tessel has opened a glasshouse for plants that flower only once in a gardener’s lifetime.',
  'Visitors are let in by groups of twelve, since every open door costs the beds a degree of warmth in the winter months.',
  'Its oldest agave came as a seedling in a biscuit tin, brought by a ship’s doctor who could not say where he had found it.',
  'A camera now watches the plant day and night, and some four thousand people look in on it from their kitchens.',
  'The head gardener expects the first bud within six years, or within forty, and says that both would be quite normal.',
] as const;

export const FERRY_STORY = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said on Friday.',
  'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the night watch on board.',
  '“Nobody wanted to sail through the skerries without a second pair of eyes,” said Marit Voss, who has steered the ferry for nine years.',
  'Under the new rota, two of the four boats keep a watch of three, and the harbour office pays for the training of six hands.',
  'Shops on Holm had begun to ration flour and lamp oil last week, when the last supply boat turned back in the fog.',
  'The first ferry leaves Aldersund at six in the morning; tickets from before the strike remain valid until the end of the month.',
] as const;
