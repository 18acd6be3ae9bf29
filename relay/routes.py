"""The relay's interface: every route there is, with its limits, its forms and who may use it (protocol §5.8)."""

from __future__ import annotations

from typing import Any, Final

from crypto import wire
from crypto.gates import TOKEN_PURPOSES
from crypto.shelves import BOX_BLOBS, MAIL_BLOBS, MAX_DESK_ITEM

from .openapi import ENTRY, JSON, Body, Route, answer, flag, many, number, octets, one_of, record

#: A page of the board, the log, the desk or mail.
PAGE_COUNT: Final = 1000
PAGE_BYTES: Final = 4 * 1024 * 1024

_MiB: Final = 1024 * 1024

_HEAD: Final = record("head", {"seq": number(), "hash": octets(32)}).schema
_HEAD_OR_NULL: Final[dict[str, Any]] = {"oneOf": [_HEAD, {"type": "null"}]}
_EMPTY: Final = answer()
_MAIL_ITEM: Final = record("mail item", {"tag": octets(32), "blob": octets(*MAIL_BLOBS)})
_BOX: Final = record("box", {"id": octets(32), "blob": octets(*BOX_BLOBS), "expires": number(), "burnable": flag()})
_SEQS: Final = Body("erasures", {"seqs": many(number(), 1, 1000)})
_CHAIN_CODES: Final = (
    "conflict", "healing", "old-epoch", "wrong-epoch", "wrong-time", "time-went-back", "bad-signature", "wrong-blob", "gap",
    "broken-chain", "wrong-shape",
)  # fmt: skip
_PAGE: Final = answer(entries=many(ENTRY, 0, PAGE_COUNT), head=_HEAD_OR_NULL, more=flag())
_DESK_PAGE: Final = answer(
    items=many(record("arrival", {"position": number(), "arrived": number(), "item": octets()}), 0, PAGE_COUNT), more=flag(), last=number()
)
_MAIL_PAGE: Final = answer(
    items=many(record("mail", {"position": number(), "tag": octets(32), "blob": octets()}), 0, PAGE_COUNT), more=flag(), last=number()
)
#: What an announcement shows of ping codes: hashes of those of the newest and of the one before it (protocol §12).
_PINGS: Final = record("pings", {"member": many(octets(32), 1, 2), "moderator": many(octets(32), 1, 2)})
_CHANNEL: Final = record(
    "channel",
    {
        "collective": octets(32),
        "head": number(),
        "epoch": number(),
        "desk": number("the last arrival"),
        "pings": _PINGS,
        "version": number(),
    },
)
_AFTER: Final = {"after": "the last position the caller has"}
_FROM: Final = {"from": "the first entry wanted"}

#: Every route there is, most used first: the router asks them in this order. `/v1/openapi.json` is made from it.
ROUTES: Final = (
    Route("POST", "/v1/c/{c}/mail", "post_mail", "Post mail", {200: _EMPTY}, ("healing",), ("mail",), limit=7 * _MiB,
          body=Body("mail", {"items": many(_MAIL_ITEM, 1, 100)})),
    Route("GET", "/v1/c/{c}/mail", "get_mail", "Mail that arrived after a position", {200: _MAIL_PAGE}, (), ("read",), _AFTER),
    Route("GET", "/v1/c/{c}/watch", "watch", "Wait until something is new", {200: answer(version=number()), 204: None}, (), ("read",),
          {"version": "the version the caller has seen"}),
    Route("GET", "/v1/c/{c}/board", "get_board", "Entries of the board", {200: _PAGE}, (), ("read", "board"), _FROM),
    Route("POST", "/v1/c/{c}/board", "post_board", "Append to the board", {200: answer(head=_HEAD)}, _CHAIN_CODES, ("board",),
          limit=2 * _MiB, body=Body("board", {"entries": many(ENTRY, 1, 2)})),
    Route("POST", "/v1/c/{c}/desk", "post_desk", "Post one desk item", {200: answer(id=octets(32))},
          ("retired-desk-key", "invite-used", "too-large", "healing"), ("desk",), limit=MAX_DESK_ITEM,
          raw_body={"type": "object", "title": "desk item", "description": "the encoded item itself, protocol §5.3"}),
    Route("GET", "/v1/c/{c}/desk", "get_desk", "Desk items that arrived after a position", {200: _DESK_PAGE}, (), ("inbox",), _AFTER),
    Route("GET", "/v1/c/{c}/log", "get_log", "Entries of the moderators' log", {200: _PAGE}, (), ("log",), _FROM),
    Route("POST", "/v1/c/{c}/log", "post_log", "Append to the moderators' log", {200: answer(head=_HEAD)}, _CHAIN_CODES, ("log",),
          limit=4 * _MiB, body=Body("log", {"entries": many(ENTRY, 1, 50)})),
    Route("POST", "/v1/c/{c}/challenge", "challenge", "Ask for a challenge", {200: answer(challenge=octets(32))}, limit=64,
          body=Body("challenge", {})),
    Route("POST", "/v1/c/{c}/token", "token", "Answer a challenge", {200: answer(token=octets(32), expires=number())},
          ("bad-challenge", "old-epoch", "bad-signature", "wrong-role"), limit=1024,
          body=Body("token", {"challenge": octets(32), "purpose": one_of(*TOKEN_PURPOSES), "role": one_of("member", "moderator"),
                              "epoch": number(), "signature": octets(64)})),
    Route("POST", "/v1/c/{c}/boxes", "post_boxes", "Write boxes", {200: _EMPTY}, ("box-exists", "wrong-role", "healing"), ("box",),
          limit=7 * _MiB, body=Body("boxes", {"boxes": many(_BOX, 1, 100), "replace": flag()})),
    Route("POST", "/v1/c/{c}/erasures", "post_erasures", "Ask to erase blobs in 72 hours", {200: answer(due=number())},
          ("cannot-erase", "healing"), ("erase",), limit=16384, body=_SEQS),
    Route("GET", "/v1/c/{c}/erasures", "get_erasures", "Erasures that are held back",
          {200: answer(erasures=many(record("erasure", {"seq": number(), "due": number()}), 0, wire.MAX_INTEGER))}, (), ("erase",)),
    Route("POST", "/v1/c/{c}/erasures/stop", "stop_erasures", "Stop erasures", {200: _EMPTY}, ("healing",), ("erase",), limit=16384,
          body=_SEQS),
    Route("POST", "/v1/c/{c}/heal", "heal", "Post again what a restored relay has lost (desk and mail with a `heal` token)",
          {200: answer(board=_HEAD, log=_HEAD_OR_NULL)}, ("not-healing", "conflict", "bad-token"), limit=8 * _MiB,
          body=Body("heal", {}, {"board": many(ENTRY, 0, PAGE_COUNT), "log": many(ENTRY, 0, PAGE_COUNT),
                                 "desk": many(octets(), 0, 100), "mail": many(_MAIL_ITEM, 0, 100)})),
    Route("POST", "/v1/c/{c}/whole", "whole", "Declare a healed relay whole", {200: _EMPTY}, ("not-healing", "wrong-role"), ("heal",),
          limit=64, body=Body("whole", {})),
    Route("GET", "/v1/c/{c}", "get_collective", "The newest announcement, and where the board stands",
          {200: answer(announcement=ENTRY, head=_HEAD, healing=flag(), time=number(), version=number())}, ("unknown-collective",)),
    Route("POST", "/v1/collectives", "found", "Found a collective", {201: answer(head=_HEAD), 200: answer(head=_HEAD)},
          ("bad-founding-code", "exists", *_CHAIN_CODES[2:]), limit=2 * _MiB,
          body=Body("founding", {"collective": octets(32), "code": octets(16), "entries": many(ENTRY, 2, 2)})),
    Route("GET", "/v1/boxes/{id}", "get_box", "A box, by whoever can name it", {200: answer(blob=octets(*BOX_BLOBS), expires=number())},
          ("no-such-box",)),
    Route("GET", "/v1/c/{c}/boxes/{id}", "get_box_of", "A box of this collective, by whoever can name it",
          {200: answer(blob=octets(*BOX_BLOBS), expires=number())}, ("unknown-collective", "no-such-box")),
    Route("DELETE", "/v1/boxes/{id}", "burn_box", "Erase a burnable box, by whoever can name it", {200: _EMPTY},
          ("no-such-box", "not-burnable")),
    Route("GET", "/v1/channels", "list_channels", "What there is to ping for: every collective, where its shelves stand, which codes count",
          {200: answer(channels=many(_CHANNEL, 0, wire.MAX_INTEGER), version=number())}, ("bad-token",), operator=True),
    Route("GET", "/v1/channels/watch", "watch_channels", "Wait until something is new in any collective",
          {200: answer(version=number()), 204: None}, ("bad-token",), query={"version": "the version the caller has seen"}, operator=True),
    Route("GET", "/v1/channels/{c}/headers", "get_headers", "Entries of the board without what is in them, as stubs",
          {200: _PAGE}, ("bad-token", "unknown-collective"), query=_FROM, operator=True),
    Route("GET", "/v1/openapi.json", "openapi", "This document", {200: {"type": "object"}}, content=JSON),
    Route("GET", "/health", "health", "Whether the relay is up", {200: answer(status=one_of("ok"))}, content=JSON),
)  # fmt: skip
