/** Small drawings. All are decoration: the words beside them say the same. */

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

export const Warning = () => <Icon><path d="M8 2.200L14.300 13.200H1.700zM8 6.400v3.200M8 11.400v.1" /></Icon>;
export const Offline = () => <Icon><path d="M2 2l12 12M4.200 9.300a5 5 0 0 1 2-1.300M2 6.400a8.500 8.500 0 0 1 2.300-1.600M11.800 9.300a5 5 0 0 0-.6-.5M14 6.400A8.600 8.600 0 0 0 7.500 4M8 12.300v.1" /></Icon>;
export const Close = () => <Icon><path d="M4 4l8 8M12 4l-8 8" /></Icon>;
export const Open = () => <Icon><path d="M4 6l4 4 4-4" /></Icon>;
export const Done = () => <Icon><path d="M3 8.500l3.200 3.200L13 4.800" /></Icon>;
export const Plus = () => <Icon><path d="M8 3v10M3 8h10" /></Icon>;
export const Copy = () => <Icon><path d="M6 5.500h7v8H6zM10 5.500v-3H3v8h3" /></Icon>;
export const Later = () => <Icon><path d="M3 8h7.500M7.500 5l3 3-3 3M13 3.500v9" /></Icon>;
export const Care = () => <Icon><path d="M8 13.200L3.200 8.300a2.900 2.900 0 0 1 4.100-4.100l.7.7.7-.7a2.900 2.900 0 0 1 4.100 4.100z" /></Icon>;
export const Cup = () => <Icon><path d="M3 5.500h8v5a2.500 2.500 0 0 1-2.500 2.500h-3A2.500 2.500 0 0 1 3 10.500zM11 6.500h1a1.500 1.500 0 0 1 0 4h-1M5.500 3.200v-1M8.500 3.200v-1" /></Icon>;
