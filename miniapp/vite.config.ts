import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { catalogues } from "./build/catalogues.ts";
import { offline } from "./build/offline.ts";

const HERE = import.meta.dirname;
const { version } = JSON.parse(readFileSync(resolve(HERE, "package.json"), "utf8")) as { version: string };

// The same sources give the same bytes: no dates, no paths, names from contents only. `parasol verify` compares them.
export default defineConfig({
  plugins: [catalogues(resolve(HERE, "../locales")), offline(resolve(HERE, "src/worker/offline.ts"), resolve(HERE, "public"))],
  define: { VERSION: JSON.stringify(version) },
  build: {
    target: "es2022",
    sourcemap: false,
    // The policy has no data: for scripts and styles; every file is one of ours by name.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
