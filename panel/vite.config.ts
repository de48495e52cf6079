import { existsSync } from "node:fs";
import { defineConfig } from "vite";
import { sampleDoor } from "./dev/sample-door.ts";
import { fluentTokens } from "./tokens-plugin.ts";

const PAGES = ["index", "panel", "tab", "configure", "host", "check"];
const pathOf = (page: string): string => new URL(`${page}.html`, import.meta.url).pathname;

export default defineConfig({
  // Each page is served under an address of its own and finds the assets beside itself.
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [fluentTokens(["shared", "side", "tab", "host"]), sampleDoor()],
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Everything is a file of its own: the pages' policies allow no inline script or style.
    assetsInlineLimit: 0,
    rolldownOptions: { input: PAGES.map(pathOf).filter((page) => existsSync(page)) },
  },
});
