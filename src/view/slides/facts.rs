//! Lists the figures of a slide with their sources for the speaker, in case somebody asks.

use super::context::SlideContext;
use crate::deck::{Slide, SlideTarget};
use crate::domain::{Area, Cell, Key, Observation, Request, compare};
use crate::text::{pad_left, pad_right, width};
use crate::view::Appearance;
use crate::view::canvas::StyledSpan;
use crate::view::figure_text::value;
use crate::view::order::{self, Detail};
use crate::wording::period_brief;
use itertools::Itertools;
use ratatui::style::{Modifier, Style};

/// Returns one line for each figure: area or indicator, value, period, outlet, and the article's grade. The order of
/// the areas follows.
pub(super) fn lines(
    context: SlideContext,
    appearance: Appearance,
    slide: &Slide,
    max_width: usize,
) -> Vec<Vec<StyledSpan>> {
    match slide.content.target() {
        SlideTarget::Comparison { indicators, areas, measure, year_choice, figure_choice } => {
            let of = |indicator| {
                let request = Request {
                    indicator,
                    areas: areas.into(),
                    measure,
                    year_choice,
                    figure_choice: figure_choice.clone(),
                };
                comparison_lines(context, appearance, &request, indicators.len() > 1, max_width)
            };
            indicators.iter().copied().map(of).collect_vec().join(&Vec::new())
        }
        SlideTarget::AreaFigures { figures, .. } => figure_lines(context, appearance, figures),
        SlideTarget::Figure(figure) => figure_lines(context, appearance, &[figure]),
        SlideTarget::Words | SlideTarget::Initiatives(_) | SlideTarget::Timeline(_) | SlideTarget::Coverage(_) => {
            Vec::new()
        }
    }
}

fn comparison_lines(
    context: SlideContext,
    appearance: Appearance,
    request: &Request,
    is_named: bool,
    max_width: usize,
) -> Vec<Vec<StyledSpan>> {
    let comparison = compare(context.dataset, request);
    let value_of = |cell: &Cell| {
        cell.figure().map(|figure| value(context.dataset, context.lang, request.measure, appearance.charset, figure))
    };
    let values = comparison.cells.iter().filter_map(value_of).map(|value| width(&value)).max().unwrap_or(0);
    let names = usize::from(context.widest_name(request.areas.iter().copied()));
    let mut lines = Vec::new();
    if is_named {
        lines.push(vec![(
            context.dataset.indicators[request.indicator].name.get(context.lang).to_owned(),
            appearance.strong(),
        )]);
    }
    for cell in comparison.cells_by_value() {
        let mut line = name(context, appearance, cell.area, names).to_vec();
        match &cell.content {
            Err(missing) => line.push((missing.brief().get(context.lang).to_owned(), appearance.dim())),
            Ok(figure) => {
                line.push((pad_left(&value_of(cell).unwrap_or_default(), values), appearance.strong()));
                line.push(about(context, appearance, figure.observation()));
            }
        }
        lines.push(line);
    }
    lines.extend(order::lines(
        context.dataset,
        context.lang,
        appearance,
        &comparison,
        Detail::All,
        (max_width, usize::MAX),
    ));
    lines
}

fn figure_lines(context: SlideContext, appearance: Appearance, figures: &[Key<Observation>]) -> Vec<Vec<StyledSpan>> {
    let observation = |figure: &Key<Observation>| &context.dataset.observations[*figure];
    let name =
        |figure: &Key<Observation>| context.dataset.indicators[observation(figure).indicator].name.get(context.lang);
    let names = figures.iter().map(|figure| width(name(figure))).max().unwrap_or(0);
    let values = figures.iter().map(|figure| width(&context.value(appearance, *figure))).max().unwrap_or(0);
    let line = |figure: &Key<Observation>| {
        let colour = appearance.area_text(observation(figure).area.position()).add_modifier(Modifier::BOLD);
        vec![
            (pad_right(name(figure), names + 2), Style::new()),
            (pad_left(&context.value(appearance, *figure), values), colour),
            about(context, appearance, *figure),
        ]
    };
    figures.iter().map(line).collect()
}

fn name(context: SlideContext, appearance: Appearance, area: Key<Area>, max_width: usize) -> [StyledSpan; 2] {
    let position = area.position();
    let name = format!(" {}", pad_right(context.name(area), max_width + 2));
    [
        (appearance.area_symbol(position).to_owned(), appearance.area_mark(position)),
        (name, appearance.area_text(position).add_modifier(Modifier::BOLD)),
    ]
}

fn about(context: SlideContext, appearance: Appearance, figure: Key<Observation>) -> StyledSpan {
    let observation = &context.dataset.observations[figure];
    let grade = context.dataset.articles[observation.source.article].grade.name().get(context.lang);
    let period = period_brief(&observation.period, context.lang);
    let outlet = context.outlet(observation.source.article);
    let dot = appearance.sign("·", ".");
    (format!("  {period} {dot} {grade} {dot} {outlet}"), appearance.dim())
}
