//! The columns of a spreadsheet: what each stands for, and its headings.

use crate::text::{Lang, Phrase, fold_fullwidth};

/// What the rows of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SheetKind {
    Areas,
    Articles,
    Figures,
}

impl SheetKind {
    /// All kinds, in the order in which they are read: what is referred to before what refers to it.
    pub const ALL: [Self; 3] = [Self::Areas, Self::Articles, Self::Figures];

    /// Returns the name of a sheet of this kind in the template.
    #[cfg_attr(not(feature = "xlsx"), expect(dead_code, reason = "only workbooks have several sheets"))]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Areas => Phrase { zh: "地区", en: "Areas" },
            Self::Articles => Phrase { zh: "文章", en: "Articles" },
            Self::Figures => Phrase { zh: "数字", en: "Figures" },
        }
    }

    /// Returns the header of an entry of a pack.
    pub const fn header(self) -> &'static str {
        match self {
            Self::Areas => "[[area]]",
            Self::Articles => "[[article]]",
            Self::Figures => "[[observation]]",
        }
    }

    /// Returns the columns of the kind, in the order of the template.
    pub const fn columns(self) -> &'static [SheetColumn] {
        match self {
            Self::Areas => AREAS,
            Self::Articles => ARTICLES,
            Self::Figures => FIGURES,
        }
    }
}

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnKind {
    /// Words as they are.
    Words,
    /// A number of things, whole or with a point.
    Number,
    /// Digits that are no number, such as a code.
    Digits,
    /// A date, or a period in its short form.
    Time,
    /// One of the words of this list.
    Listed(super::words::List),
    /// The name or the id of an area, an article or an indicator.
    Area,
    Article,
    Indicator,
    /// A phrase as printed, or a sentence with it: the figure is read out of it.
    Printed,
    Sentence,
    /// Why the dates of a period are inferred.
    Why,
}

/// A column of a sheet, and how it is named.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetColumn {
    /// The key in a file of data; a point leads into a table.
    pub key: &'static str,
    pub heading: Phrase,
    pub kind: ColumnKind,
    pub is_needed: bool,
    /// What is to be written there.
    pub about: Phrase,
}

impl SheetColumn {
    /// Whether a heading names this column: in either language, or by its key.
    pub fn is_named(&self, heading: &str) -> bool {
        let heading = plain(heading);
        [self.heading.zh, self.heading.en, self.key].iter().any(|name| plain(name) == heading)
    }

    /// Returns the heading in one language, as the template has it.
    pub const fn title(&self, lang: Lang) -> &'static str {
        self.heading.get(lang)
    }
}

/// Returns a heading without what does not matter: case, width, spaces, and a star that marks what is needed.
fn plain(heading: &str) -> String {
    let kept = heading.chars().map(fold_fullwidth).filter(|character| !character.is_whitespace() && *character != '*');
    kept.flat_map(char::to_lowercase).collect()
}

const fn column(
    key: &'static str,
    heading: (&'static str, &'static str),
    kind: ColumnKind,
    is_needed: bool,
    about: (&'static str, &'static str),
) -> SheetColumn {
    let heading = Phrase { zh: heading.0, en: heading.1 };
    SheetColumn { key, heading, kind, is_needed, about: Phrase { zh: about.0, en: about.1 } }
}

use super::words::List;
use ColumnKind::{Area, Article, Digits, Indicator, Listed, Number, Printed, Sentence, Time, Why, Words};

const AREAS: &[SheetColumn] = &[
    column("name", ("地区", "Area"), Words, true, ("市名，如 潍坊", "the name of the city")),
    column("code", ("区划代码", "Code"), Digits, true, ("GB/T 2260 六位代码，如 370700", "six digits of GB/T 2260")),
    column(
        "committee",
        ("政协全称", "Committee"),
        Words,
        true,
        ("如 中国人民政治协商会议潍坊市委员会", "the committee's full name"),
    ),
    column(
        "id",
        ("代号", "Id"),
        Words,
        false,
        (
            "小写字母、数字、连字符；省略时用拼音",
            "lower-case letters, digits and hyphens; left out, the pinyin of the name",
        ),
    ),
];

const ARTICLES: &[SheetColumn] = &[
    column("title", ("标题", "Title"), Words, true, ("原题", "as printed")),
    column("area", ("地区", "Area"), Area, true, ("市名或代号", "the name or the id")),
    column("outlet", ("来源", "Outlet"), Words, true, ("报纸或网站的名称", "the name of the paper or the site")),
    column(
        "published.date",
        ("发表日期", "Published"),
        Time,
        true,
        ("如 2025-01-16，只知年月写 2025-01", "as in 2025-01-16, or 2025-01"),
    ),
    column("genre", ("体裁", "Genre"), Listed(List::Genre), true, ("", "")),
    column("grade", ("所见", "Seen"), Listed(List::Grade), true, ("", "")),
    column(
        "period",
        ("报告时段", "Period"),
        Time,
        false,
        ("全文所报告的时段，如 2024；各数另有时段的可不写", "what the article reports on, as in 2024"),
    ),
    column(
        "paragraphs",
        ("段数", "Paragraphs"),
        Number,
        false,
        ("全文几段，标题、署名、图注都算；只有已读全文的才写", "how many the text has; only where it was read in full"),
    ),
    column("address", ("网址", "Address"), Words, false, ("", "")),
    column("medium", ("载体", "Medium"), Listed(List::Medium), false, ("省略为网页", "left out, a web page")),
    column("page", ("版面", "Page"), Words, false, ("报纸的第几版", "the page of a newspaper")),
    column("statement", ("谁的说法", "Statement"), Words, false, ("如 市政协机关的介绍", "whose statement it is")),
    column("id", ("代号", "Id"), Words, false, ("省略时自动编", "left out, one is made")),
];

const FIGURES: &[SheetColumn] = &[
    column("area", ("地区", "Area"), Area, true, ("市名或代号", "the name or the id")),
    column(
        "indicator",
        ("指标", "Indicator"),
        Indicator,
        true,
        ("见“指标”表，写名称或代号", "the name or the id, as in the sheet of indicators"),
    ),
    column(
        "source.printed",
        ("原文短语", "Printed"),
        Printed,
        false,
        (
            "照录数字和所数之事，至多 16 字，如 督导163次",
            "the number and what it counts, 16 Chinese characters at most, or 40 of English",
        ),
    ),
    column(
        "sentence",
        ("原文句子", "Sentence"),
        Sentence,
        false,
        ("写了整句，短语可不写，由程序摘出", "with the whole sentence the phrase may be left out"),
    ),
    column(
        "value",
        ("数值", "Value"),
        Number,
        false,
        ("省略时从短语读出；万、亿要展开，也可照录“160余”", "left out, it is read out of the phrase; “160余” will do"),
    ),
    column("to", ("至", "To"), Number, false, ("区间的第二个数", "the second number of a range")),
    column(
        "qualifier",
        ("限定", "Qualifier"),
        Listed(List::Qualifier),
        false,
        ("省略时从短语读出", "left out, it is read out of the phrase"),
    ),
    column(
        "period",
        ("时段", "Period"),
        Time,
        false,
        (
            "如 2024、2024-05、2024-H1、2024-01-01/2024-08-21；时点数写一个日期；省略时用文章的",
            "as in 2024, 2024-05, 2024-H1, 2024-01-01/2024-08-21; a stock has one date; left out, the article's",
        ),
    ),
    column(
        "why",
        ("推断理由", "Why inferred"),
        Why,
        false,
        ("日期是推断的，写明理由", "where the dates are inferred, the reason"),
    ),
    column("scope", ("范围", "Scope"), Listed(List::Scope), true, ("", "")),
    column("status", ("状态", "Status"), Listed(List::Status), false, ("省略为实际数", "left out, actual")),
    column("source.article", ("文章", "Article"), Article, true, ("标题或代号", "the title or the id")),
    column(
        "source.paragraph",
        ("段落", "Paragraph"),
        Number,
        false,
        ("第几段；已读全文的必写", "its number; needed where the article was read in full"),
    ),
    column(
        "variant",
        ("口径", "Variant"),
        Words,
        false,
        ("所数与指标不完全相同的，写明数的是什么", "what is counted, where that is not quite what the indicator says"),
    ),
    column("unit", ("单位", "Unit"), Words, false, ("与指标的单位不同时才写", "only where it is not the indicator's")),
    column(
        "each",
        ("每", "Each"),
        Listed(List::Each),
        false,
        ("平均数、频次：年、月、周、日", "year, month, week or day, for a mean"),
    ),
    column(
        "base",
        ("对比基数", "Base"),
        Words,
        false,
        ("倍数、增减幅度对比的是什么，如 上年", "what a multiple or a change is set against"),
    ),
    column(
        "nature",
        ("性质", "Nature"),
        Listed(List::Nature),
        false,
        ("与指标不同时才写", "only where it is not the indicator's"),
    ),
    column(
        "actor",
        ("主体", "Actor"),
        Words,
        false,
        (
            "不是政协自己的数，写明是谁的；只用于背景指标",
            "who, where it is not the committee; context indicators alone",
        ),
    ),
    column(
        "part_of",
        ("属于", "Part of"),
        Words,
        false,
        ("是哪个数字的一部分，写那个数字的代号", "the id of the figure that it is a part of"),
    ),
    column(
        "reading",
        ("读法", "Reading"),
        Words,
        false,
        ("短语里没有这个数，说明怎样读出", "how the value was read, where the phrase prints no such number"),
    ),
    column("note", ("备注", "Note"), Words, false, ("", "")),
    column("id", ("代号", "Id"), Words, false, ("省略时自动编", "left out, one is made")),
];
