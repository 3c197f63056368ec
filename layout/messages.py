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
        "{file} 打不开，不是 JPEG、PNG 或 TIFF 图片，或已损坏；请重新导出",
        "{file} cannot be read, it is no JPEG, PNG or TIFF picture or is damaged; export it again",
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
    "picture-vector": Message(
        "error",
        "{file} 是矢量图，目前只有通栏题图可用；请导出成 JPEG、PNG 或 TIFF",
        "{file} is vector artwork, which only a banner takes; export it as JPEG, PNG or TIFF",
    ),
    "picture-planes": Message(
        "error",
        "{file} 是 16 位、分色面存放的 TIFF，读不了；请在 Photoshop 里存成“隔行”（逐像素）的 TIFF",
        "{file} is a TIFF of 16 bits stored plane by plane, which cannot be read; save it "
        "interleaved (pixel by pixel)",
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
        "稿件 {slug} 超 {lines} 行 / {characters} 字，版面容不下；请删字、减图或换版式",
        "story {slug} is over by {lines} lines / {characters} characters; "
        "cut text, take out a picture or choose another template",
    ),
    "underset": Message(
        "warning",
        "稿件 {slug} 欠 {lines} 行 / 约 {characters} 字，末栏留空；请补字、加图或换版式",
        "story {slug} is under by {lines} lines / some {characters} characters; "
        "add text or a picture, or choose another template",
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
}
