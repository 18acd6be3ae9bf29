/**
 * The code lists: every answer that is picked, not written, in reports and alerts.
 *
 * Codes stand on the wire, so one is never renamed and never reused; new ones are added at the end, in `alerts/coded.py` too. What people
 * read is in the catalogues, under the keys of `wording`. `also` holds other spellings that people and files use; they never reach the wire.
 */

import { BadInput } from "../crypto/errors";
import { casefold, isAlnum, words } from "./characters";

/** How codes are compared: lower case, and hyphens for whatever stands between words. */
export function fold(text: string): string {
  let out = "";
  for (const c of casefold(text)) out += c === "'" || c === "’" ? "" : isAlnum(c) ? c : " ";
  return words(out).join("-");
}

/** One list of codes, in the order in which people are shown them. */
export class Codes {
  readonly values: readonly string[];
  readonly also: ReadonlyMap<string, string>;

  constructor(values: readonly string[], also: Readonly<Record<string, string>> = {}) {
    this.values = values;
    this.also = new Map(Object.entries(also));
  }

  /** The code that `text` spells, or `null`. */
  read(text: string): string | null {
    const folded = fold(text);
    return this.values.includes(folded) ? folded : (this.also.get(folded) ?? null);
  }
}

/** Kinds by group (product words: violence, money, coercion, authority, nuisance). */
export const KIND_GROUPS = {
  violence: ["assault", "sexual-assault", "condom", "weapon", "confinement", "drugging"],
  money: ["robbery", "non-payment", "fake-payment"],
  coercion: ["threats", "harassment", "stalking", "blackmail", "filming", "consent-violated", "hate"],
  authority: ["authority-abuse"],
  nuisance: ["haggling", "no-show", "disrespect", "felt-wrong"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const KINDS = new Codes(
  Object.values(KIND_GROUPS).flat(),
  {
    violence: "assault", hit: "assault", beaten: "assault", attack: "assault", "physical-assault": "assault", rape: "sexual-assault",
    "sexual-violence": "sexual-assault", stealthing: "condom", "condom-removed": "condom", "condom-refused": "condom",
    "condom-removed-or-refused": "condom", kidnap: "confinement", kidnapping: "confinement", "confinement-or-kidnap": "confinement",
    "locked-in": "confinement", drugged: "drugging", spiked: "drugging", spiking: "drugging", theft: "robbery", robbed: "robbery",
    nonpayment: "non-payment", "did-not-pay": "non-payment", "refused-to-pay": "non-payment", "fake-money": "fake-payment",
    chargeback: "fake-payment", threat: "threats", threatened: "threats", stalked: "stalking", outing: "blackmail",
    "blackmail-or-outing": "blackmail", extortion: "blackmail", "filming-without-consent": "filming", filmed: "filming",
    recording: "filming", consent: "consent-violated", "consent-violation": "consent-violated", racism: "hate", transphobia: "hate",
    homophobia: "hate", "hate-crime": "hate", "police-abuse": "authority-abuse", "abuse-by-police": "authority-abuse",
    "abuse-by-police-or-other-authority": "authority-abuse", authority: "authority-abuse", noshow: "no-show", "did-not-come": "no-show",
    "time-waster": "no-show", timewaster: "no-show", rude: "disrespect", "bad-feeling": "felt-wrong",
  },
);

export const NUISANCE_KINDS: ReadonlySet<string> = new Set(KIND_GROUPS.nuisance);
/** Kinds after which hours count: PEP within 72 hours, emergency contraception within 5 days. */
export const HEALTH_KINDS: ReadonlySet<string> = new Set(["sexual-assault", "condom", "drugging"]);
/** Kinds of which others must hear the same night: whoever did it may be out again. */
export const TONIGHT_KINDS: ReadonlySet<string> = new Set(["assault", "sexual-assault", "weapon", "confinement", "drugging"]);

/** Ascending. */
export const SEVERITIES = new Codes(["nuisance", "risky", "dangerous", "very-dangerous"], {
  low: "nuisance", medium: "risky", high: "dangerous", "very-high": "very-dangerous",
});
/** What a severity is suggested to be if a report has one of these kinds; the highest wins, and people decide. */
export const SEVERITY_OF_KIND: Readonly<Record<string, string>> = {
  assault: "dangerous", "sexual-assault": "very-dangerous", condom: "dangerous", weapon: "very-dangerous", confinement: "very-dangerous",
  drugging: "very-dangerous", robbery: "dangerous", "non-payment": "risky", "fake-payment": "risky", threats: "dangerous",
  harassment: "risky", stalking: "dangerous", blackmail: "dangerous", filming: "risky", "consent-violated": "dangerous", hate: "risky",
  "authority-abuse": "dangerous", haggling: "nuisance", "no-show": "nuisance", disrespect: "nuisance", "felt-wrong": "nuisance",
};

/** Ascending in what was done to find out; `corroborated` carries by how many. */
export const VERIFICATIONS = new Codes(
  ["unconfirmed", "reporter-spoken-to", "evidence-seen", "corroborated"],
  {
    "spoken-to": "reporter-spoken-to",
  },
);

export const SHARING = new Codes(
  ["moderators", "peers"],
  {
    "moderators-only": "moderators", "only-moderators": "moderators", "warn-peers": "peers", warn: "peers", "peers-too": "peers",
    publish: "peers",
  },
);
export const RELATIONSHIPS = new Codes(
  ["self", "for-someone", "witness", "second-hand"],
  {
    me: "self", myself: "self", "for-someone-else": "for-someone", "for-someone-else-with-consent": "for-someone",
    "someone-else": "for-someone", "saw-it": "witness", "heard-it": "second-hand", secondhand: "second-hand",
  },
);
export const PRECISIONS = new Codes(["day", "week", "month", "year"], { exact: "day", about: "week", roughly: "week" });
/** Six-hour bands of the local clock. */
export const BANDS = new Codes(
  ["00-06", "06-12", "12-18", "18-24"],
  {
    night: "00-06", morning: "06-12", afternoon: "12-18", evening: "18-24",
  },
);
export const PLACES = new Codes(
  [
    "car", "street", "park", "bar", "my-place", "their-place", "hotel", "parlour", "agency", "online", "phone", "other",
  ],
  {
    vehicle: "car", van: "car", outdoors: "street", club: "bar", home: "my-place", incall: "my-place", mine: "my-place",
    outcall: "their-place", theirs: "their-place", motel: "hotel", "massage-parlour": "parlour", brothel: "parlour", internet: "online",
    "on-the-phone": "phone",
  },
);
export const CONTACTS = new Codes(
  ["street", "call", "text", "app", "site", "social", "referral", "agency", "venue", "regular", "other"],
  {
    phone: "call", called: "call", sms: "text", texted: "text", whatsapp: "app", telegram: "app", "dating-app": "app", website: "site",
    advert: "site", ad: "site", online: "site", "social-media": "social", friend: "referral", "walk-in": "venue",
  },
);

export const ROLES = new Codes(
  ["client", "posing-as-client", "police", "manager", "bouncer", "driver", "landlord", "other"],
  {
    customer: "client", pimp: "manager",
  },
);
export const GENDERS = new Codes(["man", "woman", "non-binary", "other"], { male: "man", m: "man", female: "woman", f: "woman" });
export const AGES = new Codes(
  ["under-20", "20s", "30s", "40s", "50s", "60s", "70-plus"],
  {
    teens: "under-20", teenager: "under-20", twenties: "20s", thirties: "30s", forties: "40s", fifties: "50s", sixties: "60s",
    "70s": "70-plus", "20-29": "20s", "30-39": "30s", "40-49": "40s", "50-59": "50s", "60-69": "60s",
  },
);
export const HEIGHTS = new Codes(["short", "average", "tall", "very-tall"], { medium: "average" });
export const BUILDS = new Codes(
  ["slim", "average", "muscular", "heavy"],
  {
    thin: "slim", skinny: "slim", medium: "average", athletic: "muscular", stocky: "heavy", large: "heavy", fat: "heavy", big: "heavy",
  },
);
export const HAIRS = new Codes(
  ["bald", "shaved", "black", "brown", "blond", "red", "grey", "white", "dyed", "covered"],
  {
    blonde: "blond", ginger: "red", gray: "grey", dark: "brown",
  },
);
export const EYES = new Codes(["brown", "blue", "green", "grey", "other"], { gray: "grey", hazel: "green" });
export const PERSON_MARKS = new Codes(
  [
    "beard", "moustache", "glasses", "tattoo-face", "tattoo-neck", "tattoo-hand", "tattoo-arm", "tattoo-elsewhere", "scar-face",
    "scar-hand", "scar-elsewhere", "piercing", "missing-teeth", "gold-teeth", "limp", "stammer", "birthmark", "missing-finger", "uniform",
    "strong-smell", "other",
  ],
  {
    mustache: "moustache", spectacles: "glasses", tattoo: "tattoo-elsewhere", tattoos: "tattoo-elsewhere", scar: "scar-elsewhere",
    "neck-tattoo": "tattoo-neck", "hand-tattoo": "tattoo-hand", "arm-tattoo": "tattoo-arm", "face-tattoo": "tattoo-face",
    stutter: "stammer",
  },
);
export const WEAPONS = new Codes(
  ["knife", "gun", "blunt", "spray", "syringe", "rope", "dog", "other"],
  {
    firearm: "gun", pistol: "gun", bat: "blunt",
  },
);
/** As perceived by the reporter; in forms only where the charter says so, and never searched. */
export const ETHNICITIES = new Codes(["white", "black", "south-asian", "east-asian", "middle-eastern", "latin", "roma", "mixed", "other"]);

export const VEHICLES = new Codes(
  ["car", "van", "suv", "pickup", "taxi", "lorry", "minibus", "motorbike", "bicycle", "camper", "other"],
  {
    saloon: "car", hatchback: "car", estate: "car", truck: "lorry", "4x4": "suv", jeep: "suv", cab: "taxi", motorcycle: "motorbike",
    bike: "bicycle", campervan: "camper", transit: "van",
  },
);
export const COLOURS = new Codes(
  [
    "white", "black", "grey", "silver", "blue", "red", "green", "yellow", "orange", "brown", "gold", "purple", "two-colour",
  ],
  {
    gray: "grey", "dark-blue": "blue", navy: "blue", "light-blue": "blue", "dark-grey": "grey", beige: "brown", cream: "white",
    maroon: "red",
  },
);
export const VEHICLE_MARKS = new Codes(
  [
    "dent", "broken-light", "cracked-window", "tinted-windows", "sign-writing", "sticker", "roof-rack", "ladder", "tow-bar", "child-seat",
    "taxi-sign", "foreign-plate", "no-plate", "rust", "loud", "no-windows", "other",
  ],
  {
    damage: "dent", dented: "dent", logo: "sign-writing", stickers: "sticker", tinted: "tinted-windows",
  },
);

export const RISKS = new Codes(
  [
    "knows-my-home", "knows-my-work", "knows-my-name", "has-pictures", "keeps-contacting", "has-my-things", "is-nearby", "others-at-risk",
    "none",
  ],
  {
    "knows-where-i-live": "knows-my-home", no: "none",
  },
);
export const SUPPORTS = new Codes(
  ["talk", "health", "legal", "housing", "money", "company", "translation", "none"],
  {
    listening: "talk", medical: "health", doctor: "health", no: "none",
  },
);

/** The six-hour band that `hour` (0…23) falls into. */
export function bandOfHour(hour: number): string {
  return BANDS.values[Math.floor(hour / 6)] ?? "";
}

/**
 * 0 for `nuisance` … 3 for `very-dangerous`.
 *
 * @throws {@link BadInput} there is no such severity: whatever is decided by it must not be decided by a typing mistake.
 */
export function severityRank(severity: string): number {
  const rank = SEVERITIES.values.indexOf(severity);
  if (rank < 0) throw new BadInput(`severity must be one of: ${SEVERITIES.values.join(", ")}`);
  return rank;
}
