//! The wording of the faults that only packs of data can have, in both languages.

use crate::checked::Fault;
use crate::checked::fault::{did_you_mean, fault, text};

pub(super) fn bare_date() -> Fault {
    fault!("日期要加引号", "a date must stand in quotation marks"; "写作 \"2024-08-21\"", "write \"2024-08-21\"")
}

pub(super) fn malformed_date(found: &str) -> Fault {
    fault!(
        "“{found}”不是日期", "`{found}` is not a date";
        "写作 2024-08-21、2024-08 或 2024，知道到哪一级就写到哪一级",
        "write 2024-08-21, 2024-08 or 2024, as precisely as it is known",
    )
}

pub(super) fn unknown_id(key: &str, id: &str, nearest: Option<&str>) -> Fault {
    fault!("“{key}”所指的“{id}”不存在", "there is no `{id}` for `{key}` to name").with_help(did_you_mean(nearest))
}

pub(super) fn taken_id(id: &str, first: &str) -> Fault {
    fault!("id“{id}”重复", "the id `{id}` is taken"; "已用在 {first}", "it was first given at {first}")
}

pub(super) fn taken_alias(alias: &str, first: &str) -> Fault {
    fault!(
        "旧 id“{alias}”已被占用", "the former id `{alias}` is taken";
        "已用在 {first}；旧 id 不能与任何 id 或其他旧 id 相同",
        "it was first given at {first}; a former id is no other's id, former or not",
    )
}

pub(super) fn not_a_slug(id: &str) -> Fault {
    let slug: String = id.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let slug = slug.trim_matches('-');
    let help = text!("可写作“{slug}”", "it could be `{slug}`");
    fault!(
        "id“{id}”只能用小写英文字母、数字和“-”，且不以“-”开头或结尾",
        "the id `{id}` must be lower-case letters, digits and hyphens, with no hyphen at either end",
    )
    .with_help((!slug.is_empty()).then_some(help))
}

pub(super) fn not_a_hash() -> Fault {
    fault!(
        "要写 64 位十六进制的 SHA-256", "must be a SHA-256 of 64 hexadecimal digits";
        "cppcc import 会写出；sha256sum originals/ID.txt 也能算出", "cppcc import writes it, and `sha256sum originals/ID.txt` computes it",
    )
}

pub(super) fn original_of_no_article(id: &str) -> Fault {
    fault!(
        "没有 id 为“{id}”的文章，这份原文无所归属", "there is no article `{id}` that this original belongs to";
        "文件名应与文章的 id 相同", "the name of the file must be the id of the article",
    )
}

pub(super) fn of_another_medium(key: &str, medium: &str) -> Fault {
    fault!(
        "“{key}”只用于 medium = \"{medium}\"", "`{key}` goes only with medium = \"{medium}\"";
        "改写 medium，或删去“{key}”", "change the medium, or leave `{key}` out",
    )
}

pub(super) fn sentence_lacks(wanted: &str) -> Fault {
    fault!(
        "句式里没有 {wanted}", "the sentence has no {wanted}";
        "可用的占位：{{committee}} 或 {{city}}（必有其一）、{{value}} 或 {{number}}（必有其一）、{{period}}",
        "placeholders: {{committee}} or {{city}} (one must be there), {{value}} or {{number}} (one must be there), {{period}}",
    )
}

pub(super) fn unknown_placeholder(found: &str) -> Fault {
    fault!(
        "句式里的“{{{found}}}”不是占位", "`{{{found}}}` is no placeholder of a sentence";
        "可用的占位：{{committee}}、{{city}}、{{value}}、{{number}}、{{period}}",
        "placeholders: {{committee}}, {{city}}, {{value}}, {{number}}, {{period}}",
    )
}

pub(super) fn open_placeholder() -> Fault {
    fault!("句式里的花括号不成对", "a brace of the sentence has no partner"; "占位写作 {{value}}", "a placeholder is written {{value}}")
}

pub(super) fn version_needs_date(given: &str, wanted: &str) -> Fault {
    fault!(
        "有“{given}”就要有“{wanted}”", "`{given}` needs a `{wanted}` beside it";
        "写作 version = \"2026.11\" 和 date = \"2026-11-28\"，或两个都不写",
        "write version = \"2026.11\" and date = \"2026-11-28\", or neither",
    )
}

pub(super) fn second_pack(first: &str) -> Fault {
    fault!(
        "一个文件夹里只能有一个 [pack]", "a folder may hold only one [pack]";
        "已写在 {first}", "the first is at {first}",
    )
}

pub(super) fn foreign_id(area: &str) -> Fault {
    fault!(
        "数字的 id 要以所属地区开头", "the id of an observation must begin with its area";
        "以“{area}-”开头，写作 地区-年份-内容", "begin it with `{area}-`, as in AREA-YEAR-WHAT",
    )
}

pub(super) fn bad_code() -> Fault {
    fault!(
        "“code”应是六位数字", "`code` must be six digits";
        "见国家标准 GB/T 2260，如 \"371600\"", "see GB/T 2260, as in \"371600\"",
    )
}

pub(super) fn taken_code(first: &str) -> Fault {
    fault!("区划代码重复", "the code is taken"; "已用在 {first}", "it was first given at {first}")
}

pub(super) fn denominator_needs_stock() -> Fault {
    fault!("用作分母的指标必须是时点数（stock）", "an indicator that serves as a denominator must be a `stock`",)
}

pub(super) fn bad_number() -> Fault {
    fault!("数值必须有限且不为负", "a value must be finite and not negative")
}

pub(super) fn zero_denominator() -> Fault {
    fault!("分母不能是零", "a denominator can't be zero")
}

pub(super) fn structure_needs_string() -> Fault {
    fault!(
        "结构代号（structure）要写成字符串", "the value of a `structure` must be a string";
        "如 \"1+10\"", "as in \"1+10\"",
    )
}

pub(super) fn number_needed() -> Fault {
    fault!(
        "“value”应是数，这里是字符串", "`value` must be a number, not a string";
        "只有结构代号（structure）才写成字符串；万、亿要展开，如 27亿 写作 2700000000",
        "only a `structure` takes a string; write 万 and 亿 out, 27亿 as 2700000000",
    )
}

pub(super) fn no_period() -> Fault {
    fault!(
        "缺少时段：这里没有“period”，所引文章也没有", "no period: neither here nor in the article is there a `period`";
        "给这个数字或所引文章加上“period”", "give this figure, or its article, a `period`",
    )
}

pub(super) fn stock_needs_date() -> Fault {
    fault!(
        "时点数（stock）要写“as_of”，不写起止", "a `stock` has `as_of`, not `start` and `end`";
        "写作 period = {{ as_of = \"…\" }}；如果这里是时段数，加 nature = \"flow\"",
        "write period = {{ as_of = \"…\" }}; or, if this one is counted over a period, add nature = \"flow\"",
    )
}

pub(super) fn flow_needs_span() -> Fault {
    fault!(
        "时段数（flow）要写“start”和“end”，不写“as_of”", "a `flow` has `start` and `end`, not `as_of`";
        "写作 period = {{ start = \"…\", end = \"…\" }}；如果这里是时点数，加 nature = \"stock\"",
        "write period = {{ start = \"…\", end = \"…\" }}; or, if this one holds as of a date, add nature = \"stock\"",
    )
}

pub(super) fn span_and_date() -> Fault {
    fault!("“as_of”与“start”“end”不能并用", "`as_of` can't stand beside `start` and `end`",)
}

pub(super) fn end_before_start() -> Fault {
    fault!("终点早于起点", "the end lies before the start")
}

pub(super) fn bounds_crossed() -> Fault {
    fault!("最早一天晚于最晚一天", "the earliest day lies after the latest")
}

pub(super) fn outside_bounds() -> Fault {
    fault!("日期不在最早与最晚之间", "the date lies outside its earliest and latest days")
}

pub(super) fn only_inferred(key: &str, basis: &str) -> Fault {
    fault!(
        "“{key}”只用于推断（inferred）的日期", "`{key}` is only for a date that is inferred";
        "写 {basis} = \"inferred\"，或者去掉它", "write {basis} = \"inferred\", or leave it out",
    )
}

pub(super) fn why_of_stated(key: &str, basis: &str) -> Fault {
    fault!(
        "原文载明的日期不写“{key}”", "a date that is stated has no `{key}`";
        "写 {basis} = \"inferred\"，或者把说明移到“note”",
        "write {basis} = \"inferred\", or say it in `note`",
    )
}

pub(super) fn date_of_unknown(key: &str) -> Fault {
    fault!("不详的日期不写“{key}”", "a date that is unknown has no `{key}`")
}

pub(super) fn needs_why(key: &str) -> Fault {
    fault!("推断或不详的日期要说明理由，缺少“{key}”", "a date that is inferred or unknown says why: `{key}` is missing",)
}

pub(super) fn stated_needs_date(key: &str) -> Fault {
    fault!(
        "缺少日期“{key}”", "the date `{key}` is missing";
        "不知道时，写明 unknown 和理由", "if it is not known, say `unknown` and why",
    )
}

pub(super) fn bad_address() -> Fault {
    fault!("网址应以 http:// 或 https:// 开头", "an address begins with http:// or https://")
}

pub(super) fn full_needs_paragraphs() -> Fault {
    fault!("通读（full）的文章要写“paragraphs”", "an article that was read in `full` says how many `paragraphs` it has",)
}

pub(super) fn paragraphs_of_part() -> Fault {
    fault!("只有通读（full）的文章才写“paragraphs”", "only an article that was read in `full` has `paragraphs`",)
}

pub(super) fn no_such_paragraph(article: &str, paragraphs: u16) -> Fault {
    fault!(
        "文章“{article}”没有这一段", "the article `{article}` has no such paragraph";
        "它有 {paragraphs} 段，从 1 数起", "it has {paragraphs}, counted from 1",
    )
}

pub(super) fn paragraph_of_part(article: &str) -> Fault {
    fault!(
        "文章“{article}”没有通读，不能写段落",
        "the article `{article}` was not read in full, so it has no paragraphs",
    )
}

pub(super) fn paragraph_missing(article: &str) -> Fault {
    fault!(
        "文章“{article}”已通读，要写明第几段：缺少“paragraph”",
        "the article `{article}` was read in full: `paragraph` is missing",
    )
}

pub(super) fn other_actor() -> Fault {
    fault!(
        "别人的数字只能放在背景主题（context）下", "a figure of another actor must stand under a context theme";
        "换一个背景主题下的指标，或者去掉“actor”", "choose an indicator of a context theme, or leave `actor` out",
    )
}

pub(super) fn part_of_itself() -> Fault {
    fault!("一个数不能是自己的一部分", "a figure can't be part of itself")
}

pub(super) fn part_cycle() -> Fault {
    fault!("部分与整体首尾相接，成了环", "the parts and wholes run in a circle")
}

pub(super) fn other_area(id: &str, area: &str) -> Fault {
    fault!("“{id}”属于另一个地区（{area}）", "`{id}` belongs to another area, `{area}`")
}

pub(super) fn unclosed_brace() -> Fault {
    fault!("花括号没有配对", "a brace without its partner"; "引用数字写作 {{id}}", "a reference is written {{id}}")
}

/// The place of a rich text, as faults name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RichTextKind {
    /// In the digest of an article.
    Digest,
    /// On a slide, or in its notes.
    Slide,
}

pub(super) fn unknown_figure(kind: RichTextKind, id: &str, nearest: Option<&str>) -> Fault {
    let (zh, en) = match kind {
        RichTextKind::Digest => ("文摘", "digest"),
        RichTextKind::Slide => ("幻灯片", "slide"),
    };
    fault!("{zh}所引的数字“{id}”不存在", "the {en} refers to `{id}`, which does not exist")
        .with_help(did_you_mean(nearest))
}

pub(super) fn literal_number(kind: RichTextKind, found: &str) -> Fault {
    let (zh, en) = match kind {
        RichTextKind::Digest => ("文摘", "in a digest"),
        RichTextKind::Slide => ("幻灯片", "on a slide"),
    };
    let fault = fault!(
        "{zh}里的数字“{found}”不是引用", "the number `{found}` {en} is not a reference";
        "写成引用，如 {{binzhou-2024-supervision-visits}}；可以直接写的只有年份（2024年）、日期（8月21日）和引号书名号里的名称",
        "write a reference, as in {{binzhou-2024-supervision-visits}}; only years (in 2024), dates (21 August) and names in \
         quotation marks may be written out",
    );
    // What may have been meant as a year is told how to be one.
    match found.parse() {
        Ok(1900..=2099) => fault.with_help(text!(
            "是数就写成引用，如 {{binzhou-2024-supervision-visits}}；是年份就写“{found}年”，英文写 in {found}，其后加逗号，不直接跟名词",
            "a count is a reference, as in {{binzhou-2024-supervision-visits}}; a year follows a word such as “in” and no \
             noun follows it (in {found}, …), in Chinese {found}年",
        )),
        _ => fault,
    }
}

pub(super) fn unsourced_number(found: &str) -> Fault {
    fault!(
        "幻灯片里的数字“{found}”未注出处", "the number `{found}` on the slide has no source";
        "放映时标为“未注出处”；在改文字时按 Ctrl-F 查到该数字填入，即有出处",
        "the slide marks it as unsourced; Ctrl-F in the editor of the words puts in a figure, which has a source",
    )
}

pub(super) fn figures_differ(kind: RichTextKind, zh_only: &str, en_only: &str) -> Fault {
    let (part_zh, part_en) = match kind {
        RichTextKind::Digest => ("节", "section"),
        RichTextKind::Slide => ("页", "slide"),
    };
    let list = |ids: &str, none: &str| if ids.is_empty() { none.to_owned() } else { ids.to_owned() };
    let (zh, en) = (list(zh_only, "无"), list(en_only, "无"));
    let (zh_en, en_en) = (list(zh_only, "none"), list(en_only, "none"));
    fault!(
        "这一{part_zh}中英文引用的数字不同",
        "the Chinese and the English of this {part_en} refer to different figures";
        "只在中文里：{zh}；只在英文里：{en}", "only in Chinese: {zh_en}; only in English: {en_en}",
    )
}

pub(super) fn named_twice(id: &str) -> Fault {
    fault!("“{id}”写了两次", "`{id}` is named twice")
}

pub(super) fn bad_moment(found: &str) -> Fault {
    fault!(
        "“when”没有“{found}”这个取值", "`{found}` is not a moment for `when`";
        "写 latest（最近）、closest（最接近）或年份，如 \"2024\"", "write `latest`, `closest` or a year, as in \"2024\"",
    )
}

pub(super) fn unknown_variant(found: &str, nearest: Option<&str>) -> Fault {
    fault!("这页的指标没有口径为“{found}”的数字", "no figure of this slide's indicators has the variant `{found}`",)
        .with_help(did_you_mean(nearest))
}

pub(super) fn not_absent(place: &str) -> Fault {
    fault!(
        "这个地区有这个指标的数字，不是缺项", "this area has a figure for this indicator, so it is not absent";
        "数字在 {place}", "the figure is at {place}",
    )
}

pub(super) fn absent_twice(first: &str) -> Fault {
    fault!("这一缺项已经写过", "this absence is given twice"; "已写在 {first}", "it was first given at {first}")
}

pub(super) fn denominator_twice(first: &str) -> Fault {
    fault!(
        "同一地区、同类、同日的分母已经写过", "there are two denominators of this area, kind and date";
        "已写在 {first}", "the first is at {first}",
    )
}

pub(super) fn denominator_disagrees(value: f64, place: &str) -> Fault {
    fault!(
        "与同一天的数字 {value} 不一致", "it disagrees with {value}, the figure of the same date";
        "数字在 {place}", "the figure is at {place}",
    )
}
