/** Invented alerts and lists, to look at. The numbers are those that are kept free for stories. */

const DAY = 86_400;
const NOTHING = {
  verification: "unconfirmed", by: null, areas: [], when: null, people: null, persons: [], vehicles: [], identifiers: [], text: "",
  language: null, what_to_do: "", so_far: false, disputed: false,
};

interface Made {
  readonly id: string;
  readonly people?: number;
  readonly versions: readonly { readonly kind: string; readonly time: number; readonly content: object }[];
}

function id(n: number): string {
  return n.toString(16).padStart(32, "0");
}

export const ALERTS = (now: number): Made[] => {
  const van = {
    ...NOTHING, kinds: ["condom", "non-payment", "threats"], severity: "very-dangerous", verification: "corroborated", by: 2, expires: now + 300 * DAY,
    when: { date: "2026-11-19", precision: "day" }, people: 1,
    persons: [{ role: "client", gender: "man", age: "40s", height: "tall", build: "heavy", marks: ["tattoo-neck"], names: ["Dave"] }],
    vehicles: [{ type: "van", colour: "white", make: "Ford", model: "Transit", marks: ["dent"] }],
    identifiers: [{ type: "phone", country: "GB", token: 12 }, { type: "plate", value: "KX", partial: "ends" }],
    text: "A client was reported to have taken off the condom without agreement, refused to pay and threatened with a knife, in a van.",
    language: "en", what_to_do: "Do not get into the van. If you have met him, you can tell us.",
  };
  return [
    { id: id(1), versions: [
      { kind: "alert", time: now - 4 * DAY, content: { ...van, verification: "unconfirmed", by: null, vehicles: [{ type: "van", colour: "grey", make: "Ford" }] } },
      { kind: "amendment", time: now - 2 * DAY, content: van },
    ] },
    { id: id(2), people: 1, versions: [{ kind: "alert", time: now - 5 * 3600, content: {
      ...NOTHING, kinds: ["robbery"], severity: "dangerous", so_far: true, expires: now + 2 * DAY, language: "ro",
      identifiers: [{ type: "phone", value: "+447700900123" }],
      text: "Un client a fost raportat că a luat banii și telefonul.",
    } }] },
    { id: id(3), versions: [
      { kind: "alert", time: now - 20 * DAY, content: { ...NOTHING, kinds: ["fake-payment"], severity: "risky", disputed: false, expires: now + 100 * DAY, verification: "evidence-seen" } },
      { kind: "retraction", time: now - 3 * DAY, content: { reason: "It was a mistake: the payment came." } },
    ] },
    { id: id(4), versions: [{ kind: "alert", time: now - 60 * DAY, content: {
      ...NOTHING, kinds: ["harassment"], severity: "risky", disputed: true, verification: "reporter-spoken-to", expires: now + 100 * DAY,
      identifiers: [{ type: "handle", value: "nicedave", platform: "telegram" }, { type: "plate", value: "AB12CDE" }],
    } }] },
    { id: id(5), versions: [{ kind: "alert", time: now - 200 * DAY, content: { ...NOTHING, kinds: ["assault"], severity: "dangerous", expires: now - DAY } }] },
  ];
};

export const PREVIEW = (now: number) => ({
  ...NOTHING, kinds: ["sexual-assault", "condom"], severity: "very-dangerous", verification: "reporter-spoken-to", expires: now + 300 * DAY,
  text: "A client was reported to have taken off the condom without agreement.", language: "en", disputed: true,
});

export const FIGURES = { from: 0, to: 1, counts: { hours: 9 }, note: "" };
export const RESOURCES = [
  { name: "Night clinic", kind: "health", text: "PEP and emergency contraception, no questions about work.", contact: "07700 900801", language: "en" },
  { name: "Rights desk", kind: "legal", text: "A lawyer on Thursdays. Nothing is written down.", contact: "rights@example.org", language: "en" },
  { name: "Un pat pentru noapte", kind: "housing", text: "Trei camere, pentru femei și persoane trans.", contact: "07700 900804", language: "ro" },
];
