"""Every sentence the engine says about an issue, in Chinese and in English.

One table, so that the wording is edited, compared and translated in one
place. A message names what was found, what is meant, and what to do.
Blanks in braces are the parameters of the :class:`~layout.diagnostics.Diagnostic`.
"""

from typing import Literal, NamedTuple


class Message(NamedTuple):
    """The wording of one code."""

    severity: Literal["error", "warning", "info"]
    zh: str
    en: str


CATALOGUE: dict[str, Message] = {
    # --- issue: reading what the editor wrote ---------------------------------------------
    "issue-missing": Message(
        "error",
        "{folder} 里没有 issue.yaml；要的是一期报纸的文件夹，或其中的 issue.yaml",
        "{folder} holds no issue.yaml; give an issue's folder or the issue.yaml in it",
    ),
    "file-missing": Message(
        "error",
        "找不到文件 {file}；请核对文件名和所在文件夹",
        "file {file} not found; check its name and folder",
    ),
    "file-missing-near": Message(
        "error",
        "找不到文件 {file}；是否想写 {near}？",
        "file {file} not found; did you mean {near}?",
    ),
    "file-unreadable": Message(
        "error",
        "读不了 {file}（{reason}）；请检查文件权限，或换一个能打开的文件",
        "cannot read {file} ({reason}); check its permissions or replace it",
    ),
    "file-too-large": Message(
        "error",
        "{file} 有 {size} 字节，上限是 {limit} 字节；请核对是否放错了文件，或把内容拆开",
        "{file} holds {size} bytes, the limit is {limit}; "
        "check that it is the right file, or split it",
    ),
    "file-empty": Message(
        "error",
        "{file} 是空的；请写上内容，banxin new 会给出样例",
        "{file} is empty; fill it in, banxin new gives an example",
    ),
    "file-binary": Message(
        "error",
        "{file} 不是文本文件；请换成用 UTF-8 保存的文本（Word 文件先用 banxin import 转换）",
        "{file} is not a text file; give a text saved as UTF-8 "
        "(for a Word file, run banxin import first)",
    ),
    "file-encoding": Message(
        "error",
        "{file} 第 {line} 行不是 UTF-8 编码；请在编辑器里用 UTF-8 另存",
        "{file} is not UTF-8 at line {line}; save it as UTF-8 in the editor",
    ),
    "file-encoding-gb18030": Message(
        "error",
        "{file} 看来是 GB 18030（GBK）编码；请在编辑器里用 UTF-8 另存",
        "{file} seems to be encoded in GB 18030 (GBK); save it as UTF-8 in the editor",
    ),
    "file-encoding-utf16": Message(
        "error",
        "{file} 是 UTF-16 编码；请在编辑器里用 UTF-8 另存",
        "{file} is encoded in UTF-16; save it as UTF-8 in the editor",
    ),
    "path-outside": Message(
        "error",
        "{file} 不在本期的文件夹里；请把文件复制进来，再写相对路径，如 pictures/lake.jpg",
        "{file} lies outside the issue's folder; "
        "copy it in and give a relative path such as pictures/lake.jpg",
    ),
    "control-character": Message(
        "error",
        "这里有控制字符 {character}，不能上版；请删去",
        "there is a control character {character} here, which no page can carry; delete it",
    ),
    "yaml-syntax": Message(
        "error",
        "这里的 YAML 写法读不懂；请对照样例检查缩进、冒号、引号和括号",
        "the YAML cannot be read here; check indent, colons, quotes and brackets",
    ),
    "yaml-tab": Message(
        "error",
        "缩进用了制表符（Tab）；YAML 只认空格，请把它换成空格",
        "the indent holds a tab; YAML takes spaces only, replace it with spaces",
    ),
    "yaml-full-width-colon": Message(
        "error",
        "{key} 后面是全角冒号 “：”；请改成半角冒号加一个空格，写作 {key}: ",
        "{key} is followed by a full-width colon; type a half-width one and a space, as in {key}: ",
    ),
    "yaml-colon-space": Message(
        "error",
        "{key}: 后面少一个空格；请写作 {key}: 内容",
        "a space is missing behind {key}: ; write {key}: value",
    ),
    "yaml-nested-colon": Message(
        "error",
        "同一行里有两处 “键: 值”，或上一行已有内容而这一行缩进更深；"
        "文字里有冒号时请把整段文字加引号",
        "two 'key: value' on one line, or a deeper indent under a line that has a value; "
        "put text that holds a colon in quotes",
    ),
    "yaml-no-colon": Message(
        "error",
        "这一行缺少冒号；请写作 键: 值，冒号用半角，后面空一格",
        "a colon is missing on this line; write key: value, with a space behind the colon",
    ),
    "yaml-unclosed-quote": Message(
        "error",
        "引号从这里开始，却没有结束；请补上后一半引号",
        "a quotation that begins here never ends; add the closing quote",
    ),
    "yaml-unclosed-bracket": Message(
        "error",
        "括号从这里开始，却没有配对；请补上 ] 或 }}，各项之间用半角逗号隔开",
        "a bracket that begins here is not closed; add ] or }}, with commas between the entries",
    ),
    "yaml-indent": Message(
        "error",
        "这一行的缩进与上面对不齐；同一层的各行要空同样多的格",
        "this line's indent fits none above; lines of one level begin at one column",
    ),
    "yaml-bad-start": Message(
        "error",
        "内容不能以 {character} 开头；请把整段文字加引号",
        "a value cannot begin with {character}; put the text in quotes",
    ),
    "yaml-escape": Message(
        "error",
        "双引号里的反斜杠 \\ 写法不对；请改用单引号，或把反斜杠写成两个",
        "a backslash in double quotes is wrong here; use single quotes or double the backslash",
    ),
    "yaml-alias": Message(
        "error",
        "*{name} 没有对应的 &{name}，或引用了它自己；请直接写出内容，或把整段文字加引号",
        "*{name} has no &{name} before it, or refers to itself; "
        "write the value out or quote the text",
    ),
    "yaml-tag": Message(
        "error",
        "这里不能用标记 {tag}；请删去，以 ! 开头的文字要加引号",
        "the tag {tag} is not taken here; delete it, or quote text that begins with !",
    ),
    "yaml-documents": Message(
        "error",
        "一个文件里只能有一份内容；请删去这里的 --- 及以下部分",
        "a file holds one document; delete the --- here and what follows",
    ),
    "yaml-key-not-text": Message(
        "error",
        "冒号前面要写一个键名，这里却是列表或一组内容；请改成文字",
        "a key must be a word, here it is a list or a mapping; write a word",
    ),
    "yaml-duplicate-key": Message(
        "error",
        "{key} 在第 {first} 行已经写过；请只留一处",
        "{key} is already given in line {first}; keep one of the two",
    ),
    "yaml-too-deep": Message(
        "error",
        "内容套了 {limit} 层以上；请检查括号和缩进",
        "values are nested deeper than {limit} levels; check brackets and indent",
    ),
    "yaml-too-many": Message(
        "error",
        "内容超过 {limit} 项（重复引用的也算）；请核对是否放错了文件",
        "the file holds more than {limit} values, references counted; "
        "check that it is the right file",
    ),
    "key-missing": Message(
        "error",
        "{part} 缺少 {key}；请补上 {key}: 一行",
        "{part} lacks {key}; add a line {key}: ",
    ),
    "key-without-value": Message(
        "error",
        "{key}: 后面没有内容；请写上",
        "{key}: has nothing behind it; fill it in",
    ),
    "key-unknown": Message(
        "error",
        "不认识 {key}；这里可以写：{known}",
        "{key} is not known; what can stand here: {known}",
    ),
    "key-unknown-near": Message(
        "error",
        "不认识 {key}；是否想写 {near}？",
        "{key} is not known; did you mean {near}?",
    ),
    "key-other-spelling": Message(
        "error",
        "{key} 与 {near} 是一回事，{near} 已经写过；请只留一处",
        "{key} means the same as {near}, which is given already; keep one of the two",
    ),
    "not-text": Message(
        "error",
        "{key} 应为文字，写的却是 {found}；数字、日期要当文字用时请加引号",
        "{key} should be text but is {found}; put a number or date in quotes to make it text",
    ),
    "not-integer": Message(
        "error",
        "{key} 应为整数，写的却是 {found}；请写数字，不加引号",
        "{key} should be a whole number but is {found}; write digits without quotes",
    ),
    "not-number": Message(
        "error",
        "{key} 应为数字，写的却是 {found}；请写数字，如 0.5",
        "{key} should be a number but is {found}; write one such as 0.5",
    ),
    "not-boolean": Message(
        "error",
        "{key} 应为 true（是）或 false（否），写的却是 {found}",
        "{key} should be true or false but is {found}",
    ),
    "not-a-date": Message(
        "error",
        "{key} 应为日期，写的却是 {found}；请写成 2025-02-27 的样子",
        "{key} should be a date but is {found}; write one as 2025-02-27",
    ),
    "impossible-date": Message(
        "error",
        "没有 {found} 这一天；请核对年月日，写成 2025-02-27 的样子",
        "there is no day {found}; check year, month and day, written as 2025-02-27",
    ),
    "not-a-list": Message(
        "error",
        "{key} 应为列表，写的却是 {found}；请写成 [甲, 乙]，或每项一行、以 “- ” 开头",
        "{key} should be a list but is {found}; write [a, b], or an entry a line behind '- '",
    ),
    "not-a-mapping": Message(
        "error",
        "{key} 应为一组 “键: 值”，写的却是 {found}；请在下面缩进，逐行写出",
        "{key} should hold lines of 'key: value' but is {found}; write them indented below",
    ),
    "not-a-choice": Message(
        "error",
        "{key} 不能是 {found}；可选：{allowed}",
        "{key} cannot be {found}; choose from: {allowed}",
    ),
    "out-of-range": Message(
        "error",
        "{key} 是 {found}，应 {bound}；请改到范围以内",
        "{key} is {found} and should be {bound}; bring it within bounds",
    ),
    "wrong-count": Message(
        "error",
        "{key} 的项数不对，应 {bound}；请增减",
        "{key} has the wrong number of entries, it should be {bound}; add or remove some",
    ),
    "text-empty": Message(
        "error",
        "{key} 不能空着；请写上内容",
        "{key} cannot be empty; fill it in",
    ),
    "bad-value": Message(
        "error",
        "{key} 的内容 {found} 不合要求（{reason}）；请改正",
        "{key}: {found} will not do ({reason}); correct it",
    ),
    "date-out-of-range": Message(
        "error",
        "日期 {found} 不在 {first} 至 {last} 之间；请核对年份",
        "the date {found} does not lie between {first} and {last}; check the year",
    ),
    "wrong-weekday": Message(
        "error",
        "{day} 是{right}，写的却是 {found}；请改正日期或星期，weekday 也可以不写",
        "{day} is a {right}, not {found}; correct the date or the weekday, or leave weekday out",
    ),
    "duplicate-page": Message(
        "error",
        "第 {number} 版写了两次，pages 第 {other} 项已经是第 {number} 版；请改正版次",
        "page {number} is given twice, entry {other} of pages is page {number}; correct the number",
    ),
    "duplicate-slug": Message(
        "error",
        "稿件代号 {slug} 在第 {first} 行的稿件已经用过；请换一个",
        "the slug {slug} is taken by the story in line {first}; choose another",
    ),
    "bad-slug": Message(
        "error",
        "稿件代号 {slug} 不能用；只可用文字、字母、数字、- 和 _，不留空格",
        "the slug {slug} will not do; use letters, digits, - and _, without blanks",
    ),
    "headline-empty": Message(
        "error",
        "主题 headline 是空的；请写上",
        "the headline is empty; write one",
    ),
    "several-names": Message(
        "warning",
        "“{found}” 像是几个人的姓名；请分开写成列表，如 [马静, 孙彬雁]",
        "'{found}' looks like several names; write them as a list, such as [马静, 孙彬雁]",
    ),
    "line-break-in-text": Message(
        "error",
        "这里只能写一行，文字里却有换行；请写在一行里",
        "this text takes one line but holds a line break; write it on one line",
    ),
    "body-empty": Message(
        "error",
        "{file} 里没有正文；请写上，或核对是否放错了文件",
        "{file} holds no text for the body; write it, or check that it is the right file",
    ),
    "body-not-text-file": Message(
        "error",
        "正文只收 .md 或 .txt 文件，写的却是 {file}；Word 文件请先用 banxin import 转换",
        "a body is a .md or .txt file, not {file}; convert a Word file with banxin import first",
    ),
    "half-width-punctuation": Message(
        "warning",
        "中文里用了半角标点 “{character}”，照原样排；中文行文应用全角标点，请核对",
        "a half-width mark '{character}' stands among Chinese, set as typed; "
        "Chinese text takes full-width marks, please check",
    ),
    "unclosed-mark": Message(
        "warning",
        "“{mark}” 没有配对，照原样排；请补上另一半，只要星号本身时用全角 “＊”",
        "'{mark}' has no partner and is set as typed; add the other half, "
        "or type a full-width asterisk if one is meant",
    ),
    "reading-count": Message(
        "warning",
        "“{base}” 的注音是 {count} 个音节，与字数不同，照原样排；请写成 {{襄垣|xiāng yuán}} 的样子",
        "the reading of '{base}' has {count} syllables, not one a character, and is set as typed; "
        "write it as {{襄垣|xiāng yuán}}",
    ),
    "nested-mark": Message(
        "warning",
        "强调里面又有星号，照原样排；请删去里面的星号",
        "an asterisk within emphasis is set as typed; delete the inner ones",
    ),
    "markup-as-typed": Message(
        "warning",
        "“{mark}” 会照原样排上版；正文只认 **…**、*…* 和 ## 小标题，不要时请删去",
        "'{mark}' is set as typed; a body knows **…**, *…* and ## only, delete it if not meant",
    ),
    "tab-in-text": Message(
        "warning",
        "文字里有制表符（Tab），按一个空格排；请改成空格或删去",
        "the text holds a tab, set as a blank; make it a blank or delete it",
    ),
    "soft-hyphen": Message(
        "warning",
        "这里有看不见的软连字符 {character}，已略去；请删去",
        "an invisible soft hyphen {character} is left out here; delete it",
    ),
    "no-break-space": Message(
        "warning",
        "这里有不换行空格 {character}，照原样排；不是特意用的请改成普通空格或删去",
        "a no-break space {character} is set as typed; make it a plain one if it is not meant",
    ),
    "joining-character": Message(
        "warning",
        "这里有看不见的连接控制符 {character}，照原样排；不是特意用的请删去",
        "an invisible joiner {character} is kept here; delete it if it is not meant",
    ),
    "zero-width-character": Message(
        "warning",
        "这里有看不见的零宽字符 {character}，已略去；请删去",
        "an invisible character of no width, {character}, is left out here; delete it",
    ),
    "replacement-character": Message(
        "error",
        "这里是替代符 {character}，原来的字或图已经丢失；请对照原稿补上",
        "{character} stands for something lost in conversion; restore it from the manuscript",
    ),
    "line-separator": Message(
        "warning",
        "这里有隐藏的换行符 {character}，正文里按另起一段排；请改成普通换行或删去",
        "a hidden line break {character} begins a new paragraph; make it a plain one or delete it",
    ),
    "control-in-text": Message(
        "warning",
        "这里有控制字符 {character}，已略去；请删去",
        "a control character {character} is left out here; delete it",
    ),
    "and-more": Message(
        "warning",
        "同类问题（{kind}）另有 {count} 处，从这里起不再一一列出",
        "there are {count} more of this kind ({kind}), from here on",
    ),
    "stand-in": Message(
        "warning",
        "{file} 是代用图，不是真正的新闻图片；付印前请换上，并删去 stand_in",
        "{file} is a stand-in, not the real picture; replace it before print and delete stand_in",
    ),
    "picture-empty": Message(
        "error",
        "图片 {file} 是空文件；请重新复制一份",
        "the picture {file} is an empty file; copy it again",
    ),
    "picture-unreadable": Message(
        "error",
        "{file} 打不开，不是 JPEG、PNG、TIFF 或 WebP 图片，或已损坏；请重新导出",
        "{file} cannot be read, it is no JPEG, PNG, TIFF or WebP picture or is damaged; export it "
        "again",
    ),
    "picture-too-large": Message(
        "error",
        "图片 {file} 有 {megabytes} MB，上限是 {limit} MB；请缩小后再用",
        "the picture {file} has {megabytes} MB, the limit is {limit} MB; scale it down",
    ),
    "picture-too-many-pixels": Message(
        "error",
        "图片 {file} 的像素超过 {limit}；请缩小后再用",
        "the picture {file} has more than {limit} pixels; scale it down",
    ),
    "picture-planes": Message(
        "error",
        "{file} 是 16 位、分色面存放的 TIFF，读不了；请在 Photoshop 里存成“隔行”（逐像素）的 TIFF",
        "{file} is a TIFF of 16 bits stored plane by plane, which cannot be read; save it "
        "interleaved (pixel by pixel)",
    ),
    # --- artwork: SVG drawings and one-page PDFs -------------------------------------------
    "artwork-unreadable": Message(
        "error",
        "{file} 读不出来（{reason}），不是单页 PDF 或 SVG，或已损坏；请重新导出",
        "{file} cannot be read ({reason}): it is no one-page PDF or SVG, or is damaged; export it "
        "again",
    ),
    "artwork-encrypted": Message(
        "error",
        "{file} 加了密，不能上版；请向广告客户要一份不设密码、不设权限的 PDF",
        "{file} is encrypted and cannot be placed; ask for a PDF without password or permissions",
    ),
    "artwork-pages": Message(
        "error",
        "{file} 有 {count} 页，一幅图只能是一页；请只导出要登的那一页",
        "{file} has {count} pages, artwork has one; export only the page to be printed",
    ),
    "artwork-bomb": Message(
        "error",
        "{file} 的 {object} 解开后大得不可能是一幅图（解压炸弹）；请向来源核实，重新导出",
        "{object} of {file} unpacks to more than any artwork holds (a decompression bomb); ask "
        "where it comes from and export it again",
    ),
    "artwork-empty": Message(
        "error",
        "{file} 的版心里什么也没有，印出来是一块空白；请核对成品框（TrimBox），重新导出",
        "{file} shows nothing within its trim and would print as a blank; check its TrimBox and "
        "export it again",
    ),
    "artwork-layers": Message(
        "error",
        "{file} 带有可隐藏的图层，印出哪一层没有定论；请合并图层（拼合）后再导出",
        "{file} has layers that can be hidden, so that nobody knows what prints; flatten them",
    ),
    "artwork-type3": Message(
        "error",
        "{file} 的字体 {font} 是 Type 3，里面用什么颜色查不到；请把字转成轮廓（字转轮廓）再导出",
        "the font {font} in {file} is a Type 3 font, whose colours cannot be known; turn the text "
        "into outlines",
    ),
    "artwork-fault": Message(
        "error",
        "{file} 不能付印：{problem_zh}",
        "{file} cannot go to press: {problem_en}",
    ),
    "artwork-doubt": Message(
        "warning",
        "{file} 有疑点：{problem_zh}",
        "{file} is doubtful: {problem_en}",
    ),
    "drawing-text": Message(
        "error",
        "{file} 第 {line} 行有活字 <{what}>，换台机器就会变样；请字转轮廓，再存成 SVG",
        "{file}, line {line}, has live text <{what}>, which comes out differently elsewhere; turn "
        "it into outlines and save the SVG again",
    ),
    "drawing-picture": Message(
        "error",
        "{file} 第 {line} 行嵌了像素图 <{what}>；请把它作为图片单独上版，或整幅导出成 TIFF",
        "{file}, line {line}, embeds a picture <{what}>; place it as a picture of its own, or "
        "export everything as TIFF",
    ),
    "drawing-gradient": Message(
        "error",
        "{file} 第 {line} 行用了渐变或图案（{what}）；请扩展成单色块，或导出成 PDF（CMYK）",
        "{file}, line {line}, uses a gradient or pattern ({what}); expand it into plain fills, or "
        "export it as a PDF in CMYK",
    ),
    "drawing-effect": Message(
        "error",
        "{file} 第 {line} 行用了效果 {what}（透明、蒙版、滤镜之类）；请扩展外观、拼合透明度后再存",
        "{file}, line {line}, uses the effect {what} (transparency, a mask, a filter …); expand "
        "and flatten it, then save again",
    ),
    "drawing-style": Message(
        "error",
        "{file} 第 {line} 行用了样式表（{what}）；存 SVG 时请选“演示文稿属性”",
        "{file}, line {line}, uses a style sheet ({what}); save the SVG with presentation "
        "attributes",
    ),
    "drawing-element": Message(
        "error",
        "{file} 第 {line} 行的 <{what}> 不是轮廓；请全部扩展成路径再存",
        "<{what}> in {file}, line {line}, is no outline; expand everything into paths",
    ),
    "drawing-colour": Message(
        "error",
        "{file} 第 {line} 行的颜色 {what} 认不出来，或是半透明的；请写成 #rrggbb",
        "the colour {what} in {file}, line {line}, is unknown or see-through; write it as #rrggbb",
    ),
    # --- page: publication and template ---------------------------------------------------
    "publication-unknown": Message(
        "error",
        "没有叫 {name} 的报纸；可用：{known}",
        "there is no publication {name}; there are: {known}",
    ),
    "template-unknown": Message(
        "error",
        "没有叫 {name} 的版式；可用：{known}",
        "there is no template {name}; there are: {known}",
    ),
    "name-unknown": Message(
        "error",
        "没有声明过 {name}；可用：{known}",
        "nothing is called {name}; there are: {known}",
    ),
    "template-rest": Message(
        "error",
        "版式里有 {count} 个框写着 lines: rest，要的是正好一个；其余的请写出行数",
        "{count} frames say lines: rest, exactly one should; give the others a number of lines",
    ),
    "template-no-text": Message(
        "error",
        "版式里没有排正文的框；请给一个框写上 flow:",
        "the template has no frame for text; give one of its frames a flow:",
    ),
    "frame-order": Message(
        "error",
        "框 {name} 写在 {below} 下面，{below} 却没有排在它前面；请调整次序或改正名字",
        "frame {name} stands below {below}, which does not come before it; "
        "change the order or the name",
    ),
    "columns-too-wide": Message(
        "error",
        "{count} 栏、每栏 {measure} 字放不进版心；请减少栏数或每栏字数，栏间至少空一字",
        "{count} columns of {measure} characters do not fit the type area; "
        "take fewer or narrower ones, with a character between them",
    ),
    "no-room": Message(
        "error",
        "版式 {template} 的各框加起来比版心还高，正文没有地方；请减少行数",
        "the frames of template {template} fill the type area and leave none for the text; "
        "make them lower",
    ),
    "nameplate-unusable": Message(
        "error",
        "报头图样 {file} 用不了（{reason}）；请把字和图都转成轮廓，存成 SVG",
        "the nameplate artwork {file} cannot be used ({reason}); "
        "save it as SVG with everything turned into outlines",
    ),
    "nameplate-stand-in": Message(
        "warning",
        "报头 {file} 是代用字样，不是报社的题字；付印前请换上，并删去 nameplate 的 stand_in",
        "the nameplate {file} is a stand-in, not the paper's lettering; "
        "replace it before print and delete stand_in",
    ),
    # --- text: faces and composition ------------------------------------------------------
    "face-unusable": Message(
        "error",
        "字体文件 {file} 打不开；请重新安装，或运行 fonts/make_fonts.py",
        "the font file {file} cannot be opened; install again or run fonts/make_fonts.py",
    ),
    "character-missing": Message(
        "error",
        "字体里没有 “{character}”（{point}），不能付印；请核对用字，或换一种写法",
        "no face has '{character}' ({point}), which cannot go to press; "
        "check the character or write it another way",
    ),
    "character-substituted": Message(
        "warning",
        "“{character}” 本体字体没有，用 {face} 代替；请看大样是否合适",
        "'{character}' is not in its own face and is set in {face}; look at the proof",
    ),
    "loose-line": Message(
        "warning",
        "这一行字间拉开 {gap} 字，太松；删 {cut} 字或加 {add} 字可解：{text}",
        "this line is opened by {gap} em a gap, too loose; "
        "cut {cut} or add {add} characters to mend it: {text}",
    ),
    "lone-character": Message(
        "warning",
        "这一段的末行只有一个字 “{text}”；删 1 字收上去，或加 1 字",
        "the paragraph's last line holds one character, '{text}'; cut one or add one",
    ),
    "overfull-line": Message(
        "error",
        "“{text}” 这一行超出栏宽，断不开；请删 {cut} 字，或改写",
        "the line '{text}' is wider than the column and cannot be broken; "
        "cut {cut} characters or rewrite it",
    ),
    # --- compose: copyfit and makeup ------------------------------------------------------
    "overset": Message(
        "error",
        "稿件 {slug} 超 {lines} 行 / {characters} 字，从 “{words}” 起放不下；请删字、减图或换版式",
        "story {slug} is over by {lines} lines / {characters} characters, from '{words}' on; "
        "cut text, take out a picture or choose another template",
    ),
    "underset": Message(
        "warning",
        "稿件 {slug} 欠 {lines} 行 / 约 {characters} 字，末栏留空；请补字、加图或换版式",
        "story {slug} is under by {lines} lines / some {characters} characters; "
        "add text or a picture, or choose another template",
    ),
    "remedy-cut": Message(
        "info",
        "第 {what} 段删 {amount} 字，可收 {lines} 行",
        "cut {amount} characters from paragraph {what} to gain {lines} line",
    ),
    "remedy-add": Message(
        "info",
        "第 {what} 段添 {amount} 字，可多 {lines} 行",
        "add {amount} characters to paragraph {what} to fill {lines} line",
    ),
    "remedy-lower": Message(
        "info",
        "图 {what} 降 {amount} 行，可多放 {lines} 行文字",
        "lower picture {what} by {amount} lines to make room for {lines} lines of text",
    ),
    "remedy-raise": Message(
        "info",
        "图 {what} 升 {amount} 行，可少 {lines} 行文字",
        "raise picture {what} by {amount} lines to need {lines} lines of text less",
    ),
    "stranded-line": Message(
        "warning",
        "稿件 {slug} 有段落的单行孤立在栏头或栏脚；请在附近增删几个字",
        "story {slug} leaves a single line at a column's head or foot; "
        "add or cut a few characters nearby",
    ),
    "headline-too-long": Message(
        "error",
        "主题 “{headline}” 用最小的 {size} pt 仍超出 {over} 字；请改短，或分成两行",
        "the headline '{headline}' is {over} characters too long even at {size} pt; "
        "shorten it or break it in two",
    ),
    "picture-not-placed": Message(
        "error",
        "图片 {file} 没有位置，这个版式只放 {slots} 张；请减图或换版式",
        "there is no place for picture {file}, the template takes {slots}; "
        "take it out or choose another template",
    ),
    "content-not-placed": Message(
        "error",
        "这个版式没有放 {name} 的地方，“{text}” 上不了版；请删去这一项，或换版式",
        "the template has no place for {name}, '{text}' would not appear; "
        "delete it or choose another template",
    ),
    "story-not-placed": Message(
        "error",
        "稿件 {slug} 没有位置，这个版式只排一篇；请移到别的版",
        "there is no place for story {slug}, the template takes one; move it to another page",
    ),
    "credits-too-wide": Message(
        "error",
        "责任栏 “{text}” 比版面还宽；请分成两项",
        "the credits '{text}' are wider than the page; divide them",
    ),
    # --- output: pictures and files -------------------------------------------------------
    "picture-too-coarse": Message(
        "error",
        "图片 {file} 按版面尺寸只有 {ppi} ppi，低于 100 ppi，不能付印。"
        "请换用至少 {wanted} 像素宽的原图，或缩小图框。",
        "Picture {file} has only {ppi} ppi at the size it is printed, below 100: it cannot go to "
        "press. Use an original at least {wanted} pixels wide, or a smaller frame.",
    ),
    "picture-coarse": Message(
        "warning",
        "图片 {file} 按版面尺寸只有 {ppi} ppi，低于 170 ppi，印出会发虚。"
        "请尽量换用 {wanted} 像素宽以上的原图，或缩小图框。",
        "Picture {file} has only {ppi} ppi at the size it is printed, below 170: it will look "
        "soft. Use an original at least {wanted} pixels wide if there is one, or a smaller frame.",
    ),
    "picture-soft": Message(
        "info",
        "图片 {file} 按版面尺寸为 {ppi} ppi，可以付印；{wanted} 像素宽以上的原图（200 ppi）更好。",
        "Picture {file} has {ppi} ppi at the size it is printed: good enough, though an original "
        "{wanted} pixels wide (200 ppi) would be better.",
    ),
    "press-profile-unreadable": Message(
        "error",
        "印刷特性文件（ICC）{file} 读不出来，无法分色。请检查出版物里写的路径。",
        "The press profile {file} cannot be read, so nothing can be separated. Check the path "
        "that the publication gives.",
    ),
    "press-profile-unfit": Message(
        "error",
        "{file} 不是 CMYK 印刷机的 ICC 输出特性文件，无法分色。请向印厂索取新闻纸的输出特性文件。",
        "{file} is not an ICC output profile for a CMYK press, so nothing can be separated. Ask "
        "the printer for the profile of their newsprint.",
    ),
    "page-unknown": Message(
        "error",
        "没有第 {number} 版，这一期有 {count} 版；请改 --page",
        "there is no page {number}, the issue has {count}; change --page",
    ),
    "frame-unknown": Message(
        "error",
        "版式里没有叫 {name} 的框；可用：{known}",
        "the template has no frame {name}; there are: {known}",
    ),
    "page-new": Message(
        "info",
        "这一版是新的，以前没有",
        "this page is new, there was none before",
    ),
    "words-added": Message(
        "info",
        "第 {line} 行添了 “{new}”：…{context}…",
        "line {line}: '{new}' was added: …{context}…",
    ),
    "words-cut": Message(
        "info",
        "第 {line} 行删了 “{old}”：…{context}…",
        "line {line}: '{old}' was cut: …{context}…",
    ),
    "words-replaced": Message(
        "info",
        "第 {line} 行 “{old}” 改成 “{new}”：…{context}…",
        "line {line}: '{old}' became '{new}': …{context}…",
    ),
    "output-unwritable": Message(
        "error",
        "无法写入 {file}：{reason}。请检查文件夹是否存在、是否可写、磁盘是否已满，"
        "或用 -o 换一个文件夹。",
        "{file} cannot be written: {reason}. Check that the folder exists and may be written and "
        "that the disk is not full, or choose another folder with -o.",
    ),
    # --- preflight ------------------------------------------------------------------------
    "pdf-unreadable": Message(
        "error",
        "这不是 PDF 文件，或已损坏得打不开（{reason}）；请重新导出",
        "this is no PDF, or is too damaged to open ({reason}); export it again",
    ),
    "pdf-damaged": Message(
        "error",
        "文件有一处读不下去，其后的检查做不完（{problem}）；请重新导出",
        "part of the file cannot be read and was not checked to the end ({problem}); "
        "export it again",
    ),
    "pdf-no-pages": Message(
        "error",
        "文件里一页也没有；请重新导出",
        "the file holds no page; export it again",
    ),
    "pdf-syntax": Message(
        "warning",
        "PDF 语法有误，别的软件可能打不开：{problem}；请重新导出",
        "a fault in the PDF's syntax, other programs may refuse it: {problem}; export it again",
    ),
    "pdf-syntax-more": Message(
        "warning",
        "PDF 语法错误另有 {count} 处，不再一一列出；请重新导出",
        "there are {count} more faults in the PDF's syntax; export it again",
    ),
    "pdf-version": Message(
        "error",
        "PDF 版本是 {version}，印厂收 {limit} 及以下；请导出为 PDF/X-4（PDF {limit}）",
        "the PDF version is {version}, a press takes up to {limit}; export as PDF/X-4 "
        "(PDF {limit})",
    ),
    "pdf-encrypted": Message(
        "error",
        "文件加了密，印厂无法处理；请去掉密码和权限限制后再导出",
        "the file is encrypted, which no press can process; export it without password and "
        "restrictions",
    ),
    "pdf-no-id": Message(
        "error",
        "文件没有标识（ID）；请导出为 PDF/X-4，导出时会自动写上",
        "the file has no ID; export as PDF/X-4, which writes one",
    ),
    "pdf-lzw": Message(
        "error",
        "对象 {object} 用了 LZW 压缩，PDF/X 不允许；请改用 Flate（ZIP）压缩后导出",
        "object {object} is compressed with LZW, which PDF/X forbids; export with Flate (ZIP)",
    ),
    "pdf-open-action": Message(
        "error",
        "文件打开时会自动执行动作（OpenAction），PDF/X 不允许；请删去",
        "the file does something by itself when opened (OpenAction), which PDF/X forbids; "
        "remove it",
    ),
    "pdf-additional-actions": Message(
        "error",
        "对象 {object} 带有自动动作（AA），PDF/X 不允许；请删去",
        "object {object} carries actions (AA), which PDF/X forbids; remove them",
    ),
    "pdf-javascript": Message(
        "error",
        "文件里有 JavaScript，PDF/X 不允许；请删去",
        "the file holds JavaScript, which PDF/X forbids; remove it",
    ),
    "pdf-no-output-intent": Message(
        "error",
        "没有 PDF/X 的输出意图（OutputIntent），不知按什么印刷条件分色；请选定印厂特性文件后导出",
        "there is no PDF/X output intent, so nothing says which press the inks are meant for; "
        "export with the press's profile",
    ),
    "pdf-several-output-intents": Message(
        "error",
        "PDF/X 的输出意图有 {count} 个，只能有一个；请只留本印厂的",
        "there are {count} PDF/X output intents where one is allowed; keep that of this press",
    ),
    "pdf-no-output-condition": Message(
        "error",
        "输出意图没有写印刷条件名称（OutputConditionIdentifier）；请写上，如 CGATS TR 002",
        "the output intent names no condition (OutputConditionIdentifier); give one such as "
        "CGATS TR 002",
    ),
    "pdf-other-press": Message(
        "warning",
        "文件是按 “{condition}” 分色的，本印厂用 “{wanted}”；请向印厂核对，或按其特性文件重新导出",
        "the file is separated for '{condition}', this press is '{wanted}'; ask the printer, or "
        "export with the press's profile",
    ),
    "pdf-no-profile": Message(
        "error",
        "输出意图里没有嵌入印刷特性文件（DestOutputProfile）；请嵌入后导出",
        "the output intent embeds no profile (DestOutputProfile); embed the press's",
    ),
    "pdf-profile-unfit": Message(
        "error",
        "输出意图里的特性文件不是 CMYK 印刷机的 ICC 输出特性文件；请换成印厂提供的",
        "the output intent's profile is no ICC output profile for CMYK; embed the one the "
        "printer gives",
    ),
    "pdf-profile-components": Message(
        "error",
        "输出意图特性文件标的油墨数 N 是 {count}，应为 4；请重新导出",
        "the output intent's profile says N = {count} where four inks are meant; export it again",
    ),
    "pdf-no-xmp": Message(
        "error",
        "文件没有 XMP 元数据；请导出为 PDF/X-4",
        "the file has no XMP metadata; export as PDF/X-4",
    ),
    "pdf-xmp-unreadable": Message(
        "error",
        "XMP 元数据读不出来；请重新导出为 PDF/X-4",
        "the XMP metadata cannot be read; export again as PDF/X-4",
    ),
    "pdf-not-declared": Message(
        "error",
        "文件没有声明是 PDF/X-4（写的是 “{declared}”）；请导出为 PDF/X-4",
        "the file does not declare PDF/X-4 (it says '{declared}'); export as PDF/X-4",
    ),
    "pdf-xmp-missing": Message(
        "error",
        "XMP 元数据缺 {key}；请填写后导出为 PDF/X-4",
        "the XMP metadata lacks {key}; fill it in and export as PDF/X-4",
    ),
    "pdf-trapped": Message(
        "error",
        "没有说明是否做过补漏白（Trapped 是 “{value}”，应为 True 或 False）；请填写，未做写 False",
        "nothing says whether the file is trapped (Trapped is '{value}', not True or False); "
        "say so, False where it is not",
    ),
    "pdf-info-disagrees": Message(
        "error",
        "文档信息的 {key}（{info}）与 XMP（{xmp}）不一致；请改成一样",
        "{key} is {info} in the document information and {xmp} in XMP; make them agree",
    ),
    "pdf-no-trim-box": Message(
        "error",
        "没有成品框（TrimBox），不知裁到哪里；请在导出时写上",
        "there is no TrimBox, so nobody knows where to cut; have the export write it",
    ),
    "pdf-art-box": Message(
        "error",
        "成品框之外又有 ArtBox，PDF/X 只许有一个；请删去 ArtBox",
        "there is an ArtBox where PDF/X allows only a TrimBox; remove it",
    ),
    "pdf-box-outside": Message(
        "error",
        "{inner} 超出了 {outer}；请改页面框，应是成品框在出血框内、出血框在页面内",
        "{inner} reaches beyond {outer}; set the boxes so that trim lies in bleed and bleed in "
        "media",
    ),
    "pdf-user-unit": Message(
        "error",
        "页面单位 UserUnit 是 {unit}，尺寸会被放大或缩小；请删去",
        "UserUnit is {unit}, which scales the page; remove it",
    ),
    "pdf-rotated": Message(
        "error",
        "页面被旋转了 {angle} 度（Rotate）；请按正立方向重新导出",
        "the page is rotated by {angle} degrees (Rotate); export it upright",
    ),
    "pdf-trim-size": Message(
        "error",
        "成品尺寸是 {width}×{height} 毫米，应为 {wanted_width}×{wanted_height}；请按版样尺寸导出",
        "the trimmed size is {width} x {height} mm and should be {wanted_width} x "
        "{wanted_height}; export at the template's size",
    ),
    "pdf-annotation": Message(
        "error",
        "版面上有批注或链接（{kind}），PDF/X 不允许；请删去，或移到出血以外",
        "there is an annotation ({kind}) on the sheet, which PDF/X forbids; remove it or move it "
        "outside the bleed",
    ),
    "pdf-group-space": Message(
        "error",
        "{object} 的透明混合空间是 {space}，应为 DeviceCMYK；请把透明混合空间设为文档 CMYK 后导出",
        "{object} blends transparency in {space} instead of DeviceCMYK; set the blending space "
        "to CMYK and export again",
    ),
    "pdf-colour-space": Message(
        "error",
        "{object} 用了 {space} 颜色，印厂只收四色（DeviceCMYK）；请改成 CMYK 后导出",
        "{object} is coloured in {space}, a press takes DeviceCMYK only; change it to CMYK",
    ),
    "pdf-default-space": Message(
        "error",
        "文件里有 {name}，会在输出时悄悄改动颜色；请导出时不要嵌入默认颜色空间",
        "the file holds {name}, which changes colours behind the page's back; export without "
        "default colour spaces",
    ),
    "pdf-picture-space": Message(
        "error",
        "图片 {object} 是 {space}，印厂只收 CMYK 或灰度图；请按印厂特性文件分色后换上",
        "the picture {object} is in {space}, a press takes CMYK or grey; separate it with the "
        "press's profile",
    ),
    "pdf-blend-space": Message(
        "error",
        "渐变 {object} 用了 {space} 颜色，印厂只收四色（DeviceCMYK）；请改成 CMYK 渐变",
        "the blend {object} is in {space}, a press takes DeviceCMYK only; make it of CMYK",
    ),
    "pdf-grey": Message(
        "warning",
        "{object} 用了 DeviceGray，不会叠印，也可能印成四色黑；请改成 CMYK 单色黑",
        "{object} is in DeviceGray, which never overprints and may come out in four inks; make "
        "it black alone in CMYK",
    ),
    "pdf-spot": Message(
        "error",
        "{object} 用了专色 {inks}，印厂只有四色；请转换成 CMYK",
        "{object} uses the spot inks {inks}, the press has four inks; convert them to CMYK",
    ),
    "pdf-registration": Message(
        "error",
        "{object} 用了套版色（All），会印满四块版；版心内请改用单色黑",
        "{object} is in the registration colour (All), printed on all plates; use black alone "
        "inside the trim",
    ),
    "pdf-transfer": Message(
        "error",
        "图形状态 {object} 带有传递曲线（TR），PDF/X 不允许；请去掉后导出",
        "graphics state {object} carries a transfer curve (TR), which PDF/X forbids; remove it",
    ),
    "pdf-halftone": Message(
        "error",
        "图形状态 {object} 带有网点相位（HTP），PDF/X 不允许；请去掉后导出",
        "graphics state {object} carries a halftone phase (HTP), which PDF/X forbids; remove it",
    ),
    "pdf-blend-mode": Message(
        "error",
        "图形状态 {object} 的混合模式 {mode} 不是标准模式；请改用标准混合模式",
        "graphics state {object} has the blend mode {mode}, which is no standard one; use one "
        "that is",
    ),
    "pdf-font-not-embedded": Message(
        "error",
        "字体 {font} 没有嵌入，印厂会换成别的字；请嵌入字体后导出",
        "the font {font} is not embedded, the press would put another in its place; embed it",
    ),
    "pdf-font-not-subset": Message(
        "warning",
        "字体 {font} 整套嵌入，文件过大；请改为只嵌入用到的字（子集）",
        "the font {font} is embedded whole, which bloats the file; embed a subset",
    ),
    "pdf-font-no-text": Message(
        "warning",
        "字体 {font} 没有 ToUnicode，文字无法检索和核对；请导出时保留文字信息",
        "the font {font} has no ToUnicode, so its text cannot be searched or checked; export "
        "with it",
    ),
    "pdf-black-text-knocks-out": Message(
        "error",
        "{object} 是 {size} 点的黑字，却没有叠印，套印稍偏就露白；请设为叠印（OPM 1）",
        "{object} is black type of {size} pt that knocks out, so that paper shows at the "
        "slightest misregister; let it overprint (OPM 1)",
    ),
    "pdf-black-line-knocks-out": Message(
        "error",
        "{object} 的黑线粗 {width} 点，却没有叠印，套印稍偏就露白；请设为叠印（OPM 1）",
        "a black line of {width} pt ({object}) knocks out, so that paper shows at the slightest "
        "misregister; let it overprint (OPM 1)",
    ),
    "pdf-white-overprints": Message(
        "error",
        "{object} 是白色却设了叠印，印出来就没有了；请去掉叠印",
        "{object} is white and overprints, so it will not be there in print; let it knock out",
    ),
    "pdf-rich-text": Message(
        "error",
        "黑字 {object} 总墨量 {ink}%，超过 {limit}%，套印不准会发虚、蹭脏；请改用单色黑",
        "the black type {object} sums up to {ink} % of ink, above {limit} %: it will blur and "
        "set off; use black alone",
    ),
    "pdf-rich-black-text": Message(
        "warning",
        "黑字 {object} 掺了别的色（总墨量 {ink}%），套印不准会发虚；请改用单色黑",
        "the black type {object} holds other inks ({ink} % in all) and blurs when they do not "
        "meet; use black alone",
    ),
    "pdf-small-colour-text": Message(
        "warning",
        "{object} 是 {size} 点的多色字（{inks} 色），套印不准会看不清；"
        "请改用单色，或放大到 {limit} 点以上",
        "{object} is type of {size} pt in {inks} inks, which will not register; use one ink, or "
        "{limit} pt at least",
    ),
    "pdf-small-type": Message(
        "warning",
        "{object} 只有 {size} 点，小于 {limit} 点，新闻纸上印不清；请放大",
        "{object} is only {size} pt, below the {limit} pt that newsprint holds; set it larger",
    ),
    "pdf-reversed-small": Message(
        "warning",
        "反白字 {object} 只有 {size} 点（底色 {inks} 色），会被油墨糊住；请放大到 {limit} 点以上",
        "the reversed type {object} is only {size} pt on a ground of {inks} inks and will fill "
        "in; set it {limit} pt or larger",
    ),
    "pdf-reversed-serif": Message(
        "warning",
        "反白字 {object} 用了细笔画的 {font}（{size} 点），细处会糊住；"
        "请改用黑体，或放大到 {limit} 点以上",
        "the reversed type {object} is set in the thin serifs of {font} at {size} pt, which "
        "fill in; use a sans, or {limit} pt and more",
    ),
    "pdf-hairline": Message(
        "error",
        "{object} 的线只有 {width} 点粗，印不出来；请加粗到 {limit} 点以上",
        "a line ({object}) is only {width} pt wide and will not print; make it {limit} pt or more",
    ),
    "pdf-thin-colour-line": Message(
        "warning",
        "{object} 的多色线或反白线只有 {width} 点粗，会套不准或糊住；"
        "请加粗到 {limit} 点以上，或改用单色",
        "a line in several inks or in white ({object}) is only {width} pt wide and will not "
        "register or fill in; make it {limit} pt or more, or use one ink",
    ),
    "pdf-picture-too-coarse": Message(
        "error",
        "图片 {object} 按版面尺寸只有 {ppi} ppi，低于 {limit}，不能付印；"
        "请换用至少 {wanted} 像素宽的图，或缩小",
        "the picture {object} has only {ppi} ppi at the size it is printed, below {limit}: it "
        "cannot go to press; use one at least {wanted} pixels wide, or a smaller box",
    ),
    "pdf-picture-coarse": Message(
        "warning",
        "图片 {object} 按版面尺寸只有 {ppi} ppi，低于 {limit}，印出会发虚；"
        "请换用 {wanted} 像素宽以上的图，或缩小",
        "the picture {object} has only {ppi} ppi at the size it is printed, below {limit}: it "
        "will look soft; use one {wanted} pixels wide or more, or a smaller box",
    ),
    "pdf-picture-soft": Message(
        "info",
        "图片 {object} 按版面尺寸为 {ppi} ppi，可以付印；{wanted} 像素宽以上（{limit} ppi）更好",
        "the picture {object} has {ppi} ppi at the size it is printed: good enough, though "
        "{wanted} pixels across ({limit} ppi) would be better",
    ),
    "pdf-ink-over": Message(
        "error",
        "此处总墨量达 {ink}%，超过 {limit}%，新闻纸不吃墨，会蹭脏、透印；"
        "请减墨，黑底最多用 44/38/38/100",
        "the inks sum up to {ink} % here, above {limit} %: newsprint will set off and show "
        "through; use less ink, at most 44/38/38/100 for black panels",
    ),
    "pdf-ink-high": Message(
        "warning",
        "此处总墨量达 {ink}%，超过 {limit}% 的目标，容易蹭脏；请减墨，黑底最多用 44/38/38/100",
        "the inks sum up to {ink} % here, above the target of {limit} %, and may set off; use "
        "less ink, at most 44/38/38/100 for black panels",
    ),
    "pdf-ink-unmeasured": Message(
        "warning",
        "这一版的墨量量不出来（{problem}）；请重新导出，或请印厂代量",
        "the ink of this page could not be measured ({problem}); export it again, or ask the "
        "printer to measure it",
    ),
    # --- intake: foreign files ------------------------------------------------------------
    "import-kind": Message(
        "error",
        "不会读 {file}；可以导入 .docx、.md、.txt 和 ninjs（.json），请另存为其中一种",
        "{file} cannot be read; .docx, .md, .txt and ninjs (.json) can, save it as one of them",
    ),
    "import-legacy-doc": Message(
        "error",
        "{file} 是旧式的 Word 文件（.doc）；请在 Word 或 WPS 里打开，另存为 .docx 再导入",
        "{file} is a Word file of the old kind (.doc); open it and save it as .docx",
    ),
    "import-macros": Message(
        "error",
        "{file} 带有宏，不导入；请在 Word 或 WPS 里另存为不带宏的 .docx",
        "{file} holds macros and is not taken; save it as a .docx without them",
    ),
    "import-password": Message(
        "error",
        "{file} 加了密码，打不开；请在 Word 或 WPS 里去掉密码后另存",
        "{file} is protected by a password; remove it in Word and save the file again",
    ),
    "import-broken": Message(
        "error",
        "{file} 打不开，文件已损坏或没有传完；请重新索取，或在 Word 里打开并修复后另存",
        "{file} cannot be opened, it is damaged or incomplete; "
        "ask for it again, or repair it in Word and save it",
    ),
    "import-not-word": Message(
        "error",
        "{file} 名为 .docx，却不是 Word 文件；请核对是否改错了扩展名，用 Word 另存为 .docx",
        "{file} is called .docx but is no Word file; check its kind, or save it as .docx in Word",
    ),
    "import-bomb": Message(
        "error",
        "{file} 解开后大得不正常，不导入；请核对来历，把文字复制到新文件里再导入",
        "{file} unpacks to an abnormal size and is not taken; "
        "check where it comes from, and copy its text to a new file",
    ),
    "import-entities": Message(
        "error",
        "{file} 里有 Word 不会写的实体定义，可能有害，不导入；请把文字复制到新文件里再导入",
        "{file} defines entities, which Word never does and which may do harm; "
        "copy its text to a new file",
    ),
    "import-unsafe-name": Message(
        "error",
        "{file} 里有指向文件夹以外的文件名，可能有害，不导入；请把文字复制到新文件里再导入",
        "{file} holds a name that leads outside its folder and may do harm; "
        "copy its text to a new file",
    ),
    "import-encoding": Message(
        "error",
        "认不出 {file} 的编码，不是 UTF-8、UTF-16 或 GB 18030 的文字；请在编辑器里用 UTF-8 另存",
        "the encoding of {file} is none of UTF-8, UTF-16 and GB 18030; save it as UTF-8",
    ),
    "import-not-ninjs": Message(
        "error",
        "{file} 不是 ninjs 稿件；请核对文件，或把文字另存为 .txt 再导入",
        "{file} is no ninjs story; check the file, or save its text as .txt",
    ),
    "import-folder-taken": Message(
        "error",
        "{folder} 已经有内容，没有动它；请用 -o 换一个新文件夹，或先把它移走",
        "{folder} holds something already and was left alone; choose another folder, or move it",
    ),
    "import-no-text": Message(
        "error",
        "{file} 里没有找到正文；请核对是否放错了文件，标题和正文要各占一段",
        "no text was found in {file}; check the file, heads and text take paragraphs of their own",
    ),
    "import-no-headline": Message(
        "error",
        "{file} 里没有认出主题；请在正文前另起一行写上标题，或写作“主题：……”",
        "no headline was found in {file}; put one on a line before the text, or write 主题：…",
    ),
    "import-gb18030": Message(
        "info",
        "文件没有注明编码，按 GB 18030（GBK）读；文字若不对，请用 UTF-8 另存后再导入",
        "nothing says how the file is encoded, it was read as GB 18030 (GBK); "
        "if the text is wrong, save it as UTF-8",
    ),
    "import-no-paper": Message(
        "warning",
        "没有认出报头，按{name}处理；不对请改 issue.yaml 的 publication",
        "no nameplate was found, {name} was taken; correct publication in issue.yaml",
    ),
    "import-paper-unknown": Message(
        "warning",
        "报头“{text}”不是现有的报纸；请改 issue.yaml 的 publication",
        "there is no publication for the nameplate '{text}'; correct publication in issue.yaml",
    ),
    "import-no-date": Message(
        "warning",
        "没有找到出版日期，写的是 {day}；请改 issue.yaml 的 date",
        "no date of publication was found, {day} was written; correct date in issue.yaml",
    ),
    "import-left": Message(
        "warning",
        "日期旁边的“{text}”没有带过来；要用请写进 issue.yaml",
        "'{text}' beside the date was left out; write it in issue.yaml if it is needed",
    ),
    "import-weekday": Message(
        "warning",
        "日期后面写的是{found}，按历法那天是{right}；请核对日期",
        "the date is followed by {found}, the calendar says {right}; check the date",
    ),
    "import-heads-by-length": Message(
        "warning",
        "标题没有分级，引题、主题、副题是按长短和次序推断的；请在 issue.yaml 里核对",
        "the heads have no levels, they were told apart by length and order; check issue.yaml",
    ),
    "import-as-headline": Message(
        "info",
        "“{text}”认作主题：正文前最后一组最大的标题",
        "'{text}' was taken for the headline: the last of the largest heads before the text",
    ),
    "import-many-lines": Message(
        "warning",
        "正文前有四行以上一样大的标题，最后两行认作主题；请在 issue.yaml 里核对",
        "more than three heads of one size come before the text, the last two were taken for the "
        "headline; check issue.yaml",
    ),
    "import-as-deck": Message(
        "warning",
        "“{text}”认作副题：在主题与正文之间；也可能是小标题",
        "'{text}' was taken for a deck: it stands between headline and text; it may be a crosshead",
    ),
    "import-as-kicker": Message(
        "warning",
        "“{text}”认作引题：紧靠在主题上面",
        "'{text}' was taken for the kicker: it stands right above the headline",
    ),
    "import-as-banner": Message(
        "warning",
        "“{text}”认作通栏题：主题之前最大的标题",
        "'{text}' was taken for the banner: the largest head before the headline",
    ),
    "import-as-series": Message(
        "warning",
        "“{text}”认作通栏题的系列名：在通栏题与引题之间",
        "'{text}' was taken for the banner's series: it stands between banner and kicker",
    ),
    "import-as-standing-head": Message(
        "warning",
        "“{text}”及前后几行认作栏头：在通栏题或引题之前；请核对哪行是栏头小字、哪行是口号",
        "'{text}' and the lines around it were taken for the standing head; "
        "check which is the label and which are slogans",
    ),
    "import-title-joined": Message(
        "info",
        "栏头分成几行，接成了“{text}”，中间空一格",
        "the standing head came in several lines, joined as '{text}' with a blank between",
    ),
    "import-as-byline": Message(
        "info",
        "“{text}”认作作者署名",
        "'{text}' was taken for the byline",
    ),
    "import-as-crosshead": Message(
        "warning",
        "“{text}”认作小标题：短，单独成段，句末没有标点",
        "'{text}' was taken for a crosshead: a short paragraph that ends without a mark",
    ),
    "import-another-story": Message(
        "warning",
        "正文里的大标题“{text}”按小标题处理；若是另一篇稿件，请分成两个文件导入",
        "the large head '{text}' within the text was made a crosshead; "
        "if another story begins here, import it from a file of its own",
    ),
    "import-as-cutline": Message(
        "warning",
        "“{text}”认作图片说明：短，紧靠在图片下面",
        "'{text}' was taken for a cutline: a short line right below a picture",
    ),
    "import-cutline-alone": Message(
        "warning",
        "图片说明“{text}”没有图片，先放了一张代用图；请换上真图",
        "the cutline '{text}' has no picture and was given a stand-in; put the real one in",
    ),
    "import-picture-no-cutline": Message(
        "warning",
        "这里的图片没有找到说明；请在 issue.yaml 的 cutline 里写上",
        "no words were found for the picture here; write its cutline in issue.yaml",
    ),
    "import-picture-unreadable": Message(
        "warning",
        "这里的图片不是 JPEG、PNG、TIFF 等格式或已损坏（如 EMF、WMF），先放了代用图；请导出后换上",
        "the picture here is damaged or of a kind that cannot be read (such as EMF), a stand-in "
        "takes its place; export it and put it in",
    ),
    "import-picture-missing": Message(
        "warning",
        "稿件旁边没有图片 {name}，没有放上；请把图片放进 pictures/，在 issue.yaml 里写上",
        "there is no picture {name} beside the manuscript, it was left out; "
        "copy it to pictures/ and name it in issue.yaml",
    ),
    "import-remote-picture": Message(
        "warning",
        "图片 {name} 在网上，没有取；请下载后放进 pictures/，在 issue.yaml 里写上",
        "the picture {name} lies elsewhere and was not fetched; "
        "download it to pictures/ and name it in issue.yaml",
    ),
    "import-linked-picture": Message(
        "warning",
        "这里的图片只是链接，没有存在文件里，没有放上；请向作者要原图",
        "the picture here is only linked, not in the file, and was left out; ask for the original",
    ),
    "import-many-pictures": Message(
        "warning",
        "有 {count} 张图片，版式只放 {most} 张；其余的在 issue.yaml 里写成了注释",
        "there are {count} pictures, the template takes {most}; the others are comments in "
        "issue.yaml",
    ),
    "import-joined": Message(
        "warning",
        "与第 {last} 行接成一段：“…{before}┊{after}…”，前面断在句子中间；"
        "若是两段，请在 body.md 里分开",
        "joined with line {last}: '…{before}┊{after}…', which broke off within a sentence; "
        "if they are two paragraphs, divide them in body.md",
    ),
    "import-wrapped": Message(
        "info",
        "到第 {last} 行共 {count} 行接成一段：换行在句子中间，是按固定宽度换的",
        "joined {count} lines up to line {last}: they break off within sentences, at one width",
    ),
    "import-lead-perhaps": Message(
        "info",
        "到第 {last} 行，几段的开头句式相同（“{text}…”）；首句若要作段首导语，请用 **…** 括起来",
        "up to line {last}, paragraphs open alike ('{text}…'); "
        "put ** around the first sentences if they are meant as leads",
    ),
    "import-name-joined": Message(
        "info",
        "姓名中间的空格去掉了：{text}；请核对",
        "blanks within names were taken out: {text}; check them",
    ),
    "import-marks": Message(
        "warning",
        "“{text}”里有星号、井号或花括号，在 body.md 里可能有别的意思；请核对",
        "'{text}' holds an asterisk, ## or braces, which may mean something in body.md; check it",
    ),
    "import-table": Message(
        "warning",
        "稿件里有表格，只取了文字，一格一段；请核对次序",
        "the manuscript holds a table, its text was taken cell by cell; check the order",
    ),
    "import-numbering": Message(
        "warning",
        "这里起有自动编号，号码不在文字里，没有带过来；请补上号码",
        "numbers are set automatically from here on and are not in the text; type them",
    ),
    "import-notes": Message(
        "warning",
        "这里有脚注或批注，没有带过来；请核对",
        "there is a footnote or a comment here, which was left out; check it",
    ),
    "import-changes": Message(
        "warning",
        "稿件有没接受的修订，按全部接受处理；请核对",
        "the manuscript holds changes not yet accepted, they were taken as accepted; check them",
    ),
    "import-hidden": Message(
        "warning",
        "这里有隐藏文字，没有带过来；请核对",
        "there is hidden text here, which was left out; check it",
    ),
    "import-symbol": Message(
        "warning",
        "这里有用符号字体插入的符号，没有带过来；请对照原稿补上",
        "a sign from a symbol font stands here and was left out; type it by hand",
    ),
    "import-margin": Message(
        "warning",
        "页眉或页脚里的“{text}”没有带过来；请核对",
        "'{text}' in the page's header or footer was left out; check it",
    ),
    # --- lints: worth a look before print -------------------------------------------------
    "lint-unpaired": Message(
        "warning",
        "“{mark}” 没有配对；请补上 {other}，或删去",
        "'{mark}' has no partner; add {other} or delete it",
    ),
    "lint-inner-mark": Message(
        "warning",
        "{mark} 外面没有 {outer}；引文先用双引号、书名先用双书名号，里面再用单的",
        "{mark} stands in no {outer}; the double mark comes first, the single one inside it",
    ),
    "lint-same-mark": Message(
        "warning",
        "{mark} 里面又用了 {mark}；里层请用 {inner}",
        "{mark} stands within {mark}; the inner one should be {inner}",
    ),
    "lint-straight-quote": Message(
        "warning",
        "中文里用了直引号 {mark}；请用 “ ” 或 ‘ ’",
        "a straight quote {mark} stands in Chinese text; use “ ” or ‘ ’",
    ),
    "lint-doubled-word": Message(
        "warning",
        "“{text}”像是重复了；请核对",
        "'{text}' seems to be typed twice; check it",
    ),
    "lint-doubled-mark": Message(
        "warning",
        "标点“{text}”连用了；请留一个",
        "the marks '{text}' stand together; keep one of them",
    ),
    "lint-blank": Message(
        "warning",
        "“{text}”中间有空格，照原样排；不是特意空的请删去",
        "there is a blank in '{text}', set as typed; delete it if it is not meant",
    ),
    "lint-full-width-figure": Message(
        "warning",
        "“{text}”是全角的；数字和字母请用半角（GB/T 15835）",
        "'{text}' is full-width; numerals and letters take half-width forms (GB/T 15835)",
    ),
    "lint-blank-at-figure": Message(
        "warning",
        "“{text}”的数字旁边打了空格；请删去，间隙由程序来加",
        "a blank is typed beside the numeral in '{text}'; delete it, the engine sets the gap",
    ),
    "lint-mixed-figure": Message(
        "warning",
        "“{text}”混用了阿拉伯数字和千、百、十；请全用数字，或只用万、亿作单位（GB/T 15835）",
        "'{text}' mixes figures with 千, 百 or 十; write figures, with 万 or 亿 as the only units "
        "(GB/T 15835)",
    ),
    "lint-percent": Message(
        "warning",
        "“{text}”的写法不合 GB/T 15835；请写成 50% 的样子，% 用半角",
        "'{text}' is no form of GB/T 15835; write it as 50%, with a half-width sign",
    ),
    "lint-range": Message(
        "warning",
        "数值范围“{text}”用了 {mark}；请用浪纹线 ～ 或一字线 —（GB/T 15834）",
        "the range '{text}' is written with {mark}; use ～ or — (GB/T 15834)",
    ),
    "lint-no-such-day": Message(
        "warning",
        "没有“{text}”这一天；请核对",
        "there is no such day as '{text}'; check it",
    ),
    "lint-weekday": Message(
        "warning",
        "{day} 是{right}，文中写的是{text}；请核对",
        "{day} is a {right}, the text says {text}; check it",
    ),
    "lint-lunar-date": Message(
        "warning",
        "{day} 是农历{right}，文中写的是{text}；请核对",
        "{day} is {right} by the lunar calendar, the text says {text}; check it",
    ),
    "lint-near-name": Message(
        "warning",
        "“{found}”与责任栏的“{name}”只差一字；请核对是不是同一人",
        "'{found}' differs from '{name}' in the credits by one character; check the name",
    ),
    "lint-stray-cutline": Message(
        "warning",
        "“{text}…”像是图片说明，却排在正文里；请移到图片的 cutline 里",
        "'{text}…' reads like a cutline but stands in the text; move it to its picture",
    ),
    "lint-no-cutline": Message(
        "warning",
        "图片 {file} 没有说明；请在 cutline 里写上",
        "the picture {file} has no cutline; write one",
    ),
    "lint-leftover": Message(
        "warning",
        "“{text}”像是样稿或占位文字；付印前请换上",
        "'{text}' looks like sample or template text; replace it before print",
    ),
    "lint-variant": Message(
        "warning",
        "“{found}”是繁体字或异体字，规范字形是“{usual}”；姓名等特意用的不必改",
        "'{found}' is a traditional or variant form of '{usual}'; leave it if it is meant",
    ),
}
