"""JSON Schema of issue.yaml: what VS Code and its like complete and check while one types."""

from typing import Any

from layout.issue.model import Issue


def issue_schema() -> dict[str, object]:
    """The schema (draft 2020-12) of issue.yaml, described in Chinese for those who type it.

    It is what the model takes, and ``story:`` as another way to write ``stories:``,
    of which a schema made from the model alone would know nothing.
    """
    schema = _without_class_names(Issue.model_json_schema())
    parts = schema["$defs"]
    for part in parts.values():
        del part["description"]
    page = parts["Page"]
    story = page["properties"]["stories"]["items"]
    page["properties"]["story"] = {"description": "稿件 story：只有一篇时用", **story}
    page["required"].remove("stories")
    page["oneOf"] = [{"required": ["stories"]}, {"required": ["story"]}]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "issue.yaml",
        **schema,
        "description": "一期报纸",
    }


def _without_class_names(part: Any) -> Any:  # noqa: ANN401 - JSON
    """*part* without the titles made of Python's names; a property called title is a mapping."""
    if isinstance(part, dict):
        kept = {key: value for key, value in part.items() if not _is_class_name(key, value)}
        return {key: _without_class_names(value) for key, value in kept.items()}
    if isinstance(part, list):
        return [_without_class_names(entry) for entry in part]
    return part


def _is_class_name(key: str, value: object) -> bool:
    return key == "title" and isinstance(value, str)
