//! The parts of a comparison that several formats write in the same words.

use super::text_style::TextStyle;
use crate::domain::article::Article;
use crate::domain::observation::PrintedSource;
use crate::domain::{Cell, Comparison, Dataset, Key, MeasuredFigure, Observation};
use crate::text::{Lang, Phrase, quoted};
use crate::wording::{self, ApartRemark};
use itertools::Itertools;

/// The title over the figures that areas hold beside those that are compared.
pub(super) const OTHERS: Phrase = Phrase { zh: "同年另有", en: "Also held of the same year" };

/// Returns a figure under the measure with its unit: `503 件`, `2.59–2.64 次/月`; `None` where the measure refuses it.
pub(super) fn value(
    dataset: &Dataset,
    comparison: &Comparison,
    figure: &MeasuredFigure,
    style: &TextStyle,
) -> Option<String> {
    let measure = comparison.request.measure;
    let text = wording::measured_value(dataset, figure, measure, style.lang, style.notation)?;
    let observation = &dataset.observations[figure.observation()];
    let unit = wording::figure_unit(&dataset.indicators[comparison.request.indicator], observation, measure);
    Some(wording::with_unit(&text, unit.get(style.lang)))
}

/// Returns the name of the indicator, the measure, the choice of year and what else was chosen: `提案立案 · 每月 · 2025 年`. An
/// order that does not begin with the greatest says so: `· 最短居首`.
pub(super) fn heading(dataset: &Dataset, comparison: &Comparison, lang: Lang) -> String {
    let request = &comparison.request;
    let indicator = &dataset.indicators[request.indicator];
    let name = indicator.name.get(lang).to_owned();
    let measured = wording::measure_and_moment(request.measure, request.year_choice);
    let chosen = request.figure_choice.name().map(|chosen| chosen.get(lang).to_owned());
    let first = indicator.first_in_order().filter(|_| comparison.no_order.is_none());
    let first = first.map(|first| first.get(lang).to_owned());
    let parts = [name, measured.get(lang).to_owned()];
    parts.into_iter().chain(chosen).chain(first).join(" · ")
}

/// Returns the period of all figures, where they have the same one.
pub(super) fn common_period(dataset: &Dataset, comparison: &Comparison, lang: Lang) -> Option<String> {
    let first = comparison.cells.iter().find_map(Cell::figure)?;
    let period = &dataset.observations[first.observation()].period;
    (!comparison.periods_differ(dataset)).then(|| wording::period(period, lang))
}

/// Returns the figures that an area holds beside the one in its cell, each in words; see [`other_figure`].
pub(super) fn also_held(dataset: &Dataset, comparison: &Comparison, cell: &Cell, style: &TextStyle) -> Vec<String> {
    let others = comparison.also_held(dataset, cell);
    others.into_iter().map(|key| other_figure(dataset, key, style)).collect()
}

/// Returns a figure with what it counts, the level, its period and its id: `46 家（界别室 · 市本级；2024-07-30） a-2024-studios`.
fn other_figure(dataset: &Dataset, key: Key<Observation>, style: &TextStyle) -> String {
    let observation = &dataset.observations[key];
    let unit = wording::printed_unit(&dataset.indicators[observation.indicator], observation);
    let value = wording::observation_value(observation, style.lang, style.notation);
    let (counted, period) = (wording::counted(dataset, observation), wording::period(&observation.period, style.lang));
    let about = format!("{}{}{period}", counted.get(style.lang), style.semicolon());
    format!("{}{} {}", wording::with_unit(&value, unit.get(style.lang)), style.bracketed(&about), observation.id)
}

/// Counts the areas that report the indicator, or hold what was chosen of it: `5 市中 3 市公布`.
pub(super) fn count(comparison: &Comparison, lang: Lang) -> String {
    let (of, reported) = (comparison.cells.len(), comparison.reported());
    let cities = if of == 1 { "city" } else { "cities" };
    match (lang, comparison.request.figure_choice.is_open()) {
        (Lang::Zh, true) => format!("{of} 市中 {reported} 市公布"),
        (Lang::En, true) => format!("reported by {reported} of {of} {cities}"),
        (Lang::Zh, false) => format!("{of} 市中 {reported} 市有所选口径的数字"),
        (Lang::En, false) => format!("{reported} of {of} {cities} hold a figure of this choice"),
    }
}

/// Explains why nothing is compared, or why nothing is ranked; `None` where there is an order.
pub(super) fn refusal(comparison: &Comparison, lang: Lang) -> Option<String> {
    match (comparison.refused, comparison.no_order) {
        (Some(refusal), _) => Some(refusal.text().get(lang).to_owned()),
        (None, Some(why)) => Some(why.name().get(lang).to_owned()),
        (None, None) => None,
    }
}

/// Returns the rank of a figure in words; `None` where it has none.
pub(super) fn rank(dataset: &Dataset, comparison: &Comparison, cell: &Cell, lang: Lang) -> Option<String> {
    let direction = dataset.indicators[comparison.request.indicator].direction;
    cell.rank().map(|rank| rank.text(direction, lang))
}

/// Returns what is said of a figure that may not be ranked with those that others may be ranked with.
pub(super) fn apart(dataset: &Dataset, comparison: &Comparison, cell: &Cell) -> Option<ApartRemark> {
    comparison.index_of(cell.area).and_then(|index| ApartRemark::of(dataset, comparison, index))
}

/// Returns where a figure is printed: the phrase, the title, the paragraph, the outlet and the date.
pub(super) fn source(dataset: &Dataset, source: &PrintedSource, style: &TextStyle) -> String {
    let article = &dataset.articles[source.article];
    let (title, paragraph) = (&article.title, paragraph(source, style.lang));
    let (printed, outlet) = (quoted(&source.printed), style.bracketed(&outlet(article, style.lang)));
    let comma = if style.lang == Lang::Zh { "，" } else { ", " };
    format!("{printed}{comma}《{title}》{paragraph}{outlet}")
}

/// Returns the number of the paragraph, to stand behind the title of its article.
pub(super) fn paragraph(source: &PrintedSource, lang: Lang) -> String {
    match (source.paragraph, lang) {
        (None, _) => String::new(),
        (Some(number), Lang::Zh) => format!("第 {number} 段"),
        (Some(number), Lang::En) => format!(" para. {number}"),
    }
}

fn outlet(article: &Article, lang: Lang) -> String {
    let grade = article.grade.name().get(lang);
    let comma = if lang == Lang::Zh { "，" } else { ", " };
    format!("{}{comma}{}{comma}{grade}", article.outlet_name().get(lang), article.published.text().get(lang))
}
