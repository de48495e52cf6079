/** The look: the host's, and before the host has spoken the system's. */

export type Theme = "light" | "dark" | "contrast";

/** Ours for a name that Teams gives a theme; "glass" is dark. */
export function themeOf(name: string): Theme {
  if (name === "contrast") return "contrast";
  return name === "dark" || name === "glass" ? "dark" : "light";
}

export function systemTheme(): Theme {
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function wear(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}
