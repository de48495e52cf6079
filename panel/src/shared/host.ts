/** The host as a hook: undefined while it is looked for, null where there is none. The page wears its look. */

import { useEffect, useState } from "preact/hooks";
import { type Host, connectHost } from "./teams.ts";
import { systemTheme, wear } from "./theme.ts";

export function useHost(): Host | null | undefined {
  const [host, setHost] = useState<Host | null | undefined>(undefined);
  useEffect(() => {
    wear(systemTheme());
    void connectHost().then((found) => {
      if (found) {
        wear(found.theme);
        found.onTheme(wear);
        found.hasPainted();
      }
      setHost(found);
    });
  }, []);
  return host;
}
