//! What can be said of an order: who stands before whom, or why nobody does, and what keeps the others out.

use super::Look;
use super::pen::Span;
use crate::domain::{Comparison, Dataset, Exclusion};
use crate::text::{Lang, Phrase, fit, flow, width};
use ratatui::style::Style;

const ORDER: Phrase = Phrase { zh: "位次", en: "Order" };
const TIED: Phrase = Phrase { zh: "并列", en: "tied " };
const UNRANKED: Phrase = Phrase { zh: "未列", en: "Not ranked" };

/// One thing that can be said of an order.
type Statement = Vec<Span>;

/// How much is told of what keeps figures out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// The main reason: the drilldown beside it has all of them.
    Main,
    /// All kinds of reasons.
    All,
}

/// The lines of all that can be said, at most `most`. What would be cut at its end is left out, but for the first.
pub(super) fn lines(
    dataset: &Dataset,
    lang: Lang,
    look: Look,
    comparison: &Comparison,
    detail: Detail,
    (room, most): (usize, usize),
) -> Vec<Vec<Span>> {
    let mut lines = Vec::new();
    for statement in statements(dataset, lang, look, comparison, detail) {
        let next = flow(&statement, room);
        if lines.is_empty() || lines.len() + next.len() <= most {
            lines.extend(next);
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        mark_cut(lines.last_mut(), room);
    }
    lines
}

/// Says at the end of a line that there was more.
fn mark_cut(line: Option<&mut Vec<Span>>, room: usize) {
    let Some(line) = line else { return };
    let before: usize = line.iter().rev().skip(1).map(|(text, _)| width(text)).sum();
    if let Some((text, _)) = line.last_mut() {
        // A sign that is sure to have no room makes room for the mark.
        *text = fit(&format!("{text}……"), (width(text) + 1).min(room.saturating_sub(before)));
    }
}

/// The areas that are ranked, with the places that each may take, and those that are excluded; or why nothing is ranked.
fn statements(dataset: &Dataset, lang: Lang, look: Look, comparison: &Comparison, detail: Detail) -> Vec<Statement> {
    let (colon, semicolon) = match lang {
        Lang::Zh => ("：", "；"),
        Lang::En => (": ", "; "),
    };
    let exclusions = match detail {
        Detail::Main => Exclusion::briefly(comparison.exclusions()),
        Detail::All => comparison.exclusions(),
    };
    // What holds for some areas has a colon of its own.
    let is_of_some = exclusions.iter().any(|exclusion| !exclusion.areas.is_empty());
    let why: Vec<String> = exclusions.iter().map(|exclusion| exclusion.text(dataset).get(lang).to_owned()).collect();
    let why = (!why.is_empty()).then(|| why.join(semicolon));
    let (none, style) = match (comparison.refused, comparison.no_order) {
        (Some(why), _) => (why.text().get(lang).to_owned(), look.refused()),
        (None, Some(why)) => (why.name().get(lang).to_owned(), look.strong()),
        (None, None) => {
            let outside = why.map(|why| vec![(format!("{}  {why}", UNRANKED.get(lang)), look.dim())]);
            return std::iter::once(ranks(dataset, lang, look, comparison)).chain(outside).collect();
        }
    };
    let why = why.map(|why| match (is_of_some, lang) {
        (false, _) => format!("{colon}{why}"),
        (true, Lang::Zh) => format!("（{why}）"),
        (true, Lang::En) => format!(" ({why})"),
    });
    vec![std::iter::once((none, style)).chain(why.map(|why| (why, Style::new()))).collect()]
}

fn ranks(dataset: &Dataset, lang: Lang, look: Look, comparison: &Comparison) -> Statement {
    let mut spans = vec![(ORDER.get(lang).to_owned(), look.dim())];
    for cell in comparison.cells_by_value() {
        if let Some(rank) = cell.rank {
            let alike = comparison.cells.iter().filter(|other| other.rank == Some(rank)).count();
            let tied = if alike > 1 && rank.from == rank.to { TIED.get(lang) } else { "" };
            spans.push((format!("  {tied}{} ", rank.range()), Style::new()));
            let name = dataset.areas[cell.area].name.get(lang);
            spans.push((name.to_owned(), look.area(cell.area.position())));
        }
    }
    spans
}
