import { resolve } from "node:path";
import { defineConfig } from "vite";

// Serves the everyday screens without the shell: `npx vite --config tests/journeys/everyday/vite.config.ts`. Loopback only; built by nobody.
export default defineConfig({
  root: import.meta.dirname,
  server: { host: "127.0.0.1", port: 4179, strictPort: true, fs: { allow: [resolve(import.meta.dirname, "../../../..")] } },
  cacheDir: resolve(import.meta.dirname, "../../../node_modules/.vite-everyday"),
});
