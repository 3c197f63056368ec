"""Make the Word files in data/ with LibreOffice, as a correspondent's computer would.

Run by hand when they are to change, on a machine with LibreOffice Writer (on Debian
``apt-get install libreoffice-writer-nogui``)::

    python tests/intake/make_word_files.py

``styled.docx`` says what its lines are by styles, ``plain.docx`` by size and weight only.
Their text is sample copy.
"""

import base64
import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

DATA = Path(__file__).parent / "data"
SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}
STYLES = """
<office:automatic-styles>
 <style:style style:name="B" style:family="text">
  <style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
 <style:style style:name="Big" style:family="paragraph">
  <style:paragraph-properties fo:text-align="center"/>
  <style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
 <style:style style:name="Mid" style:family="paragraph">
  <style:paragraph-properties fo:text-align="center"/>
  <style:text-properties fo:font-size="16pt" style:font-size-asian="16pt"/></style:style>
 <style:style style:name="Next" style:family="paragraph">
  <style:paragraph-properties fo:break-before="column"/></style:style>
</office:automatic-styles>
"""
FIRST = "样稿甲段只为试验导入而写，不是新闻，它有两句话。这是样稿甲段的第二句，写到这里为止。"
SECOND = "样稿乙段写得长一些，好让一栏的末尾正落在它的中间，前半段写到这个逗号为止，"
REST = "后半段从下一栏的开头接着写，合起来才是完整的一段样稿。"
LEAD, AFTER = "样稿丙段以这一句开头。", "后面的字是普通的样稿，用来和前面的粗体对照。"


def picture() -> str:
    """A picture in a frame, anchored as a character."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((1300, 800)).convert("RGB").save(out, "PNG", optimize=True)
    data = base64.b64encode(out.getvalue()).decode()
    return (
        '<draw:frame text:anchor-type="as-char" svg:width="8cm" svg:height="5cm">'
        f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image></draw:frame>"
    )


def styled() -> str:
    """Heads by styles, a run-in lead, a crosshead, a picture with its caption, credits."""
    return f"""
<text:p text:style-name="Subtitle">——样稿副题写在这里</text:p>
<text:p text:style-name="Text_20_body">本报记者 样某</text:p>
<text:p text:style-name="Text_20_body">{FIRST}</text:p>
<text:h text:outline-level="2">样稿小标题</text:h>
<text:p><text:span text:style-name="B">{LEAD}</text:span>{AFTER}</text:p>
<text:p text:style-name="Text_20_body">{picture()}</text:p>
<text:p text:style-name="Caption">图为样稿所附的渐变灰图（示意图）</text:p>
<text:p text:style-name="Text_20_body">{SECOND}{REST}</text:p>
<text:p text:style-name="Text_20_body">文字 / 样某 例某某<text:line-break/>版式 / 试　某</text:p>
"""


def plain() -> str:
    """Heads by size, a paragraph that the end of a column cuts, a crosshead in bold."""
    return f"""
<text:p>长治日报</text:p>
<text:p>2025年3月1日 星期六</text:p>
<text:p text:style-name="Mid">样稿引题</text:p>
<text:p text:style-name="Big">样稿主题第一行<text:line-break/>样稿主题第二行</text:p>
<text:p>{FIRST}</text:p>
<text:p>{SECOND}</text:p>
<text:p text:style-name="Next">{REST}</text:p>
<text:p><text:span text:style-name="B">样稿的粗体小标题</text:span></text:p>
<text:p><text:span text:style-name="B">{LEAD}</text:span>{AFTER}</text:p>
<text:p>责任编辑：样某</text:p>
"""


def document(body: str) -> str:
    """A whole flat OpenDocument file."""
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in SPACES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{STYLES}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def main() -> None:
    """Write both files."""
    title = '<text:p text:style-name="Title">样稿主题一行</text:p>'
    with tempfile.TemporaryDirectory() as name:
        for stem, body in (("styled", title + styled()), ("plain", plain())):
            source = Path(name) / f"{stem}.fodt"
            source.write_text(document(body), encoding="utf-8")
            command = ["soffice", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
            subprocess.run([*command, "--outdir", str(DATA), str(source)], check=True)


if __name__ == "__main__":
    main()
