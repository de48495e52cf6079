/** The side panel's own sentences for the time after a call: fetched with the follow-up. */

import { languages } from "./words.ts";

const followEn = {
  youPromised: "You promised",
  colleaguesPromised: "Your colleagues promised",
  theyPromised: "They promised",
  wasItPromised: "Was this promised?",
  wePromised: "By us",
  theyDid: "By them",
  intoToDo: "Into my To Do",
  toToDo: "on its way to your To Do",
  inToDo: "in your To Do",
  keep: "Keep it after all",
  noPromise: "Not a promise",
  droppedOf: "Not a promise: {text}",
  ideas: "Ideas to take up",
  drafts: "Drafts",
  makeDraft: "Make the draft",
  openDraft: "Open the draft in Outlook",
  showDraft: "Show the draft",
  stillOpen: "Stayed open",
  howItWent: "How did it go?",
  wanted: "The impression you wanted: {word}",
  asHoped: "As hoped",
  partly: "Partly",
  notThisTime: "Not this time",
  wantedTitle: "The impression you want to leave",
  wantedAfter: "The impression you wanted, in one word",
  wantedHint: "In one word",
  onlyYou: "Only you see this.",
  forNext: "For next time",
  lesson: "One line: what did you learn?",
  lookIn: "When will you look in again?",
  keepIt: "Keep: {what}",
  kept: "Kept. Only you see it.",
};

export type FollowWords = typeof followEn;

export function followWordsOf(language: string): FollowWords {
  return languages.of(language)?.follow ?? followEn;
}
