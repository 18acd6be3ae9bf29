import { resolve } from "node:path";
import { defineConfig } from "vite";

const HERE = import.meta.dirname;

// The benches as programs for Node, with nothing of the app around them. What `browser` measures it builds itself.
export default defineConfig({
  build: {
    ssr: true,
    outDir: "node_modules/.bench",
    rolldownOptions: { input: { removal: resolve(HERE, "removal.ts"), browser: resolve(HERE, "browser.ts") } },
  },
  logLevel: "error",
});
