/** Her words are kept in their turn: not in the middle of a sync, which may hold half a board. */

import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { Opened } from "../../src/app/opened";
import { keepWords } from "../../src/app/returning";
import { settings } from "../../src/app/settings";
import { DataKey } from "../../src/crypto/secrets";
import { Home } from "../../src/vault/home";
import { Store } from "../../src/vault/store";
import { answer, readerOf, Told, type Scenario } from "../alerts/scenarioPlayer";

test("what is under way ends first, and then they are written down", async () => {
  vi.stubGlobal("location", { origin: "https://relay.example" });
  const scenario = JSON.parse(readFileSync(new URL("../../../tests/vectors/scenarios/honest-mail.json", import.meta.url), "utf8")) as Scenario;
  const member = await readerOf(scenario.given);
  for (const response of scenario.responses) await answer(member, response, new Told());
  const [store, key] = [await Store.open("words"), DataKey.random()];
  const home = new Home(store, key);
  await home.save(member);
  const open = new Opened(home, member);

  let ends: () => void = () => undefined;
  const underWay = open.do(() => new Promise<void>((resolve) => { ends = resolve; }));
  const kept = keepWords(open);
  await vi.waitFor(() => { expect(settings.value.words).toBe(true); });
  await new Promise((resolve) => { setImmediate(resolve); });
  expect(member.recoverable.wanted).toBe(false);
  ends();
  await Promise.all([underWay, kept]);
  expect((await new Home(store, key).load())?.recoverable.wanted).toBe(true);
  open.shut();
});
