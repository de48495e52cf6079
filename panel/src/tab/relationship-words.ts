/** The page of relationships' own sentences. */

import { languages } from "./words.ts";

const en = {
  title: "Keeping in touch",
  loading: "Reading with whom you are in touch …",
  nobody: "Nobody yet: clients appear once you have met them.",
  unreachable: "The companion does not answer. Try again in a moment.",
  list: "Clients, the longest silent first",
  silent: "{n} days",
  oneDay: "1 day",
  today: "today",
  never: "no contact yet",
  next: "next {date}",
  rests: "rests until {date}",
  off: "no suggestions",
  key: "Key client",
  open: "Show {name}",
  back: "All clients",
  choose: "Choose a client to see the last touches.",
  called: "Called just now",
  visited: "I was there",
  notNow: "Not now",
  restEnd: "No rest after all",
  undo: "Not called after all",
  touches: "Last touches",
  noTouches: "None is known.",
  people: "Whom to call",
  limits: "When to be reminded",
  soft: "After … days",
  hard: "At the latest after … days",
  save: "Save",
  learn: "Let it be learnt",
  keyHint: "Listed first, and once a quarter an idea for them",
  offTitle: "No suggestions for this client",
  asked: "If you asked, ask again",
  askedHint: "What they told you stays with you and is shown before the next meeting.",
  askedNone: "Use an opener in the side panel, or write down what you asked.",
  askedWhat: "What you asked about",
  askedSaid: "What they said",
  remember: "Remember",
  assumptions: "What you assume, and have not checked",
  assumption: "Something you assume",
  checked: "Checked",
  around: "Around the project",
  thanked: "Thanked",
  thankedOn: "thanked {date}",
  idea: "An idea",
};

export type RelationWords = typeof en;

/** The catalogue of a language that was fetched; English for any other. */
export function relationWordsOf(language: string): RelationWords {
  return languages.of(language)?.relations ?? en;
}
