/** The examples of `alerts/report.py` and `alerts/alert.py`, as a JSON file would say them. Everybody and everything in them is invented. */

import type { ValueMap } from "../../src/crypto/wire";

export const COLLECTIVE = Uint8Array.from({ length: 32 }, (_, i) => i);
export const NOW = 1_795_000_000;

export const EXAMPLE_REPORT: ValueMap = {
  kinds: ["non-payment", "condom", "threats"],
  consent: { share: "peers", show_first: false, hold: false, figures: true },
  relationship: "self",
  when: { date: "2026-11-20", precision: "day", band: "18-24" },
  area: "Harbour",
  place: "car",
  contact: ["app", "text"],
  people: 1,
  persons: [
    {
      role: "client", names: ["Dave", "Mr K"], gender: "man", age: "40s", height: "tall", build: "heavy", hair: "shaved", eyes: "blue",
      marks: ["glasses", "tattoo-neck"], accent: "en-IE", languages: ["en"], weapon: ["knife"],
      detail: "small anchor on the left side of the neck",
    },
  ],
  identifiers: [
    { type: "phone", value: "07700 900123" },
    { type: "handle", value: "@dave_k_example", platform: "telegram" },
    { type: "plate", value: "KX", partial: "ends" },
  ],
  vehicles: [
    { type: "van", make: "Ford", model: "Transit", colour: "white", marks: ["dent", "roof-rack"], detail: "dent in the sliding door" },
  ],
  happened: "We agreed a price and a condom in messages. In the van he took the condom off and would not pay.",
  pattern: "Writes very politely first and asks whether you drive yourself.",
  injuries: "Bruise on the wrist.",
  ongoing: ["knows-my-work", "keeps-contacting"],
  support: ["health", "talk"],
  language: "en",
};

export const EXAMPLE_ALERT: ValueMap = {
  kinds: ["condom", "non-payment", "threats"],
  severity: "dangerous",
  verification: "reporter-spoken-to",
  when: { date: "2026-11-20", precision: "day" },
  people: 1,
  persons: [
    {
      role: "client", names: ["Dave"], gender: "man", age: "40s", height: "tall", build: "heavy", hair: "shaved",
      marks: ["glasses", "tattoo-neck"], accent: "en-IE", weapon: ["knife"],
    },
  ],
  vehicles: [{ type: "van", make: "Ford", model: "Transit", colour: "white", marks: ["dent", "roof-rack"] }],
  identifiers: [
    { type: "phone", value: "+44 7700 900123" },
    { type: "handle", value: "@dave_k_example", platform: "telegram" },
    { type: "plate", value: "KX", partial: "ends" },
  ],
  text: "A client was reported to have taken off the condom without agreement, refused to pay and threatened with a knife, in a van.",
  language: "en",
  what_to_do: "Better not get in. If you met this person too, tell the desk.",
};
