/** The personal tab's own sentences. */

import { chosen } from "../shared/words.ts";

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

const de: Words = {
  title: "Client Companion",
  views: "Ansichten",
  week: "Ihre Woche",
  settings: "Einstellungen",
  loading: "Ihre Woche wird gelesen …",
  loadingSettings: "Ihre Einstellungen werden gelesen …",
  noWeek: "Keine Termine in diesen Tagen.",
  with: "Mit {names}",
  andMore: "{names} und {n} weiteren",
  noSubject: "Ohne Betreff",
  owed: "Was ich schulde",
  nothingOwed: "Nichts offen. Eine Zusage aus dem Seitenbereich erscheint hier.",
  relationships: "Beziehungen",
  noRelationships: "Noch niemand: Firmen erscheinen, sobald Sie sie getroffen haben.",
  last: "Zuletzt {date}",
  next: "nächstes Mal {date}",
  notYet: "Noch nicht getroffen",
  meetings: "Termine: {n}",
  offline: "Stand {time}, nicht verbunden",
  save: "Speichern",
  saved: "Gespeichert",
  nothingChanged: "Es wurde nichts geändert",
  tryAgain: "Noch einmal versuchen",
  unreachable: "Der Companion antwortet nicht. Diese Seite versucht es von selbst wieder.",
  outside: "Öffnen Sie diesen Tab in Teams: Außerhalb von Teams weiß niemand, wer Sie sind.",
  signedOut: "Teams hat nicht bestätigt, wer Sie sind. Erlauben Sie es, wenn Teams fragt, und versuchen Sie es noch einmal.",
  configureTitle: "Client Companion zu diesem Termin hinzufügen",
  configureHint: "Sie sehen Ihre eigene Übersicht, Notizen und Uhren neben dem Gespräch. Andere sehen nur ihre eigenen. Wählen Sie Speichern.",
  tabName: "Client Companion",
};

export function wordsOf(language: string): Words {
  return chosen({ en, de }, language);
}
