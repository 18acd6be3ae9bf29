"""Cases at a :class:`tests.partners.world.World`'s desk: dina reports, ana drafts, bea approves and publishes."""

from __future__ import annotations

from typing import Any

from alerts import casework
from alerts.alert import draft_from_report, validate_alert
from tests.partners.world import World, run


def content_for(world: World, report: bytes, text: str) -> dict[str, Any]:
    ana = world.mod("ana")
    charter = ana.board.charter
    told: dict[str, Any] = {"policy": charter.policy, "topics": charter.topics, "now": world.relay.now, "collective": world.collective}
    return validate_alert(draft_from_report(casework.find_case(ana, report).report.fields, **told) | {"text": text}, **told)


def case(world: World, report: bytes, by: str) -> casework.Case:
    return casework.find_case(world.mod(by), report)


def drafted(world: World) -> tuple[bytes, bytes]:
    """A report whose draft ana wrote and bea has read: the report, and the hash of the body bea was shown."""
    report = world.report("dina")
    world.sync()
    now = world.relay.now
    run(world["ana"].do(lambda: casework.claim(world.mod("ana"), case(world, report, "ana"))))
    content = content_for(world, report, "what ana wrote")
    run(world["ana"].do(lambda: casework.draft(world.mod("ana"), case(world, report, "ana"), content, now)))
    world.sync()
    draft = case(world, report, "bea").draft
    assert draft is not None
    return report, draft.body.hash


def approves(world: World, report: bytes, shown: bytes, by: str) -> None:
    run(world[by].do(lambda: casework.approve(world.mod(by), case(world, report, by), world.relay.now, shown=shown)))


def published(world: World) -> tuple[bytes, bytes]:
    """An alert that stands: the report, and the alert."""
    report, shown = drafted(world)
    approves(world, report, shown, "ana")
    world.sync("bea")
    approves(world, report, shown, "bea")
    body = run(world["bea"].publish_case(report, shown=shown))
    world.sync()
    return report, body.object
