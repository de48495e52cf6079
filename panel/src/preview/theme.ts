/** Light or dark: the system's wish until the person says otherwise. */

import { useEffect, useState } from "preact/hooks";

export type Theme = "light" | "dark";
const KEY = "companion-preview-theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");

function chosen(): Theme | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : null;
  } catch {
    return null;
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still changes the look for this visit.
  }
}

/** The look now, and the button that changes it. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(() => chosen() ?? (system.matches ? "dark" : "light"));
  useEffect(() => {
    const follow = (): void => setTheme(chosen() ?? (system.matches ? "dark" : "light"));
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  }, []);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const toggle = (): void => {
    const other = theme === "dark" ? "light" : "dark";
    keep(other);
    setTheme(other);
  };
  return [theme, toggle];
}
