/** A relay that was put back from a copy, and a moderator's device in TypeScript that gives back what it lost (protocol §5.6). */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clock, NO_PYTHON, PYTHON, Stage } from "./stage";
import { synced, WEEK } from "./words";

if (PYTHON === null) process.stdout.write(`the restored relay is skipped: ${NO_PYTHON}\n`);

let stage: Stage;

describe.skipIf(PYTHON === null)("a restored relay", { timeout: 600_000 }, () => {
  beforeEach(async () => {
    stage = await Stage.open();
  });

  afterEach(async () => {
    await stage.close();
  });

  test("gets its boxes and invites again; and a sync with nothing to do writes nothing", async () => {
    const ana = await stage.founded("Kestrel", "Ana");
    const tess = await stage.joins("Tess", await ana.invites("--moderator"));
    await ana.sync();
    expect((await ana.ask(["promote", "Tess"]))["promoted"]).toBe(true);
    await synced(tess);
    const early = await tess.session.invite(clock() + WEEK, { moderator: false });
    const copy = await stage.copied();

    // After the copy: somebody is admitted and has not fetched her keys, and an invite is made.
    const [gwen, hana] = [stage.person("Gwen"), stage.person("Hana")];
    expect((await gwen.joins(early))["ready"]).toBe(false);
    await synced(tess);
    const late = await tess.session.invite(clock() + WEEK, { moderator: false });
    await stage.restored(copy);
    await synced(tess);
    expect(tess.session.result.healing).toBe(true);
    await tess.session.declareWhole();
    await synced(tess);
    expect((await gwen.sync())["ready"]).toBe(true);
    await hana.joins(late);
    await synced(tess);
    expect((await hana.sync())["ready"]).toBe(true);

    const version = async () => (await tess.relay.newest(tess.moderator.collective)).version;
    await synced(tess);
    const before = await version();
    for (let again = 0; again < 2; again++) {
      await tess.reopen();
      await synced(tess);
    }
    expect(await version()).toBe(before);
  });
});
