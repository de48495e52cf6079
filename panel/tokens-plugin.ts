/**
 * Fluent's design tokens as CSS, only those that the pages use: light for all, and what differs for dark and contrast.
 * A variable that is neither a token nor defined by the pages themselves ends the build.
 */

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Plugin } from "vite";

type Theme = Readonly<Record<string, string | number>>;

const { teamsLightTheme, teamsDarkTheme, teamsHighContrastTheme } = createRequire(import.meta.url)("@fluentui/tokens") as {
  teamsLightTheme: Theme;
  teamsDarkTheme: Theme;
  teamsHighContrastTheme: Theme;
};

const ASKED_AS = "virtual:fluent-tokens.css";
const KNOWN_AS = "/@fluent-tokens.css";
const SOURCES = new URL("src/", import.meta.url).pathname;

/** Answers `import "virtual:fluent-tokens.css"` from the CSS files in these folders of src/. */
export function fluentTokens(folders: readonly string[]): Plugin {
  return {
    name: "fluent-tokens",
    resolveId: (id) => (id === ASKED_AS ? KNOWN_AS : null),
    load(id) {
      if (id !== KNOWN_AS) return null;
      const files = folders.flatMap((folder) => styleSheetsOf(join(SOURCES, folder)));
      for (const file of files) this.addWatchFile(file);
      return sheetOf(files.map((file) => readFileSync(file, "utf8")).join("\n"));
    },
  };
}

function styleSheetsOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".css")).map((name) => join(folder, name));
}

function sheetOf(css: string): string {
  const own = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const asked = [...new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name))].filter((name) => !own.has(name));
  const names = asked.map((name) => name.slice(2)).sort();
  const unknown = names.filter((name) => !(name in teamsLightTheme));
  if (unknown.length > 0) throw new Error(`No such token: ${unknown.join(", ")}`);
  const differing = (theme: Theme): string[] => names.filter((name) => theme[name] !== teamsLightTheme[name]);
  return [
    rule(":root", names, teamsLightTheme, "light"),
    rule(':root[data-theme="dark"]', differing(teamsDarkTheme), teamsDarkTheme, "dark"),
    rule(':root[data-theme="contrast"]', differing(teamsHighContrastTheme), teamsHighContrastTheme, "dark"),
  ].join("\n");
}

function rule(selector: string, names: readonly string[], theme: Theme, scheme: string): string {
  return `${selector} { color-scheme: ${scheme}; ${names.map((name) => `--${name}: ${theme[name]};`).join(" ")} }`;
}
