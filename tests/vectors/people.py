"""Vectors of what people hold: codes, boxes, devices, vaults, words. `make.py` writes them."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from crypto import base32, boxes, device, handover, invites, keytree, recovery, sealing, secrets, signing, vault, wire
from crypto.context import Purpose, context, derive, digest
from crypto.errors import ParasolError
from tests.vectors.common import (
    BUNDLE,
    COLLECTIVE,
    KEM,
    LEAF,
    MODERATOR,
    SIGNER,
    TIME,
    Json,
    Kept,
    fixed,
    fixed_randomness,
    flip,
    refusal,
)
from tests.vectors.epochs import bundle_json

# ---- people's things ----------------------------------------------------------------------------------------------


def plain_code(label: str) -> bytes:
    """A code with a check symbol that people are given."""
    return next(code for i in range(100) if base32.check_is_plain(code := fixed(f"{label} {i}", 16)))


def make_invites(kept: Kept) -> Json:
    code = secrets.InviteCode(plain_code("invite"))
    shown, invite = invites.show_code(code), invites.invite_from_code(code)
    welcome = invites.Welcome(COLLECTIVE, 7, secrets.EpochSecret(fixed("E of epoch 7")), fixed("announcement"), False)
    with fixed_randomness("invite"):
        box = invites.fill_box(invite.box, invite.key, welcome)
        to_moderate = invites.fill_box(invite.box, invite.key, replace(welcome, moderator=True))
        short = sealing.seal(invite.key, context(Purpose.INVITE, None, invite.box), wire.pad(b"\xa0", (4056,)))
        other = sealing.seal(invite.key, context(Purpose.INVITE, None, invite.box), wire.pad(b"\xa0", (1024,)))
    # A wrong digit, and a changed order, always change the value mod 37.
    symbols = shown.replace("-", "")
    swapped = next(symbols[:i] + symbols[i + 1] + symbols[i] + symbols[i + 2 :] for i in range(25) if symbols[i] != symbols[i + 1])
    typed = [
        shown, symbols, shown.lower(), shown.replace("-", " "), f"  {shown}\n", shown.replace("0", "O").replace("1", "I"),
        shown.replace("0", "o").replace("1", "l"),
        "-".join(symbols), shown.replace("-", "\u2013"),
    ]  # fmt: skip
    zero = base32.encode_code(bytes(16))
    bad = [
        ("nothing", ""), ("a digit too few", symbols[1:]), ("a digit too many", symbols + "0"), ("without check symbol", symbols[:-1]),
        ("a U", "U" + symbols[1:]),
        ("a symbol that is none", "!" + symbols[1:]), ("a wrong digit", ("1" if symbols[0] == "0" else "0") + symbols[1:]),
        ("two digits swapped", swapped),
        ("a check symbol in front", "*" + symbols[1:]), ("more than 128 bits", "8" + zero.replace("-", "")[1:-1] + "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"[2**128 % 37]),
        ("a wrong check symbol", symbols[:-1] + ("0" if symbols[-1] != "0" else "2")),
        ("a letter of another script", "\u0410" + symbols[1:]),
    ]  # fmt: skip
    return {
        "codes": [
            {"code": value.hex(), "text": base32.encode_code(value), "plain": base32.check_is_plain(value)}
            for value in (code.reveal(), bytes(16), b"\xff" * 16, bytes(15) + b"\x20", bytes(15) + b"\x24", fixed("a code", 16),
            bytes(range(16)))
        ],
        "typed": [{"text": text, "code": code.reveal().hex()} for text in dict.fromkeys(typed)],
        "bad_codes": [{"name": n, "text": text, "error": refusal(invites.read_code, text), "detail": reason(invites.read_code, text)} for n, text in bad],
        "invite": {
            "code": code.reveal().hex(), "box": invite.box.hex(), "key": invite.key.reveal().hex(), "sign_seed": invite.sign.reveal().hex(),
            "public_key": invite.public_key.hex(),
        },
        "boxes": [
            {"collective": COLLECTIVE.hex(), "epoch": 7, "secret": welcome.secret.reveal().hex(), "announcement": welcome.announcement.hex(),
             "moderator": moderator, "nonce": sealed[:24].hex(), "sealed": sealed.hex()}
            for moderator, sealed in ((False, box), (True, to_moderate))
        ],
        "refused_boxes": [
            {"name": n, "sealed": b.hex(), "error": refusal(invites.open_box, invite, b)}
            for n, b in [("changed", flip(box)), ("cut", box[:-1]), ("empty map", short), ("another size", other), ("nothing", b"")]
        ],
    }  # fmt: skip


def reason(attempt: Callable[[str], Any], text: str) -> str:
    """What the refusal of a text says."""
    try:
        attempt(text)
    except ParasolError as error:
        return error.detail
    raise RuntimeError("this should have been refused")


def make_boxes(kept: Kept) -> Json:
    box_secret = secrets.BoxSecret(fixed("box secret"))
    our_key, public = signing.public_key(SIGNER), sealing.kem_public_key(KEM)
    keys = keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, LEAF)
    paths = kept(
        "path-keys",
        lambda: boxes.seal_path_keys(keys, LEAF, 1, kem_key=public, device=our_key, collective=COLLECTIVE, signer=MODERATOR),
        lambda found: boxes.open_path_keys(found, 1, kem=KEM, device=our_key, collective=COLLECTIVE),
    )
    bundle = kept(
        "bundle",
        lambda: boxes.seal_bundle(BUNDLE, kem_key=public, device=our_key, collective=COLLECTIVE, signer=MODERATOR),
        lambda found: boxes.open_bundle(found, 1, kem=KEM, device=our_key, collective=COLLECTIVE),
    )
    body = wire.encode({"planting": 1, "leaf": LEAF, "keys": keytree.encode_path_keys(keys), "device": our_key})

    def sealed(name: str, purpose: Purpose, fields: Any, padded: int = 2960) -> bytes:
        info = context(purpose, COLLECTIVE, 1, our_key)
        plaintext = wire.pad(wire.encode(fields), (padded,))
        return kept(name, lambda: sealing.seal_to(public, info, plaintext), lambda found: sealing.open_sealed(KEM, info, found))

    signer, purpose = signing.public_key(MODERATOR), Purpose.PATH_KEYS
    good = {"body": body, "signer": signer, "signature": signing.sign(MODERATOR, purpose, COLLECTIVE, digest(body))}
    for_another = wire.encode(wire.decode(body) | {"device": fixed("another device")})
    not_a_leaf = wire.encode(wire.decode(body) | {"leaf": 5})
    refused = [
        ("the bundle's box", bundle), ("changed", flip(paths)), ("cut", paths[:-1]), ("nothing", b""),
        ("signature of another purpose", sealed("another purpose", purpose,
        good | {"signature": signing.sign(MODERATOR, Purpose.BUNDLE, COLLECTIVE, digest(body))})),
        ("body changed", sealed("body changed", purpose, good | {"body": for_another})),
        ("for another device", sealed("for another device", purpose,
        good | {"body": for_another, "signature": signing.sign(MODERATOR, purpose, COLLECTIVE, digest(for_another))})),
        ("not a leaf", sealed("not a leaf", purpose,
        good | {"body": not_a_leaf, "signature": signing.sign(MODERATOR, purpose, COLLECTIVE, digest(not_a_leaf))})),
        ("a field too many", sealed("a field too many", purpose, good | {"more": 1})),
        ("another padded size", sealed("another padded size", purpose, good, 2048)),
    ]  # fmt: skip
    return {
        "collective": COLLECTIVE.hex(), "box_secret": box_secret.reveal().hex(), "kem_seed": KEM.reveal().hex(), "device": our_key.hex(),
        "signer": signer.hex(),
        "boxes": [
            {"planting": n, "path_keys": boxes.path_box(box_secret, COLLECTIVE, n).hex(),
            "bundle": boxes.bundle_box(box_secret, COLLECTIVE, n).hex()} for n in (1, 2)
        ],
        "path_keys": {"planting": 1, "leaf": LEAF, "keys": keytree.encode_path_keys(keys).hex(), "body": body.hex(), "sealed": paths.hex()},
        "bundle": {**bundle_json(BUNDLE), "sealed": bundle.hex()},
        "refused": [
            {"name": n, "sealed": b.hex(), "error": refusal(boxes.open_path_keys, b, 1, kem=KEM, device=our_key, collective=COLLECTIVE)}
            for n, b in refused
        ],
    }  # fmt: skip


def make_device(kept: Kept) -> Json:
    made = []
    for value in (bytes(16), b"\xff" * 16, fixed("device", 16)):
        entropy = secrets.DeviceEntropy(value)
        d = device.device_from_entropy(entropy)
        made.append(
            {"entropy": value.hex(), "words": device.to_words(entropy), "sign_seed": d.sign.reveal().hex(),
            "signing_key": d.signing_key.hex(),
             "kem_seed": d.kem.reveal().hex(), "kem_key_sha256": digest(d.kem_key).hex(), "box_secret": d.box.reveal().hex()}
        )  # fmt: skip
    words: list[str] = made[2]["words"].split()
    bad = [
        ("nothing", ""), ("eleven words", " ".join(words[:-1])), ("thirteen words", " ".join([*words, "zoo"])),
        ("wrong checksum", " ".join(["abandon"] * 12)),
        ("a word that is none", " ".join(["parasol", *words[1:]])), ("two words swapped", " ".join([words[1], words[0], *words[2:]])),
        ("twenty-four good words", " ".join(["abandon"] * 23 + ["art"])), ("fifteen good words", " ".join(["abandon"] * 14 + ["address"])),
    ]  # fmt: skip
    return {
        "salt": digest(context(Purpose.DEVICE_SEED, None))[:16].hex(),
        "devices": made,
        "typed": [
            {"words": typed, "entropy": made[2]["entropy"]} for typed in ("  ".join(words), "\n".join(words), " ".join(words).upper())
        ],
        "bad_words": [
            {"name": n, "words": w, "error": refusal(device.from_words, w), "detail": reason(device.from_words, w)} for n, w in bad
        ],
    }


def make_recovery(kept: Kept) -> Json:
    entropy = secrets.DeviceEntropy(fixed("device", 16))
    hers = device.device_from_entropy(entropy)
    keys = keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, LEAF)
    member = recovery.Belongings(COLLECTIVE, "fern", TIME, fixed("announcement"), 1, LEAF, keys, None)
    moderator = replace(member, alias="\u0e40\u0e1f\u0e34\u0e23\u0e4c\u0e19" * 6, bundle=BUNDLE)
    period = recovery.period_of(TIME)
    value = recovery.belongings_value(member)

    def sealed(fields: Any, *, at: int = period, size: int = 4056) -> bytes:
        key = derive(secrets.AeadKey, hers.sign, Purpose.RECOVERY_KEY, None, at)
        ctx = context(Purpose.RECOVERY, None, recovery.recovery_box(hers, at))
        return sealing.seal(key, ctx, wire.pad(wire.encode(fields), (size,)))

    with fixed_randomness("recovery"):
        boxes_made = [(b, recovery.seal_recovery(hers, period, b)) for b in (member, moderator)]
        good = boxes_made[0][1]
        bad = [
            ("changed", flip(good)), ("cut", good[:-1]), ("nothing", b""), ("of another period", sealed(value, at=period + 1)),
            ("another padded size", sealed(value, size=2048)), ("an empty map", sealed({})), ("a field too many", sealed(value | {"more": 1})),
            ("not a leaf", sealed(value | {"leaf": 5})), ("path keys that are too short", sealed(value | {"keys": bytes(640)})),
            ("no alias", sealed(value | {"alias": ""})), ("half a bundle", sealed(value | {"bundle": {"tree": bytes(32), "gate": bytes(32)}})),
            ("a bundle that names its planting", sealed(value | {"bundle": bundle_values() | {"planting": 1}})),
            ("no collective", sealed(value | {"collective": None})),
        ]  # fmt: skip
    return {
        "entropy": entropy.reveal().hex(),
        "periods": [
            {"time": now, "period": recovery.period_of(now), "box": recovery.recovery_box(hers, recovery.period_of(now)).hex()}
            for now in (0, recovery.PERIOD - 1, recovery.PERIOD, TIME)
        ],
        "key": derive(secrets.AeadKey, hers.sign, Purpose.RECOVERY_KEY, None, period).reveal().hex(),
        "period": period,
        "boxes": [
            {"collective": b.collective.hex(), "alias": b.alias, "joined": b.joined, "announcement": b.announcement.hex(), "planting": b.planting,
             "leaf": b.leaf, "keys": keytree.encode_path_keys(b.keys).hex(), "bundle": b.bundle and {"planting": 1, **{part: value.hex() for part, value in bundle_values().items()}},
             "plaintext": wire.encode(recovery.belongings_value(b)).hex(), "nonce": blob[:24].hex(), "sealed": blob.hex()}
            for b, blob in boxes_made
        ],
        "refused": [{"name": n, "sealed": b.hex(), "error": refusal(recovery.open_recovery, hers, period, b)} for n, b in bad],
    }  # fmt: skip


def make_handover(kept: Kept) -> Json:
    code, entropy = secrets.InviteCode(plain_code("handover")), secrets.DeviceEntropy(fixed("device", 16))
    keys = keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, LEAF)
    belongings = recovery.Belongings(COLLECTIVE, "fern", TIME, fixed("announcement"), 1, LEAF, keys, None)
    member = handover.Handover(entropy, belongings, True, 231)
    moderator = handover.Handover(entropy, replace(belongings, bundle=BUNDLE), False, None)
    digits = 4711
    seed = handover.handover_seed(code, digits)
    key = derive(secrets.AeadKey, seed, Purpose.HANDOVER_KEY, None)
    value = {"entropy": entropy.reveal(), "belongings": recovery.belongings_value(belongings), "words": True, "period": 231}

    def sealed(fields: Any, size: int = 4056) -> bytes:
        ctx = context(Purpose.HANDOVER, None, handover.handover_box(seed))
        return sealing.seal(key, ctx, wire.pad(wire.encode(fields), (size,)))

    with fixed_randomness("handover"):
        made = [(h, handover.seal_handover(seed, h)) for h in (member, moderator)]
        good = made[0][1]
        bad = [
            ("changed", flip(good)), ("cut", good[:-1]), ("nothing", b""), ("other digits", handover.seal_handover(handover.handover_seed(code, digits + 1), member)),
            ("another padded size", sealed(value, 2048)), ("an empty map", sealed({})), ("a field too many", sealed(value | {"more": 1})),
            ("entropy that is too long", sealed(value | {"entropy": bytes(32)})), ("no belongings", sealed(value | {"belongings": {}})),
            ("a word for yes", sealed(value | {"words": "yes"})),
        ]  # fmt: skip
    return {
        "code": code.reveal().hex(), "digits": digits, "seed": seed.reveal().hex(), "box": handover.handover_box(seed).hex(), "key": key.reveal().hex(),
        "typed": [{"text": text, "digits": handover.read_digits(text)} for text in ("004711", "004 711", " 00-47-11\n", "999999", "000000")],
        "bad_digits": [
            {"text": text, "error": refusal(handover.read_digits, text)}
            for text in ("", "12345", "1234567", "12345a", "\u0661\u0662\u0663\u0664\u0665\u0666", "+12345", "1234.5")
        ],
        "boxes": [
            {"entropy": h.entropy.reveal().hex(), "words": h.words, "period": h.period,
             "belongings": wire.encode(recovery.belongings_value(h.belongings)).hex(), "nonce": blob[:24].hex(), "sealed": blob.hex()}
            for h, blob in made
        ],
        "refused": [{"name": n, "sealed": b.hex(), "error": refusal(handover.open_handover, seed, b)} for n, b in bad],
    }  # fmt: skip


def bundle_values() -> Json:
    return {"tree": BUNDLE.tree.reveal(), "gate": BUNDLE.gate.reveal(), "notes": BUNDLE.notes.reveal()}


def make_vault(kept: Kept) -> Json:
    data_key, cost = secrets.DataKey(fixed("data key")), vault.Cost()
    records = vault.Records(data_key)
    with fixed_randomness("vault"):
        locks = [(text, vault.make_lock(data_key, text, cost)) for text in ("six plain words for an example", "\u212bngstr\u00f6m \u2460")]
        plaintext = wire.encode({"alias": "fern"})
        at_rest = [(name, p, records.seal(name, p)) for name, p in [("receipts/1", plaintext), ("receipts/2", b""), ("state", bytes(1024))]]
    platform_key = fixed("platform key")
    with fixed_randomness("vault, bound"):
        bound = vault.make_lock(data_key, locks[0][0], cost, bind=lambda data: hmac.digest(platform_key, data, "sha256"))
    lock = wire.decode(locks[0][1])

    def changed(**fields: Any) -> bytes:
        return wire.encode({name: item for name, item in (lock | fields).items() if item != "absent"})

    passphrase = locks[0][0]
    bad = [
        ("another passphrase", "six plain words for an exampl", locks[0][1]), ("no passphrase", "", locks[0][1]),
        ("wrapped key changed", passphrase, changed(wrapped=flip(lock["wrapped"]))),
        ("salt changed", passphrase, changed(salt=flip(lock["salt"]))), ("more passes", passphrase, changed(passes=3)),
        ("too few passes", passphrase, changed(passes=1)),
        ("too little memory", passphrase, changed(memory=19455)), ("a newer version", passphrase, changed(version=2)),
        ("too much memory", passphrase, changed(memory=2**32)),
        ("too many passes", passphrase, changed(passes=2**32)), ("a field is missing", passphrase, changed(salt="absent")),
        ("a field too many", passphrase, changed(more=1)),
        ("not CBOR", passphrase, b"\xff"), ("trailing byte", passphrase, locks[0][1] + b"\x00"), ("too large", passphrase, bytes(4097)),
        ("bound, without the platform's key", passphrase, bound), ("bound: false", passphrase, changed(bound=False)),
        ("no longer bound", passphrase, wire.encode({name: item for name, item in wire.decode(bound).items() if name != "bound"})),
    ]  # fmt: skip
    sealed = at_rest[0][2]
    with fixed_randomness("vault, no padding"):
        ctx = context(Purpose.VAULT_RECORD, None, "receipts/1")
        unpadded = sealing.seal(derive(secrets.AeadKey, data_key, Purpose.VAULT_RECORD, None), ctx, b"x")
    return {
        "data_key": data_key.reveal().hex(),
        "locks": [{"passphrase": text, "lock": made.hex()} for text, made in locks],
        "also_opens": [{"passphrase": "\u00c5ngstro\u0308m 1", "lock": locks[1][1].hex()}],
        "bound": {
            "passphrase": passphrase, "platform_key": platform_key.hex(), "lock": bound.hex(),
            "refused": [
                {"name": n, "passphrase": t, "platform_key": k.hex(), "lock": b.hex(),
                 "error": refusal(vault.open_lock, b, t, bind=lambda data, k=k: hmac.digest(k, data, "sha256"))}
                for n, t, k, b in [
                    ("another platform key", passphrase, flip(platform_key), bound),
                    ("another passphrase", passphrase + "s", platform_key, bound),
                    ("made to look bound", passphrase, platform_key, changed(bound=True)),
                ]
            ],
        },
        "locks_refused": [{"name": n, "passphrase": t, "lock": b.hex(), "error": refusal(vault.open_lock, b, t)} for n, t, b in bad],
        "records": [
            {"record": name, "name": records.name(name).hex(), "plaintext": p.hex() if any(p) else {"zeros": len(p)},
            "sealed": s.hex()} for name, p, s in at_rest
        ],
        "records_refused": [
            {"name": n, "record": r, "sealed": s.hex(), "error": refusal(records.open, r, s)}
            for n, r, s in [
                ("under another name", "receipts/2", sealed), ("changed", "receipts/1", flip(sealed)), ("cut", "receipts/1", sealed[:-1]),
                ("nothing", "receipts/1", b""), ("not padded", "receipts/1", unpadded),
            ]
        ],
    }  # fmt: skip


def make_safety(kept: Kept) -> Json:
    cases = [
        (COLLECTIVE, fixed("announcement")),
        (COLLECTIVE, fixed("another announcement")),
        (fixed("another collective"), fixed("announcement")),
    ]
    shown = [(c, h, *device.safety_words(c, h)) for c, h in cases]
    return {"shown": [{"collective": c.hex(), "announcement": h.hex(), "words": words, "digits": digits} for c, h, words, digits in shown]}


def make_base32(kept: Kept) -> Json:
    values = [b"", b"\x00", b"\xff", b"\x01\x02", fixed("an id", 16), bytes(16), b"\xff" * 16, fixed("long id")]
    typed = ["0123", "OIL", "oil", "A-B-C", "  abc ", "ZZ"]
    bad = [("nothing", ""), ("only hyphens", "--"), ("a U", "abu"), ("a space inside", "a b"), ("a sign", "ab!")]
    return {
        "ids": [{"bytes": value.hex(), "id": base32.encode_id(value)} for value in values],
        "typed": [{"text": text, "id": base32.normalise_id(text)} for text in typed],
        "refused": [{"name": n, "text": text, "error": refusal(base32.normalise_id, text)} for n, text in bad],
    }
