"""What happened to the collective of the rehearsal: who is in it, and everything that was reported, month by month.

Nobody in it exists. Numbers are those that regulators keep for films (+44 7700 900xxx), addresses are under example.org, and no plate of this
form begins with I or ends in a Q.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

NAME: Final = "Lantern"
AREAS: Final = ("Harbour", "North side", "Station", "Old town", "Online")
#: Mara founds it. Then they come one after the other; with three, nobody can publish alone.
MODERATORS: Final = ("Mara", "Noor", "Oksana")
#: Members, and how many days before today each came.
JOINED: Final = {"Tess": 84, "Uma": 83, "Vera": 82, "Wren": 77, "Yara": 74, "Zoe": 70, "Quinn": 60}
#: Told the address of another's flat to a client, as the story goes; removed after this many days before today.
REMOVED: Final = ("Quinn", 45)
#: How long ago it begins, in days. Less than 90, after which relay and devices forget what came to the desk.
BEGINS: Final = 87


ENDS: Final = ("published", "so-far", "received", "claimed", "asked", "shown", "held", "approved", "declined", "merged", "withdrawn")


@dataclass(frozen=True, slots=True)
class Told:
    """One report and what became of it.

    Attributes:
        name: what later steps call it.
        days, hour: how many days before today, and at what hour (UTC), it was sent.
        by: the member who reports.
        says: the report as a file would say it; its date is filled in: the day before.
        text: the public text, if there is one.
        adds: what the moderators' draft says otherwise than the report.
        then: where it stands in the end: one of :data:`ENDS`.
        into: what it was merged into.
    """

    name: str
    days: int
    hour: int
    by: str
    says: dict[str, Any]
    text: str = ""
    adds: dict[str, Any] = field(default_factory=dict)
    then: str = "published"
    into: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """An alert that was amended (``adds``) or taken back (``reason``), so many days before today."""

    name: str
    days: int
    adds: dict[str, Any] = field(default_factory=dict)
    reason: str = ""


def _man(**more: Any) -> dict[str, Any]:
    return {"role": "client", "gender": "man", **more}


def _phone(last: int) -> dict[str, Any]:
    return {"type": "phone", "value": f"07700 900{last:03}"}


PEERS: Final = {"share": "peers", "show_first": False, "hold": False, "figures": True}

TOLD: Final = (
    Told("deposit", 81, 11, "Tess", {"kinds": ["fake-payment"], "consent": PEERS, "area": "Online", "contact": ["site"],
         "identifiers": [_phone(101), {"type": "payment", "value": "fast_pay_example", "platform": "paypal"}],
         "happened": "He sent a screenshot of a transfer that never came, and asked me to go to an address all the same."},
         "Sends a picture of a bank transfer that never arrives, then gives an address. Wait until the money is there.",
         {"verification": "evidence-seen"}),
    Told("grip", 78, 23, "Vera", {"kinds": ["assault", "threats"], "consent": PEERS, "area": "Harbour", "place": "car",
         "contact": ["street"], "people": 1, "persons": [_man(age="40s", height="tall", build="heavy", hair="shaved", marks=["tattoo-neck"])],
         "vehicles": [{"type": "van", "colour": "white", "make": "Ford", "model": "Transit", "marks": ["dent", "no-windows"]}],
         "identifiers": [{"type": "plate", "value": "0QI", "partial": "ends"}], "injuries": "Bruised arm.",
         "happened": "Held me by the arm when I wanted out, said nobody would come.", "ongoing": ["is-nearby"]},
         "Held a woman by the arm when she wanted to leave the van, and threatened her.",
         {"verification": "reporter-spoken-to", "what_to_do": "Look into the back before you get in: it has no windows."}),
    Told("filmed", 73, 15, "Uma", {"kinds": ["filming", "consent-violated"], "consent": PEERS, "area": "Old town", "place": "hotel",
         "contact": ["app"], "persons": [_man(names=["Leo"], age="30s", height="average", build="slim", hair="brown", marks=["glasses"])],
         "identifiers": [_phone(114), {"type": "handle", "value": "@leo_nights_example", "platform": "telegram"}],
         "happened": "A phone stood against the lamp the whole time. He said it was charging."},
         "A phone stood propped against a lamp and was recording. He says that it is charging.",
         {"verification": "reporter-spoken-to"}),
    Told("unpaid", 69, 2, "Wren", {"kinds": ["non-payment"], "consent": PEERS, "area": "Station", "place": "car", "contact": ["street"],
         "vehicles": [{"type": "taxi", "colour": "silver", "marks": ["taxi-sign", "broken-light"]}],
         "identifiers": [{"type": "plate", "value": "IX00 PRQ"}], "happened": "Drove off before paying."},
         "Drove off without paying. Says that he drives a taxi and is on his break.", {"verification": "unconfirmed"}),
    Told("strangled", 65, 4, "Yara", {"kinds": ["assault", "confinement"], "consent": PEERS, "area": "North side", "place": "their-place",
         "contact": ["call"], "people": 2, "persons": [_man(age="50s", height="very-tall", build="heavy", hair="grey", accent="en-IE"),
                                                       _man(age="20s", build="muscular", hair="black", marks=["scar-face"])],
         "identifiers": [_phone(127)], "injuries": "Throat hurts.", "ongoing": ["others-at-risk"], "support": ["health", "talk"],
         "happened": "A second man was in the flat. They locked the door. One had his hands around my neck."},
         "A second man waits in the flat and the door is locked behind you. One of them strangles.",
         {"verification": "corroborated", "by": 2, "what_to_do": "Don't go in if anybody else is there. Tell somebody the address first."}),
    Told("messages", 61, 18, "Zoe", {"kinds": ["harassment", "stalking"], "consent": PEERS, "area": "Online", "contact": ["text", "social"],
         "identifiers": [_phone(133), {"type": "email", "value": "always.here@example.org"}], "ongoing": ["keeps-contacting"],
         "happened": "Forty messages a day from new accounts since I said no."},
         "Writes from one new account after another once you have said no, for weeks.", {"verification": "evidence-seen"}),
    Told("condom", 57, 1, "Tess", {"kinds": ["condom"], "consent": PEERS, "area": "Old town", "place": "hotel", "contact": ["site"],
         "persons": [_man(names=["Marcus"], age="30s", height="tall", build="muscular", hair="blond", eyes="blue", marks=["tattoo-arm"])],
         "identifiers": [_phone(140)], "support": ["health"], "happened": "He took it off without a word."},
         "Takes the condom off secretly. Friendly and generous until then.",
         {"verification": "corroborated", "by": 3}),
    Told("uniform", 53, 3, "Vera", {"kinds": ["authority-abuse", "threats"], "consent": PEERS, "area": "Station", "place": "street",
         "persons": [{"role": "police", "gender": "man", "age": "30s", "height": "average", "build": "muscular", "marks": ["uniform", "beard"]}],
         "happened": "Said he would write me up unless I went with him. There was no number on his shoulder."},
         "A man in a uniform without a number demands sex and threatens with a fine.",
         {"verification": "reporter-spoken-to", "what_to_do": "Ask for the number, out loud, and stay where others see you."}),
    Told("robbed", 49, 22, "Wren", {"kinds": ["robbery", "weapon"], "consent": PEERS, "area": "Harbour", "place": "street", "contact": ["street"],
         "people": 2, "persons": [_man(age="20s", height="tall", build="slim", weapon=["knife"]), _man(age="20s", height="short", marks=["gold-teeth"])],
         "vehicles": [{"type": "motorbike", "colour": "black", "marks": ["no-plate", "loud"]}],
         "happened": "One talked to me, the other came from behind with a knife. They took phone and bag."},
         "Two on a motorbike: one asks the price, the other comes from behind with a knife.",
         {"verification": "evidence-seen", "what_to_do": "Stand with your back to the wall, by the kiosk if you can."}),
    Told("flat", 42, 13, "Yara", {"kinds": ["blackmail"], "consent": PEERS, "area": "North side", "place": "my-place", "contact": ["site"],
         "persons": [_man(names=["Mr Grey"], age="40s", height="average", build="average", hair="brown", accent="pl")],
         "identifiers": [_phone(158), {"type": "link", "value": "https://example.org/u/mr-grey"}], "ongoing": ["knows-my-home", "has-pictures"],
         "happened": "He says he sends the pictures to my landlord unless I pay."},
         "Photographs the door and the name on the bell, and later asks for money so that nobody is told.", {"verification": "evidence-seen"}),
    Told("wrong-van", 37, 23, "Uma", {"kinds": ["threats", "weapon"], "consent": PEERS, "area": "Harbour", "place": "car", "contact": ["street"],
         "persons": [_man(age="50s", height="short", build="heavy", hair="bald", weapon=["blunt"])],
         "vehicles": [{"type": "van", "colour": "blue", "make": "Vauxhall", "marks": ["ladder", "sign-writing"]}],
         "identifiers": [{"type": "plate", "value": "IY00 LNQ"}], "happened": "A bat lay beside the seat and he kept his hand on it."},
         "Keeps a bat beside the seat and puts his hand on it when the price is named.", {"verification": "unconfirmed"}),
    Told("spiked", 33, 5, "Zoe", {"kinds": ["drugging", "robbery"], "consent": PEERS, "area": "Old town", "place": "bar", "contact": ["venue"],
         "persons": [_man(names=["Nico"], age="30s", height="average", build="average", hair="black", marks=["birthmark"], languages=["en", "it"])],
         "support": ["health"], "happened": "One drink, and then nothing until the morning. My purse was gone."},
         "One drink that he brought himself, then hours missing and the purse gone.",
         {"verification": "corroborated", "by": 2, "what_to_do": "Only drink what you saw being opened."}),
    Told("pair", 28, 20, "Vera", {"kinds": ["consent-violated", "threats"], "consent": PEERS, "area": "Station", "place": "hotel",
         "contact": ["app"], "people": 2, "persons": [_man(age="40s", height="tall", build="average", hair="brown", marks=["limp"]),
                                                      {"role": "client", "gender": "woman", "age": "40s", "hair": "dyed"}],
         "identifiers": [_phone(171), {"type": "handle", "value": "couple_of_two_example", "platform": "instagram"}],
         "happened": "They went on after I said stop, and laughed."},
         "A couple that does not stop when told to. She writes, he decides.", {"verification": "reporter-spoken-to"}),
    Told("chargeback", 24, 12, "Tess", {"kinds": ["fake-payment"], "consent": PEERS, "area": "Online", "contact": ["site"],
         "identifiers": [{"type": "email", "value": "booking.manager@example.org"}], "happened": "Took the payment back after two days."},
         "Pays by card and takes it back two days later.", {"verification": "evidence-seen"}),
    Told("follow", 19, 0, "Wren", {"kinds": ["stalking", "threats"], "consent": PEERS, "area": "North side", "place": "street",
         "contact": ["regular"], "persons": [_man(names=["Pete"], age="60s", height="average", build="slim", hair="white", marks=["moustache"])],
         "vehicles": [{"type": "car", "colour": "red", "make": "Skoda", "marks": ["sticker", "tow-bar"]}],
         "identifiers": [{"type": "plate", "value": "IV00 RQQ"}], "ongoing": ["is-nearby", "knows-my-work"],
         "happened": "He waits in the car every evening since I stopped seeing him."},
         "A former regular who waits in a red car near where people work, and follows them home.",
         {"verification": "corroborated", "by": 2, "what_to_do": "Note where you saw the car, and report it: each time counts."}),
    Told("landlord", 13, 16, "Yara", {"kinds": ["harassment", "consent-violated"], "consent": PEERS, "area": "Old town", "place": "my-place",
         "persons": [{"role": "landlord", "gender": "man", "age": "50s", "build": "heavy", "hair": "grey"}],
         "support": ["housing", "legal"], "happened": "Wants sex instead of rent, comes in with his own key."},
         "Lets rooms by the day and comes in with his own key.", {"verification": "reporter-spoken-to"}),
    Told("lift", 11, 2, "Uma", {"kinds": ["confinement", "sexual-assault"], "consent": PEERS, "area": "Harbour", "place": "car",
         "contact": ["street"], "persons": [_man(age="40s", height="tall", build="heavy", hair="shaved", marks=["tattoo-neck", "missing-teeth"])],
         "vehicles": [{"type": "van", "colour": "white", "make": "Ford", "marks": ["dent", "no-windows"]}],
         "identifiers": [{"type": "plate", "value": "0QI", "partial": "ends"}], "support": ["health", "talk"], "ongoing": ["others-at-risk"],
         "happened": "The same van as in the spring, I think. The doors only open from outside."},
         "White van, doors that open only from outside. Perhaps the same man as in an earlier warning.",
         {"verification": "corroborated", "by": 2, "what_to_do": "Don't get into it. Go where there are others and tell them."}),
    Told("haggler", 9, 19, "Zoe", {"kinds": ["haggling", "disrespect"], "consent": PEERS, "area": "Station",
         "happened": "An hour of bargaining, then insults."}, then="declined"),
    Told("again", 7, 21, "Vera", {"kinds": ["stalking"], "consent": PEERS, "area": "North side", "vehicles": [{"type": "car", "colour": "red", "make": "Skoda"}],
         "identifiers": [{"type": "plate", "value": "IV00 RQQ"}], "happened": "The red car, twice this week."}, then="merged", into="follow"),
    Told("mistake", 6, 10, "Tess", {"kinds": ["no-show"], "consent": PEERS, "area": "Online", "happened": "Did not come. It was my own mistake."},
         then="withdrawn"),
    Told("acid", 4, 3, "Wren", {"kinds": ["threats", "weapon"], "consent": PEERS | {"hold": True}, "area": "Harbour", "place": "street",
         "persons": [_man(age="30s", height="short", build="muscular", hair="covered", weapon=["spray"])],
         "happened": "Showed me a bottle and said what was in it."}, "Shows a bottle and says that it is acid.",
         {"verification": "reporter-spoken-to"}, then="held"),
    Told("quiet", 3, 22, "Yara", {"kinds": ["condom", "non-payment"], "consent": {"share": "peers", "show_first": True}, "area": "Old town",
         "place": "hotel", "persons": [_man(names=["Sam"], age="20s", height="tall", build="slim", hair="red")], "identifiers": [_phone(183)],
         "happened": "Took it off and left without paying."}, "Takes the condom off, then leaves without paying.", then="shown"),
    Told("secret", 3, 8, "Zoe", {"kinds": ["sexual-assault"], "consent": {"share": "moderators"}, "area": "North side", "support": ["talk", "legal"],
         "happened": "I only want you to know, and somebody to talk to."}, then="claimed"),
    Told("hotel", 2, 23, "Vera", {"kinds": ["harassment", "filming"], "consent": PEERS, "area": "Station", "place": "hotel", "contact": ["app"],
         "identifiers": [_phone(196)], "happened": "He asked questions about the others and had his phone out."}, then="asked"),
    Told("cab", 2, 4, "Wren", {"kinds": ["robbery"], "consent": PEERS, "area": "Station", "place": "car",
         "vehicles": [{"type": "taxi", "colour": "silver", "marks": ["taxi-sign", "broken-light"]}], "identifiers": [{"type": "plate", "value": "IX00 PRQ"}],
         "happened": "The taxi with the broken light. This time he took the bag."}, "The silver taxi with the broken light: drives off with the bag.",
         {"verification": "corroborated", "by": 2}, then="approved"),
    Told("gun", 1, 1, "Uma", {"kinds": ["weapon", "threats"], "consent": PEERS, "area": "Harbour", "place": "car", "contact": ["street"],
         "persons": [_man(age="30s", height="average", build="slim", hair="black", weapon=["gun"], marks=["tattoo-hand"])],
         "vehicles": [{"type": "suv", "colour": "black", "marks": ["tinted-windows", "foreign-plate"]}], "ongoing": ["is-nearby", "others-at-risk"],
         "happened": "He put a gun on the seat between us and smiled."},
         "Puts a gun on the seat. Black SUV with tinted windows, seen around the harbour tonight.",
         {"verification": "reporter-spoken-to", "what_to_do": "Stay together. Don't lean into the car."}, then="so-far"),
    Told("new", 0, 0, "Tess", {"kinds": ["assault"], "consent": PEERS, "area": "North side", "place": "their-place", "contact": ["call"],
         "persons": [_man(age="40s", height="tall", build="average", hair="brown")], "identifiers": [_phone(127)], "injuries": "Split lip.",
         "ongoing": ["others-at-risk"], "support": ["health"], "happened": "He hit me when I wanted to leave. The number is one that was warned of."},
         then="received"),
)  # fmt: skip

CHANGED: Final = (
    Changed("uniform", 50, adds={"disputed": True}),
    Changed("wrong-van", 36, reason="It was another van; the owner of this one was elsewhere. Nobody needs to avoid it."),
    Changed("grip", 10, adds={"severity": "very-dangerous", "verification": "corroborated", "by": 2,
                              "text": "Held women by the arm when they wanted to leave the van, and threatened them. The doors open only from outside."}),
)  # fmt: skip

QUESTION: Final = "Which name did he use when he wrote to you? A part of it helps."
DECLINED: Final = "Thank you. It counts in our figures; for a warning it is too little by our rules."

RESOURCES: Final = (
    {"name": "Night clinic", "kind": "health", "text": "PEP and emergency contraception, no questions about work.", "contact": "07700 900801", "language": "en"},
    {"name": "Open door", "kind": "talk", "text": "Peers who listen, every evening from six.", "contact": "07700 900802", "language": "en"},
    {"name": "Rights desk", "kind": "legal", "text": "A lawyer on Thursdays. Nothing is written down.", "contact": "rights@example.org", "language": "en"},
    {"name": "A bed for tonight", "kind": "housing", "text": "Three rooms, for women and trans people.", "contact": "07700 900804", "language": "en"},
    {"name": "Interpreters' line", "kind": "translation", "text": "Romanian, Polish, Portuguese, Thai.", "contact": "07700 900805", "language": "en"},
)  # fmt: skip
NOTICE: Final = "From Monday the night clinic opens at eight. Say that you come from us; they ask for no name."
