"""The relay's routes as data, and the OpenAPI 3.1 document made from them (protocol §5.8).

A body's fields carry their check and their description side by side: what is documented is what is enforced.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from crypto import wire
from crypto.context import VERSION

CBOR: Final = "application/cbor"
PROBLEM: Final = "application/problem+json"
JSON: Final = "application/json"

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a body: how it is checked, and how it is described."""

    check: wire.Check
    schema: Schema


def octets(*sizes: int) -> Field:
    """A byte string of one of these lengths; of any if none is given."""
    words = " or ".join(f"{size:,}" for size in sizes)
    return Field(wire.is_bytes(*sizes), {"type": "string", "format": "binary", **({"description": f"{words} bytes"} if sizes else {})})


def number(description: str = "") -> Field:
    schema: Schema = {"type": "integer", "minimum": 0, "maximum": wire.MAX_INTEGER}
    return Field(wire.is_uint, {**schema, "description": description} if description else schema)


def one_of(*allowed: str) -> Field:
    return Field(wire.is_one_of(*allowed), {"type": "string", "enum": list(allowed)})


def flag() -> Field:
    return Field(wire.is_bool, {"type": "boolean"})


def many(item: Field, low: int, high: int) -> Field:
    schema: Schema = {"type": "array", "items": item.schema, "minItems": low, "maxItems": high}
    return Field(wire.is_list_of(item.check, low, high), schema)


def record(name: str, fields: Mapping[str, Field]) -> Field:
    """A map; a fault is named by :func:`Body.read` of the body it stands in."""
    inside = {key: one.check for key, one in fields.items()}

    def check(value: Any) -> bool:
        return type(value) is dict and value.keys() == inside.keys() and all(inside[key](value[key]) for key in inside)

    return Field(check, _object(fields, fields.keys(), title=name))


#: Entries are checked by crypto.chain, which says more precisely what is wrong; here only that they are maps.
ENTRY: Final = Field(
    wire.is_map,
    {
        "type": "object",
        "title": "entry",
        "properties": {
            "header": octets().schema,
            "signature": octets(64).schema,
            "blob": {"type": ["string", "null"], "format": "binary", "description": "null in a stub"},
        },
        "required": ["header", "signature", "blob"],
        "additionalProperties": False,
    },
)


class Body:
    """The fields of a CBOR body."""

    def __init__(self, what: str, fields: Mapping[str, Field], optional: Mapping[str, Field] | None = None) -> None:
        self.what, self.fields, self.optional = what, fields, optional or {}
        self._checks = {name: one.check for name, one in fields.items()}
        self._optional_checks = {name: one.check for name, one in self.optional.items()}

    def read(self, data: bytes) -> dict[str, Any]:
        """The body, decoded and checked.

        Raises:
            NotDeterministic, WrongShape: it is malformed.
        """
        return wire.shaped(wire.decode(data), self.what, self._checks, self._optional_checks)

    @property
    def schema(self) -> Schema:
        return _object({**self.fields, **self.optional}, self.fields.keys())


@dataclass(frozen=True, slots=True)
class Route:
    """One operation. ``limit`` is the most bytes of its body; ``tokens`` the purposes of which one is needed."""

    method: str
    path: str
    name: str
    summary: str
    answers: Mapping[int, Schema | None]
    codes: Sequence[str] = ()
    tokens: tuple[str, ...] = ()
    query: Mapping[str, str] = field(default_factory=dict)
    limit: int = 0
    body: Body | None = None
    #: The body is one thing of its own and not a map of fields.
    raw_body: Schema | None = None
    content: str = CBOR
    #: For the operator's bot alone, which shows the operator's secret.
    operator: bool = False


def _object(fields: Mapping[str, Field], required: Any, **more: Any) -> Schema:
    return {
        "type": "object",
        **more,
        "properties": {name: one.schema for name, one in fields.items()},
        "required": list(required),
        "additionalProperties": False,
    }


def answer(**fields: Schema | Field) -> Schema:
    """The schema of an answer's map."""
    plain = {name: one.schema if isinstance(one, Field) else one for name, one in fields.items()}
    return {"type": "object", "properties": plain, "required": list(plain)}


def document(routes: Sequence[Route]) -> dict[str, Any]:
    """The OpenAPI 3.1 document of these routes."""
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Parasol relay",
            "version": str(VERSION),
            "description": "Bodies are deterministic CBOR (protocol §1.2), shown here in the terms of JSON: binary strings are byte strings. "
            "Collective and box ids in paths are base64url without padding. The protocol says what everything means.",
        },
        "paths": paths,
        "components": {
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "base64url without padding; protocol §4.2"},
                "operator": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "what stands in operator.secret in the relay's data folder",
                },
            },
            "responses": {
                "Problem": {
                    "description": "No, and why (RFC 9457); `code` is stable",
                    "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
                }
            },
            "schemas": {
                "Problem": {
                    "type": "object",
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "code": {"type": "string"},
                        "detail": {"type": "string"},
                        "head": {"type": ["object", "null"], "description": "with `conflict`: where the chain stands"},
                        "time": {"type": "integer", "description": "with `wrong-time`: the relay's clock"},
                    },
                    "required": ["type", "title", "status", "code", "detail"],
                }
            },
        },
    }


def _operation(route: Route) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {"name": part[1:-1], "in": "path", "required": True, "schema": {"type": "string", "minLength": 43, "maxLength": 43}}
        for part in route.path.split("/")
        if part.startswith("{")
    ]
    parameters += [
        {"name": name, "in": "query", "description": text, "schema": number().schema | {"default": 0}} for name, text in route.query.items()
    ]
    responses: dict[str, Any] = {"default": {"$ref": "#/components/responses/Problem"}}
    for status, schema in route.answers.items():
        responses[str(status)] = {"description": "Yes" if schema is not None else "Nothing new"}
        if schema is not None:
            responses[str(status)]["content"] = {route.content: {"schema": schema}}
    operation: dict[str, Any] = {"operationId": route.name, "summary": route.summary, "parameters": parameters, "responses": responses}
    if route.codes:
        operation["description"] = "May be refused with: " + ", ".join(f"`{code}`" for code in route.codes) + "."
    if route.tokens:
        operation["security"] = [{"token": []}]
        operation["x-token-purposes"] = list(route.tokens)
    if route.operator:
        operation["security"] = [{"operator": []}]
    schema = route.body.schema if route.body is not None else route.raw_body
    if schema is not None:
        operation["requestBody"] = {"required": True, "content": {CBOR: {"schema": schema}}}
    return operation
