/** The host page’s sentences. */

import type { Words } from "../../host/words.ts";

export const own: Words = {
  title: "Teamsと同じサイドパネル",
  note: "Teamsに近い表示",
  look: "外観",
  default: "ライト",
  dark: "ダーク",
  contrast: "ハイコントラスト",
  rightToLeft: "右から左",
  page: "ページ",
  panel: "サイドパネル",
  tab: "個人用タブ",
  configure: "アプリの追加",
};
