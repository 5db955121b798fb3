//! Describes the order of a comparison: the rank of each area or why there is no order, and what excludes the other
//! areas.

use super::Appearance;
use super::canvas::StyledSpan;
use crate::domain::{Area, Comparison, Dataset, Exclusion, Key};
use crate::text::{Lang, Phrase, fit, flow, width};
use itertools::Itertools;
use ratatui::style::Style;

const SEE_DETAILS: Phrase = Phrase { zh: "理由见明细", en: "reasons in the details" };
const UNRANKED: Phrase = Phrase { zh: "未排", en: "Not ranked" };

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
    let mut statements = statements.iter().map(|wordings| wordings.iter().map(|one| flow(one, max_width)).collect());
    let mut lines = shortest_or_fitting(statements.next().unwrap_or_default(), most);
    let mut others = Vec::new();
    for next in statements {
        let room = most.saturating_sub(others.len() + 1);
        let next = shortest_or_fitting(next, room);
        if next.len() <= room {
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

/// Returns the first of several wordings, from the fullest to the shortest, that has room in `most` lines; or else the
/// shortest.
fn shortest_or_fitting(wordings: Vec<Vec<Vec<StyledSpan>>>, most: usize) -> Vec<Vec<StyledSpan>> {
    let shortest = wordings.last().cloned().unwrap_or_default();
    wordings.into_iter().find(|lines| lines.len() <= most).unwrap_or(shortest)
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

/// Returns the ranked areas with the ranks that each may have, and the excluded areas; or why nothing is ranked. Each comes in
/// several wordings, the fullest first: a reason is worded in fewer words before it is cut.
fn statements(
    dataset: &Dataset,
    lang: Lang,
    appearance: Appearance,
    comparison: &Comparison,
    (detail, most_ranked): (Detail, usize),
) -> Vec<Vec<Statement>> {
    let exclusions = match detail {
        Detail::Unstated => Exclusion::briefly(unstated(dataset, comparison)),
        Detail::Main => Exclusion::briefly(comparison.exclusions(dataset)),
        Detail::All => comparison.exclusions(dataset).to_vec(),
    };
    let whys = reasons(dataset, lang, &exclusions);
    let (none, style) = match (comparison.refused, comparison.no_order) {
        (Some(why), _) => (as_sentence(why.text().get(lang)), appearance.refused()),
        (None, Some(why)) => (why.name().get(lang).to_owned(), appearance.strong()),
        (None, None) => {
            let outside = |why: &String| vec![(format!("{}  {why}", UNRANKED.get(lang)), appearance.dim())];
            let outside = (!whys.is_empty()).then(|| whys.iter().map(outside).collect());
            let ranks = vec![ranks(dataset, lang, appearance, comparison, most_ranked)];
            return std::iter::once(ranks).chain(outside).collect();
        }
    };
    // A reason that applies to some areas has a colon of its own, so it stands in brackets.
    let is_of_some = exclusions.iter().any(|exclusion| !exclusion.areas.is_empty());
    let said = |why: &String| match (is_of_some, lang) {
        (false, Lang::Zh) => format!("：{why}"),
        (false, Lang::En) => format!(": {why}"),
        (true, Lang::Zh) => format!("（{why}）"),
        (true, Lang::En) => format!(" ({why})"),
    };
    let head = || (none.clone(), style);
    let mut wordings: Vec<Statement> = whys.iter().map(|why| vec![head(), (said(why), Style::new())]).collect();
    if wordings.is_empty() {
        wordings.push(vec![head()]);
    } else {
        wordings.push(vec![head(), (said(&SEE_DETAILS.get(lang).to_owned()), Style::new())]);
    }
    vec![wordings]
}

/// Returns a text with a capital at its start, as it stands alone in a line.
fn as_sentence(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// Returns the reasons for exclusions: with the areas that each applies to, and alone. Empty where nothing is excluded.
fn reasons(dataset: &Dataset, lang: Lang, exclusions: &[Exclusion]) -> Vec<String> {
    if exclusions.is_empty() {
        return Vec::new();
    }
    let (comma, semicolon) = match lang {
        Lang::Zh => ("、", "；"),
        Lang::En => (", ", "; "),
    };
    let full = exclusions.iter().map(|exclusion| exclusion.text(dataset).get(lang).to_owned()).join(semicolon);
    let names = exclusions.iter().flat_map(|exclusion| &exclusion.reasons).map(|reason| reason.name().get(lang));
    vec![full, names.unique().join(comma)]
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
    let ranked = comparison.cells_by_value().into_iter().filter_map(|cell| Some((cell, cell.rank()?)));
    let places = ranked.chunk_by(|(_, rank)| *rank);
    let mut left = most;
    for (rank, cells) in &places {
        let cells: Vec<_> = cells.collect();
        if left == 0 {
            spans.push(("  ……".to_owned(), appearance.dim()));
            break;
        }
        let is_tied = rank.from == rank.to && cells.len() > 1;
        spans.push((format!("  {} ", place_text(rank.range(), is_tied, lang)), Style::new()));
        for (index, (cell, _)) in cells.iter().enumerate().take(left) {
            if index > 0 {
                let between = if lang == Lang::Zh { "、" } else { ", " };
                spans.push((between.to_owned(), Style::new()));
            }
            let name = dataset.areas[cell.area].name.get(lang);
            spans.push((name.to_owned(), appearance.area_text(cell.area.position())));
        }
        left = left.saturating_sub(cells.len());
    }
    spans
}

/// Returns a place in an order: `1`, and where several share it `并列1`, `1=`.
fn place_text(range: String, is_tied: bool, lang: Lang) -> String {
    match (is_tied, lang) {
        (false, _) => range,
        (true, Lang::Zh) => format!("并列 {range}"),
        (true, Lang::En) => format!("{range}="),
    }
}
