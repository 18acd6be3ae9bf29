import { describe, expect, it } from "vitest";
import { promised } from "../../src/features/report/promise";

const TAKEN = { arrival: "taken", status: "sent" } as const;
const PEERS = { consent: { share: "peers" } };

describe("what is promised of a report that was sent", () => {
  it("hours, once it has left and nothing but moderators is waited for", () => {
    expect(promised(TAKEN, ["assault"], PEERS)).toBe("hours");
    expect(promised({ ...TAKEN, arrival: "received" }, ["assault", "no-show"], PEERS)).toBe("hours");
    // Her words are not kept here any more.
    expect(promised(TAKEN, ["assault"], null)).toBe("hours");
  });

  it("no hours where they would mislead", () => {
    expect(promised({ ...TAKEN, arrival: "here" }, ["assault"], PEERS)).toBeNull();
    expect(promised(TAKEN, ["no-show", "haggling"], PEERS)).toBeNull();
    expect(promised(TAKEN, ["assault"], { consent: { share: "moderators" } })).toBeNull();
    expect(promised(TAKEN, ["assault"], { consent: { share: "peers", hold: true } })).toBeNull();
  });

  it("who did not say, or wants to see it first, is told that she is asked, and where", () => {
    for (const said of [{}, { consent: { figures: false } }, { consent: { share: "peers", show_first: true } }]) {
      for (const arrival of ["here", "taken", "received"] as const) expect(promised({ ...TAKEN, arrival }, ["assault"], said)).toBe("asked");
      // She has said yes since, or it is out.
      for (const status of ["agreed", "published", "declined"]) expect(promised({ arrival: "received", status }, ["assault"], said)).toBeNull();
    }
  });

  it("answers that this app does not know promise nothing", () => {
    expect(promised(TAKEN, ["assault"], { consent: { share: "everybody" } })).toBeNull();
  });
});
