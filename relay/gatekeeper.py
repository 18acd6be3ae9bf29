"""Challenges and tokens: the relay learns that somebody belongs, never who (protocol §4.2).

Both live in memory only and die with the process. A challenge costs no memory until it is answered rightly: it carries its time
and a MAC under a key that this process drew, so that nobody without a gate can fill anything. What is kept has a bound; beyond
it the oldest goes first, so that a flood of tokens by one member turns nobody away who uses hers at once.
"""

from __future__ import annotations

import contextlib
import hmac
import os
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crypto import gates
from crypto.errors import BadSignature, ParasolError
from storage.base import Collective

from .problems import Problem

CHALLENGE_SECONDS: Final = 120
TOKEN_SECONDS: Final = 900
MAX_TOKENS: Final = 100_000
#: Tokens of these purposes are used up by one post; a ``box`` token only if it is a member's.
_USED_ONCE: Final = ("desk", "box")


_BAD_TOKEN: Final = "the token is missing, unknown, used up or over, or not for this"


@dataclass(frozen=True, slots=True)
class Token:
    """What a token may do: one purpose, in one collective, while its epoch lasts."""

    collective: bytes
    purpose: str
    role: str
    epoch: int
    expires: int

    @property
    def used_once(self) -> bool:
        return self.role == "member" and self.purpose in _USED_ONCE


class Gatekeeper:
    """The challenges and tokens of one relay process."""

    def __init__(self, *, most: int = MAX_TOKENS) -> None:
        self._key = os.urandom(32)
        self._most = most
        self._tokens: OrderedDict[bytes, Token] = OrderedDict()
        self._answered: OrderedDict[bytes, int] = OrderedDict()

    def challenge(self, collective: bytes, now: int) -> bytes:
        """32 bytes that nobody can foresee or forge, good for one answer within 120 seconds."""
        seed = now.to_bytes(8) + os.urandom(8)
        return seed + self._mac(collective, seed)

    def _mac(self, collective: bytes, seed: bytes) -> bytes:
        return hmac.digest(self._key, collective + seed, "sha256")[:16]

    def admit(
        self, collective: Collective, challenge: bytes, purpose: str, role: str, epoch: int, signature: bytes, now: int
    ) -> tuple[bytes, int]:
        """A new token and when it expires, for the right answer to a fresh challenge.

        Raises:
            Problem: bad-challenge, wrong-role, old-epoch, bad-signature; all 403.
        """
        age = now - int.from_bytes(challenge[:8])
        if not 0 <= age < CHALLENGE_SECONDS or challenge in self._answered:
            raise Problem(403, "bad-challenge", "the challenge is unknown, too old, or has been answered")
        if not hmac.compare_digest(challenge[16:], self._mac(collective.id, challenge[:16])):
            raise Problem(403, "bad-challenge", "the challenge is unknown, too old, or has been answered")
        if role not in gates.TOKEN_PURPOSES[purpose]:
            raise Problem(403, "wrong-role", "this role does not get tokens of this purpose")
        shown = collective.newest
        if epoch != shown.number:
            raise Problem(403, "old-epoch", "tokens are given for the newest epoch")
        as_role: gates.Role = "member" if role == "member" else "moderator"
        gate = shown.member_gate if as_role == "member" else shown.moderator_gate
        try:
            gates.check_answer(gate, signature, collective.id, purpose, as_role, epoch, challenge)
        except BadSignature:
            raise Problem(403, "bad-signature", "the answer is not by this epoch's gate") from None
        self._answered[challenge] = now + CHALLENGE_SECONDS
        _make_room(self._answered, now, self._most)
        token = os.urandom(32)
        kept = Token(collective.id, purpose, role, epoch, now + TOKEN_SECONDS)
        self._tokens[token] = kept
        while len(self._tokens) > self._most or next(iter(self._tokens.values())).expires <= now:
            self._tokens.popitem(last=False)
        return token, kept.expires

    def judge(self, token: bytes, collective: Collective, purposes: tuple[str, ...], now: int) -> Token:
        """The token, if it may do one of these things here and now.

        Raises:
            Problem: 401 bad-token.
        """
        known = self._tokens.get(token)
        if (
            known is None
            or known.purpose not in purposes
            or known.collective != collective.id
            or known.expires <= now
            or known.epoch != collective.newest.number
        ):
            raise Problem(401, "bad-token", _BAD_TOKEN)
        return known

    @contextlib.contextmanager
    def one_post(self, token: bytes, known: Token) -> Iterator[None]:
        """Takes a token that serves one post out of use while that post is under way, so that two cannot share it, and gives it back
        if the post is refused. Other tokens are left alone.

        Raises:
            Problem: 401 bad-token; another post has it.
        """
        if not known.used_once:
            yield
            return
        if self._tokens.pop(token, None) is None:
            raise Problem(401, "bad-token", _BAD_TOKEN)
        try:
            yield
        except ParasolError:
            # Only a refusal proves that nothing was kept; a caller who hung up may have posted. What is given back goes first when
            # room is needed: a bound stays a bound.
            self._tokens[token] = known
            self._tokens.move_to_end(token, last=False)
            raise


def _make_room(answered: OrderedDict[bytes, int], now: int, most: int) -> None:
    while len(answered) > most or next(iter(answered.values())) <= now:
        answered.popitem(last=False)
