"""The command ``banxin``: a thin face of :mod:`layout.pipeline`.

A command imports what it needs when it runs, so that --help and wrong usage are
answered at once.
"""

import io
import json
import os
import sys
import traceback
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from layout.cli_parser import language, parser
from layout.cli_text import Words
from layout.diagnostics import Diagnostics

if TYPE_CHECKING:
    from layout.cli_run import Result, Work

GOOD, FAULTY, INTERRUPTED = 0, 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv* and return the exit status.

    Raises:
        SystemExit: help was asked for (0), or the usage is wrong (2).

    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console without Chinese
    words = Words(language(arguments))
    options = parser(words).parse_args(arguments)
    try:
        status = COMMANDS[options.command](options, words)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTY
    except KeyboardInterrupt:
        print(words("interrupted"), file=sys.stderr)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user unasked
        if options.debug:
            traceback.print_exc()
        print(words("unforeseen", name="banxin", kind=type(error).__name__), file=sys.stderr)
        return FAULTY
    return status


def build(options: Namespace, words: Words) -> int:
    """``banxin build``: PDF, proofs and report of every issue named."""
    from layout import pipeline

    names = Counter(_folder(target).resolve().name for target in set(options.targets))
    slug, count = names.most_common(1)[0]
    if count > 1:
        options.parser.error(words("same-name", slug=slug))
    work = partial(
        pipeline.build,
        out=options.out,
        dpi=options.dpi,
        page=options.page,
        as_draft=options.draft,
        lang=options.lang,
    )
    status = _work_through(work, options, words)
    if status == FAULTY and not options.json:
        print(words("no-pdf"), file=sys.stderr)
    return status


def check(options: Namespace, words: Words) -> int:
    """``banxin check``: everything there is to say, nothing written."""
    from layout import pipeline

    return _work_through(partial(pipeline.check, lang=options.lang), options, words)


def proof(options: Namespace, words: Words) -> int:
    """``banxin proof``: proofs only."""
    from layout import pipeline

    wanted = pipeline.Proofing(
        dpi=options.dpi,
        page=options.page,
        overlay=options.overlay,
        soft=options.soft,
        plate=options.plate,
        compare=options.compare,
        frame=options.frame,
    )
    work = partial(pipeline.proof, out=options.out, wanted=wanted, lang=options.lang)
    return _work_through(work, options, words)


def import_(options: Namespace, words: Words) -> int:
    """``banxin import``: a foreign file as an issue's folder, its doubts listed."""
    from layout.cli_show import has_colours, told
    from layout.intake.load import Wishes, import_file

    _refuse_unknown_names(options, words)
    found = Diagnostics()
    wishes = Wishes(options.date, _today(), options.template, options.publication, options.lang)
    is_done = import_file(options.file, options.out, wishes, found)
    _complain(told(found, options.file, words, colours=has_colours(sys.stderr)))
    if is_done:
        print(words("imported", folder=options.out, count=len(found)))
    return GOOD if is_done else FAULTY


def new(options: Namespace, words: Words) -> int:
    """``banxin new``: a folder that builds as it stands."""
    from layout.cli_show import has_colours, told
    from layout.intake.shelf import templates_taking
    from layout.page.load import publication_names
    from layout.scaffold import Plan, new_issue

    _refuse_unknown_names(options, words)
    found, shelf = Diagnostics(), templates_taking()
    template = options.template or next(iter(shelf))
    publication = options.publication or publication_names()[0]
    plan = Plan(publication, template, shelf[template], options.date or _today())
    is_done = new_issue(options.out, plan, found)
    _complain(told(found, options.out, words, colours=has_colours(sys.stderr)))
    if is_done:
        print(words("made", folder=options.out))
    return GOOD if is_done else FAULTY


def templates(_options: Namespace, words: Words) -> int:
    """``banxin templates``: what pages can be made from."""
    from layout import pipeline
    from layout.cli_show import table

    rows = [(found.name, found.title, found.takes) for found in pipeline.templates()]
    print(table([words.heads("template", "title", "takes"), *rows]))
    return GOOD


def fonts(options: Namespace, words: Words) -> int:
    """``banxin fonts``: the faces, and which characters of a text they lack."""
    from layout import pipeline
    from layout.cli_fonts import body_faces, text_of
    from layout.cli_show import has_colours, table, told

    target, found = options.text, Diagnostics()
    text, publications = ("", []) if target is None else text_of(target, found)
    bodies = body_faces(publications, found)
    if target is not None:
        _complain(told(found, target, words, colours=has_colours(sys.stderr)))
    if text is None:
        return FAULTY
    faces = pipeline.coverage(text)
    rows = [
        [face.key, face.style, f"{face.characters}", f"{face.han}", face.licence, face.file]
        for face in faces
    ]
    print(table([words.heads("face", "style", "characters", "han", "licence", "file"), *rows]))
    if not text:
        return GOOD
    for face in faces:
        key = "face-lacks" if face.missing else "face-complete"
        print(words(key, face=face.key, count=len(face.missing), missing=face.missing))
    lacking = [face.key for face in faces if face.missing and face.key in bodies]
    _complain([words("body-face-lacks", face=key) for key in lacking])
    return FAULTY if lacking else GOOD


def schema(_options: Namespace, _words: Words) -> int:
    """``banxin schema``: what an editor such as VS Code completes issue.yaml by."""
    from layout.issue.schema import issue_schema

    print(_json(issue_schema()))
    return GOOD


COMMANDS: dict[str, Callable[[Namespace, Words], int]] = {
    "build": build,
    "check": check,
    "proof": proof,
    "import": import_,
    "new": new,
    "templates": templates,
    "fonts": fonts,
    "schema": schema,
}


def _work_through(work: "Work", options: Namespace, words: Words) -> int:
    """Do *work* on every issue named; tell what was found and what was done."""
    from layout.cli_run import perform_all
    from layout.cli_show import Progress

    targets = list(dict.fromkeys(options.targets))
    progress = Progress(len(targets), sys.stderr, words)
    results = perform_all(work, targets, options.jobs, progress.advance)
    progress.clear()
    _tell(results, options, words)
    return GOOD if all(result.ok for result in results) else FAULTY


def _tell(results: "list[Result]", options: Namespace, words: Words) -> None:
    """Findings go to the standard error output, what was done to the standard output."""
    from layout.cli_run import Fault
    from layout.cli_show import findings, has_colours, overview, report, summary

    colours = has_colours(sys.stderr)
    for result in results:
        if options.debug and isinstance(result.end, Fault):
            sys.stderr.write(result.end.details)
        if not options.json:
            _complain(findings(result, words, colours=colours))
    if options.json:
        reports = [report(result, words) for result in results]
        print(_json(reports if len(reports) > 1 else reports[0]))
    elif len(results) > 1:
        print(overview(results, words))
    elif not isinstance(results[0].end, Fault):  # of which everything has been said
        print(summary(results[0].end, results[0].seconds, words))


def _refuse_unknown_names(options: Namespace, words: Words) -> None:
    """A template or publication that there is none of is wrong usage."""
    from layout.page.load import publication_names, template_names

    for typed, known in (
        (options.template, template_names()),
        (options.publication, publication_names()),
    ):
        if typed and typed not in known:
            options.parser.error(words("name-unknown", found=typed, known="、".join(known)))


def _today() -> date:
    """The day on this desk's calendar: only a new issue asks for it, no page is set by it."""
    return datetime.now().astimezone().date()


def _complain(lines: list[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _folder(target: Path) -> Path:
    """The issue's folder, whether it or its issue.yaml was named."""
    return target.parent if target.is_file() else target
