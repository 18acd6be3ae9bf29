/** Lost in one implementation, brought back by the 12 words in the other: members and moderators, both ways. The relay is the real one. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { findWords, returnWith } from "../../src/alerts/session";
import { toWords } from "../../src/crypto/device";
import { asyncRefusal } from "../vectors";
import { clock, NO_PYTHON, PYTHON, Stage, type Device, type Person } from "./stage";

const withPython = test.skipIf(PYTHON === null);
if (PYTHON === null) process.stdout.write(`skipped: ${NO_PYTHON}\n`);

let stage: Stage;
let ana: Person;

beforeAll(async () => {
  if (PYTHON === null) return;
  stage = await Stage.open();
  ana = await stage.founded("Kestrel", "ana", "--topic", "Harbour");
}, 120_000);

afterAll(async () => {
  if (PYTHON !== null) await stage.close();
});

/** Her words, once they were shown and the box stands there. */
async function wordsOf(device: Device): Promise<string> {
  const { session } = device;
  session.device.recoverable.wanted = true;
  await session.sync();
  expect(session.device.recoverable.period).not.toBeNull();
  return toWords(session.device.entropy);
}

async function recovered(words: string): Promise<Device> {
  const device = stage.device();
  device.session = await returnWith(device.relay, await findWords(device.relay, words, clock()), clock, device.save);
  await device.session.sync();
  return device;
}

withPython("a member in TypeScript comes back in Python, and again in TypeScript", async () => {
  const dina = await stage.joins("dina", await ana.invites());
  expect(dina.session.device.recoverable.period).toBeNull();
  await ana.sync();
  await dina.session.sync();
  const words = await wordsOf(dina);
  await dina.reopen();
  expect(dina.session.device.recoverable.state()[0]).toBe(true);
  const again = stage.person("dina's other phone");
  expect(await again.ask(["recover", "--relay", stage.url], { stdin: words })).toMatchObject({ alias: "dina", moderates: false });
  expect((await again.ask(["recovery-words"]))["words"]).toEqual(words.split(" "));
  const third = await recovered(words.toUpperCase());
  expect(third.session.device.paths.get(1)?.leaf).toBe(dina.session.device.paths.get(1)?.leaf);
  await third.reopen();
  await third.session.sync();
  const { members } = (await ana.ask(["members"])) as { members: { alias: string }[] };
  expect(members.map(({ alias }) => alias).sort()).toEqual(["ana", "dina"]);
}, 120_000);

withPython("the only moderator, in Python, comes back in TypeScript whole, and lets somebody in", async () => {
  await ana.sync();
  const { words } = (await ana.ask(["recovery-words"])) as { words: string[]; elsewhere: boolean };
  const again = await recovered(words.join(" "));
  expect(again.session.moderates).toBe(true);
  expect(again.moderator.members().map(({ alias }) => alias).sort()).toEqual(["ana", "dina"]);
  const eve = await stage.joins("eve", await again.session.invite(clock() + 3600, { moderator: false }));
  await again.session.sync();
  await eve.session.sync();
  expect(eve.session.device.hasPathKeys).toBe(true);
  // The old phone, found again behind the sofa, is still one and the same moderator.
  await ana.sync();
  expect(((await ana.ask(["members"])) as { members: unknown[] }).members).toHaveLength(3);
}, 120_000);

withPython("words of nobody, and of somebody who was removed", async () => {
  const nothing = await asyncRefusal(() => recovered("abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"));
  expect([nothing.name, nothing.constructor.name]).toEqual(["BadInput", "NothingKept"]);
  const fay = await stage.joins("fay", await ana.invites());
  await ana.sync();
  await fay.session.sync();
  const words = await wordsOf(fay);
  expect((await ana.ask(["remove", "fay", "--yes"]))["removed"]).toBe(true);
  expect((await asyncRefusal(() => recovered(words))).name).toBe("NotAddressed");
}, 120_000);
