//! What the formats of a comparison have in common, and its comma-separated values: one row for each cell.

use super::super::csv::{self, Field};
use super::super::json::basis;
use super::super::observations::printed;
use super::super::{Error, Look};
use crate::domain::article::Article;
use crate::domain::compare::Cell;
use crate::domain::date::PartialDate;
use crate::domain::interval::{High, Low};
use crate::domain::measure::Found;
use crate::domain::observation::Source;
use crate::domain::order::Order;
use crate::domain::period::{End, Period};
use crate::domain::request::Measure;
use crate::domain::{Comparison, Dataset, Extent, Missing, NoMeasure, Refusal};
use crate::text::number::Signs;
use crate::text::{Lang, fit, quoted};
use crate::wording as words;
use crate::wording::{extent, unit, with_unit};

/// A figure under the measure with its unit: `503 件`, `2.59–2.64 次/月`; `None` where the measure refuses it.
pub(super) fn value(dataset: &Dataset, comparison: &Comparison, found: &Found, look: &Look) -> Option<String> {
    let measured = found.extent.as_ref().ok()?;
    let measure = comparison.request.measure;
    let text = extent(measured, measure == Measure::Raw, look.lang, look.signs);
    let unit = unit(&dataset.indicators[comparison.request.indicator], measure);
    Some(with_unit(&text, unit.get(look.lang)))
}

/// The name of the indicator, the measure and the moment: `提案立案 · 原值 · 最近`.
pub(super) fn heading(dataset: &Dataset, comparison: &Comparison, lang: Lang) -> String {
    let request = &comparison.request;
    let name = dataset.indicators[request.indicator].name.get(lang);
    format!("{name} · {} · {}", request.measure.name().get(lang), request.moment.name().get(lang))
}

/// The one period of which all figures speak, where they do.
pub(super) fn common_period(dataset: &Dataset, comparison: &Comparison, lang: Lang) -> Option<String> {
    let first = comparison.cells.iter().find_map(Cell::found)?;
    let period = &dataset.observations[first.main()].period;
    (!comparison.periods_differ(dataset)).then(|| words::period(period, lang))
}

/// `5 市中 3 市公布`.
pub(super) fn count(comparison: &Comparison, lang: Lang) -> String {
    let (of, reported) = (comparison.cells.len(), comparison.reported());
    match lang {
        Lang::Zh => format!("{of} 市中 {reported} 市公布"),
        Lang::En => format!("{reported} of {of} report this"),
    }
}

/// Why nothing is compared, or why nothing is ranked; `None` where there is an order.
pub(super) fn refusal(comparison: &Comparison, lang: Lang) -> Option<String> {
    match (comparison.refused, &comparison.order) {
        (Some(refusal), _) => Some(refusal.text().get(lang).to_owned()),
        (None, Order::None(why)) => Some(why.name().get(lang).to_owned()),
        (None, Order::Ranked(_)) => None,
    }
}

/// Where a figure is printed: the phrase, the title in short, the paragraph, the outlet and the date.
pub(super) fn source(dataset: &Dataset, source: &Source, look: &Look) -> String {
    let article = &dataset.articles[source.article];
    let (title, place) = (fit(&article.title, 36), paragraph(source, look.lang));
    let (printed, outlet) = (quoted(&source.printed), outlet(article, look.lang));
    match look.lang {
        Lang::Zh => format!("{printed}，《{title}》{place}（{outlet}）"),
        Lang::En => format!("{printed}, 《{title}》{place} ({outlet})"),
    }
}

fn paragraph(source: &Source, lang: Lang) -> String {
    match (source.paragraph, lang) {
        (None, _) => String::new(),
        (Some(number), Lang::Zh) => format!("第 {number} 段"),
        (Some(number), Lang::En) => format!(" para. {number}"),
    }
}

fn outlet(article: &Article, lang: Lang) -> String {
    let grade = article.grade.name().get(lang);
    let comma = if lang == Lang::Zh { "，" } else { ", " };
    format!("{}{comma}{}{comma}{grade}", article.outlet.get(lang), article.published.text().get(lang))
}

const COLUMNS: &[&str] = &[
    "indicator",
    "measure",
    "moment",
    "area",
    "value_low",
    "value_high",
    "low_open",
    "high_open",
    "value_printed",
    "qualifier",
    "unit_zh",
    "unit_en",
    "start",
    "start_basis",
    "end",
    "end_basis",
    "missing",
    "no_measure",
    "observation",
    "article",
    "paragraph",
    "printed",
    "rank_from",
    "rank_to",
    "refused",
];

/// All cells of all comparisons, one a line.
pub(super) fn csv(dataset: &Dataset, comparisons: &[Comparison]) -> Result<String, Error> {
    let rows = comparisons.iter().flat_map(|comparison| {
        let cells = comparison.cells.iter().enumerate();
        cells.map(move |(place, cell)| row(dataset, comparison, place, cell))
    });
    csv::fields(COLUMNS, rows)
}

fn row(dataset: &Dataset, comparison: &Comparison, place: usize, cell: &Cell) -> Vec<Field> {
    let request = &comparison.request;
    let indicator = &dataset.indicators[request.indicator];
    let unit = unit(indicator, request.measure);
    let found = cell.found();
    let observation = found.map(|found| &dataset.observations[found.main()]);
    let ends = ends(found.and_then(|found| found.extent.as_ref().ok()));
    let rank = comparison.order.rank(place);
    let text = |found: Option<&str>| found.unwrap_or_default().to_owned();
    let [low, high, low_open, high_open] = ends;
    let mut fields = vec![
        ("indicator", indicator.id.clone()),
        ("measure", request.measure.id().to_owned()),
        ("moment", request.moment.id()),
        ("area", dataset.areas[cell.area].id.clone()),
        ("value_low", low),
        ("value_high", high),
        ("low_open", low_open),
        ("high_open", high_open),
        ("value_printed", observation.map(|found| printed(&found.value)).unwrap_or_default()),
        ("qualifier", text(observation.map(|found| found.qualifier.id()))),
        ("unit_zh", unit.zh),
        ("unit_en", unit.en),
    ];
    fields.extend(period(observation.map(|found| &found.period)));
    fields.extend([
        ("missing", text(cell.content.as_ref().err().map(Missing::id))),
        ("no_measure", text(found.and_then(|found| found.extent.as_ref().err()).map(NoMeasure::id))),
        ("observation", text(observation.map(|found| found.id.as_str()))),
        ("article", text(observation.map(|found| dataset.articles[found.source.article].id.as_str()))),
        (
            "paragraph",
            observation.and_then(|found| found.source.paragraph).map(|number| number.to_string()).unwrap_or_default(),
        ),
        ("printed", text(observation.map(|found| found.source.printed.as_str()))),
        ("rank_from", rank.map(|rank| rank.from.to_string()).unwrap_or_default()),
        ("rank_to", rank.map(|rank| rank.to.to_string()).unwrap_or_default()),
        ("refused", text(comparison.refused.map(Refusal::id))),
    ]);
    fields
}

/// The low end, the high end, and whether each is open; what is not known is left empty.
fn ends(extent: Option<&Extent>) -> [String; 4] {
    let Some(interval) = extent.and_then(Extent::interval) else { return Default::default() };
    let high = interval.high();
    [
        interval.low().amount().get().to_string(),
        high.amount().map(|amount| amount.get().to_string()).unwrap_or_default(),
        matches!(interval.low(), Low::Open(_)).to_string(),
        (!matches!(high, High::Closed(_))).to_string(),
    ]
}

fn period(period: Option<&Period>) -> [Field; 4] {
    let date = |end: Option<&End>| end.and_then(End::date).as_ref().map(PartialDate::to_string).unwrap_or_default();
    let known = |end: Option<&End>| end.map(basis).unwrap_or_default().to_owned();
    let (start, end) = (period.and_then(Period::start), period.map(Period::end));
    [("start", date(start)), ("start_basis", known(start)), ("end", date(end)), ("end_basis", known(end))]
}

/// The signs of ordinary text, for formats that no terminal draws.
pub(super) const fn document_signs(look: &Look) -> Look {
    Look { signs: Signs::Unicode, ..*look }
}
