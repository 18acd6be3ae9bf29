"""Writes the vectors of `crypto/` that every implementation of the protocol has to reproduce: `python -m tests.vectors.make`.

Byte strings are hex. Where a value of the protocol's CBOR stands inside JSON, its byte strings are `{"$bytes": hex}`.

Running it again changes nothing. What the system's randomness decides is drawn from a fixed stream here, but for HPKE, whose
encapsulation draws inside the library: a sealed message that stands in the file already, and still opens, is kept.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from crypto import chain, gates, invites, keytree, secrets, signing, wire
from crypto.context import Purpose, context
from tests.vectors.common import (
    BUNDLE,
    COLLECTIVE,
    REMOVED,
    TIME,
    Json,
    Kept,
)
from tests.vectors.encodings import make_contexts, make_derive, make_padding, make_wire
from tests.vectors.epochs import FIRST, make_epochs, make_gates, make_keytree
from tests.vectors.people import (
    make_base32,
    make_boxes,
    make_device,
    make_handover,
    make_invites,
    make_recovery,
    make_safety,
    make_vault,
    plain_code,
)
from tests.vectors.seals import make_seal_once, make_sealing, make_signing
from tests.vectors.travelling import make_chain, make_shelves

HERE = Path(__file__).parent

TOPICS: dict[str, Callable[[Kept], Json]] = {
    "wire": make_wire, "padding": make_padding, "contexts": make_contexts, "derive": make_derive, "signing": make_signing,
    "sealing": make_sealing,
    "seal_once": make_seal_once, "keytree": make_keytree, "epochs": make_epochs, "gates": make_gates, "chain": make_chain,
    "shelves": make_shelves,
    "invites": make_invites, "boxes": make_boxes, "recovery": make_recovery, "handover": make_handover, "device": make_device, "vault": make_vault, "safety": make_safety, "base32": make_base32,
}  # fmt: skip


def read(topic: str) -> Json:
    """The vectors of a topic as they stand; empty before they were ever made."""
    path = HERE / f"{topic}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def build(topic: str) -> str:
    """The text of a topic's file."""
    kept = Kept(read(topic))
    made = TOPICS[topic](kept)
    return json.dumps(made | ({"kept": kept.now} if kept.now else {}), indent=1) + "\n"


def worked_example() -> str:
    """Section 13 of docs/protocol.md, from the vectors; `python -m tests.vectors.make example` prints it."""
    first = chain.make_entry(
        chain.Place("board", 0, chain.NO_ENTRY, chain.STATEMENT, 1, TIME),
        bytes(chain.STATEMENT_BLOBS[0]),
        gates.moderator_gate(BUNDLE.gate, COLLECTIVE, 1),
        COLLECTIVE,
    )
    code = secrets.InviteCode(plain_code("invite"))
    invite = invites.invite_from_code(code)
    root = context(Purpose.NODE, COLLECTIVE, 1, 1)
    plaintext = wire.encode({"alias": "fern"})
    padded = wire.pad(plaintext, wire.STATEMENT_SIZES)
    return f"""## 13 A worked example

Bytes in hex, made by `tests/vectors/make.py`; the files beside it have many more, the refused ones too. Long lines are broken.

**A context and a derivation** (§1.3): the key of the root of the tree.

    collective                           {COLLECTIVE.hex()}
    tree seed                            {BUNDLE.tree.reveal().hex()}
    context("node", collective, 1, 1)    {broken(root, 37)}
    node key(1)                          {keytree.node_key(BUNDLE.tree, COLLECTIVE, 1, 1).reveal().hex()}

`85` is a list of five: `69` text of nine bytes (`parasol/1`), `64` text of four (`node`), `5820` 32 bytes, `01`, `01`.

**An entry** (§5.2): the first of a board, a statement with a blob of {len(first.blob or b"")} zero bytes, written at {TIME}.

    header        {broken(first.header, 14)}
    entry hash    {first.hash(COLLECTIVE).hex()}
    signature     {broken(first.signature, 14)}
    by the gate   {signing.public_key(gates.moderator_gate(BUNDLE.gate, COLLECTIVE, 1)).hex()}

Its keys stand in the order of their encoded bytes, so shorter ones first: `seq`, `blob`, `kind`, `prev`, `time`, `epoch`, `shelf`, `urgent`.

**An invite** (§7.1).

    code          {code.reveal().hex()}
    shown as      {invites.show_code(code)}
    box id        {invite.box.hex()}
    box key       {invite.key.reveal().hex()}
    sign seed     {invite.sign.reveal().hex()}
    public key    {invite.public_key.hex()}

**A cover** (§3.2). Without removed leaves it is 1. With leaf {REMOVED} removed it has twenty nodes, the sister of each node on the way up:

    {broken_list(keytree.cover([REMOVED]))}

With leaves {FIRST} and {FIRST + 1}, sisters, removed it has nineteen, and ends with {keytree.cover([FIRST, FIRST + 1])[-1]}.

**Padding** (§1.8). CBOR `{{"alias": "fern"}}` has {len(plaintext)} bytes; as a note it is padded to {len(padded)}:

    {padded[: len(plaintext) + 1].hex()} and {len(padded) - len(plaintext) - 1} zero bytes
"""


def broken(data: bytes, indent: int) -> str:
    """Hex in lines of 32 bytes, the later ones indented to stand under the first."""
    return ("\n    " + " " * indent).join(data[at : at + 32].hex() for at in range(0, len(data), 32))


def broken_list(numbers: list[int]) -> str:
    """Numbers in lines of ten."""
    return "\n    ".join(" ".join(map(str, numbers[at : at + 10])) for at in range(0, len(numbers), 10))


def main() -> None:
    if sys.argv[1:] == ["example"]:
        sys.stdout.write(worked_example())
        return
    for topic in TOPICS:
        (HERE / f"{topic}.json").write_text(build(topic), "utf-8")


if __name__ == "__main__":
    main()
