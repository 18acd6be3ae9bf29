"""The receipt of a report: what stays with the person who wrote it (protocol §8.2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Final

from crypto import wire
from crypto.errors import NotAllowed
from crypto.secrets import AnswerKey, SigningSeed, TagKey

#: *Two have it* is all a reporter needs to know; a third acknowledgement would cost every member's data for nothing.
ENOUGH_HAVE_IT: Final = 2

#: What her own word brings about at the desk (the table of :mod:`alerts.desk`, where something waited for it): no letter tells her so,
#: and who has answered must not be asked again.
AFTER_HER_WORD: Final[dict[tuple[str, str], str]] = {
    ("needs-info", "answer"): "answered",
    ("needs-info", "correct"): "answered",
    ("shown", "answer"): "answered",
    ("shown", "correct"): "answered",
    ("shown", "agree"): "agreed",
    ("held", "release"): "approved",
}


@dataclass(slots=True)
class Receipt:
    """Nothing but this can follow the report up or read its mail. Forgetting a report erases it."""

    id: bytes
    answer: AnswerKey
    tag: TagKey
    follow: SigningSeed
    kinds: list[str] = field(repr=False)
    sent: int
    counter: int = 0
    status: str = "sent"
    #: The report itself, encoded, and as it was last sealed: kept only until enough people have it (protocol §8.4).
    unsent: bytes | None = field(default=None, repr=False)
    sealed: bytes | None = field(default=None, repr=False)
    #: When the relay first took it, in Unix seconds; ``None`` while it is on this device only.
    sent_at: int | None = None
    #: The people who have it. Counted, never shown by name.
    acknowledged: list[bytes] = field(default_factory=list)
    #: Questions, news and previews, oldest first, as :mod:`alerts.mail` bodies.
    messages: list[dict[str, Any]] = field(default_factory=list, repr=False)
    #: Tags of the mail that was read: a relay that shows a letter twice changes nothing.
    read: list[bytes] = field(default_factory=list)
    #: How often the relay has taken it, and when it did last (:mod:`alerts.outgoing`).
    posts: int = 0
    taken: int = 0
    #: The public text that this device showed her last, by its hash: what she can agree to without reading it again.
    looked: bytes | None = field(default=None, repr=False)
    #: What she wrote in follow-ups, oldest first: ``{"time", "text", "question"}``.
    told: list[dict[str, Any]] = field(default_factory=list, repr=False)

    def content(self) -> dict[str, Any]:
        """The report's item, to be sealed again.

        Raises:
            NotAllowed: it was acknowledged, and is not kept any more.
        """
        if self.unsent is None:
            raise NotAllowed("this report has arrived; its text is not kept on this device any more")
        value: dict[str, Any] = wire.decode(self.unsent)
        return value

    @property
    def waits(self) -> bool:
        """Whether nobody has said yet that she has it."""
        return self.unsent is not None and not self.acknowledged

    def settle(self, people: Collection[bytes]) -> None:
        """Drops the report's text once two of ``people``, who moderate now, have it; the one, where there is one.

        One alone could say that she has it, and lose it.
        """
        if len({*self.acknowledged} & {*people}) >= min(ENOUGH_HAVE_IT, len(people)):
            self.unsent = self.sealed = None

    def take(self, person: bytes, body: dict[str, Any], tag: bytes, now: int) -> None:
        """A letter from one of the moderators; whoever writes one has the report.

        Args:
            now: a letter that claims to be of a later time counts as of this one: none can outlast those after it.
        """
        if tag in self.read:
            return
        self.read.append(tag)
        body = body | {"time": min(body["time"], now)}
        if person not in self.acknowledged:
            self.acknowledged.append(person)
        if body["kind"] == "received":
            if self.status == "sent":
                self.status = "received"
            return
        # Letters can overtake one another: the newest says how things stand.
        newest = all(body["time"] >= message["time"] for message in self.messages)
        if body["status"] is not None and self.status != "withdrawn" and newest:
            self.status = body["status"]
        self.messages = sorted([*self.messages, body], key=lambda message: int(message["time"]))

    def tell(self, kind: str, text: str = "", question: int | None = None, now: int = 0) -> None:
        """Her own follow-up of this kind: what waited for it waits no more, and nothing moves one that she withdrew.

        Args:
            now: as this device's clock says. What she wrote counts as of no earlier time than what she had read: moderators' clocks may
                be ahead, and an answer stands after its question.
        """
        if text:
            read = [int(message["time"]) for message in self.messages]
            self.told.append({"time": max(now, self.sent, *read), "text": text, "question": question})
        self.status = "withdrawn" if kind == "withdraw" else AFTER_HER_WORD.get((self.status, kind), self.status)

    @property
    def open_question(self) -> int | None:
        """The number of the newest question that waits for an answer."""
        asked = [m["question"] for m in self.messages if m["kind"] == "question"]
        return asked[-1] if asked and self.status == "needs-info" else None

    @property
    def preview(self) -> dict[str, Any] | None:
        """The newest public text that moderators showed her; ``None`` if they have shown none."""
        shown: list[dict[str, Any]] = [m["preview"] for m in self.messages if m["preview"] is not None]
        return shown[-1] if shown else None

    def state(self) -> dict[str, Any]:
        """As a value for :func:`crypto.wire.encode`."""
        return {
            "id": self.id,
            "answer": self.answer.reveal(),
            "tag": self.tag.reveal(),
            "follow": self.follow.reveal(),
            "kinds": self.kinds,
            "sent": self.sent,
            "counter": self.counter,
            "status": self.status,
            "unsent": self.unsent,
            "sealed": self.sealed,
            "sent_at": self.sent_at,
            "acknowledged": self.acknowledged,
            "messages": self.messages,
            "read": self.read,
            "posts": self.posts,
            "taken": self.taken,
            "looked": self.looked,
            "told": self.told,
        }

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Receipt:
        secrets = {"answer": AnswerKey(state["answer"]), "tag": TagKey(state["tag"]), "follow": SigningSeed(state["follow"])}
        return cls(**(state | secrets))
