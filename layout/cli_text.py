"""Every sentence of the command's own, in Chinese and in English.

What it says about an issue is in :mod:`layout.messages`; here is what it says about
itself: help, wrong usage, summaries. Blanks in braces are filled by keyword.
"""

import re
from typing import NamedTuple

from layout.diagnostics import Language


class Wording(NamedTuple):
    """One sentence in both languages."""

    zh: str
    en: str


WORDS: dict[str, Wording] = {
    # --- help -----------------------------------------------------------------------------
    "about": Wording(
        "版心：把一期报纸的文字和图片排成可以付印的版面",
        "Banxin: sets the texts and pictures of a newspaper as pages ready for print",
    ),
    "usage": Wording("用法：", "usage: "),
    "commands": Wording("命令", "commands"),
    "arguments": Wording("参数", "arguments"),
    "options": Wording("选项", "options"),
    "help": Wording("显示这份说明", "show this help"),
    "version": Wording("显示版本", "show the version"),
    "lang": Wording(
        "用中文（zh）还是英文（en），默认中文", "Chinese (zh, the default) or English (en)"
    ),
    "debug": Wording("出现意外时显示详情", "show the details of anything unforeseen"),
    "more": Wording(
        "某个命令的说明：banxin 命令 --help", "help for a command: banxin COMMAND --help"
    ),
    "build": Wording(
        "排版：写出 PDF、每版一张 PNG 和 report.json",
        "set the pages: write a PDF, a PNG for each page and report.json",
    ),
    "check": Wording(
        "检查一期报纸或一份 PDF，什么也不写", "check an issue or a PDF, writing nothing"
    ),
    "proof": Wording("只出 PNG 校样", "write PNG proofs only"),
    "templates": Wording("列出有哪些模板", "list the templates"),
    "fonts": Wording(
        "列出有哪些字体；给出文稿时查缺字",
        "list the faces; with a text, name the characters they lack",
    ),
    "schema": Wording(
        "输出 issue.yaml 的 JSON Schema，供 VS Code 等编辑器使用",
        "print the JSON Schema of issue.yaml, for editors such as VS Code",
    ),
    "issue": Wording(
        "一期报纸的文件夹，或其中的 issue.yaml；可以写几个",
        "the folder of an issue or the issue.yaml in it; several may be given",
    ),
    "issue-or-pdf": Wording(
        "一期报纸的文件夹、其中的 issue.yaml，或一份 PDF；可以写几个",
        "the folder of an issue, the issue.yaml in it, or a PDF; several may be given",
    ),
    "text": Wording(
        "要查的一期报纸或文本文件；不写就只列出字体",
        "an issue or a text file to look through; without it, the faces are listed",
    ),
    "out": Wording("写到哪个文件夹，默认 build", "folder to write to, build by default"),
    "dpi": Wording("PNG 的分辨率，默认 150", "resolution of the PNG, 150 by default"),
    "page": Wording("只出这一版的 PNG", "make the PNG of this page only"),
    "draft": Wording(
        "有错也出 PDF，另存为 .draft.pdf，版面加盖“校样”，不能付印",
        "write a PDF in spite of errors, as .draft.pdf, stamped, not for the press",
    ),
    "jobs": Wording(
        "同时排几期，默认与处理器核数相同",
        "how many issues to work on at a time, by default one for each processor",
    ),
    "json": Wording("在标准输出打印 report.json 的内容", "print what report.json holds"),
    "overlay": Wording(
        "叠印的内容，用逗号隔开：grid 版样纸，frames 图文框，lines 行",
        "what to draw over the page, separated by commas: grid, frames, lines",
    ),
    "frame": Wording(
        "只出版式里的这一个框，如 banner", "this frame of the template only, such as banner"
    ),
    "soft": Wording("按新闻纸印出的颜色显示", "in the colours that newsprint will show"),
    "plate": Wording("只显示一块版：青 C、品红 M、黄 Y 或黑 K", "one plate only"),
    "compare": Wording(
        "标出与另一份 PDF 或另一期的不同", "show the difference to another PDF or issue"
    ),
    "import": Wording(
        "导入 Word、Markdown、纯文本或 ninjs 稿件，写成一期的文件夹，并列出疑问",
        "take in a Word, Markdown, text or ninjs file as an issue's folder, and list the doubts",
    ),
    "new": Wording(
        "新建一期：写出带样稿和说明、可以直接排版的文件夹",
        "begin an issue: write a folder with sample copy that builds as it stands",
    ),
    "foreign-file": Wording(
        "要导入的稿件：.docx、.md、.txt 或 .json", "the file to take in: .docx, .md, .txt or .json"
    ),
    "new-folder": Wording(
        "写到哪个文件夹；要是新的，或是空的", "the folder to write, which must be new or empty"
    ),
    "new-template": Wording(
        "用哪个版式；不写就选合适的", "the template; by default one that suits"
    ),
    "new-publication": Wording(
        "哪家报纸，写 assets/publications 里的名字；不写就用稿件报头所写的，或现有的第一家",
        "the publication, by its folder's name; by default what the nameplate says, or the first",
    ),
    "new-date": Wording(
        "出版日期；不写就用稿件里的，或今天",
        "the day of publication; by default what the file says, or today",
    ),
    # --- wrong usage ----------------------------------------------------------------------
    "wrong-usage": Wording("用法不对：{reason}", "wrong usage: {reason}"),
    "dpi-bounds": Wording(
        "分辨率应为 {least} 至 {most} 之间的数，写的却是 {found}",
        "the resolution is a number from {least} to {most}, not {found}",
    ),
    "from-one": Wording(
        "应为从 1 起的整数，写的却是 {found}", "a whole number from 1, not {found}"
    ),
    "overlay-unknown": Wording(
        "不认识 {found}；可以写：{known}", "{found} is not known; what can stand here: {known}"
    ),
    "same-name": Wording(
        "有两期都叫 {slug}，会写到同样的文件；请分开排，用 -o 写到不同的文件夹",
        "two issues are called {slug} and would be written to the same files; "
        "build them one at a time, each to a folder of its own with -o",
    ),
    "no-day": Wording(
        "应为日期，如 2025-02-27，写的却是 {found}", "a day such as 2025-02-27, not {found}"
    ),
    "name-unknown": Wording(
        "没有叫 {found} 的；可用：{known}", "nothing is called {found}; there are: {known}"
    ),
    # --- what was done --------------------------------------------------------------------
    "error": Wording("错误", "error"),
    "warning": Wording("警告", "warning"),
    "info": Wording("提示", "note"),
    "page-number": Wording("第 {page} 版", "page {page}"),
    "page-place": Wording(
        "第 {page} 版左 {x} 上 {y} 毫米", "page {page}, {x} mm from the left, {y} from the top"
    ),
    "progress": Wording("[{done}/{all}] {name}", "[{done}/{all}] {name}"),
    "counts": Wording(
        "{name}：{errors} 个错误，{warnings} 个警告",
        "{name}: errors {errors}, warnings {warnings}",
    ),
    "pages": Wording("，{pages} 版", ", pages {pages}"),
    "written": Wording("；写出 {files}", "; wrote {files}"),
    "took": Wording("（{seconds} 秒）", " ({seconds} s)"),
    "and": Wording("、", ", "),
    "no-pdf": Wording(
        "有错误的一期没有写出 PDF，先前的 PDF 没有动；请改正后再运行",
        "an issue with errors gets no PDF, and an earlier one was left alone; "
        "correct them and run this again",
    ),
    "imported": Wording(
        "写出 {folder}；疑问 {count} 处，列在 {folder}/疑问.md。下一步：banxin build {folder}",
        "wrote {folder}; doubts {count}, listed in the folder. Next: banxin build {folder}",
    ),
    "made": Wording(
        "写出 {folder}。下一步：banxin build {folder}",
        "wrote {folder}. Next: banxin build {folder}",
    ),
    "column-issue": Wording("刊期", "issue"),
    "column-state": Wording("结果", "result"),
    "column-pages": Wording("版数", "pages"),
    "column-errors": Wording("错误", "errors"),
    "column-warnings": Wording("警告", "warnings"),
    "column-seconds": Wording("秒", "seconds"),
    "state-good": Wording("完成", "done"),
    "state-bad": Wording("有错", "faulty"),
    "total": Wording(
        "共 {all} 期，完成 {good} 期，有错 {bad} 期",
        "{all} issues: {good} done, {bad} faulty",
    ),
    "unforeseen": Wording(
        "{name}：程序出了意外（{kind}），不是稿件的错；"
        "请加上 --debug 再运行一次，把显示的内容报告给开发者",
        "{name}: something unforeseen happened ({kind}), which is no fault of the issue; "
        "run it again with --debug and report what it shows",
    ),
    "worker-lost": Wording("进程意外终止", "the process ended unexpectedly"),
    "interrupted": Wording(
        "已中断，没有写完的文件不会留下", "interrupted; no unfinished file is left"
    ),
    # --- lists ----------------------------------------------------------------------------
    "column-template": Wording("模板", "template"),
    "column-title": Wording("名称", "title"),
    "column-takes": Wording("可放的内容", "takes"),
    "column-face": Wording("字体", "face"),
    "column-style": Wording("体式", "style"),
    "column-characters": Wording("字符数", "characters"),
    "column-han": Wording("汉字数", "Han"),
    "column-licence": Wording("许可", "licence"),
    "column-file": Wording("文件", "file"),
    "face-lacks": Wording("{face} 缺 {count} 个字：{missing}", "{face} lacks {count}: {missing}"),
    "face-complete": Wording("{face} 不缺字", "{face} lacks none"),
    "body-face-lacks": Wording(
        "正文字体 {face} 缺字，用到它们的版面不能付印；请换用别的字，或补充字体",
        "the body face {face} lacks characters, and a page that uses them cannot go to press; "
        "choose other characters or add a face",
    ),
}


class Words:
    """The table in one language."""

    def __init__(self, lang: Language) -> None:
        """Speak *lang*."""
        self.lang: Language = lang

    def __call__(self, key: str, **blanks: object) -> str:
        """The sentence *key* with its blanks filled."""
        entry = WORDS[key]
        return (entry.zh if self.lang == "zh" else entry.en).format(**blanks)

    def heads(self, *columns: str) -> list[str]:
        """The heads of a table."""
        return [self(f"column-{column}") for column in columns]


USAGE_FAULTS = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (r"argument (\S+): invalid choice: (.*?) \(choose from (.*)\)", r"\1 不能是 \2，可选：\3"),
    (r"argument (.*?): expected one argument", r"\1 后面要写一个值"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 不能与 \2 同时使用"),
    (r"argument (.*?): ignored explicit argument (.*)", r"\1 后面不能写值，写的却是 \2"),
    (r"argument (.*?): (.*)", r"\1：\2"),
)
"""How argparse words wrong usage, and how it is said in Chinese."""


def usage_fault(reason: str, lang: Language) -> str:
    """What argparse found wrong, in the reader's language."""
    if lang == "zh":
        for pattern, wording in USAGE_FAULTS:
            found = re.fullmatch(pattern, reason, re.DOTALL)
            if found:
                return found.expand(wording)
    return reason
