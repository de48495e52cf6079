/** Drawings of the call simulator. All are decoration: the words beside them say the same. */

import type { ComponentChildren } from "preact";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true"
      stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"
    >
      {children}
    </svg>
  );
}

export const Go = () => <Icon><path d="M4.500 3l8 5-8 5z" /></Icon>;
export const Stand = () => <Icon><path d="M5.500 3v10M10.500 3v10" /></Icon>;
export const Stop = () => <Icon><path d="M4 4h8v8H4z" /></Icon>;
export const Hint = () => <Icon><path d="M2.500 3v10L7 8zM7.500 3v10L12 8zM13.500 3v10" /></Icon>;
