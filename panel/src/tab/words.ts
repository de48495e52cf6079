/** The personal tab's own sentences. */

import { Languages } from "../shared/languages.ts";

const en = {
  title: "Client Companion",
  views: "Views",
  week: "Your week",
  settings: "Settings",
  loading: "Reading your week …",
  loadingSettings: "Reading your settings …",
  noWeek: "No meetings in these days.",
  with: "With {names}",
  andMore: "{names} and {n} more",
  noSubject: "Without a subject",
  owed: "What I owe",
  nothingOwed: "Nothing open. A promise noted in the side panel appears here.",
  owedToMe: "What they owe me",
  loadingOwed: "Reading what is owed …",
  owedTab: "Promises",
  owedNothing: "Nobody owes anybody anything.",
  owedNone: "Nothing open.",
  owedFiltered: "Nothing here fits the filter.",
  owedSettled: "Settled lately ({n})",
  owedDone: "Done: {what}",
  owedDoneOf: "Done: {what}",
  owedUndoOf: "Not done after all: {what}",
  filterClient: "Client",
  filterClients: "All clients",
  filterWhich: "Which promises",
  filterAll: "All of them",
  filterLate: "Late",
  filterSoon: "Due in three days",
  filterWaiting: "Waiting for somebody",
  filterNone: "Without a day",
  done: "Done",
  undo: "Undo",
  iWait: "I wait for somebody",
  warn: "Warn the client",
  drop: "Let go",
  owedDropOf: "No longer promised: {what}",
  waitFor: "For whom? A supplier, a colleague …",
  waitUntil: "Until when?",
  remember: "Remember",
  cancel: "Cancel",
  draftMade: "Ready to send or change. Nothing has been sent.",
  openDraft: "Open the draft in Outlook",
  newWindow: "opens outside of this tab",
  relationships: "Relationships",
  noRelationships: "Nobody yet: companies appear once you have met them.",
  last: "Last {date}",
  next: "next {date}",
  notYet: "Not met yet",
  meetings: "Meetings: {n}",
  offline: "As of {time}, not connected",
  save: "Save",
  saved: "Saved",
  nothingChanged: "Nothing was changed",
  tryAgain: "Try again",
  unreachable: "The companion does not answer. This page tries again by itself.",
  outside: "Open this tab in Teams: outside Teams nobody can tell who you are.",
  signedOut: "Teams gave no proof of who you are. Allow it when Teams asks, then try again.",
  configureTitle: "Add Client Companion to this meeting",
  configureHint: "You will see your own brief, notes and clocks beside the call. Others who open it see only their own. Choose Save.",
  tabName: "Client Companion",
};

export type Words = typeof en;

/** All of the tab, in one file for each language. */
export const languages = new Languages(import.meta.glob<typeof import("../languages/de/tab.ts")>("../languages/*/tab.ts"));

/** The catalogue of a language that was fetched; English for any other. */
export function wordsOf(language: string): Words {
  return languages.of(language)?.own ?? en;
}
