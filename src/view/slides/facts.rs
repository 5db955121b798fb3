//! The figures of a slide with their sources, for the speaker, who is asked for them.

use super::stage::Stage;
use crate::deck::{Shows, Slide};
use crate::domain::{Area, Cell, Key, Observation, Request, compare};
use crate::text::{pad_left, pad_right, width};
use crate::view::Look;
use crate::view::order::{self, Detail};
use crate::view::pen::Span;
use crate::view::table::value;
use crate::wording::period_brief;
use itertools::Itertools;
use ratatui::style::{Modifier, Style};

/// One line for each figure: whose or of what, how many, of when, who printed it and how that was seen; and what can be
/// said of their order.
pub(super) fn lines(stage: Stage, look: Look, slide: &Slide, room: usize) -> Vec<Vec<Span>> {
    match &slide.shows {
        Shows::Compare { indicators, areas, measure, moment } => {
            let of = |indicator| {
                let request = Request { indicator, areas: areas.clone(), measure: *measure, moment: *moment };
                compared(stage, look, &request, indicators.len() > 1, room)
            };
            indicators.iter().copied().map(of).collect_vec().join(&Vec::new())
        }
        Shows::City { figures, .. } => listed(stage, look, figures),
        Shows::Figure(figure) => listed(stage, look, &[*figure]),
        Shows::Title | Shows::Text | Shows::Initiatives(_) | Shows::Timeline(_) | Shows::Coverage(_) => Vec::new(),
    }
}

fn compared(stage: Stage, look: Look, request: &Request, is_named: bool, room: usize) -> Vec<Vec<Span>> {
    let comparison = compare(stage.dataset, request);
    let said =
        |cell: &Cell| cell.figure().map(|found| value(stage.dataset, stage.lang, request.measure, look.charset, found));
    let values = comparison.cells.iter().filter_map(said).map(|value| width(&value)).max().unwrap_or(0);
    let names = usize::from(stage.widest_name(request.areas.iter().copied()));
    let mut lines = Vec::new();
    if is_named {
        lines.push(vec![(stage.dataset.indicators[request.indicator].name.get(stage.lang).to_owned(), look.strong())]);
    }
    for cell in comparison.cells_by_value() {
        let mut line = vec![name(stage, look, cell.area, names)];
        match &cell.content {
            Err(missing) => line.push((missing.brief().get(stage.lang).to_owned(), look.dim())),
            Ok(found) => {
                line.push((pad_left(&said(cell).unwrap_or_default(), values), look.strong()));
                line.push(about(stage, look, found.observation()));
            }
        }
        lines.push(line);
    }
    lines.extend(order::lines(stage.dataset, stage.lang, look, &comparison, Detail::All, (room, usize::MAX)));
    lines
}

fn listed(stage: Stage, look: Look, figures: &[Key<Observation>]) -> Vec<Vec<Span>> {
    let held = |figure: &Key<Observation>| &stage.dataset.observations[*figure];
    let name = |figure: &Key<Observation>| stage.dataset.indicators[held(figure).indicator].name.get(stage.lang);
    let names = figures.iter().map(|figure| width(name(figure))).max().unwrap_or(0);
    let values = figures.iter().map(|figure| width(&stage.value(look, *figure))).max().unwrap_or(0);
    let line = |figure: &Key<Observation>| {
        let colour = look.area(held(figure).area.position()).add_modifier(Modifier::BOLD);
        vec![
            (pad_right(name(figure), names + 2), Style::new()),
            (pad_left(&stage.value(look, *figure), values), colour),
            about(stage, look, *figure),
        ]
    };
    figures.iter().map(line).collect()
}

fn name(stage: Stage, look: Look, area: Key<Area>, room: usize) -> Span {
    let text = format!("{} {}", look.mark(area.position()), pad_right(stage.name(area), room + 2));
    (text, look.area(area.position()).add_modifier(Modifier::BOLD))
}

fn about(stage: Stage, look: Look, figure: Key<Observation>) -> Span {
    let held = &stage.dataset.observations[figure];
    let grade = stage.dataset.articles[held.source.article].grade.name().get(stage.lang);
    let period = period_brief(&held.period, stage.lang);
    let outlet = stage.outlet(held.source.article);
    let dot = look.sign("·", ".");
    (format!("  {period} {dot} {grade} {dot} {outlet}"), look.dim())
}
