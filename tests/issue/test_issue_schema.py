"""The JSON Schema that editors show follows the model."""

import json
from pathlib import Path

from layout.issue.model import Issue
from layout.issue.schema import issue_schema

COMMITTED = Path(__file__).parents[2] / "issues" / "issue.schema.json"


def test_the_committed_schema_is_current() -> None:
    expected = json.loads(json.dumps(issue_schema()))
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == expected


def test_every_key_is_there_and_described_in_chinese() -> None:
    schema = json.loads(json.dumps(issue_schema()))
    assert set(schema["properties"]) == set(Issue.model_fields)
    parts = [schema, *schema["$defs"].values()]
    for part in parts:
        assert part["additionalProperties"] is False
        for name, field in part["properties"].items():
            description = field.get("description", "")
            assert any("一" <= char <= "龥" for char in description), name


def test_only_what_the_contract_needs_is_required() -> None:
    schema = json.loads(json.dumps(issue_schema()))
    assert set(schema["required"]) == {"publication", "date", "pages"}
    page = schema["$defs"]["Page"]
    assert page["required"] == ["template"]
    assert page["oneOf"] == [{"required": ["stories"]}, {"required": ["story"]}]
    assert set(schema["$defs"]["Story"]["required"]) == {"headline", "body"}


def test_a_headline_may_be_text_or_list() -> None:
    schema = json.loads(json.dumps(issue_schema()))
    kinds = schema["$defs"]["Story"]["properties"]["headline"]["anyOf"]
    assert [kind["type"] for kind in kinds] == ["string", "array"]
