"""What a new issue may be made for: the publications and the templates there are."""

from layout.diagnostics import Diagnostics
from layout.intake.recognised import Paper
from layout.issue.yaml_source import load_model
from layout.page.load import PUBLICATION_FILE, publication_names, template_names
from layout.page.publication import Publication
from layout.page.template import Takes, Template
from layout.resources import ASSETS, TEMPLATES


def papers() -> list[Paper]:
    """Every publication by what its nameplate says."""
    found = []
    for name in publication_names():
        path = ASSETS / "publications" / name / PUBLICATION_FILE
        publication, _ = load_model(path, Publication, Diagnostics())
        if publication is not None:
            found.append(Paper(name, publication.name, publication.pinyin))
    return found


def templates_taking() -> dict[str, Takes]:
    """Every template with the content it is made for."""
    found = {}
    for name in template_names():
        template, _ = load_model(TEMPLATES / f"{name}.yaml", Template, Diagnostics())
        if template is not None:
            found[name] = template.takes
    return found
