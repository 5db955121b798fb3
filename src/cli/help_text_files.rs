//! The help of the options of `cppcc export` and `cppcc shot`, which the rest of the help takes in.

use crate::text::Phrase;

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// The help of each argument, by its command and its id.
pub(super) const FILE_ARGUMENTS: &[(&str, &str, Phrase)] = &[
    (
        "export",
        "format",
        phrase(
            "格式（有 -o 时按文件名后缀）：csv、tsv 一张表；json 全部数据；xlsx 工作簿；md 对比文稿；html 网页、docx 文档，含条形图；bib、csl-json 全部来源；sdmx-csv（SDMX 形式，结构另存一个文件）；datapackage 全部表（文件夹或 zip）",
            "The format (with -o: as the ending says): csv and tsv, one table; json, the whole data; xlsx, a workbook; md, the comparison as a document; html and docx, with bars; bib and csl-json, every source; sdmx-csv, SDMX-shaped, with its structure in a file beside; datapackage, all tables in a folder or zip",
        ),
    ),
    (
        "export",
        "output",
        phrase(
            "写入此文件，后缀 csv、tsv、json、xlsx、md、html、docx、bib、zip（默认写到标准输出）",
            "Write to this file, which ends in csv, tsv, json, xlsx, md, html, docx, bib or zip (default: standard output)",
        ),
    ),
    (
        "export",
        "table",
        phrase(
            "csv、tsv 写哪张表（默认 figures；-o pairs.csv 即 pairs：每对数字的结论和全部理由）",
            "Which table csv and tsv hold (default: figures; with -o pairs.csv pairs: the verdict on each pair with all reasons)",
        ),
    ),
    (
        "export",
        "areas",
        phrase(
            "只导出这些地区的：代号、名称、拼音，或 @ 加设置中分组的名称",
            "Only these areas, by id, name or pinyin, or by @ and the name of a group in the settings",
        ),
    ),
    ("export", "themes", phrase("只导出这些主题的", "Only these themes (cppcc list themes)")),
    ("export", "indicators", phrase("只导出这些指标的", "Only these indicators")),
    (
        "export",
        "per",
        phrase(
            "对比折算为每月、每百名委员或每百万人口（默认用原值）",
            "Compare per month, per 100 members or per million residents (default: as printed)",
        ),
    ),
    (
        "export",
        "when",
        phrase(
            "只导出某一年的数字，或比较时各市所取的数字",
            "Only figures of a year, or those that a comparison takes of each area",
        ),
    ),
    (
        "export",
        "bom",
        phrase(
            "csv、tsv 开头加 BOM，供 Excel 识别中文（中文系统上 -o x.csv 默认加）",
            "Begin csv and tsv with a byte order mark, by which Excel knows UTF-8 (the default for -o x.csv on a Chinese locale)",
        ),
    ),
    (
        "export",
        "deck",
        phrase(
            "html、docx：不写对比，写这份演示稿的各页",
            "html and docx: the slides of this deck instead of comparisons",
        ),
    ),
    ("export", "notes", phrase("演示稿附讲稿", "With the speaker's notes of the deck")),
    ("export", "force", phrase("覆盖已有的文件", "Replace files that are there")),
    ("shot", "screen", phrase("哪个界面（默认 compare）", "Which screen (default: compare)")),
    ("shot", "slide", phrase("演示稿的第几页", "Which slide, by its number")),
    (
        "shot",
        "deck",
        phrase("哪份演示稿（默认自己的，没有则最后一份）", "Of which deck (default: your own, or else the last)"),
    ),
    (
        "shot",
        "indicator",
        phrase(
            "这项指标的对比图：条形、时段、理由、出处；与 --screen 同用时为所选的一行",
            "The chart of this indicator: bars, periods, reasons, sources; with --screen, the row that is selected",
        ),
    ),
    (
        "shot",
        "areas",
        phrase(
            "只画这些地区：代号、名称、拼音，或 @ 加设置中分组的名称",
            "Only these areas, by id, name or pinyin, or by @ and the name of a group in the settings",
        ),
    ),
    (
        "shot",
        "per",
        phrase(
            "折算为每月、每百名委员或每百万人口（默认用原值）",
            "Per month, per 100 members or per million residents (default: as printed)",
        ),
    ),
    (
        "shot",
        "when",
        phrase(
            "取各市最近的、时段最接近的，或某一年的数字（默认 latest）",
            "Each area's latest figure, the closest in time, or those of a year (default: latest)",
        ),
    ),
    (
        "shot",
        "size",
        phrase(
            "列数和行数，一列 10 点，一行 22 点（默认 120x36；图表默认宽 96 列，高随内容）",
            "Columns of 10 and rows of 22 points (default: 120x36; a chart: 96 columns, and the rows that it takes)",
        ),
    ),
    ("shot", "scale", phrase("PNG 放大几倍（默认 1）", "Enlarge a PNG so many times (default: 1)")),
    ("shot", "no_keys", phrase("界面不带按键提示，供印刷", "Leave out the line of the keys, for print")),
    (
        "shot",
        "output",
        phrase(
            "写入此文件，后缀 svg 或 png（默认写到标准输出）",
            "Write to this file, an .svg or .png (default: standard output)",
        ),
    ),
    ("shot", "all", phrase("把全部界面及其变体写入此文件夹", "Write every screen and variant into this folder")),
];
