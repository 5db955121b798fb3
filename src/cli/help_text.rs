//! The help of commands and options, in both languages: the only place where it stands. `--help`, the manual page and
//! the completions take it from here. A test in `help` checks that every command and option has it.

use crate::text::Phrase;

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// The help of each command, by its name; that of the program stands under an empty name.
pub(super) const COMMANDS: &[(&str, Phrase)] = &[
    (
        "",
        phrase(
            "比较五市政协履职数字：每个数字都带时段、口径和出处",
            "Compare how five city CPPCC committees perform: every figure with its period, scope and source",
        ),
    ),
    (
        "compare",
        phrase(
            "按指标比较各市；不可比时说明理由",
            "Compare areas by indicators, and say why where they can't be compared",
        ),
    ),
    ("list", phrase("列出所收内容", "List what is held")),
    ("show", phrase("显示一个数字的全部信息", "Show one figure with all that is known of it")),
    ("city", phrase("显示一市的全部数字、平台和来源", "Show all figures, initiatives and sources of one area")),
    ("export", phrase("导出数据供其他程序和公文使用", "Export data to files for other programs and people")),
    ("shot", phrase("把图表、界面、幻灯片存成图片", "Make pictures of charts, screens and slides")),
    ("present", phrase("放映演示稿，或打开演讲者屏幕", "Present a deck, or open the speaker's view")),
    (
        "watch",
        phrase(
            "在自己的终端上跟看本机的一场放映，可自己查看再回来",
            "Follow a presentation on this machine from your own terminal, and look around meanwhile",
        ),
    ),
    ("add", phrase("从一句话录入一个数字，写入自己的数据", "Add a figure out of a sentence to your own data")),
    ("remove", phrase("从自己的数据中删除一个数字", "Remove a figure from your own data")),
    (
        "check",
        phrase(
            "检查数据，逐条指出错误和须核对之处",
            "Check data; tell every fault, and what to look at, with its place",
        ),
    ),
    (
        "init",
        phrase(
            "新建一个数据包（文件夹）或一张空表，带说明和例子",
            "Begin a pack, or a spreadsheet, with what explains it",
        ),
    ),
    (
        "import",
        phrase(
            "导入网页（清理成原文，列出待选数字）或表格（逐格检查后写入自己的数据）",
            "Import a page (cleaned into an original, its figures offered) or a spreadsheet (checked cell by cell)",
        ),
    ),
    ("verify", phrase("在所附原文里核对每个数字", "Look for every figure in the original of its article")),
    ("config", phrase("设置文件：模板、位置、检查", "The settings file: a template, its place, a check")),
    (
        "doctor",
        phrase(
            "检测本终端的字符宽度、颜色、底色和剪贴板，给出建议；动剪贴板之前先问",
            "Measure what this terminal can do, and say which options to set; it asks before it touches the clipboard",
        ),
    ),
    (
        "completions",
        phrase(
            "输出命令行补全脚本，含数据中的代号",
            "Write a script that completes what is typed in a shell, with the ids in the data",
        ),
    ),
    ("man", phrase("输出手册页", "Write the manual page")),
];

/// The help of each argument, by its command and its id; options of every command stand under an empty name.
pub(super) const ARGUMENTS: &[(&str, &str, Phrase)] = &[
    (
        "",
        "folders",
        phrase(
            "另读此文件夹的数据，可重复；省略时读 CPPCC_DATA、设置中的 data 或自己的数据",
            "Also read the data in this folder; may be repeated. Default: CPPCC_DATA, the settings' data, or your own",
        ),
    ),
    ("", "builtin", phrase("用哪些内置数据包（默认 all）", "Which built-in packs (default: all)")),
    ("", "lang", phrase("语言（默认随系统区域设置）", "The language (default: the locale's)")),
    (
        "",
        "theme_typed",
        phrase(
            "终端底色深浅（默认 auto：按 COLORFGBG；不知道时用深浅皆可读的颜色。cppcc doctor 可测；shot 的图片以 auto 为深）",
            "Whether the terminal's background is dark or light (default: auto, as COLORFGBG tells, else colours that suit both; cppcc doctor measures it; for pictures of shot, auto is dark)",
        ),
    ),
    (
        "",
        "color_typed",
        phrase(
            "是否用颜色（默认 auto：终端有颜色即用，NO_COLOR、FORCE_COLOR、CLICOLOR 优先）",
            "Whether colours are written (default: auto, where the terminal has them; NO_COLOR, FORCE_COLOR and CLICOLOR win)",
        ),
    ),
    ("", "ascii_typed", phrase("图形只用 ASCII 字符", "Draw with ASCII characters only")),
    (
        "",
        "ambiguous_typed",
        phrase(
            "终端如何显示宽度不定的字符（默认 narrow；cppcc doctor 可测）",
            "How wide the terminal draws characters of ambiguous width (default: narrow; cppcc doctor measures it)",
        ),
    ),
    (
        "",
        "config_file",
        phrase(
            "设置文件（默认 CPPCC_CONFIG，或用户设置目录中的 cppcc/config.toml）",
            "The settings file (default: CPPCC_CONFIG, or cppcc/config.toml in the user's settings folder)",
        ),
    ),
    (
        "",
        "clipboard_file",
        phrase(
            "看板中复制的内容写入此文件（默认送往终端的剪贴板）",
            "Write what is copied in the dashboard to this file (default: the terminal's clipboard)",
        ),
    ),
    (
        "",
        "deck_file",
        phrase(
            "自己的演示稿（默认 XDG_DATA_HOME/cppcc/deck.toml）",
            "Your own deck (default: XDG_DATA_HOME/cppcc/deck.toml)",
        ),
    ),
    (
        "compare",
        "indicators",
        phrase(
            "指标：代号、名称、拼音或其开头；省略时为至少两市公布的全部指标",
            "Indicators, by id, name, pinyin or the beginning of one. Default: all that at least two areas report",
        ),
    ),
    (
        "compare",
        "areas",
        phrase(
            "只比这些地区：代号、名称、拼音，或 @ 加设置中分组的名称",
            "Only these areas, by id, name or pinyin, or by @ and the name of a group in the settings",
        ),
    ),
    (
        "compare",
        "themes",
        phrase("只比这些主题的指标（cppcc list themes）", "Only the indicators of these themes (cppcc list themes)"),
    ),
    (
        "compare",
        "per",
        phrase(
            "折算为每月、每百名委员或每百万人口（默认用原值）",
            "Per month, member or resident (default: as printed)",
        ),
    ),
    (
        "compare",
        "when",
        phrase(
            "取各市最近的、时段最接近的，或某一年的数字（默认 latest）",
            "Each area's latest figure, the closest in time, or those of a year (default: latest)",
        ),
    ),
    (
        "compare",
        "variant",
        phrase(
            "一市有几种口径时取哪一种：名称或其开头；none 为指标本身的口径（默认取多数地区有的）",
            "What is counted, where an area holds several figures: the name of a variant or its beginning, or none for what the indicator itself counts (default: what most areas have)",
        ),
    ),
    (
        "compare",
        "scope",
        phrase(
            "取哪一范围的数字（默认取多数地区有的）",
            "The level that is covered, where an area holds several figures (default: what most areas have)",
        ),
    ),
    ("compare", "format", phrase("输出格式（默认 table）", "The format (default: table)")),
    (
        "compare",
        "plain",
        phrase(
            "按朗读顺序逐行输出，不画条形、不用符号，供读屏软件或邮件使用",
            "Plain lines in reading order, words for signs and no bars: for a screen reader or a mail",
        ),
    ),
    (
        "compare",
        "side_by_side",
        phrase(
            "两市并列，每项指标一行：两市的数值、差额、可比与否和理由",
            "Two areas side by side, an indicator a row: both values, their difference, the verdict and its reason",
        ),
    ),
    (
        "compare",
        "cite",
        phrase(
            "只输出引文：每市一句话，或所列数字的全部出处",
            "Only citations: a sentence for each area, or the sources of all figures shown",
        ),
    ),
    (
        "compare",
        "strict",
        phrase("有任何一对不可比时，退出状态为 1", "Exit with status 1 when any pair is not comparable"),
    ),
    (
        "list",
        "what",
        phrase(
            "列出什么；groups 是设置中的地区分组，decks 含自己的演示稿",
            "What is listed; groups are those of the settings, decks include your own",
        ),
    ),
    (
        "list",
        "areas",
        phrase(
            "只列这些地区的：代号、名称、拼音，或 @ 加设置中分组的名称",
            "Only of these areas, by id, name or pinyin, or by @ and the name of a group in the settings",
        ),
    ),
    ("list", "themes", phrase("只列这些主题的指标或数字", "Only indicators or figures of these themes")),
    ("list", "indicators", phrase("只列这些指标的数字", "Only figures of these indicators")),
    (
        "list",
        "when",
        phrase(
            "只列某一年的数字，或比较时各市所取的数字",
            "Only figures of a year, or those that a comparison takes of each area",
        ),
    ),
    (
        "list",
        "grades",
        phrase("只列来源这样看到的文章或数字", "Only articles, or figures of articles, seen in this way"),
    ),
    ("list", "scopes", phrase("只列这一范围的数字", "Only figures of this scope")),
    ("list", "statuses", phrase("只列实际数、计划或预计", "Only figures of this status")),
    (
        "list",
        "origin",
        phrase(
            "各条出自哪个数据包、哪个文件，覆盖了什么",
            "Which pack and file each comes from, and what it overrides",
        ),
    ),
    ("list", "format", phrase("输出格式（默认 table）", "The format (default: table)")),
    ("list", "cite", phrase("只列文章的引文（限 articles）", "Citations (articles only)")),
    ("show", "figure", phrase("数字的代号，或其无歧义的开头", "The figure's id, or an unambiguous beginning of it")),
    (
        "show",
        "cite",
        phrase(
            "只输出引文：一句话，或出处（GB/T 7714、BibTeX、CSL-JSON）",
            "Only its citation: one sentence, or its sources (GB/T 7714, BibTeX, CSL-JSON)",
        ),
    ),
    (
        "city",
        "area",
        phrase(
            "地区：代号、名称、拼音或其开头；省略时为设置中的 home",
            "The area, by id, name, pinyin or the beginning of one. Default: the home of the settings",
        ),
    ),
    (
        "city",
        "plain",
        phrase(
            "按朗读顺序逐行输出，不用符号，供读屏软件或邮件使用",
            "Plain lines in reading order, words for signs: for a screen reader or a mail",
        ),
    ),
    (
        "city",
        "cite",
        phrase("只输出引文：每个数字一句话，或全部出处", "Only citations: a sentence for each figure, or all sources"),
    ),
    (
        "present",
        "deck",
        phrase("演示稿：代号、名称、拼音或其开头", "The deck, by id, name, pinyin or the beginning of one"),
    ),
    (
        "present",
        "notes",
        phrase(
            "演讲者屏幕：在另一终端打开，显示讲稿、下一页和时间，也可翻页",
            "The speaker's view, on a second terminal: notes, the next slide and the time; it may turn slides, too",
        ),
    ),
    ("present", "minutes", phrase("预定讲多少分钟", "How many minutes it is to last")),
    (
        "check",
        "dirs",
        phrase("要检查的文件夹；省略时检查当前所用的数据", "The folders to check. Default: the data in force"),
    ),
    (
        "check",
        "format",
        phrase(
            "如何写出：text 给人看，json 给编辑器等程序（默认 text）",
            "How it is written: text for people, json for editors and other programs (default: text)",
        ),
    ),
    ("init", "dir", phrase("新文件夹；已有的须是空的", "The new folder; one that is there must be empty")),
    (
        "init",
        "spreadsheet",
        phrase(
            "写一张空表，.xlsx（附指标及定义）或 .csv",
            "Write an empty spreadsheet: .xlsx, with the indicators and their definitions, or .csv",
        ),
    ),
    (
        "import",
        "format",
        phrase(
            "是哪种表格；省略时看名称，别的都当网页",
            "What spreadsheet it is. Default: as its name says, else a page",
        ),
    ),
    (
        "import",
        "file",
        phrase(
            "存下的网页（.txt、.html；UTF-8、UTF-16、GB18030）或表格（.csv、.xlsx）；“-”读标准输入",
            "The page as it was saved (.txt, .html; UTF-8, UTF-16, GB18030), or a spreadsheet (.csv, .xlsx); - reads standard input",
        ),
    ),
    (
        "import",
        "area",
        phrase("文章写的是哪一市；省略时看文中所指", "The area it is about. Default: as the text tells"),
    ),
    (
        "import",
        "id",
        phrase("新文章的代号；省略时用地区加日期", "The id of the new article. Default: its area and its date"),
    ),
    (
        "import",
        "article",
        phrase("附为这篇已有文章的原文，即使文字不同", "Attach it to this article, even where the text differs"),
    ),
    (
        "import",
        "candidates",
        phrase(
            "把文中各个数字写成 TOML，供取舍后贴入数据",
            "Write every number of the text as TOML, to decide on and paste into the data",
        ),
    ),
    (
        "import",
        "dry_run",
        phrase("只检查，说会做什么，不写文件", "Check it, say what would be done, and write nothing"),
    ),
    (
        "import",
        "update",
        phrase("表格中与已有的不同的数字，改正已有的", "Correct figures that are held and differ in the spreadsheet"),
    ),
    ("import", "force", phrase("覆盖已有而内容不同的文件", "Replace files that are there and hold something else")),
    ("verify", "format", phrase("输出格式（默认 table）", "The format (default: table)")),
    (
        "config",
        "template",
        phrase(
            "输出模板：全部设置及其默认值，均已注释",
            "Write a template: every setting with its default, commented out",
        ),
    ),
    ("config", "path", phrase("输出设置文件的位置", "Write where the file is looked for")),
    (
        "config",
        "check",
        phrase("检查设置文件，逐条指出错误所在", "Check the file, and tell every fault with its place"),
    ),
    ("completions", "shell", phrase("为哪种 shell", "For which shell")),
];
