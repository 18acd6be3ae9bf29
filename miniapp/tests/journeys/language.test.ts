/** A collective adds a language with one file: the app is built with it, offers it, and speaks it; what it has no words for is said in English. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { built, missing, Stage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`an eighth language is not tried: ${lacks}\n`);
const ROOT = resolve(import.meta.dirname, "../../..");
const PIN = "739164";
const SAID = { "welcome-title": "Qui ci si avverte.", "home-report": "Segnala" };

describe.skipIf(lacks !== null)("an eighth language", () => {
  const clone = mkdtempSync(join(tmpdir(), "parasol-clone-"));
  const stage = new Stage();
  beforeAll(async () => {
    const app = join(clone, "miniapp");
    cpSync(join(ROOT, "locales"), join(clone, "locales"), { recursive: true });
    for (const name of ["src", "build", "public", "index.html", "vite.config.ts", "package.json", "tsconfig.json"]) {
      cpSync(join(ROOT, "miniapp", name), join(app, name), { recursive: true });
    }
    symlinkSync(join(ROOT, "miniapp/node_modules"), join(app, "node_modules"));
    const english = readFileSync(join(clone, "locales/en/app.ftl"), "utf8");
    const italian = Object.entries(SAID).reduce((text, [id, said]) => text.replace(new RegExp(`^${id} = .*$`, "m"), `${id} = ${said}`), english);
    mkdirSync(join(clone, "locales/it"));
    writeFileSync(join(clone, "locales/it/app.ftl"), italian);
    await built(join(clone, "built"), app);
    await stage.start(join(clone, "built"));
    stage.found("Sample", "ana", ["Harbour", "Station"]);
  }, 180_000);
  afterAll(async () => {
    await stage.stop();
    rmSync(clone, { recursive: true, force: true });
  });

  it("is on screen for whose phone speaks it, offered to all others, and English where it has no words", async () => {
    const her = await stage.person({ locale: "it-IT" });
    await her.opens();
    await her.sees(SAID["welcome-title"]);
    const other = await stage.person();
    await other.joins(stage.invite("ana"), PIN);
    await other.presses(/^Safety/);
    await other.presses(/^Language/);
    await other.presses("Italiano");
    await other.presses("Back");
    await other.presses("Back");
    await other.presses(new RegExp(`^${SAID["home-report"]}`));
    // What alerts and reports say is in the other file.
    await other.page.getByRole("button", { name: "Robbed" }).first().click();
    expect([...her.wrong, ...other.wrong]).toEqual([]);
    await her.context.close();
    await other.context.close();
  }, 120_000);
});
