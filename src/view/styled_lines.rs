//! Draws the panes that consist of styled lines: the drilldown and the Reader.

use super::canvas::{Canvas, StyledSpan, right_of};
use crate::app::overflow::lines_shown;
use crate::app::span_role::{SpanRole, StyledLine};
use crate::app::{Pane, Selection, State, details};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Returns the style for a role.
fn style(state: &State, canvas: &Canvas<'_>, role: SpanRole, focused: bool) -> Style {
    let of = |key: crate::domain::Key<crate::domain::Observation>| state.dataset().observations[key].area.position();
    match role {
        SpanRole::Plain => Style::new(),
        SpanRole::Head if focused => canvas.appearance.strong().add_modifier(Modifier::UNDERLINED),
        SpanRole::Strong | SpanRole::Head => canvas.appearance.strong(),
        SpanRole::Dim | SpanRole::Address(_) => canvas.appearance.dim(),
        SpanRole::Refused => canvas.appearance.refused(),
        SpanRole::Area(area) => canvas.appearance.area_text(area.position()).add_modifier(Modifier::BOLD),
        SpanRole::AreaSymbol(area) => canvas.appearance.area_mark(area.position()),
        SpanRole::Figure(figure) => canvas.appearance.area_text(of(figure)).add_modifier(Modifier::BOLD),
        SpanRole::Selected(figure) => canvas.appearance.selected_cell(of(figure)),
    }
}

fn write(state: &State, canvas: &mut Canvas<'_>, rect: Rect, line: &StyledLine, focused: bool) {
    let spans: Vec<StyledSpan> = line
        .iter()
        .map(|(text, role)| {
            let text = match role {
                SpanRole::AreaSymbol(area) => canvas.appearance.area_symbol(area.position()).to_owned(),
                _ => text.clone(),
            };
            (text, style(state, canvas, *role, focused))
        })
        .collect();
    canvas.spans(rect, &spans);
}

/// Returns the lines of the drilldown that are seen, each with its place. It is scrolled down, or to the end if that is less.
pub(super) fn drilldown_lines(state: &State, area: Rect) -> Vec<(Rect, StyledLine)> {
    let lines = details::lines(state, usize::from(area.width));
    let (height, skip) = scrolled(state, area, lines.len());
    area.rows().zip(lines.into_iter().skip(skip).take(height)).collect()
}

/// Returns how many lines of the drilldown are seen, and how many are above them.
fn scrolled(state: &State, area: Rect, count: usize) -> (usize, usize) {
    let height = lines_shown(count, usize::from(area.height));
    (height, state.scroll().min(count.saturating_sub(height)))
}

/// Draws the details of the selection.
pub(super) fn drilldown(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let lines = details::lines(state, usize::from(area.width));
    let (height, skip) = scrolled(state, area, lines.len());
    let focused = state.focus() == Pane::Drilldown;
    for (row, line) in area.rows().zip(lines.iter().skip(skip).take(height)) {
        // Only the first line of all is the pane's head; it is out of sight after scrolling.
        write(state, canvas, row, line, focused && skip == 0);
    }
    if let Some(row) = super::hidden_lines::row_of(area, lines.len()) {
        let after = lines.len().saturating_sub(skip + height);
        super::hidden_lines::draw(canvas, row, (skip, after), state.lang(), Style::new());
    }
}

/// Returns the lines of the article that are seen, each with its place.
pub(super) fn reader_lines(state: &State, area: Rect) -> Vec<(Rect, StyledLine)> {
    let (lines, height) = state.reader_lines();
    let Some(reader) = state.reader() else { return Vec::new() };
    let rows = area.rows().map(|row| right_of(row, 1));
    rows.zip(lines.into_iter().skip(reader.top).take(height)).collect()
}

/// Draws the article in the Reader and marks the selected figure.
pub(super) fn reader(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let (lines, height) = state.reader_lines();
    let Some(reader) = state.reader() else { return };
    let selected = match state.selection() {
        Selection::Figure(figure) => Some(figure),
        _ => None,
    };
    for (row, line) in reader_lines(state, area) {
        let line: StyledLine = line
            .into_iter()
            .map(|(text, role)| match role {
                SpanRole::Figure(key) if Some(key) == selected => (text, SpanRole::Selected(key)),
                other => (text, other),
            })
            .collect();
        write(state, canvas, row, &line, false);
    }
    if let Some(row) = super::hidden_lines::row_of(area, lines.len()) {
        let after = lines.len().saturating_sub(reader.top + height);
        super::hidden_lines::draw(canvas, row, (reader.top, after), state.lang(), Style::new());
    }
}
