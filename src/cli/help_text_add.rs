//! The help of the options of `cppcc add`, which the rest of the help takes in.

use crate::text::Phrase;

const fn row(id: &'static str, zh: &'static str, en: &'static str) -> (&'static str, &'static str, Phrase) {
    ("add", id, Phrase { zh, en })
}

const REMOVED: Phrase = Phrase {
    zh: "自己数据中的一个数字：代号，或地区、指标和年份",
    en: "A figure of your own data, by its id, or by area, indicator and year",
};
const DRY_REMOVAL: Phrase = Phrase { zh: "只核对并显示，不删除", en: "Check and show, and remove nothing" };

/// The help of each option of `cppcc add`, by its id.
pub(super) const ADD_ARGUMENTS: &[(&str, &str, Phrase)] = &[
    row(
        "sentence",
        "印有这个数字的一句话；- 表示从标准输入读。数值、限定、单位和年份都从中读出",
        "The sentence that prints the figure, or - to read it from standard input: value, qualifier, unit and year are read out of it",
    ),
    row(
        "replace",
        "改正自己数据中的这个数字：没有写的各项照旧",
        "Correct this figure of your own data: what no option says stays as it is",
    ),
    row("take", "取句子里的第几个数", "Which number of the sentence, from 1"),
    row("area", "地区：代号、名称、拼音或其开头", "The area, by id, name, pinyin or the beginning of one"),
    row("new_area", "新增一市，写名称，如 德州", "A city that is new, by its name"),
    row("code", "新城市的行政区划代码，六位数字（GB/T 2260）", "The code of the new city, six digits of GB/T 2260"),
    row("indicator", "指标：代号、名称、拼音或其开头", "The indicator, by id, name, pinyin or the beginning of one"),
    row("new_indicator", "新增一项指标，写名称", "An indicator that is new, by its name"),
    row("in_theme", "新指标所在的主题（cppcc list themes）", "The theme of the new indicator (cppcc list themes)"),
    row("new_theme", "新指标所在的新主题，写名称", "A theme that is new, for the new indicator"),
    row(
        "nature",
        "性质；新指标须写，别的只在与指标不同时写",
        "The nature: of a new indicator, or of this figure where it is not the indicator's",
    ),
    row("definition", "新指标数的是什么", "What the new indicator counts"),
    row("value", "数值（默认从句子读）", "The value (default: as the sentence prints it)"),
    row("qualifier", "限定（默认从句子读）", "The qualifier (default: as the sentence hedges it)"),
    row(
        "each",
        "总数，或每年、每月、每周、每日的平均数（默认从句子读）",
        "A total, or a mean of each year, month, week or day (default: as the sentence has it)",
    ),
    row("unit", "单位（默认从句子读）", "The unit (default: as the sentence has it)"),
    row(
        "period",
        "时段，如 2024、2024-H1、2022/2024；时点数写一天（默认从句子读，或用文章的时段）",
        "The period, as 2024, 2024-H1 or 2022/2024; of a stock a date (default: the sentence's, or the article's)",
    ),
    row("scope", "范围（默认从句子读）", "The scope (default: as the sentence tells)"),
    row("status", "状态（默认 achieved）", "The status (default: achieved)"),
    row("article", "已收的文章：代号，或标题的一部分", "An article that is held, by its id or a part of its title"),
    row("title", "新文章的标题", "The title of an article that is new"),
    row("outlet", "新文章的报纸或网站", "The paper or site of the new article"),
    row("published", "新文章的发表日期；? 表示未载", "When the new article appeared; ? where that is not known"),
    row("address", "新文章的网址", "The address of the new article"),
    row("paragraph", "第几段，只用于通读的文章", "The paragraph, of an article that was read in full"),
    row("variant", "本市口径，与别市所数不同时写", "What is counted here, where others count something else"),
    row(
        "reading",
        "数值是怎样从话里读出来的，只在没有印出数字时写",
        "How the value was read out of words, where no number is printed",
    ),
    row("note", "说明", "A note"),
    row(
        "id",
        "数字的代号（默认按地区、年份和指标起）",
        "The id of the figure (default: made of area, year and indicator)",
    ),
    row("dry_run", "只核对并显示，不写入", "Check and show, and write nothing"),
    ("remove", "figure", REMOVED),
    ("remove", "dry_run", DRY_REMOVAL),
];
