/** Light, dark or high contrast: the system's wish until the person says otherwise. */

import { useEffect, useState } from "preact/hooks";
import { type Theme, systemTheme } from "../shared/theme.ts";

export type { Theme };
const KEY = "companion-preview-theme";
const wishes = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"].map((wish) => window.matchMedia(wish));

/** The system's wish; whoever asks it for more contrast has high contrast, which Teams has as a look of its own. */
function wished(): Theme {
  return wishes[1]?.matches ? "contrast" : systemTheme();
}

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
  const [theme, setTheme] = useState<Theme>(() => chosen() ?? wished());
  useEffect(() => {
    const follow = (): void => setTheme(chosen() ?? wished());
    for (const wish of wishes) wish.addEventListener("change", follow);
    return () => wishes.forEach((wish) => wish.removeEventListener("change", follow));
  }, []);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const toggle = (): void => {
    const other = theme === "light" ? "dark" : "light";
    keep(other);
    setTheme(other);
  };
  return [theme, toggle];
}
