"""What there is to choose from: the templates and the faces that come with the engine."""

from dataclasses import dataclass

from layout.diagnostics import Diagnostics
from layout.issue.yaml_source import load_model
from layout.page.load import template_names
from layout.page.template import Template
from layout.resources import TEMPLATES


@dataclass(frozen=True, slots=True)
class TemplateSummary:
    """A template in one line."""

    name: str
    """What issue.yaml calls it by."""
    title: str
    takes: str
    """What content it is made for, in words."""


def template_summaries() -> list[TemplateSummary]:
    """Every template that comes with the engine."""
    found = []
    for name in template_names():
        template, _ = load_model(TEMPLATES / f"{name}.yaml", Template, Diagnostics())
        if template is not None:
            found.append(TemplateSummary(name, template.title, _takes(template)))
    return found


def _takes(template: Template) -> str:
    takes = template.takes
    words = f"{takes.characters[0]}–{takes.characters[1]} 字"
    pictures = f"图 {takes.pictures[0]}–{takes.pictures[1]} 幅"
    return f"{takes.stories} 篇，{words}，{pictures}"
