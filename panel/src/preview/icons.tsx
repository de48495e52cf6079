/** Small drawings. All are decoration: the words beside them say the same. */

import type { ComponentChildren } from "preact";

function Icon({ children, size = 16 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      class="icon" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true"
      stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"
    >
      {children}
    </svg>
  );
}

export const Bell = () => <Icon size={14}><path d="M8 2a4 4 0 0 0-4 4v2.600L2.800 11h10.400L12 8.600V6a4 4 0 0 0-4-4zM6.500 13a1.600 1.600 0 0 0 3 0" /></Icon>;
export const Moon = () => <Icon><path d="M13.200 9.700A5.600 5.600 0 0 1 6.300 2.800a5.600 5.600 0 1 0 6.900 6.900z" /></Icon>;
export const Sun = () => <Icon><circle cx="8" cy="8" r="3" /><path d="M8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1" /></Icon>;
export const Next = () => <Icon size={18}><path d="M3 3.500v9L9.500 8zM12.500 3.500v9" /></Icon>;
export const Upload = () => <Icon><path d="M8 10.500V2.500M5 5.500l3-3 3 3M2.500 10.500v2a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2" /></Icon>;
export const Again = () => <Icon><path d="M13 8a5 5 0 1 1-1.600-3.700M13 2.500v2.500h-2.500" /></Icon>;
export const Close = () => <Icon><path d="M4 4l8 8M12 4l-8 8" /></Icon>;
export const Undo = () => <Icon size={14}><path d="M5.500 3L2.500 6l3 3M3 6h6.500a3.500 3.500 0 0 1 0 7H6" /></Icon>;
