//! Describes the order of a comparison: the rank of each area or why there is no order, and what excludes the other
//! areas.

use super::Appearance;
use super::canvas::StyledSpan;
use crate::domain::{Area, Cell, Comparison, Dataset, Exclusion, Key};
use crate::text::{Lang, Phrase, fit, flow, width};
use itertools::Itertools;
use ratatui::style::Style;

const TIED: Phrase = Phrase { zh: "并列", en: "tied " };
const UNRANKED: Phrase = Phrase { zh: "未列", en: "Not ranked" };

/// A sentence about an order, with its styles.
type Statement = Vec<StyledSpan>;

/// How many of the reasons for exclusions are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// None for areas whose rows state it; the main one for others.
    Unstated,
    /// The main reason. The drilldown beside it lists all of them.
    Main,
    /// Every kind of reason.
    All,
}

/// Returns the statements about an order as lines of `max_width` cells, at most `most` of them. A statement that would
/// be cut is left out, except for the first, which makes room for the others: the ranks of many areas go on and on.
pub(super) fn lines(
    dataset: &Dataset,
    lang: Lang,
    appearance: Appearance,
    comparison: &Comparison,
    detail: Detail,
    (max_width, most): (usize, usize),
) -> Vec<Vec<StyledSpan>> {
    // No area with its rank takes fewer than six cells.
    let most_ranked = max_width.saturating_mul(most) / 6 + 1;
    let statements = statements(dataset, lang, appearance, comparison, (detail, most_ranked));
    let mut flowed = statements.iter().map(|statement| flow(statement, max_width));
    let mut lines = flowed.next().unwrap_or_default();
    let mut others = Vec::new();
    for next in flowed {
        if others.len() + next.len() < most {
            others.extend(next);
        }
    }
    let room = most - others.len().min(most);
    if lines.len() > room {
        lines.truncate(room);
        mark_cut(lines.last_mut(), max_width);
    }
    lines.extend(others);
    lines
}

/// Marks at the end of a line that more would have followed.
fn mark_cut(line: Option<&mut Vec<StyledSpan>>, max_width: usize) {
    let Some(line) = line else { return };
    let before: usize = line.iter().rev().skip(1).map(|(text, _)| width(text)).sum();
    if let Some((text, _)) = line.last_mut() {
        // The appended sign can never fit, so `fit` cuts the text and adds its own mark.
        *text = fit(&format!("{text}……"), (width(text) + 1).min(max_width.saturating_sub(before)));
    }
}

/// Returns the ranked areas with the ranks that each may have, and the excluded areas; or why nothing is ranked.
fn statements(
    dataset: &Dataset,
    lang: Lang,
    appearance: Appearance,
    comparison: &Comparison,
    (detail, most_ranked): (Detail, usize),
) -> Vec<Statement> {
    let (colon, semicolon) = match lang {
        Lang::Zh => ("：", "；"),
        Lang::En => (": ", "; "),
    };
    let exclusions = match detail {
        Detail::Unstated => Exclusion::briefly(unstated(dataset, comparison)),
        Detail::Main => Exclusion::briefly(comparison.exclusions(dataset)),
        Detail::All => comparison.exclusions(dataset).to_vec(),
    };
    // A reason that applies to some areas has a colon of its own, so it stands in brackets.
    let is_of_some = exclusions.iter().any(|exclusion| !exclusion.areas.is_empty());
    let why: Vec<String> = exclusions.iter().map(|exclusion| exclusion.text(dataset).get(lang).to_owned()).collect();
    let why = (!why.is_empty()).then(|| why.join(semicolon));
    let (none, style) = match (comparison.refused, comparison.no_order) {
        (Some(why), _) => (why.text().get(lang).to_owned(), appearance.refused()),
        (None, Some(why)) => (why.name().get(lang).to_owned(), appearance.strong()),
        (None, None) => {
            let outside = why.map(|why| vec![(format!("{}  {why}", UNRANKED.get(lang)), appearance.dim())]);
            return std::iter::once(ranks(dataset, lang, appearance, comparison, most_ranked)).chain(outside).collect();
        }
    };
    let why = why.map(|why| match (is_of_some, lang) {
        (false, _) => format!("{colon}{why}"),
        (true, Lang::Zh) => format!("（{why}）"),
        (true, Lang::En) => format!(" ({why})"),
    });
    vec![std::iter::once((none, style)).chain(why.map(|why| (why, Style::new()))).collect()]
}

/// Returns the exclusions without those of areas whose own rows say why their figures stand apart.
fn unstated<'a>(dataset: &Dataset, comparison: &'a Comparison) -> impl Iterator<Item = &'a Exclusion> {
    let is_apart = move |area: &Key<Area>| comparison.cell_of(*area).is_some_and(|cell| !cell.is_on_one_scale());
    let exclusions = comparison.exclusions(dataset).iter();
    exclusions.filter(move |exclusion| exclusion.areas.is_empty() || !exclusion.areas.iter().all(is_apart))
}

/// Returns the ranked areas with their ranks, at most `most`, behind what comes first where that is not the greatest.
fn ranks(dataset: &Dataset, lang: Lang, appearance: Appearance, comparison: &Comparison, most: usize) -> Statement {
    let indicator = &dataset.indicators[comparison.request.indicator];
    let order = indicator.direction.order_name().get(lang);
    let order = match (indicator.first_in_order(), lang) {
        (None, _) => order.to_owned(),
        (Some(first), Lang::Zh) => format!("{order}（{}）", first.zh),
        (Some(first), Lang::En) => format!("{order} ({})", first.en),
    };
    let mut spans = vec![(order, appearance.dim())];
    let alike = comparison.cells.iter().filter_map(Cell::rank).counts();
    let ranked = comparison.cells_by_value().into_iter().filter_map(|cell| Some((cell, cell.rank()?)));
    for (place, (cell, rank)) in ranked.enumerate() {
        if place == most {
            spans.push(("  ……".to_owned(), appearance.dim()));
            break;
        }
        let is_tied = rank.from == rank.to && alike.get(&rank).is_some_and(|alike| *alike > 1);
        let tied = if is_tied { TIED.get(lang) } else { "" };
        spans.push((format!("  {tied}{} ", rank.range()), Style::new()));
        let name = dataset.areas[cell.area].name.get(lang);
        spans.push((name.to_owned(), appearance.area_text(cell.area.position())));
    }
    spans
}
