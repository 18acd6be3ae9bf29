/** Writes `/sw.js` when all other files of a build are known: their names, and a hash over what is in them. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformWithOxc, type Plugin } from "vite";

/**
 * @param source the worker, which imports nothing.
 * @param publicFolder files that are served as they are.
 */
export function offline(source: string, publicFolder: string): Plugin {
  return {
    name: "offline",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const files = new Map<string, string | Uint8Array>();
        for (const name of readdirSync(publicFolder)) files.set(`/${name}`, readFileSync(join(publicFolder, name)));
        for (const file of Object.values(bundle)) {
          files.set(file.fileName === "index.html" ? "/" : `/${file.fileName}`, file.type === "chunk" ? file.code : file.source);
        }
        if (!files.has("/")) this.error("the build has no index.html when its files are listed");
        const names = [...files.keys()].sort();
        const hash = createHash("sha256");
        for (const name of names) hash.update(JSON.stringify([name, createHash("sha256").update(files.get(name) ?? "").digest("hex")]));
        const { code } = await transformWithOxc(readFileSync(source, "utf8"), source);
        if (/^\s*import\b/m.test(code)) this.error("the worker imports something");
        const head = `const FILES = ${JSON.stringify(names)};\nconst BUILD = ${JSON.stringify(hash.digest("hex").slice(0, 16))};\n`;
        this.emitFile({ type: "asset", fileName: "sw.js", source: head + code.replace(/^export \{\};?$/m, "") });
      },
    },
  };
}
