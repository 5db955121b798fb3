//! Lines in marks: the drilldown and the Reader.

use super::pen::{Pen, Span, line, right_of};
use crate::app::span_role::{SpanRole, StyledLine};
use crate::app::{Pane, Selection, State, details};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// The style of a mark.
fn style(state: &State, pen: &Pen<'_>, mark: SpanRole, focused: bool) -> Style {
    let of = |key: crate::domain::Key<crate::domain::Observation>| state.dataset().observations[key].area.position();
    match mark {
        SpanRole::Plain => Style::new(),
        SpanRole::Head if focused => pen.look.strong().add_modifier(Modifier::UNDERLINED),
        SpanRole::Strong | SpanRole::Head => pen.look.strong(),
        SpanRole::Dim => pen.look.dim(),
        SpanRole::Refused => pen.look.refused(),
        SpanRole::Area(area) => pen.look.area(area.position()).add_modifier(Modifier::BOLD),
        SpanRole::AreaMark(area) => pen.look.area(area.position()),
        SpanRole::Figure(figure) => pen.look.area(of(figure)).add_modifier(Modifier::BOLD),
        SpanRole::Selected(figure) => pen.look.cell(of(figure)),
    }
}

fn write(state: &State, pen: &mut Pen<'_>, place: Rect, marked: &StyledLine, focused: bool) {
    let spans: Vec<Span> = marked
        .iter()
        .map(|(text, mark)| {
            let text = match mark {
                SpanRole::AreaMark(area) => pen.look.mark(area.position()).to_owned(),
                _ => text.clone(),
            };
            (text, style(state, pen, *mark, focused))
        })
        .collect();
    pen.spans(place, &spans);
}

/// Draws what is known of the selection, scrolled as far as there is more.
pub(super) fn drilldown(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let lines = details::lines(state, usize::from(area.width));
    let height = usize::from(area.height);
    let skip = state.scroll().min(lines.len().saturating_sub(height));
    let focused = state.focus() == Pane::Drilldown;
    for (row, marked) in lines.iter().skip(skip).take(height).enumerate() {
        if let Some(place) = line(area, row) {
            write(state, pen, place, marked, focused && skip == 0);
        }
    }
    super::chrome::more(pen, area, lines.len().saturating_sub(skip + height), state.lang(), Style::new());
}

/// Draws the article that is read; the figure that the cursor is on is marked.
pub(super) fn reader(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let (lines, height) = state.reader_lines();
    let Some(reader) = state.reader() else { return };
    let selected = match state.selection() {
        Selection::Figure(figure) => Some(figure),
        _ => None,
    };
    for (row, marked) in lines.iter().skip(reader.top).take(height).enumerate() {
        let marked: StyledLine = marked
            .iter()
            .map(|(text, mark)| match mark {
                SpanRole::Figure(key) if Some(*key) == selected => (text.clone(), SpanRole::Selected(*key)),
                other => (text.clone(), *other),
            })
            .collect();
        if let Some(place) = line(area, row) {
            write(state, pen, right_of(place, 1), &marked, false);
        }
    }
    super::chrome::more(pen, area, lines.len().saturating_sub(reader.top + height), state.lang(), Style::new());
}
