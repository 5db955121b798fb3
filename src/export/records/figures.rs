//! The table of figures: one observation a row, with everything that is known of it.

use super::record_set::RecordSet;
use super::record_table::{PACK, PACK_VERSION, RecordColumn, RecordKind, RecordTable, column, filled, terms, text};
use super::values::{basis_name, date, high, high_open, interval, low, low_open, number, printed};
use crate::domain::date::PartialDate;
use crate::domain::observation::{Actor, Observation, PrintedValue};
use crate::domain::period::End;
use crate::domain::{Article, Dataset, Each, Grade, Nature, Qualifier, Scope, Status};
use crate::export::content::ExportContent;
use crate::export::json_parts::{SourceJson, bounds};
use crate::export::table::DataValue;
use crate::text::Phrase;
use crate::wording::printed_unit;
use RecordKind::{Address, Both, Count, Date, Flag, Number, Term, Word};

const TITLE: Phrase = Phrase { zh: "数字", en: "Figures" };

/// Makes the table of the figures that are exported.
pub(super) fn table(content: &ExportContent) -> RecordTable {
    let figures = content.figures.iter().map(|key| &content.dataset.observations[*key]);
    RecordTable::new(RecordSet::Figures, TITLE, COLUMNS, content.dataset, figures).keyed(
        &["id"],
        &[
            ("area", RecordSet::Areas),
            ("theme", RecordSet::Themes),
            ("indicator", RecordSet::Indicators),
            ("part_of", RecordSet::Figures),
            ("article", RecordSet::Articles),
            ("pack", RecordSet::Packs),
        ],
    )
}

const COLUMNS: &[&[RecordColumn<Observation>]] = &[WHAT, HOW_MUCH, WHEN, WHOSE, WHERE, MORE];

/// Returns the article that a figure is taken from.
fn article<'a>(data: &'a Dataset, figure: &Observation) -> &'a Article {
    &data.articles[figure.source.article]
}

const WHAT: &[RecordColumn<Observation>] = &[
    column(
        "id",
        Word,
        ["代号", "id"],
        ["数字的代号，唯一", "The id of the figure; no other has it"],
        |_, figure| figure.id.as_str().into(),
    ),
    column("area", Word, ["地区代号", "area id"], ["地区的代号", "The id of the area"], |data, figure| {
        data.areas[figure.area].id.as_str().into()
    }),
    column("area", Both, ["地区", "area"], ["城市名称", "The name of the city"], |data, figure| {
        (&data.areas[figure.area].name).into()
    }),
    column("theme", Word, ["主题", "theme"], ["主题的代号", "The id of the theme"], |data, figure| {
        data.theme_of(figure.indicator).id.as_str().into()
    }),
    column(
        "indicator",
        Word,
        ["指标代号", "indicator id"],
        ["指标的代号", "The id of the indicator"],
        |data, figure| data.indicators[figure.indicator].id.as_str().into(),
    ),
    column("indicator", Both, ["指标", "indicator"], ["指标名称", "What is counted"], |data, figure| {
        (&data.indicators[figure.indicator].name).into()
    }),
];

const HOW_MUCH: &[RecordColumn<Observation>] = &[
    column(
        "value",
        Word,
        ["数值（原文）", "value as printed"],
        [
            "原文所印的数，万、亿已展开；如何取信见 qualifier。结构性数字（“1+10”）为文字",
            "What is printed, with 万 and 亿 multiplied out; the qualifier says how far it can be relied on. A designed number (“1+10”) is text",
        ],
        |_, figure| printed(&figure.value),
    ),
    column(
        "value_to",
        Number,
        ["数值上端", "second value"],
        ["原文为“30至40”一类时的第二个数", "The second number of a range such as “30 to 40”"],
        |_, figure| match figure.value {
            PrintedValue::Between { high, .. } => DataValue::Amount(high),
            PrintedValue::Number { .. } | PrintedValue::Designed(_) => DataValue::Unknown,
        },
    ),
    column(
        "qualifier",
        Term(|| terms(Qualifier::name)),
        ["限定", "qualifier"],
        [
            "原文对数值的限定：确数、下限（余、多、超）、上限（近、不足）等",
            "How the source hedges the value: exact, a lower bound, an upper bound and so on",
        ],
        |_, figure| figure.qualifier().id().into(),
    ),
    column("unit", Both, ["单位", "unit"], ["计数单位", "What is counted in"], |data, figure| {
        printed_unit(&data.indicators[figure.indicator], figure).into()
    }),
    column(
        "each",
        Term(|| terms(Each::name)),
        ["均数时段", "each"],
        ["年均、每月等均数或频次的时段；合计数留空", "The span of a mean or a frequency; empty for a total"],
        |_, figure| figure.each.map(Each::id).into(),
    ),
    column(
        "base",
        Both,
        ["对比基准", "base"],
        ["倍数或增减以什么为基准", "What a multiple or a change is set against"],
        |_, figure| text(figure.base.as_ref()),
    ),
    column(
        "nature",
        Term(|| terms(Nature::name)),
        ["性质", "nature"],
        ["时段数、时点数、比率等", "A flow over a period, a stock as of a date, a rate and so on"],
        |_, figure| figure.nature.id().into(),
    ),
];

const WHEN: &[RecordColumn<Observation>] = &[
    column(
        "start",
        Date,
        ["起", "start"],
        ["时段的起点；时点数留空", "The first day, month or year; empty for a figure as of a date"],
        |_, figure| figure.period.start().map_or(DataValue::Unknown, date),
    ),
    column(
        "start_basis",
        Term(|| terms(basis_name)),
        ["起点依据", "basis of the start"],
        ["起点是原文载明、推断还是不详", "Whether the start is stated, inferred or unknown"],
        |_, figure| figure.period.start().map(|end| end.basis_kind().id()).into(),
    ),
    column(
        "end",
        Date,
        ["止", "end"],
        ["时段的终点，或时点数的日期", "The last day, month or year, or the date of a stock"],
        |_, figure| date(figure.period.end()),
    ),
    column(
        "end_basis",
        Term(|| terms(basis_name)),
        ["终点依据", "basis of the end"],
        ["终点是原文载明、推断还是不详", "Whether the end is stated, inferred or unknown"],
        |_, figure| figure.period.end().basis_kind().id().into(),
    ),
    column(
        "period_note",
        Both,
        ["时段说明", "note on the period"],
        ["时段须说明之处", "What must be said of the period"],
        |_, figure| text(figure.period.note.as_ref()),
    ),
];

const WHOSE: &[RecordColumn<Observation>] = &[
    column(
        "scope",
        Term(|| terms(Scope::name)),
        ["范围", "scope"],
        ["市本级、含区县、单个平台等", "The level that is covered"],
        |_, figure| figure.scope.id().into(),
    ),
    column(
        "status",
        Term(|| terms(Status::name)),
        ["状态", "status"],
        ["实际、计划或预计", "Whether it has happened, is planned or expected"],
        |_, figure| figure.status.id().into(),
    ),
    column(
        "actor",
        Both,
        ["主体", "actor"],
        ["履职主体；市政协自身留空", "Whose performance it is; empty for the committee itself"],
        |_, figure| match &figure.actor {
            Actor::Committee => DataValue::Unknown,
            Actor::Other(who) => who.into(),
        },
    ),
    column(
        "variant",
        Both,
        ["本市口径", "variant"],
        ["与指标口径不同时，实际所计为何", "What is counted here, where that differs from the indicator"],
        |_, figure| text(figure.variant.as_ref()),
    ),
    column("note", Both, ["说明", "note"], ["须说明之处", "What else must be known"], |_, figure| {
        text(figure.note.as_ref())
    }),
    column(
        "reading",
        Both,
        ["读法", "reading"],
        ["原文无此数字时，数值如何读出", "How the value was read, where the phrase prints no such number"],
        |_, figure| text(figure.reading.as_ref()),
    ),
    column(
        "part_of",
        Word,
        ["属于", "part of"],
        ["整体数字的代号；与整体不可相加", "The id of the whole; a part is never added to it"],
        |data, figure| figure.part_of.map(|whole| data.observations[whole].id.as_str()).into(),
    ),
];

const WHERE: &[RecordColumn<Observation>] = &[
    column(
        "article",
        Word,
        ["文章代号", "article"],
        ["出处文章的代号", "The id of the article"],
        |data, figure| article(data, figure).id.as_str().into(),
    ),
    column(
        "paragraph",
        Count,
        ["段", "paragraph"],
        [
            "所在段落，从 1 数起；未见全文的留空",
            "The paragraph, counted from 1; empty where the page was not seen whole",
        ],
        |_, figure| figure.source.paragraph.map(usize::from).into(),
    ),
    column(
        "printed",
        Word,
        ["原文短语", "printed"],
        ["原文短语，逐字", "The phrase as printed"],
        |_, figure| figure.source.printed.as_str().into(),
    ),
    column(
        "title",
        Word,
        ["文章标题", "title"],
        ["出处文章的标题", "The title of the article"],
        |data, figure| article(data, figure).title.as_str().into(),
    ),
    column("outlet", Both, ["刊出媒体", "outlet"], ["刊出媒体", "Who published it"], |data, figure| {
        article(data, figure).outlet_name().into()
    }),
    column("published", Date, ["刊出日期", "published"], ["刊出日期", "When it appeared"], |data, figure| {
        article(data, figure).published.date().as_ref().map(PartialDate::to_string).into()
    }),
    column(
        "grade",
        Term(|| terms(Grade::name)),
        ["所见程度", "seen as"],
        ["来源如何看到：全文、摘录、转载、摘要", "How the source was seen: in full, an excerpt, a repost, a digest"],
        |data, figure| article(data, figure).grade.id().into(),
    ),
];

const MORE: &[RecordColumn<Observation>] = &[
    column(
        "address",
        Address,
        ["网址", "address"],
        ["原媒体网址", "The address at the outlet's own site"],
        |data, figure| article(data, figure).address.as_deref().into(),
    ),
    column(
        "other_sources",
        Word,
        ["另见", "other sources"],
        ["另见何处（JSON：文章、段、原文短语）", "Where else it is printed, as JSON: article, paragraph, phrase"],
        other_sources,
    ),
    column(
        "definition",
        Both,
        ["指标口径", "definition"],
        ["指标计什么、不计什么", "What counts and what does not"],
        |data, figure| (&data.indicators[figure.indicator].definition).into(),
    ),
    column(
        "number",
        Number,
        ["数", "number"],
        ["value 中的数；结构性数字留空", "The value where it is a number; empty for a designed number"],
        |_, figure| number(&figure.value).into(),
    ),
    column(
        "low",
        Number,
        ["下限", "low"],
        ["数值至少为此；约数、量级无可信的界限，留空", "It is at least this; empty where no bound can be relied on"],
        |_, figure| low(interval(figure)),
    ),
    column(
        "high",
        Number,
        ["上限", "high"],
        [
            "数值至多为此；无上限时留空，high_open 为 true",
            "It is at most this; empty with `high_open` true where there is no upper end",
        ],
        |_, figure| high(interval(figure)),
    ),
    column(
        "low_open",
        Flag,
        ["不含下限", "low is left out"],
        ["true：下限本身不计在内", "Whether the lower end itself is left out"],
        |_, figure| low_open(interval(figure)),
    ),
    column(
        "high_open",
        Flag,
        ["不含上限", "high is left out"],
        ["true：上限本身不计在内，或没有上限", "Whether the upper end itself is left out, or there is none"],
        |_, figure| high_open(interval(figure)),
    ),
    column(
        "start_why",
        Both,
        ["起点理由", "why this start"],
        ["起点推断或不详的理由", "Why the start is inferred or unknown"],
        |_, figure| text(figure.period.start().and_then(End::why)),
    ),
    column(
        "start_earliest",
        Date,
        ["起点最早", "earliest start"],
        ["推断的起点最早为哪日", "The earliest day of an inferred start"],
        |_, figure| figure.period.start().and_then(bounds).map(|(first, _)| first).into(),
    ),
    column(
        "start_latest",
        Date,
        ["起点最晚", "latest start"],
        ["推断的起点最晚为哪日", "The latest day of an inferred start"],
        |_, figure| figure.period.start().and_then(bounds).map(|(_, last)| last).into(),
    ),
    column(
        "end_why",
        Both,
        ["终点理由", "why this end"],
        ["终点推断或不详的理由", "Why the end is inferred or unknown"],
        |_, figure| text(figure.period.end().why()),
    ),
    column(
        "end_earliest",
        Date,
        ["终点最早", "earliest end"],
        ["推断的终点最早为哪日", "The earliest day of an inferred end"],
        |_, figure| bounds(figure.period.end()).map(|(first, _)| first).into(),
    ),
    column(
        "end_latest",
        Date,
        ["终点最晚", "latest end"],
        ["推断的终点最晚为哪日", "The latest day of an inferred end"],
        |_, figure| bounds(figure.period.end()).map(|(_, last)| last).into(),
    ),
    column("pack", Word, PACK.0, PACK.1, |data, figure| data.packs[article(data, figure).pack].id.as_str().into()),
    column("pack_version", Word, PACK_VERSION.0, PACK_VERSION.1, |data, figure| {
        let version = data.packs[article(data, figure).pack].version.as_ref();
        version.map(|version| version.number.as_str()).into()
    }),
];

fn other_sources(data: &Dataset, figure: &Observation) -> DataValue {
    let sources: Vec<SourceJson> = figure.also.iter().map(|source| SourceJson::new(data, source)).collect();
    // Strings and numbers can always be written.
    if sources.is_empty() { DataValue::Unknown } else { filled(&serde_json::to_string(&sources).unwrap_or_default()) }
}
