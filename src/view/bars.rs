//! The bars of the selected indicator: solid to the lower bound, a band to the upper, an open end where there is none;
//! where there is no figure, words.

use super::order::{self, Detail};
use super::pen::{Pen, line, right_of};
use super::table::found_text;
use crate::app::layout::bars::{bar_rows, has_second_line, is_long, title};
use crate::app::{Pane, Selection, State};
use crate::chart::bar::{BarCell, BarResolution, bar, scale};
use crate::domain::{Amount, Cell, Comparison, MeasuredFigure};
use crate::text::{Lang, fit, pad_right, width};
use crate::wording::period_brief;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Draws the indicator's name, one bar for each area, and what can be said of their order.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let Some(comparison) = state.selected_comparison() else {
        draw_theme(state, pen, area);
        return;
    };
    draw_title(state, pen, area, comparison);
    let plan = Plan::new(state, pen, area, comparison);
    let mut last = 1;
    for (key, line) in bar_rows(state, area) {
        if let Some(cell) = comparison.cell_of(key) {
            plan.draw_row(state, pen, line, cell);
        }
        last = usize::from(line.y - area.y) + 1;
    }
    let last = draw_order(state, pen, area, comparison, last);
    let used = u16::try_from(last + 1).unwrap_or(u16::MAX).min(area.height);
    super::trend::draw(state, pen, Rect { y: area.y + used, height: area.height - used, ..area }, comparison);
}

/// The indicator's name, and beside it what is drawn, or under it where there is no room beside it.
fn draw_title(state: &State, pen: &mut Pen<'_>, area: Rect, comparison: &Comparison) {
    let Some(head) = line(area, 0) else { return };
    let style = pen.look.strong();
    let style = if state.focus() == Pane::Bars { style.add_modifier(Modifier::UNDERLINED) } else { style };
    let told = title(state, comparison);
    let is_long = is_long(&told, area);
    let (name, about) = told;
    if let Some(under) = line(area, 1).filter(|_| is_long && has_second_line(true, area, comparison.cells.len())) {
        pen.text(head, &name, style);
        pen.text(under, &about, pen.look.dim());
    } else {
        let room = usize::from(head.width).saturating_sub(width(&about) + 2);
        let used = pen.text(head, &fit(&name, room.max(usize::from(head.width) / 3)), style);
        pen.text(right_of(head, used + 2), &about, pen.look.dim());
    }
}

/// How the width is divided: label, bar, value, period.
struct Plan {
    label: usize,
    bar: usize,
    value: usize,
    period: usize,
    scale: Option<Amount>,
}

impl Plan {
    fn new(state: &State, pen: &Pen<'_>, area: Rect, comparison: &Comparison) -> Self {
        let found = || comparison.cells.iter().filter_map(Cell::figure);
        let names = state.dataset().areas.iter().map(|(_, held)| width(held.name.get(state.lang())));
        let label = names.max().unwrap_or(0).min(12) + 4;
        let values = found().filter(|found| found.extent.is_ok());
        let value = values.map(|found| width(&found_text(state, pen.look.charset, found))).max().unwrap_or(0);
        // One period of all is told in the drilldown; that it is inferred must be seen at once.
        let dated = comparison.periods_differ(state.dataset()) || comparison.has_inferred_period(state.dataset());
        let periods = found().map(|found| width(&brief(state, found)));
        let period = if dated { periods.max().unwrap_or(0) } else { 0 };
        let taken = label + value + 1 + period + usize::from(period > 0);
        let room = usize::from(area.width).saturating_sub(taken);
        // Where there is no room for both, the period matters more than the length of the bar, down to a short bar.
        let period = if room < 6 { period.saturating_sub(6 - room) } else { period };
        Self { label, bar: room.max(6), value, period, scale: scale(comparison) }
    }

    fn draw_row(&self, state: &State, pen: &mut Pen<'_>, place: Rect, cell: &Cell) {
        let hue = cell.area.position();
        let selected = cell.area == state.area();
        let colour = pen.look.area(hue);
        let cursor = if selected { pen.look.sign("▸", ">") } else { " " };
        let name = fit(state.dataset().areas[cell.area].name.get(state.lang()), self.label.saturating_sub(4));
        let mut used = pen.text(place, cursor, pen.look.strong());
        used += pen.text(right_of(place, used), &format!("{} ", pen.look.mark(hue)), colour);
        let bold = if selected { colour.add_modifier(Modifier::BOLD) } else { colour };
        let name = pad_right(&name, self.label.saturating_sub(3));
        used += pen.text(right_of(place, used), &name, bold);
        let rest = right_of(place, used);
        match &cell.content {
            Err(missing) => {
                pen.text(rest, missing.brief().get(state.lang()), pen.look.faint());
            }
            Ok(found) => self.draw_found(state, pen, rest, hue, found, selected),
        }
    }

    fn draw_found(
        &self,
        state: &State,
        pen: &mut Pen<'_>,
        rest: Rect,
        hue: usize,
        found: &MeasuredFigure,
        selected: bool,
    ) {
        let extent = match &found.extent {
            Err(why) => {
                pen.text(rest, why.text().get(state.lang()), pen.look.dim());
                return;
            }
            Ok(extent) => extent,
        };
        let grain = pen.look.charset.pick(BarResolution::Eighth, BarResolution::Whole);
        let drawn = self.scale.and_then(|scale| bar(extent, scale, self.bar));
        let drawn = drawn.map(|bar| bar.cells(grain)).unwrap_or_default();
        let room = Rect { width: rest.width.min(cells(self.bar)), ..rest };
        let used = draw_bar(pen, room, &drawn, grain, pen.look.area(hue));
        let value = found_text(state, pen.look.charset, found);
        let style = if selected { pen.look.strong() } else { Style::new() };
        let at = used + u16::from(used > 0);
        pen.text(right_of(rest, at), &value, style);
        if self.period > 0 {
            let tail = right_of(rest, cells(self.bar + 1 + self.value + 1));
            pen.text(tail, &brief(state, found), pen.look.dim());
        }
    }
}

/// A bar in characters, or its solid part as the ground of spaces.
pub(super) fn draw_bar(pen: &mut Pen<'_>, room: Rect, drawn: &[BarCell], grain: BarResolution, colour: Style) -> u16 {
    let (full, rest) = match pen.look.solid(colour) {
        Some(solid) => {
            let full = drawn.iter().take_while(|cell| **cell == BarCell::Full).count();
            (pen.text(room, &" ".repeat(full), solid), drawn.get(full..).unwrap_or_default())
        }
        None => (0, drawn),
    };
    let text: String = rest.iter().map(|cell| cell.glyph(grain)).collect();
    full + pen.text(right_of(room, full), &text, colour)
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn brief(state: &State, found: &MeasuredFigure) -> String {
    period_brief(&state.dataset().observations[found.observation()].period, state.lang())
}

/// Why nothing is compared, or how far the order can be told; gives the first row behind it.
fn draw_order(state: &State, pen: &mut Pen<'_>, area: Rect, comparison: &Comparison, from: usize) -> usize {
    let room = usize::from(area.height).saturating_sub(from);
    let size = (usize::from(area.width), room);
    let lines = order::lines(state.dataset(), state.lang(), pen.look, comparison, Detail::Main, size);
    let free = usize::from(room > lines.len());
    for (index, spans) in lines.iter().enumerate() {
        if let Some(place) = line(area, from + free + index) {
            pen.spans(place, spans);
        }
    }
    from + free + lines.len()
}

/// On a theme: what it holds.
fn draw_theme(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let Selection::Theme { theme, .. } = state.selection() else { return };
    let (shared, singles) = state.compare().outline().counts(theme);
    let name = state.dataset().themes[theme].name.get(state.lang());
    pen.text(area, name, pen.look.strong());
    let lines = match state.lang() {
        Lang::Zh => [format!("两市以上公布 {shared} 项"), format!("仅一市公布 {singles} 项")],
        Lang::En => {
            [format!("{shared} reported by two cities or more"), format!("{singles} reported by one city alone")]
        }
    };
    for (row, text) in lines.iter().enumerate() {
        if let Some(place) = line(area, row + 2) {
            pen.text(place, text, pen.look.dim());
        }
    }
}
