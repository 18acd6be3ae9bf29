"""The document at /v1/openapi.json describes exactly the routes there are."""

from __future__ import annotations

import json
import re
from typing import Any

from relay.openapi import document
from relay.routes import ROUTES
from server import create_app


async def test_each_route_is_in_the_document_and_nothing_else(relay: Any) -> None:
    answer = await relay.call("GET", "/v1/openapi.json")
    described = {(method.upper(), path) for path, item in json.loads(answer.raw)["paths"].items() for method in item}
    app = create_app(relay.store, clock=relay.clock)
    served = {(r.method, r.resource.canonical) for r in app.router.routes() if r.resource is not None and r.method not in ("HEAD", "*")}
    assert described == served == {(route.method, route.path) for route in ROUTES}


def test_the_document_is_well_formed() -> None:
    """What OpenAPI 3.1 demands of the objects used here: names, references that lead somewhere, parameters that stand in the path."""
    doc = document(ROUTES)
    assert re.fullmatch(r"3\.1\.\d+", doc["openapi"]) and {"title", "version"} <= doc["info"].keys()
    operations = [(path, method, op) for path, item in doc["paths"].items() for method, op in item.items()]
    names = [op["operationId"] for _, _, op in operations]
    assert len(set(names)) == len(names)
    for path, method, op in operations:
        assert method in {"get", "post", "delete"} and op["summary"] and op["responses"]
        in_path = {p["name"] for p in op["parameters"] if p["in"] == "path"}
        assert in_path == set(re.findall(r"{(\w+)}", path)) and all(p["required"] for p in op["parameters"] if p["in"] == "path")
        assert all(re.fullmatch(r"[1-5]\d\d|default", status) and answer.get("description", answer.get("$ref"))
                   for status, answer in op["responses"].items())  # fmt: skip
        assert ("requestBody" in op) == (method == "post")
        for requirement in op.get("security", []):
            assert requirement.keys() <= doc["components"]["securitySchemes"].keys()
    check_schemas(doc, doc)


def check_schemas(node: Any, doc: dict[str, Any]) -> None:
    if isinstance(node, list):
        for one in node:
            check_schemas(one, doc)
    elif isinstance(node, dict):
        if "$ref" in node:
            target: Any = doc
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
        if isinstance(node.get("type"), str):
            assert node["type"] in {"object", "array", "string", "integer", "boolean", "null", "http"}
        if node.get("type") == "object" and "required" in node:
            assert set(node["required"]) <= node["properties"].keys()
        for one in node.values():
            check_schemas(one, doc)
