"""Vectors of the tree, epochs and gates. `make.py` writes them."""

from __future__ import annotations

import base64
from typing import Any

from crypto import announced, device, epochs, gates, keytree, sealing, secrets, signing, wire
from crypto.approvals import Approval
from crypto.bundle import Bundle
from crypto.context import Purpose, context, derive, digest
from tests.vectors.common import (
    BUNDLE,
    COLLECTIVE,
    KEM,
    LEAF,
    MODERATOR,
    REMOVED,
    TIME,
    Json,
    Kept,
    fixed,
    fixed_randomness,
    flip,
    refusal,
)
from tests.vectors.seals import ORDER_8

# ---- the tree, epochs, gates --------------------------------------------------------------------------------------

FIRST = announced.FIRST_LEAF
COSIGNING = tuple(device.device_from_entropy(secrets.DeviceEntropy(fixed(f"cosigning moderator {i}", 16))) for i in (1, 2, 3))


def make_keytree(kept: Kept) -> Json:
    seed = BUNDLE.tree
    many = sorted({FIRST + int.from_bytes(fixed(f"removed {i}", 4)) % FIRST for i in range(1000)})
    sets: list[tuple[str, list[int]]] = [
        ("nobody", []), ("the first leaf", [FIRST]), ("the last leaf", [2 * FIRST - 1]), ("one in the middle", [LEAF]),
        ("two sisters", [FIRST, FIRST + 1]),
        ("two neighbours that are no sisters", [FIRST + 1, FIRST + 2]), ("four under one node",
        [FIRST + 4, FIRST + 5, FIRST + 6, FIRST + 7]),
        ("first and last", [FIRST, 2 * FIRST - 1]), ("seven", sorted(FIRST + n * 149_796 for n in range(7))),
    ]  # fmt: skip
    under_five = range(5 << 18, 6 << 18)
    return {
        "seed": seed.reveal().hex(), "collective": COLLECTIVE.hex(), "planting": 1, "depth": announced.TREE_DEPTH,
        "node_keys": [
            {"planting": planting, "node": node, "key": keytree.node_key(seed, COLLECTIVE, planting, node).reveal().hex()}
            for planting, node in [(1, 1), (1, 2), (1, 3), (2, 1), (1, FIRST), (1, 2 * FIRST - 1)]
        ],
        "paths": [{"leaf": leaf, "nodes": keytree.path(leaf)} for leaf in (FIRST, LEAF, 2 * FIRST - 1)],
        "path_keys": [{"leaf": LEAF, "encoded": keytree.encode_path_keys(keytree.path_keys(seed, COLLECTIVE, 1, LEAF)).hex()}],
        "covers": [{"name": name, "removed": removed, "cover": keytree.cover(removed)} for name, removed in sets],
        "large_covers": [
            {"name": "a thousand", "removed": many, "nodes": len(keytree.cover(many)),
            "sha256": digest(wire.encode(keytree.cover(many))).hex()},
        ],
        "ranges": [
            {"name": "a quarter", "from": under_five.start, "to": under_five.stop, "but": [], "cover": keytree.cover(under_five)},
            {"name": "a quarter but one", "from": under_five.start, "to": under_five.stop, "but": [under_five.start + 1],
             "cover": keytree.cover(set(under_five) - {under_five.start + 1})},
        ],
        "not_leaves": [0, 1, FIRST - 1, 2 * FIRST],
    }  # fmt: skip


def public_json(public: announced.Public) -> Json:
    return {
        "planting": public.planting, "epoch": public.epoch, "removed": list(public.removed), "wraps": public.wraps.hex(),
        "commitment": public.commitment.hex(), "previous": public.previous and public.previous.hex(),
        "link": public.link and public.link.hex(),
        "member_gate": public.member_gate.hex(), "moderator_gate": public.moderator_gate.hex(), "desk": public.desk,
        "member_ping": public.member_ping.hex(), "moderator_ping": public.moderator_ping.hex(),
        "cosigners": [key.hex() for key in public.cosigners], "encoded": public.encoded.hex(),
    }  # fmt: skip


def cosigners(epoch: int) -> dict[bytes, secrets.SigningSeed]:
    """One-time keys of three moderators, by their public half and in its order."""
    seeds = [device.cosigner(moderator, COLLECTIVE, epoch - 1) for moderator in COSIGNING]
    return dict(sorted((signing.public_key(seed), seed) for seed in seeds))


def announcements() -> list[tuple[announced.Public, secrets.EpochSecret, epochs.Previous | None]]:
    """Three epochs: the founding one, one that removes a member, one that removes another."""
    made: list[tuple[announced.Public, secrets.EpochSecret, epochs.Previous | None]] = []
    for epoch, removed in enumerate([(), (REMOVED,), (REMOVED, REMOVED + 500_000)], start=1):
        previous = epochs.Previous(fixed(f"entry hash of announcement {epoch - 1}"), made[-1][1]) if made else None
        secret = secrets.EpochSecret(fixed(f"E of epoch {epoch}"))
        public = epochs.announce(
            BUNDLE, secret, COLLECTIVE, epoch=epoch, removed=removed, previous=previous, desk=1, cosigners=tuple(cosigners(epoch))
        )
        made.append((public, secret, previous))
    return made


def make_epochs(kept: Kept) -> Json:
    made = announcements()
    public, secret, previous = made[1]
    if previous is None or public.link is None:
        raise RuntimeError("the second announcement has a previous one")
    keys = keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, LEAF)

    def opened_by(leaf: int, p: announced.Public) -> secrets.EpochSecret:
        return epochs.open_wrap(p, COLLECTIVE, keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, leaf))

    def changed(**fields: Any) -> bytes:
        value = wire.decode(public.encoded) | fields
        return wire.encode({name: item for name, item in value.items() if item != "absent"})

    mine = next(i for i, node in enumerate(keytree.cover(public.removed)) if node in keys) * announced.WRAP_SIZE
    other_secret = secrets.EpochSecret(fixed("another E"))
    other = epochs.announce(BUNDLE, other_secret, COLLECTIVE, epoch=2, removed=(REMOVED,), previous=previous, desk=1)
    # A moderator who wraps one secret under the commitment of another: the wrap opens, and must not be believed.
    node = keytree.cover(public.removed)[mine // announced.WRAP_SIZE]
    place = (COLLECTIVE, 1, 2, node, public.commitment)
    false_wrap = sealing.seal_once(
        derive(secrets.AeadKey, keys[node], Purpose.WRAP, *place), context(Purpose.WRAP, *place), other_secret.reveal()
    )
    unopened = [
        ("a removed leaf", REMOVED, public.encoded), ("a wrap too few", LEAF, changed(wraps=public.wraps[:-48])),
        ("a wrap too many", LEAF, changed(wraps=public.wraps + bytes(48))),
        ("my wrap changed", LEAF, changed(wraps=flip(public.wraps, mine))), ("wraps of a racing announcement", LEAF,
        changed(wraps=other.wraps)),
        ("commitment of a racing announcement", LEAF, changed(commitment=other.commitment)), ("another epoch", LEAF, changed(epoch=3)),
        ("another planting", LEAF, changed(planting=2)),
        ("a secret that was not committed to", LEAF, changed(wraps=public.wraps[:mine] + false_wrap + public.wraps[mine + 48 :])),
    ]  # fmt: skip
    malformed = [
        ("not CBOR", b"\xff"), ("not a map", wire.encode([])), ("a field is missing", changed(pings="absent")),
        ("a field too many", changed(more=1)),
        ("epoch 0", changed(epoch=0)), ("planting 0", changed(planting=0)), ("desk 0", changed(desk=0)),
        ("epoch is text", changed(epoch="2")), ("a removed node that is no leaf", changed(removed=[5])),
        ("removed twice", changed(removed=[REMOVED, REMOVED])), ("removed not ascending", changed(removed=[REMOVED + 1, REMOVED])),
        ("no wraps", changed(wraps=b"")),
        ("half a wrap", changed(wraps=public.wraps[:-1])), ("previous without link", changed(link=None)),
        ("link without previous", changed(previous=None)),
        ("a short link", changed(link=public.link[:-1])), ("a short commitment", changed(commitment=bytes(31))),
        ("a gate of small order", changed(gates={"member": ORDER_8, "moderator": public.moderator_gate})),
        ("one gate", changed(gates={"member": public.member_gate})), ("three gates",
        changed(gates={"member": public.member_gate, "moderator": public.moderator_gate, "x": public.member_gate})),
        ("a short ping", changed(pings={"member": bytes(31), "moderator": bytes(32)})),
        ("cosigners are missing", changed(cosigners="absent")), ("cosigners are null", changed(cosigners=None)),
        ("cosigners not ascending", changed(cosigners=list(reversed(public.cosigners)))),
        ("a cosigner twice", changed(cosigners=sorted([*public.cosigners, public.cosigners[0]]))),
        ("a cosigner of small order", changed(cosigners=sorted([*public.cosigners[1:], ORDER_8]))),
        ("a short cosigner", changed(cosigners=[public.cosigners[0][:-1]])),
        ("65 cosigners", changed(cosigners=sorted(signing.public_key(secrets.SigningSeed(fixed(f"cosigner {i}"))) for i in range(65)))),
        ("trailing byte", public.encoded + b"\x00"),
    ]  # fmt: skip
    inner = epochs.make_inner(charter=1, desk_key=None, head=(4, fixed("head")), until=TIME)
    founding = epochs.make_inner(charter=0, desk_key=sealing.kem_public_key(KEM), head=None, until=TIME)
    signature = epochs.approve(MODERATOR, public, inner, COLLECTIVE)
    with fixed_randomness("announcement"):
        cosigns = signed_by(1, public, 0, 2)
        blob = epochs.seal_announcement(public, inner, [Approval(fixed("person", 16), 0, signature)], secret, COLLECTIVE, cosigns)
    sealed = announced.split_announcement(blob)[1]
    pings = [
        (role, epoch, code)
        for epoch, (_, e, _) in enumerate(made, start=1)
        for role, code in [
            ("member", epochs.member_ping(e, COLLECTIVE, epoch)),
            ("moderator", epochs.moderator_ping(BUNDLE.gate, COLLECTIVE, epoch)),
        ]
    ]
    return {
        "collective": COLLECTIVE.hex(), "bundle": bundle_json(BUNDLE),
        "announced": [
            {"secret": e.reveal().hex(), "previous": previous and {"hash": previous.hash.hex(), "secret": previous.secret.reveal().hex()},
            "public": public_json(p),
             "opened_by": [leaf for leaf in (FIRST, LEAF, 2 * FIRST - 1) if opened_by(leaf, p) == e]}
            for p, e, previous in made
        ],
        "unopened": [
            {"name": n, "leaf": leaf, "public": p.hex(), "error": refusal(opened_by, leaf, announced.parse_public(p))}
            for n, leaf, p in unopened
        ],
        "malformed": [{"name": n, "public": p.hex(), "error": refusal(announced.parse_public, p)} for n, p in malformed],
        "broken_links": [
            {"name": n, "public": p.hex(), "secret": e.reveal().hex(),
             "error": refusal(epochs.walk_back, announced.parse_public(p), e, COLLECTIVE)}
            for n, p, e in [
                ("link changed", changed(link=flip(public.link)), secret), ("another previous", changed(previous=fixed("x")), secret),
                ("another secret", public.encoded, other_secret), ("another epoch", changed(epoch=3), secret),
            ]
        ],
        "inner": [
            {"charter": i.charter, "desk_key": i.desk_key and i.desk_key.hex(), "head": i.head_hash and {"seq": i.head_seq,
            "hash": i.head_hash.hex()},
             "until": i.until, "encoded": i.encoded.hex()}
            for i in (inner, founding)
        ],
        "inner_refused": [
            {"name": n, "inner": i.hex(), "error": refusal(epochs.parse_inner, i)}
            for n, i in [
                ("a head that is an empty map", wire.encode({"charter": 1, "desk_key": None, "head": {}, "until": 1})),
                ("a head without hash", wire.encode({"charter": 1, "desk_key": None, "head": {"seq": 1}, "until": 1})),
                ("a short desk key", wire.encode({"charter": 1, "desk_key": bytes(1215), "head": None, "until": 1})),
                ("a field is missing", wire.encode({"charter": 1, "desk_key": None, "head": None})),
                ("a field too many", wire.encode({"charter": 1, "desk_key": None, "head": None, "until": 1, "more": 1})),
                ("until is text", wire.encode({"charter": 1, "desk_key": None, "head": None, "until": "1"})),
                ("trailing byte", inner.encoded + b"\x00"), ("not CBOR", b"\xff"),
            ]
        ],
        "blob": {
            "public": public.encoded.hex(), "secret": secret.reveal().hex(), "inner": inner.encoded.hex(),
            "approvals": [{"person": fixed("person", 16).hex(), "device": 0, "device_key": signing.public_key(MODERATOR).hex(),
            "signature": signature.hex()}],
            "sealed": sealed.hex(), "cosigns": cosigns_json(cosigns), "blob": blob.hex(),
        },
        "blob_refused": [
            {"name": n, "public": p.hex(), "secret": e.reveal().hex(), "sealed": s.hex(),
             "error": refusal(epochs.open_announcement, announced.parse_public(p), s, e, COLLECTIVE)}
            for n, p, e, s in [
                ("public part changed", changed(desk=2), secret, sealed), ("another secret", public.encoded, other_secret, sealed),
                ("changed", public.encoded, secret, flip(sealed)), ("cut", public.encoded, secret, sealed[:-1]),
                ("nothing", public.encoded, secret, b""),
            ]
        ],
        "pings": [
            {"role": role, "epoch": epoch, "code": code.reveal().hex(),
             "text": base64.urlsafe_b64encode(code.reveal()).rstrip(b"=").decode(), "hash": epochs.ping_hash(COLLECTIVE, code).hex()}
            for role, epoch, code in pings
        ],
        "cosigning": make_cosigning(public, made[0][0]),
    }  # fmt: skip


def signed_by(epoch: int, public: announced.Public, *indices: int) -> list[tuple[int, bytes]]:
    """Cosignatures under this announcement by these of the epoch's cosigners."""
    seeds = list(cosigners(epoch).values())
    return [(index, announced.cosign(seeds[index], public, COLLECTIVE)) for index in indices]


def cosigns_json(cosigns: list[tuple[int, bytes]]) -> list[Any]:
    return [[index, signature.hex()] for index, signature in cosigns]


def make_cosigning(public: announced.Public, founding: announced.Public) -> Json:
    """One-time keys, and what the relay says of announcements that they signed or did not (protocol §4.3)."""
    three, two, one = founding.cosigners, founding.cosigners[:2], founding.cosigners[:1]
    first, second, third = signed_by(1, public, 0, 1, 2)
    elsewhere = (0, announced.cosign(cosigners(1)[three[0]], public, fixed("another collective")))
    accepted: list[tuple[str, tuple[bytes, ...], announced.Public, list[tuple[int, bytes]]]] = [
        ("the founding, by nobody", (), founding, []), ("two of three", three, public, [first, second]),
        ("another two of three", three, public, [first, third]), ("all three", three, public, [first, second, third]),
        ("in another order", three, public, [third, first]), ("one of two", two, public, [second]), ("both of two", two, public, [first, second]),
        ("one of one", one, public, [first]), ("nobody of nobody", (), public, []),
        ("two, and one of them twice", three, public, [first, first, second]),
    ]  # fmt: skip
    refused: list[tuple[str, tuple[bytes, ...], announced.Public, list[tuple[int, bytes]]]] = [
        ("nobody of three", three, public, []), ("one of three", three, public, [first]),
        ("the same of three twice", three, public, [first, first]), ("nobody of two", two, public, []), ("nobody of one", one, public, []),
        ("an index out of range", three, public, [first, (3, second[1])]), ("an index out of range, beside enough", three, public,
        [first, second, (3, third[1])]),
        ("an index when nobody may", (), public, [first]), ("a founding that somebody signed", (), founding, signed_by(1, founding, 0)),
        ("a signature changed", three, public, [first, (1, flip(second[1]))]), ("a signature changed, beside enough", three, public,
        [first, second, (2, flip(third[1]))]),
        ("signatures under each other's index", three, public, [(0, second[1]), (1, first[1])]),
        ("signatures under another announcement", three, public, signed_by(1, founding, 0, 1)),
        ("a signature for another collective", three, public, [elsewhere, second]),
        ("one-time keys of another epoch", three, public, signed_by(2, public, 0, 1)),
    ]  # fmt: skip

    def blob(of: announced.Public, cosigns: list[tuple[int, bytes]]) -> bytes:
        return wire.encode({"public": of.encoded, "sealed": b"sealed", "cosigns": [list(cosign) for cosign in cosigns]})

    base = wire.decode(blob(founding, []))
    misshapen: list[tuple[str, bytes]] = [
        ("no cosigns", wire.encode({name: item for name, item in base.items() if name != "cosigns"})),
        ("cosigns are null", wire.encode(base | {"cosigns": None})), ("a field too many", wire.encode(base | {"more": 1})),
        ("a cosign without index", wire.encode(base | {"cosigns": [[bytes(64)]]})),
        ("a cosign with more", wire.encode(base | {"cosigns": [[0, bytes(64), 0]]})),
        ("a short signature", wire.encode(base | {"cosigns": [[0, bytes(63)]]})),
        ("an index that is text", wire.encode(base | {"cosigns": [["0", bytes(64)]]})),
        ("65 cosigns", wire.encode(base | {"cosigns": [[0, bytes(64)]] * 65})),
    ]  # fmt: skip
    for _, keys, of, cosigns in accepted:
        announced.check_cosigned(keys, blob(of, cosigns), COLLECTIVE)
    return {
        "devices": [
            {"sign_seed": moderator.sign.reveal().hex(),
             "cosigners": [
                 {"index": index, "seed": seed.reveal().hex(), "public_key": signing.public_key(seed).hex()}
                 for index in (0, 1, 2, 4095) for seed in [device.cosigner(moderator, COLLECTIVE, index)]
             ]}
            for moderator in COSIGNING
        ],
        "needed": [{"cosigners": number, "needed": announced.cosigners_needed(number)} for number in (0, 1, 2, 3, 4, 64)],
        "publics": {"founding": founding.encoded.hex(), "second": public.encoded.hex()},
        "accepted": [
            {"name": n, "cosigners": [key.hex() for key in keys], "public": "founding" if of == founding else "second",
             "cosigns": cosigns_json(cosigns)}
            for n, keys, of, cosigns in accepted
        ],
        "refused": [
            {"name": n, "cosigners": [key.hex() for key in keys], "public": "founding" if of == founding else "second",
             "cosigns": cosigns_json(cosigns), "error": refusal(announced.check_cosigned, keys, blob(of, cosigns), COLLECTIVE)}
            for n, keys, of, cosigns in refused
        ],
        "misshapen": [
            {"name": n, "blob": data.hex(), "error": refusal(announced.split_announcement, data)} for n, data in misshapen
        ],
    }  # fmt: skip


def bundle_json(bundle: Bundle) -> Json:
    return {
        "planting": bundle.planting, "tree": bundle.tree.reveal().hex(), "gate": bundle.gate.reveal().hex(),
        "notes": bundle.notes.reveal().hex(),
        "commitments": {part: value.hex() for part, value in bundle.commitments(COLLECTIVE).items()},
        "founding_commitments": {part: value.hex() for part, value in bundle.commitments(None).items()},
    }  # fmt: skip


def make_gates(kept: Kept) -> Json:
    secret, nonce = secrets.EpochSecret(fixed("E of epoch 1")), fixed("challenge")
    seeds: dict[gates.Role, secrets.SigningSeed] = {
        "member": gates.member_gate(secret, COLLECTIVE, 1), "moderator": gates.moderator_gate(BUNDLE.gate, COLLECTIVE, 1),
    }  # fmt: skip
    answers = [
        {"token_purpose": purpose, "role": role, "epoch": 1, "challenge": nonce.hex(),
         "signature": gates.answer_challenge(seeds[role], COLLECTIVE, purpose, role, 1, nonce).hex()}
        for purpose, roles in gates.TOKEN_PURPOSES.items() for role in roles
    ]  # fmt: skip
    read = answers[0]
    return {
        "collective": COLLECTIVE.hex(), "epoch_secret": secret.reveal().hex(), "gate_seed": BUNDLE.gate.reveal().hex(), "epoch": 1,
        "gates": {role: {"seed": seed.reveal().hex(), "public_key": signing.public_key(seed).hex()} for role, seed in seeds.items()},
        "token_purposes": {purpose: list(roles) for purpose, roles in gates.TOKEN_PURPOSES.items()},
        "answers": answers,
        "refused": [
            {**read, "name": "another token purpose", "token_purpose": "desk", "error": "BadSignature"},
            {**read, "name": "another epoch", "epoch": 2, "error": "BadSignature"},
            {**read, "name": "another challenge", "challenge": flip(nonce).hex(), "error": "BadSignature"},
            {**read, "name": "another role's gate", "role": "moderator", "error": "BadSignature"},
        ],
    }  # fmt: skip
