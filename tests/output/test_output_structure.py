"""The structure tree: headings, paragraphs and figures in the order they are read."""

import re
from collections.abc import Callable
from typing import Any

import pikepdf

from layout.color import BLACK
from layout.display import Fill, GlyphRun, Group, Rule, Sheet
from layout.geometry import Box
from layout.text.fonts import Face

Line = Callable[..., GlyphRun]
Make = Callable[..., Any]

BOX = Box(10, 10, 50, 50)


def tree(element: pikepdf.Object) -> tuple[str, list[Any]]:
    """An element as its type and its kids; marked sequences as (page label, MCID)."""
    kids: list[Any] = []
    for kid in element.K:
        if kid.Type == "/MCR":
            kids.append((int(kid.Pg.StructParents), int(kid.MCID)))
        else:
            assert kid.P.objgen == element.objgen
            kids.append(tree(kid))
    return str(element.S)[1:], kids


def marks(content: str) -> list[str]:
    """Beginnings of marked sequences, in order; each ends before the next begins."""
    found = re.findall(r"/(\w+) (?:<</MCID (\d+)>> BDC|BMC)|(EMC)", content)
    flat = ["EMC" if end else name + mcid for name, mcid, end in found]
    assert flat[1::2] == ["EMC"] * (len(flat) // 2)
    return flat[::2]


def test_groups_become_elements_in_order(song: Face, line: Line, make: Make) -> None:
    made = make(
        [
            Group(
                (
                    Group((line(song, "标题", 20, 60, 30),), "H1"),
                    Group((line(song, "正文", 20, 100), line(song, "二行", 20, 116)), "P"),
                    Group((Fill(BOX, BLACK), Rule(0, 0, 9, 9, 1, BLACK)), "Figure", alt="湖"),
                ),
                "Sect",
            )
        ]
    )
    root = made.pdf.Root
    assert root.MarkInfo.Marked
    expected = ("Document", [("Sect", [("H1", [(0, 0)]), ("P", [(0, 1)]), ("Figure", [(0, 2)])])])
    assert tree(root.StructTreeRoot.K) == expected
    assert marks(made.content()) == ["H10", "P1", "Figure2"]


def test_a_figure_says_what_it_shows(make: Make) -> None:
    made = make([Group((Fill(BOX, BLACK),), "Figure", alt="宝峰湖（𠀀）")])
    (figure,) = made.pdf.Root.StructTreeRoot.K.K
    assert str(figure.Alt) == "宝峰湖（𠀀）"


def test_what_nobody_reads_is_an_artifact(song: Face, line: Line, make: Make) -> None:
    made = make(
        [
            Rule(0, 0, 9, 9, 1, BLACK),
            Group((line(song, "版", 5, 590),), "artifact"),
            Group((Fill(BOX, BLACK), line(song, "正文", 20, 100)), "P"),
        ]
    )
    assert marks(made.content()) == ["Artifact", "P0"]
    assert tree(made.pdf.Root.StructTreeRoot.K) == ("Document", [("P", [(0, 0)])])


def test_a_paragraph_that_goes_on_elsewhere_is_one_element(
    song: Face, line: Line, make: Make
) -> None:
    def part(text: str, x: float) -> Group:
        return Group((line(song, text, x, 50),), "P", element="p1")

    between = Group((line(song, "题", 20, 80),), "H2")
    first = Sheet(400, 600, [part("前", 20), between, part("中", 200)])
    made = make(first, Sheet(400, 600, [part("后", 20)]))
    assert tree(made.pdf.Root.StructTreeRoot.K) == (
        "Document",
        [("P", [(0, 0), (0, 2), (1, 0)]), ("H2", [(0, 1)])],
    )


def test_the_parent_tree_leads_back_from_every_mark(song: Face, line: Line, make: Make) -> None:
    sheet = [Group((line(song, "题", 20, 40),), "H1"), Group((line(song, "文", 20, 60),), "P")]
    made = make(sheet, sheet)
    root = made.pdf.Root.StructTreeRoot
    numbers = list(root.ParentTree.Nums)
    assert [int(n) for n in numbers[::2]] == [0, 1]
    for owners in numbers[1::2]:
        assert [str(owner.S) for owner in owners] == ["/H1", "/P"]
    assert int(root.ParentTreeNextKey) == 2
    assert [int(page.obj.StructParents) for page in made.pdf.pages] == [0, 1]
    assert all(page.obj.Tabs == "/S" for page in made.pdf.pages)


def test_empty_groups_leave_no_element(make: Make) -> None:
    made = make([Group((), "P"), Group((Group((), "H1"),), "Sect")])
    assert tree(made.pdf.Root.StructTreeRoot.K) == ("Document", [])


def test_groups_without_a_role_belong_to_what_they_are_in(
    song: Face, line: Line, make: Make
) -> None:
    inner = Group((line(song, "文", 20, 60),), clip=Box(0, 0, 100, 100))
    made = make([Group((line(song, "前", 20, 40), inner), "P")])
    assert tree(made.pdf.Root.StructTreeRoot.K) == ("Document", [("P", [(0, 0), (0, 1)])])


def test_a_clip_never_splits_a_marked_sequence(song: Face, line: Line, make: Make) -> None:
    inner = Group((line(song, "文", 20, 60),), clip=Box(0, 0, 100, 100))
    content = make(
        [Group((line(song, "前", 20, 40), inner, line(song, "后", 20, 80)), "P")]
    ).content()
    depth = 0
    for operator in re.findall(r"\b(BDC|BMC|EMC|q|Q)\b", content):
        if operator in ("BDC", "BMC"):
            opened = depth
        elif operator == "EMC":
            assert depth == opened
        depth += {"q": 1, "Q": -1}.get(operator, 0)
    assert depth == 0


def test_a_table_of_contents_skips_untitled_groups(song: Face, line: Line, make: Make) -> None:
    made = make(
        [
            Group(
                (Group((line(song, "题", 20, 40),), "H2", title="题"),),
                "Sect",
            )
        ]
    )
    with made.pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["题"]
