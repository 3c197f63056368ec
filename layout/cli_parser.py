"""The command line: what may be typed, and what is said when something else is."""

import argparse
import os
import sys
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from layout import __version__
from layout.cli_text import Words, usage_fault
from layout.diagnostics import Language

if TYPE_CHECKING:  # not a class at run time that takes a parameter
    Commands = argparse._SubParsersAction["Parser"]  # noqa: SLF001

WRONG_USAGE = 2
LEAST_DPI, MOST_DPI = 10, 1200
"""A stamp to look at, and as fine as the plate; beyond it memory would run out."""
OVERLAYS = ("grid", "frames", "lines")
PLATES = ("C", "M", "Y", "K")


def language(arguments: list[str]) -> Language:
    """The language asked for, found before anything is parsed: faults are told in it too."""
    is_english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    return "en" if is_english else "zh"


class Parser(argparse.ArgumentParser):
    """A parser that explains wrong usage in the reader's language."""

    words: Words

    def format_usage(self) -> str:
        """How it is meant, in a line or two."""
        return self._translated(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        return self._translated(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say how it is meant and what is wrong; leave with status 2."""
        self.print_usage(sys.stderr)
        reason = usage_fault(message, self.words.lang)
        self.exit(WRONG_USAGE, self.words("wrong-usage", reason=reason) + "\n")

    def _translated(self, text: str) -> str:
        return text.replace("usage: ", self.words("usage"), 1)


def parser(words: Words) -> Parser:
    """The whole command line; what it finds names the command and holds its values."""
    top = Parser(
        prog="banxin",
        description=words("about"),
        epilog=words("more"),
        add_help=False,
        allow_abbrev=False,
    )
    top.words = words
    commands = top.add_subparsers(
        title=words("commands"), metavar="COMMAND", dest="command", required=True
    )
    options = _options(top, words)
    options.add_argument(
        "--version", action="version", version=f"banxin {__version__}", help=words("version")
    )
    top.set_defaults(lang="zh", debug=False)
    _add_build(commands, words)
    _add_check(commands, words)
    _add_proof(commands, words)
    _add_import(commands, words)
    _add_new(commands, words)
    _options(_command(commands, words, "templates"), words)
    _add_fonts(commands, words)
    _options(_command(commands, words, "schema"), words)
    return top


def _add_build(commands: "Commands", words: Words) -> None:
    command = _command(commands, words, "build")
    _add_targets(command, words, "issue")
    options = _options(command, words)
    _add_output(options, words)
    options.add_argument("--draft", action="store_true", help=words("draft"))
    _add_work(options, words)


def _add_check(commands: "Commands", words: Words) -> None:
    command = _command(commands, words, "check")
    _add_targets(command, words, "issue-or-pdf")
    _add_work(_options(command, words), words)


def _add_proof(commands: "Commands", words: Words) -> None:
    command = _command(commands, words, "proof")
    _add_targets(command, words, "issue")
    options = _options(command, words)
    _add_output(options, words)
    options.add_argument(
        "--overlay",
        type=partial(_overlay, words),
        default=(),
        metavar="LIST",
        help=words("overlay"),
    )
    options.add_argument("--frame", default="", metavar="NAME", help=words("frame"))
    kind = options.add_mutually_exclusive_group()
    kind.add_argument("--soft", action="store_true", help=words("soft"))
    kind.add_argument("--plate", type=str.upper, choices=PLATES, default="", help=words("plate"))
    kind.add_argument("--compare", type=Path, metavar="OTHER", help=words("compare"))
    _add_work(options, words)


def _add_import(commands: "Commands", words: Words) -> None:
    command = _command(commands, words, "import")
    arguments = command.add_argument_group(words("arguments"))
    arguments.add_argument("file", type=Path, metavar="FILE", help=words("foreign-file"))
    options = _options(command, words)
    options.add_argument(
        "-o", "--out", type=Path, required=True, metavar="DIR", help=words("new-folder")
    )
    _add_choices(options, words)


def _add_new(commands: "Commands", words: Words) -> None:
    command = _command(commands, words, "new")
    arguments = command.add_argument_group(words("arguments"))
    arguments.add_argument("out", type=Path, metavar="DIR", help=words("new-folder"))
    _add_choices(_options(command, words), words)


def _add_choices(options: argparse._ArgumentGroup, words: Words) -> None:
    """What a new issue is made for."""
    for name in ("template", "publication"):
        options.add_argument(f"--{name}", default="", metavar="NAME", help=words(f"new-{name}"))
    options.add_argument(
        "--date", type=partial(_day, words), metavar="YYYY-MM-DD", help=words("new-date")
    )


def _add_fonts(commands: "Commands", words: Words) -> None:
    command = _command(commands, words, "fonts")
    arguments = command.add_argument_group(words("arguments"))
    arguments.add_argument("text", nargs="?", type=Path, metavar="TEXT", help=words("text"))
    _options(command, words)


def _command(commands: "Commands", words: Words, name: str) -> Parser:
    command = commands.add_parser(
        name, help=words(name), description=words(name), add_help=False, allow_abbrev=False
    )
    command.words = words
    command.set_defaults(parser=command)
    return command


def _options(command: Parser, words: Words) -> argparse._ArgumentGroup:
    """The options that every command takes, before its name or behind it."""
    options = command.add_argument_group(words("options"))
    options.add_argument("-h", "--help", action="help", help=words("help"))
    # Suppressed, for a default of the command's would undo what was typed before its name.
    options.add_argument(
        "--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=words("lang")
    )
    options.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help=words("debug")
    )
    return options


def _add_targets(command: Parser, words: Words, kind: str) -> None:
    arguments = command.add_argument_group(words("arguments"))
    arguments.add_argument("targets", nargs="+", type=Path, metavar="TARGET", help=words(kind))


def _add_output(options: argparse._ArgumentGroup, words: Words) -> None:
    options.add_argument(
        "-o", "--out", type=Path, default=Path("build"), metavar="DIR", help=words("out")
    )
    options.add_argument(
        "--dpi", type=partial(_dpi, words), default=150, metavar="N", help=words("dpi")
    )
    options.add_argument("--page", type=partial(_from_one, words), metavar="N", help=words("page"))


def _add_work(options: argparse._ArgumentGroup, words: Words) -> None:
    options.add_argument(
        "--jobs",
        type=partial(_from_one, words),
        default=os.cpu_count() or 1,
        metavar="N",
        help=words("jobs"),
    )
    options.add_argument("--json", action="store_true", help=words("json"))


def _dpi(words: Words, typed: str) -> float:
    try:
        dpi = float(typed)
    except ValueError:
        dpi = 0
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise argparse.ArgumentTypeError(
            words("dpi-bounds", least=LEAST_DPI, most=MOST_DPI, found=typed)
        )
    return dpi


def _from_one(words: Words, typed: str) -> int:
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(words("from-one", found=typed))
    return int(typed)


def _day(words: Words, typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(words("no-day", found=typed)) from None


def _overlay(words: Words, typed: str) -> tuple[str, ...]:
    """Each of the overlays named once, in their own order."""
    named = [name.strip() for name in typed.split(",")]
    for name in named:
        if name not in OVERLAYS:
            raise argparse.ArgumentTypeError(
                words("overlay-unknown", found=name or typed, known=", ".join(OVERLAYS))
            )
    return tuple(name for name in OVERLAYS if name in named)
