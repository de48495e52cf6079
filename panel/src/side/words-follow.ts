/** The side panel's own sentences for the time after a call: fetched with the follow-up. */

import { chosen } from "../shared/words.ts";

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

const followDe: FollowWords = {
  youPromised: "Sie haben zugesagt",
  colleaguesPromised: "Ihr Team hat zugesagt",
  theyPromised: "Zugesagt wurde Ihnen",
  wasItPromised: "War das eine Zusage?",
  wePromised: "Von uns",
  theyDid: "Von ihnen",
  intoToDo: "In meine Aufgaben",
  toToDo: "auf dem Weg in Ihre Aufgaben",
  inToDo: "in Ihren Aufgaben",
  keep: "Doch behalten",
  noPromise: "Keine Zusage",
  droppedOf: "Keine Zusage: {text}",
  ideas: "Ideen zum Aufgreifen",
  drafts: "Entwürfe",
  makeDraft: "Entwurf anlegen",
  openDraft: "Entwurf in Outlook öffnen",
  showDraft: "Entwurf zeigen",
  stillOpen: "Offen geblieben",
  howItWent: "Wie ist es gelaufen?",
  wanted: "Der Eindruck, den Sie wollten: {word}",
  asHoped: "Wie erhofft",
  partly: "Teils",
  notThisTime: "Diesmal nicht",
  wantedTitle: "Der Eindruck, den Sie hinterlassen wollen",
  wantedAfter: "Der Eindruck, den Sie wollten, in einem Wort",
  wantedHint: "In einem Wort",
  onlyYou: "Das sehen nur Sie.",
  forNext: "Fürs nächste Mal",
  lesson: "Eine Zeile: Was haben Sie gelernt?",
  lookIn: "Wann melden Sie sich wieder?",
  keepIt: "Behalten: {what}",
  kept: "Behalten. Das sehen nur Sie.",
};

export function followWordsOf(language: string): FollowWords {
  return chosen({ en: followEn, de: followDe }, language);
}
