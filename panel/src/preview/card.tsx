/** A card in the chat. It is drawn again only when its content changes, so focus and open parts stay. */

import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { drawCard, type Tap } from "./renderer.ts";

interface Props {
  readonly json: object;
  readonly label: string;
  readonly broken: string;
  readonly onTap: (tap: Tap) => void;
}

export function Card({ json, label, broken, onTap }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const tap = useRef(onTap);
  tap.current = onTap;
  const [isBroken, setBroken] = useState(false);
  const content = useMemo(() => JSON.stringify(json), [json]);
  useLayoutEffect(() => {
    const drawn = drawnOrNothing(JSON.parse(content) as object, (what) => tap.current(what));
    setBroken(!drawn);
    place.current?.replaceChildren(...(drawn ? [drawn] : []));
  }, [content]);
  return (
    <div class="card" role="group" aria-label={label}>
      <div ref={place} />
      {isBroken && <p class="card-broken">{broken}</p>}
    </div>
  );
}

function drawnOrNothing(json: object, onTap: (tap: Tap) => void): HTMLElement | undefined {
  try {
    return drawCard(json, onTap);
  } catch {
    return undefined;
  }
}
