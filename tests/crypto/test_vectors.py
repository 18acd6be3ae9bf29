"""The code against `tests/vectors/`, which the second implementation is held to as well. Only what stands in the files is used here."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from crypto import (
    announced,
    chain,
    device,
    epochs,
    errors,
    gates,
    keytree,
    sealing,
    secrets,
    shelves,
    signing,
    wire,
)
from crypto.bundle import Bundle
from crypto.context import Purpose, context, derive_bytes, digest
from tests.crypto.vectors_at_hand import VECTORS, b, cases, exactly, opt, topic
from tests.vectors import common, make, seals, travelling

# ---- the files themselves -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", make.TOPICS)
def test_making_the_vectors_again_gives_the_same_bytes(name: str) -> None:
    assert make.build(name) == (VECTORS / f"{name}.json").read_text("utf-8")


def test_sealed_messages_that_no_longer_open_are_made_anew() -> None:
    kept = common.Kept({"kept": {"desk": "00"}})
    made = seals.make_sealing(kept)
    assert sealing.open_sealed(secrets.KemSeed(b(made["kem"]["seed"])), b(made["to_key"][0]["info"]), b(kept.now["desk"])) == b"a report"


# ---- wire, padding, contexts --------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("wire", "good"))
def test_good_values_have_one_encoding_and_come_back(case: dict[str, Any]) -> None:
    value = common.from_json(case["value"])
    assert wire.encode(value) == b(case["encoded"])
    assert wire.decode(b(case["encoded"])) == value


@pytest.mark.parametrize("case", cases("wire", "refused"))
def test_any_other_encoding_is_refused(case: dict[str, Any]) -> None:
    with exactly(case):
        wire.decode(b(case["encoded"]))


@pytest.mark.parametrize("case", cases("wire", "too_large"))
def test_size_is_checked_before_anything_is_parsed(case: dict[str, Any]) -> None:
    with exactly(case):
        wire.decode(b(case["encoded"]), limit=case["limit"])


@pytest.mark.parametrize("case", cases("wire", "at_the_limit"))
def test_the_limit_itself_is_allowed(case: dict[str, Any]) -> None:
    wire.decode(b(case["encoded"]), limit=case["limit"])


def padding_sizes(case: dict[str, Any]) -> tuple[int, ...]:
    return tuple(topic("padding")["sizes"][case["kind"]])


@pytest.mark.parametrize("case", cases("padding", "padded"))
def test_padding_and_back(case: dict[str, Any]) -> None:
    repeat = case.get("repeat")
    plaintext = bytes([repeat["byte"]]) * repeat["length"] if repeat else b(case["plaintext"])
    padded = wire.pad(plaintext, padding_sizes(case))
    assert (len(padded), digest(padded)) == (case["size"], b(case["sha256"]))
    assert wire.unpad(padded, padding_sizes(case)) == plaintext


@pytest.mark.parametrize("case", cases("padding", "too_large"))
def test_what_does_not_fit_is_not_padded(case: dict[str, Any]) -> None:
    with exactly(case):
        wire.pad(bytes(case["length"]), padding_sizes(case))


@pytest.mark.parametrize("case", cases("padding", "refused"))
def test_wrong_padding_is_refused(case: dict[str, Any]) -> None:
    with exactly(case):
        wire.unpad(b(case["start"]) + bytes(case["zeros"]), padding_sizes(case))


def test_the_purposes_are_those_of_the_vectors() -> None:
    assert [str(purpose) for purpose in Purpose] == topic("contexts")["purposes"]


@pytest.mark.parametrize("case", cases("contexts", "contexts"))
def test_contexts(case: dict[str, Any]) -> None:
    rest = common.from_json(case["rest"])
    assert context(Purpose(case["purpose"]), opt(case["collective"]), *rest) == b(case["encoded"])
    assert wire.decode(b(case["encoded"])) == ["parasol/1", case["purpose"], opt(case["collective"]), *rest]


class AnyKey(secrets.Secret):
    def __init__(self, value: bytes) -> None:
        self._bytes = value


@pytest.mark.parametrize("case", cases("derive", "derived"))
def test_derivations(case: dict[str, Any]) -> None:
    rest = common.from_json(case["rest"])
    derived = derive_bytes(AnyKey(b(case["key"])), Purpose(case["purpose"]), opt(case["collective"]), *rest)
    assert derived[: case["size"]] == b(case["derived"])


# ---- signatures, seals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("signing", "signed"))
def test_signatures(case: dict[str, Any]) -> None:
    seed, rest = secrets.SigningSeed(b(case["seed"])), common.from_json(case["rest"])
    place = (Purpose(case["purpose"]), opt(case["collective"]), *rest)
    assert signing.public_key(seed) == b(case["public_key"])
    assert context(*place) == b(case["message"])
    assert signing.sign(seed, *place) == b(case["signature"])
    signing.verify(b(case["public_key"]), b(case["signature"]), *place)


@pytest.mark.parametrize("case", cases("signing", "refused"))
def test_signatures_the_strict_rule_refuses(case: dict[str, Any]) -> None:
    with exactly(case):
        signing.verify_message(b(case["public_key"]), b(case["signature"]), b(case["message"]))


def test_public_keys_are_points_of_prime_order() -> None:
    keys = topic("signing")["public_keys"]
    assert all(signing.is_public_key(b(key)) for key in keys["good"])
    assert [key for key in keys["refused"] if signing.is_public_key(b(key))] == []


def test_kem_public_key() -> None:
    kem = topic("sealing")["kem"]
    assert sealing.kem_public_key(secrets.KemSeed(b(kem["seed"]))) == b(kem["public_key"])


@pytest.mark.parametrize("case", cases("sealing", "to_key"))
def test_messages_sealed_to_a_key_open(case: dict[str, Any]) -> None:
    kem = secrets.KemSeed(b(topic("sealing")["kem"]["seed"]))
    assert sealing.open_sealed(kem, b(case["info"]), b(case["sealed"])) == b(case["plaintext"])


@pytest.mark.parametrize("case", cases("sealing", "to_key_refused"))
def test_messages_sealed_to_a_key_that_do_not_open(case: dict[str, Any]) -> None:
    with exactly(case):
        sealing.open_sealed(secrets.KemSeed(b(case["seed"])), b(case["info"]), b(case["sealed"]))


@pytest.mark.parametrize("case", cases("sealing", "bad_public_keys"))
def test_nothing_is_sealed_to_what_is_no_key(case: dict[str, Any]) -> None:
    with exactly(case):
        sealing.seal_to(b(case["public_key"]), b"", b"")


@pytest.mark.parametrize("case", cases("sealing", "shared"))
def test_messages_under_a_shared_key_open(case: dict[str, Any]) -> None:
    assert sealing.open_(secrets.AeadKey(b(case["key"])), b(case["context"]), b(case["sealed"])) == b(case["plaintext"])


@pytest.mark.parametrize("case", cases("sealing", "shared_refused"))
def test_messages_under_a_shared_key_that_do_not_open(case: dict[str, Any]) -> None:
    with exactly(case):
        sealing.open_(secrets.AeadKey(b(case["key"])), b(case["context"]), b(case["sealed"]))


@pytest.mark.parametrize("case", cases("seal_once", "sealed"))
def test_seal_once(case: dict[str, Any]) -> None:
    key = secrets.AeadKey(b(case["key"]))
    assert sealing.seal_once(key, b(case["context"]), b(case["plaintext"])) == b(case["sealed"])
    assert sealing.open_once(key, b(case["context"]), b(case["sealed"])) == b(case["plaintext"])


@pytest.mark.parametrize("case", cases("seal_once", "refused"))
def test_seal_once_that_does_not_open(case: dict[str, Any]) -> None:
    with exactly(case):
        sealing.open_once(secrets.AeadKey(b(case["key"])), b(case["context"]), b(case["sealed"]))


# ---- the tree -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("keytree", "node_keys"))
def test_node_keys(case: dict[str, Any]) -> None:
    tree = topic("keytree")
    key = keytree.node_key(secrets.TreeSeed(b(tree["seed"])), b(tree["collective"]), case["planting"], case["node"])
    assert key.reveal() == b(case["key"])


@pytest.mark.parametrize("case", cases("keytree", "paths"))
def test_paths_go_from_the_leaf_to_the_root(case: dict[str, Any]) -> None:
    assert keytree.path(case["leaf"]) == case["nodes"]


@pytest.mark.parametrize("case", cases("keytree", "path_keys"))
def test_path_keys(case: dict[str, Any]) -> None:
    tree = topic("keytree")
    keys = keytree.path_keys(secrets.TreeSeed(b(tree["seed"])), b(tree["collective"]), tree["planting"], case["leaf"])
    assert keytree.encode_path_keys(keys) == b(case["encoded"])
    assert keytree.decode_path_keys(case["leaf"], b(case["encoded"])) == keys


@pytest.mark.parametrize("case", cases("keytree", "covers"))
def test_covers(case: dict[str, Any]) -> None:
    assert keytree.cover(case["removed"]) == case["cover"]


@pytest.mark.parametrize("case", cases("keytree", "large_covers"))
def test_large_covers(case: dict[str, Any]) -> None:
    nodes = keytree.cover(case["removed"])
    assert (len(nodes), digest(wire.encode(nodes))) == (case["nodes"], b(case["sha256"]))


@pytest.mark.parametrize("case", cases("keytree", "ranges"))
def test_covers_when_whole_branches_are_removed(case: dict[str, Any]) -> None:
    assert keytree.cover(set(range(case["from"], case["to"])) - set(case["but"])) == case["cover"]


@pytest.mark.parametrize("node", topic("keytree")["not_leaves"])
def test_only_leaves_have_paths_and_are_removed(node: int) -> None:
    with pytest.raises(errors.BadInput):
        keytree.path(node)
    with pytest.raises(errors.BadInput):
        keytree.cover([node])


# ---- epochs -------------------------------------------------------------------------------------------------------

EPOCHS = topic("epochs")
COLLECTIVE = b(EPOCHS["collective"])


def bundle_of(case: dict[str, Any]) -> Bundle:
    return Bundle(
        case["planting"], secrets.TreeSeed(b(case["tree"])), secrets.GateSeed(b(case["gate"])), secrets.NotesKey(b(case["notes"]))
    )


BUNDLE = bundle_of(EPOCHS["bundle"])


def keys_of(leaf: int) -> dict[int, secrets.NodeKey]:
    return keytree.path_keys(BUNDLE.tree, COLLECTIVE, BUNDLE.planting, leaf)


def as_json(field: Any) -> Any:
    if isinstance(field, tuple):
        return [as_json(item) for item in field]
    return field.hex() if isinstance(field, bytes) else field


@pytest.mark.parametrize("case", cases("epochs", "announced"))
def test_announcements_follow_from_the_secret_and_the_bundle(case: dict[str, Any]) -> None:
    secret, expected, before = secrets.EpochSecret(b(case["secret"])), case["public"], case["previous"]
    previous = before and epochs.Previous(b(before["hash"]), secrets.EpochSecret(b(before["secret"])))
    public = epochs.announce(
        BUNDLE,
        secret,
        COLLECTIVE,
        epoch=expected["epoch"],
        removed=tuple(expected["removed"]),
        previous=previous,
        desk=expected["desk"],
        cosigners=tuple(b(key) for key in expected["cosigners"]),
    )
    for name, value in expected.items():
        assert as_json(getattr(public, name)) == value, name
    assert announced.parse_public(public.encoded) == public
    assert all(epochs.open_wrap(public, COLLECTIVE, keys_of(leaf)) == secret for leaf in case["opened_by"])
    assert epochs.open_wrap_as_moderator(public, COLLECTIVE, BUNDLE) == secret
    assert epochs.walk_back(public, secret, COLLECTIVE) == previous


@pytest.mark.parametrize("case", cases("epochs", "unopened"))
def test_announcements_a_member_must_not_believe(case: dict[str, Any]) -> None:
    public = announced.parse_public(b(case["public"]))
    with exactly(case):
        epochs.open_wrap(public, COLLECTIVE, keys_of(case["leaf"]))


@pytest.mark.parametrize("case", cases("epochs", "malformed"))
def test_malformed_announcements(case: dict[str, Any]) -> None:
    with exactly(case):
        announced.parse_public(b(case["public"]))


@pytest.mark.parametrize("case", cases("epochs", "broken_links"))
def test_links_that_do_not_lead_back(case: dict[str, Any]) -> None:
    public = announced.parse_public(b(case["public"]))
    with exactly(case):
        epochs.walk_back(public, secrets.EpochSecret(b(case["secret"])), COLLECTIVE)


@pytest.mark.parametrize("case", cases("epochs", "inner"))
def test_the_inner_part(case: dict[str, Any]) -> None:
    head = case["head"] and (case["head"]["seq"], b(case["head"]["hash"]))
    inner = epochs.make_inner(charter=case["charter"], desk_key=opt(case["desk_key"]), head=head, until=case["until"])
    assert inner.encoded == b(case["encoded"])
    assert epochs.parse_inner(b(case["encoded"])) == inner


@pytest.mark.parametrize("case", cases("epochs", "inner_refused"))
def test_inner_parts_that_are_refused(case: dict[str, Any]) -> None:
    with exactly(case):
        epochs.parse_inner(b(case["inner"]))


def test_the_sealed_part_opens_and_its_approvals_hold() -> None:
    case = EPOCHS["blob"]
    public, sealed = announced.split_announcement(b(case["blob"]))
    assert (public.encoded, sealed) == (b(case["public"]), b(case["sealed"]))
    inner, approvals = epochs.open_announcement(public, sealed, secrets.EpochSecret(b(case["secret"])), COLLECTIVE)
    assert inner.encoded == b(case["inner"])
    assert [(a.person.hex(), a.device, a.signature.hex()) for a in approvals] == [
        (a["person"], a["device"], a["signature"]) for a in case["approvals"]
    ]
    for approval in case["approvals"]:
        epochs.check_approval(b(approval["device_key"]), b(approval["signature"]), public, inner, COLLECTIVE)
    cosigns = [(index, b(signature)) for index, signature in case["cosigns"]]
    assert announced.join_announcement(public, sealed, cosigns) == b(case["blob"])


@pytest.mark.parametrize("case", cases("epochs", "blob_refused"))
def test_sealed_parts_that_do_not_open(case: dict[str, Any]) -> None:
    public = announced.parse_public(b(case["public"]))
    with exactly(case):
        epochs.open_announcement(public, b(case["sealed"]), secrets.EpochSecret(b(case["secret"])), COLLECTIVE)


@pytest.mark.parametrize("case", cases("epochs", "pings"))
def test_ping_codes(case: dict[str, Any]) -> None:
    secret = secrets.EpochSecret(b(EPOCHS["announced"][case["epoch"] - 1]["secret"]))
    made = {
        "member": epochs.member_ping(secret, COLLECTIVE, case["epoch"]),
        "moderator": epochs.moderator_ping(BUNDLE.gate, COLLECTIVE, case["epoch"]),
    }
    code = made[case["role"]]
    assert code.reveal() == b(case["code"])
    assert base64.urlsafe_b64encode(code.reveal()).decode() == case["text"] + "=="
    public = announced.parse_public(b(EPOCHS["announced"][case["epoch"] - 1]["public"]["encoded"]))
    in_announcement = public.member_ping if case["role"] == "member" else public.moderator_ping
    assert epochs.ping_hash(COLLECTIVE, code) == b(case["hash"]) == in_announcement


# ---- cosigning ----------------------------------------------------------------------------------------------------

COSIGNING = EPOCHS["cosigning"]


def cosigned_blob(case: dict[str, Any]) -> bytes:
    """As it travels: the order of the file is kept, so that a reader cannot depend on it."""
    cosigns = [[index, b(signature)] for index, signature in case["cosigns"]]
    return wire.encode({"public": b(COSIGNING["publics"][case["public"]]), "sealed": b"sealed", "cosigns": cosigns})


@pytest.mark.parametrize("case", cases("epochs", "cosigning", "devices"))
def test_a_devices_one_time_keys_follow_from_its_signing_seed(case: dict[str, Any]) -> None:
    moderator = device.Device(secrets.SigningSeed(b(case["sign_seed"])), secrets.KemSeed(bytes(32)), secrets.BoxSecret(bytes(32)))
    for key in case["cosigners"]:
        seed = device.cosigner(moderator, COLLECTIVE, key["index"])
        assert (seed.reveal(), signing.public_key(seed)) == (b(key["seed"]), b(key["public_key"]))


def test_how_many_cosigners_an_announcement_needs() -> None:
    assert [announced.cosigners_needed(case["cosigners"]) for case in COSIGNING["needed"]] == [
        case["needed"] for case in COSIGNING["needed"]
    ]


def test_cosignatures_are_made_alike() -> None:
    public = announced.parse_public(b(COSIGNING["publics"]["second"]))
    seeds = {key["public_key"]: key["seed"] for moderator in COSIGNING["devices"] for key in moderator["cosigners"]}
    [case] = [case for case in COSIGNING["accepted"] if case["name"] == "all three"]
    for index, signature in case["cosigns"]:
        cosigner = case["cosigners"][index]
        assert announced.cosign(secrets.SigningSeed(b(seeds[cosigner])), public, COLLECTIVE) == b(signature)
        announced.check_cosign(b(cosigner), b(signature), public, COLLECTIVE)


@pytest.mark.parametrize("case", cases("epochs", "cosigning", "accepted"))
def test_announcements_that_enough_cosigned(case: dict[str, Any]) -> None:
    announced.check_cosigned(tuple(b(key) for key in case["cosigners"]), cosigned_blob(case), COLLECTIVE)


@pytest.mark.parametrize("case", cases("epochs", "cosigning", "refused"))
def test_announcements_that_are_not_cosigned(case: dict[str, Any]) -> None:
    with exactly(case):
        announced.check_cosigned(tuple(b(key) for key in case["cosigners"]), cosigned_blob(case), COLLECTIVE)


@pytest.mark.parametrize("case", cases("epochs", "cosigning", "misshapen"))
def test_blobs_of_announcements_of_another_shape(case: dict[str, Any]) -> None:
    for read in (announced.split_announcement, lambda blob: announced.check_cosigned((), blob, COLLECTIVE)):
        with exactly(case):
            read(b(case["blob"]))


# ---- gates, chain, shelves ----------------------------------------------------------------------------------------

GATES = topic("gates")


def test_gates_follow_from_the_epoch() -> None:
    collective, epoch = b(GATES["collective"]), GATES["epoch"]
    member = gates.member_gate(secrets.EpochSecret(b(GATES["epoch_secret"])), collective, epoch)
    moderator = gates.moderator_gate(secrets.GateSeed(b(GATES["gate_seed"])), collective, epoch)
    for role, seed in (("member", member), ("moderator", moderator)):
        assert seed.reveal() == b(GATES["gates"][role]["seed"])
        assert signing.public_key(seed) == b(GATES["gates"][role]["public_key"])
    assert {purpose: list(roles) for purpose, roles in gates.TOKEN_PURPOSES.items()} == GATES["token_purposes"]


def check_answer(case: dict[str, Any]) -> None:
    gates.check_answer(
        b(GATES["gates"][case["role"]]["public_key"]),
        b(case["signature"]),
        b(GATES["collective"]),
        case["token_purpose"],
        case["role"],
        case["epoch"],
        b(case["challenge"]),
    )


@pytest.mark.parametrize("case", cases("gates", "answers"))
def test_answers_to_challenges(case: dict[str, Any]) -> None:
    seed = secrets.SigningSeed(b(GATES["gates"][case["role"]]["seed"]))
    signature = gates.answer_challenge(
        seed, b(GATES["collective"]), case["token_purpose"], case["role"], case["epoch"], b(case["challenge"])
    )
    assert signature == b(case["signature"])
    check_answer(case)


@pytest.mark.parametrize("case", cases("gates", "refused"))
def test_answers_to_something_else(case: dict[str, Any]) -> None:
    with exactly(case):
        check_answer(case)


CHAIN = topic("chain")


def blob_of(case: dict[str, Any]) -> bytes:
    return bytes(case["blob"]["zeros"]) if isinstance(case["blob"], dict) else b(case["blob"])


@pytest.mark.parametrize("case", cases("chain", "entries"))
def test_entries(case: dict[str, Any]) -> None:
    collective, gate = b(CHAIN["collective"]), secrets.SigningSeed(b(CHAIN["gate_seed"]))
    place = chain.Place(case["shelf"], case["seq"], b(case["prev"]), case["kind"], case["epoch"], case["time"], case["urgent"])
    entry = chain.make_entry(place, blob_of(case), gate, collective)
    assert place.encode() == b(case["place"])
    assert entry.header == b(case["header"])
    assert entry.signature == b(case["signature"])
    assert entry.blob_hash == b(case["blob_hash"])
    assert entry.hash(collective) == b(case["hash"])
    assert chain.parse_entry(entry.value(), case["shelf"]) == entry
    entry.check_signature(b(CHAIN["gate"]), collective)


def test_entries_name_the_one_before() -> None:
    board = [case for case in CHAIN["entries"] if case["shelf"] == "board"]
    assert [case["prev"] for case in board] == ["00" * 32, *(case["hash"] for case in board[:-1])]


def test_a_stub_still_verifies() -> None:
    stub, collective = CHAIN["stub"], b(CHAIN["collective"])
    entry = chain.parse_entry({"header": b(stub["header"]), "signature": b(stub["signature"]), "blob": None}, "board")
    entry.check_signature(b(CHAIN["gate"]), collective)
    assert (entry.blob, entry.hash(collective)) == (None, b(stub["hash"]))


@pytest.mark.parametrize("case", cases("chain", "refused"))
def test_entries_that_are_refused(case: dict[str, Any]) -> None:
    with exactly(case):
        chain.parse_entry(travelling.unsqueezed(case["entry"]), case["shelf"])


@pytest.mark.parametrize("case", cases("chain", "bad_signatures"))
def test_entries_the_gate_did_not_sign(case: dict[str, Any]) -> None:
    entry = chain.parse_entry({"header": b(case["header"]), "signature": b(case["signature"]), "blob": None}, "board")
    with exactly(case):
        entry.check_signature(b(CHAIN["gate"]), b(case["collective"]))


def test_sizes_on_the_wire() -> None:
    sizes = topic("shelves")
    assert list(chain.STATEMENT_BLOBS) == CHAIN["statement_blobs"] == sizes["mail_blobs"] == list(shelves.MAIL_BLOBS)
    assert list(chain.NOTE_BLOBS) == CHAIN["note_blobs"]
    assert (list(shelves.DESK_SEALED), list(shelves.BOX_BLOBS)) == (sizes["desk_sealed"], sizes["box_blobs"])


@pytest.mark.parametrize("case", cases("shelves", "desk_items"))
def test_desk_items(case: dict[str, Any]) -> None:
    invite = case["invite"] or {}
    item = shelves.encode_desk_item(
        case["desk"], case["epoch"], bytes(case["sealed_zeros"]), invite_box=opt(invite.get("box")), join=opt(invite.get("join"))
    )
    assert (len(item.encoded), item.id) == (case["length"], b(case["id"]))
    assert shelves.parse_desk_item(item.encoded) == item


@pytest.mark.parametrize("case", cases("shelves", "refused"))
def test_desk_items_that_are_refused(case: dict[str, Any]) -> None:
    with exactly(case):
        shelves.parse_desk_item(travelling.from_runs(case["runs"]))


def test_the_worked_example_of_the_specification_is_what_the_script_makes() -> None:
    text = (VECTORS.parents[1] / "docs" / "protocol.md").read_text("utf-8")
    assert text.count("## 13 A worked example\n") == 1
    assert make.worked_example() in text
