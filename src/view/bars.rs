//! Draws the bars of the selected indicator.
//!
//! A bar is solid up to the lower bound and hatched from there to the upper one; without an upper bound it has an open
//! end. A figure that may not be ranked with the others has no bar: in its place stand a sign and the reason. An area
//! without a figure has the reason in words.

use super::canvas::{Canvas, cells, line, right_of};
use super::figure_text::{figure_text, own_unit_text};
use super::order::{self, Detail};
use super::table::SHARED;
use crate::app::layout::bars::{BarsTitle, bar_rows};
use crate::app::{Pane, Selection, State};
use crate::chart::bar::{BarCell, BarResolution, cell_bar, scale};
use crate::domain::measure::NoMeasure;
use crate::domain::{Amount, Area, Cell, Comparison, Key, MeasuredFigure};
use crate::text::{Lang, fit, pad_left, pad_right, width};
use crate::wording::{ApartRemark, period_brief};
use itertools::Itertools;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Draws the indicator's name, one bar for each area, and the order of the areas as far as it is known.
pub(super) fn draw(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(comparison) = state.selected_comparison() else {
        draw_theme(state, canvas, area);
        return;
    };
    let rows = bar_rows(state, area);
    draw_title(state, canvas, area, comparison, &hidden_rows(state, canvas, &rows));
    let shown = || rows.iter().filter_map(|(area, line)| Some((comparison.index_of(*area)?, *line)));
    let remarks: Vec<Option<ApartRemark>> =
        shown().map(|(index, _)| ApartRemark::of(state.dataset(), comparison, index)).collect();
    let cells: Vec<&Cell> = shown().map(|(index, _)| &comparison[index]).collect();
    let columns = BarColumns::new(state, canvas, area, comparison, (&cells, &remarks));
    let mut last = 1;
    for ((index, line), remark) in shown().zip(&remarks) {
        columns.draw_row(state, canvas, line, &comparison[index], *remark);
        last = usize::from(line.y - area.y) + 1;
    }
    let is_all = rows.len() == comparison.cells.len();
    let states_all = is_all && columns.states_reasons(state.lang(), &remarks);
    let detail = if states_all { Detail::Unstated } else { Detail::Main };
    let last = draw_order(state, canvas, area, comparison, detail, last);
    let used = u16::try_from(last + 1).unwrap_or(u16::MAX).min(area.height);
    super::trend::draw(state, canvas, Rect { y: area.y + used, height: area.height - used, ..area });
}

/// Returns how many bars are out of sight above and below: `↑4 ↓18`.
fn hidden_rows(state: &State, canvas: &Canvas<'_>, rows: &[(Key<Area>, Rect)]) -> String {
    let order = state.bar_order();
    let at = |row: Option<&(Key<Area>, Rect)>| row.and_then(|(area, _)| order.iter().position(|key| key == area));
    let (Some(first), Some(last)) = (at(rows.first()), at(rows.last())) else { return String::new() };
    let part = |sign: &str, count: usize| (count > 0).then(|| format!("{sign}{count}"));
    let (up, down) = (canvas.appearance.sign("↑", "^"), canvas.appearance.sign("↓", "v"));
    [part(up, first), part(down, order.len() - last - 1)].into_iter().flatten().join(" ")
}

/// Draws the indicator's name, and what the bars show beside it, or below it if both do not fit on one line. At the end of
/// the line stands how many bars are out of sight.
fn draw_title(state: &State, canvas: &mut Canvas<'_>, area: Rect, comparison: &Comparison, hidden: &str) {
    let Some(head) = line(area, 0) else { return };
    canvas.text_right(head, hidden, canvas.appearance.strong());
    let taken = if hidden.is_empty() { 0 } else { cells(width(hidden) + 2) };
    let head = Rect { width: head.width.saturating_sub(taken), ..head };
    let style = canvas.appearance.strong();
    let style = if state.focus() == Pane::Bars { style.add_modifier(Modifier::UNDERLINED) } else { style };
    let title = BarsTitle::new(state, comparison);
    if let Some(under) = line(area, 1).filter(|_| title.has_second_line(area, comparison.cells.len())) {
        canvas.name(head, &title.name, style);
        canvas.text(under, &title.about_text(), canvas.appearance.dim());
    } else {
        let used = canvas.name(head, &title.name, style);
        let rest = right_of(head, used + 2);
        canvas.text(rest, &title.about_within(usize::from(rest.width)), canvas.appearance.dim());
    }
}

/// Divides the width among label, bar, value and period.
struct BarColumns {
    label: usize,
    /// The cells of a bar; of the remarks, where there are no bars.
    bar: usize,
    /// The digits, and with the units that some figures have of their own.
    digits: usize,
    value: usize,
    period: usize,
    scale: Option<Amount>,
}

impl BarColumns {
    /// The shortest bar worth drawing, in cells.
    const SHORTEST: usize = 6;

    /// Divides it for the cells whose rows are seen, and their remarks: what is out of sight takes no room.
    fn new(
        state: &State,
        canvas: &Canvas<'_>,
        area: Rect,
        comparison: &Comparison,
        (cells, remarks): (&[&Cell], &[Option<ApartRemark>]),
    ) -> Self {
        let figures = || cells.iter().filter_map(|cell| cell.figure());
        let names = cells.iter().map(|cell| width(&state.shown_name(cell.area)));
        let label = names.max().unwrap_or(0).min(12) + 4;
        let values = figures().filter(|figure| figure.extent.is_ok());
        let digits =
            values.map(|figure| width(&figure_text(state, canvas.appearance.charset, figure))).max().unwrap_or(0);
        let units = figures().filter_map(|figure| own_unit_text(state, figure));
        let value = digits + units.map(|unit| width(&unit)).max().unwrap_or(0);
        let periods = figures().map(|figure| width(&period_text(state, figure)));
        let period = periods.max().unwrap_or(0);
        let taken = label + value + 1 + period + usize::from(period > 0);
        let room = usize::from(area.width).saturating_sub(taken);
        let scale = scale(state.dataset(), comparison);
        if scale.is_none() {
            let texts = remarks.iter().flatten().map(|remark| width(&remark.fitting(state.lang(), room)));
            return Self { label, bar: texts.max().unwrap_or(0), digits, value, period, scale };
        }
        // If both do not fit, the bar shrinks first, and then the period.
        let period = period.saturating_sub(Self::SHORTEST.saturating_sub(room));
        Self { label, bar: room.max(Self::SHORTEST), digits, value, period, scale }
    }

    /// Whether the reason stands in the row of each figure that stands apart.
    fn states_reasons(&self, lang: Lang, remarks: &[Option<ApartRemark>]) -> bool {
        remarks.iter().flatten().all(|remark| remark.tells_reason(lang, self.bar))
    }

    fn draw_row(&self, state: &State, canvas: &mut Canvas<'_>, rect: Rect, cell: &Cell, remark: Option<ApartRemark>) {
        let position = cell.area.position();
        let selected = cell.area == state.area();
        let style = canvas.appearance.area_text(position);
        let cursor = if selected { canvas.appearance.sign("▸", ">") } else { " " };
        let name = fit(&state.shown_name(cell.area), self.label.saturating_sub(4));
        let mut used = canvas.text(rect, cursor, canvas.appearance.strong());
        used += canvas.area_symbol(right_of(rect, used), position) + 1;
        let bold = if selected { style.add_modifier(Modifier::BOLD) } else { style };
        let name = pad_right(&name, self.label.saturating_sub(3));
        used += canvas.text(right_of(rect, used), &name, bold);
        let remaining = right_of(rect, used);
        match &cell.content {
            Err(missing) => {
                canvas.text(remaining, missing.brief().get(state.lang()), canvas.appearance.dim());
            }
            Ok(figure) => match &figure.extent {
                Err(why) => {
                    let room = usize::from(remaining.width);
                    canvas.text(remaining, &fitting(why, state.lang(), room), canvas.appearance.dim());
                }
                Ok(_) => self.draw_figure(state, canvas, remaining, cell, figure, remark),
            },
        }
    }

    fn draw_figure(
        &self,
        state: &State,
        canvas: &mut Canvas<'_>,
        remaining: Rect,
        cell: &Cell,
        figure: &MeasuredFigure,
        remark: Option<ApartRemark>,
    ) {
        let value = figure_text(state, canvas.appearance.charset, figure);
        let unit = own_unit_text(state, figure).unwrap_or_default();
        let style = if cell.area == state.area() { canvas.appearance.strong() } else { Style::new() };
        if let Some(drawn) = cell_bar(state.dataset(), cell, self.scale, self.bar) {
            let resolution = canvas.appearance.charset.pick(BarResolution::Eighth, BarResolution::Whole);
            let bar_rect = Rect { width: remaining.width.min(cells(self.bar)), ..remaining };
            let colour = canvas.appearance.area_mark(cell.area.position());
            let used = draw_bar(canvas, bar_rect, &drawn.cells(resolution), resolution, colour);
            let at = used + u16::from(used > 0);
            let used = at + canvas.text(right_of(remaining, at), &value, style);
            canvas.text(right_of(remaining, used), &unit, canvas.appearance.dim());
        } else {
            let used = canvas.text(remaining, &pad_left(&value, self.digits), style);
            let used = used + canvas.text(right_of(remaining, used), &unit, canvas.appearance.dim());
            let used = used.max(cells(self.value));
            let text = remark.map(|remark| remark.fitting(state.lang(), self.bar)).unwrap_or_default();
            canvas.text(right_of(remaining, used + 1), &text, canvas.appearance.dim());
        }
        if self.period > 0 {
            let tail = right_of(remaining, cells(self.bar + 1 + self.value + 1));
            let period = period_text(state, figure);
            let is_whole = width(&period) <= usize::from(tail.width);
            // The year alone says more than a period that is cut.
            let period = if is_whole { period } else { year_text(state, figure).unwrap_or(period) };
            canvas.text(tail, &period, canvas.appearance.dim());
        }
    }
}

/// Returns why there is no value in the words that fit: all of them, those before a remark in brackets, or the fewest.
fn fitting(why: &NoMeasure, lang: Lang, room: usize) -> String {
    let text = why.text().get(lang).to_owned();
    let head = text.split(['（', '(']).next().unwrap_or_default().trim_end().to_owned();
    let fits = |words: &String| width(words) <= room;
    [text, head].into_iter().find(fits).unwrap_or_else(|| why.brief().get(lang).to_owned())
}

/// Draws a bar and returns the cells used. Where block characters cannot be drawn but colours can, the solid part is a
/// coloured background.
pub(super) fn draw_bar(
    canvas: &mut Canvas<'_>,
    rect: Rect,
    drawn: &[BarCell],
    resolution: BarResolution,
    colour: Style,
) -> u16 {
    let (full, remaining) = match canvas.appearance.block_background(colour) {
        Some(solid) => {
            let full = drawn.iter().take_while(|cell| **cell == BarCell::Full).count();
            (canvas.text(rect, &" ".repeat(full), solid), drawn.get(full..).unwrap_or_default())
        }
        None => (0, drawn),
    };
    let text: String = remaining.iter().map(|cell| cell.glyph(resolution)).collect();
    full + canvas.text(right_of(rect, full), &text, colour)
}

/// Returns the year of a figure, with a question mark where its period is inferred.
fn year_text(state: &State, figure: &MeasuredFigure) -> Option<String> {
    let key = figure.observation();
    let doubt = if state.dataset().observations[key].period.is_inferred() { "?" } else { "" };
    state.dataset().observations.time(key).year().map(|year| format!("{year}{doubt}"))
}

fn period_text(state: &State, figure: &MeasuredFigure) -> String {
    period_brief(&state.dataset().observations[figure.observation()].period, state.lang())
}

/// Draws why nothing is compared, or the order as far as it is known. Returns the first row below it.
fn draw_order(
    state: &State,
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
    detail: Detail,
    from: usize,
) -> usize {
    let height = usize::from(area.height).saturating_sub(from);
    let size = (usize::from(area.width), height);
    let lines = order::lines(state.dataset(), state.lang(), canvas.appearance, comparison, detail, size);
    let free = usize::from(height > lines.len());
    for (row, spans) in area.rows().skip(from + free).zip(&lines) {
        canvas.spans(row, spans);
    }
    from + free + lines.len()
}

/// Draws, for a selected theme, how many of its indicators are shared by cities.
fn draw_theme(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let Selection::Theme { theme, .. } = state.selection() else { return };
    let (shared, singles) = state.compare().outline().counts(theme);
    let name = state.dataset().themes[theme].name.get(state.lang());
    canvas.text(area, name, canvas.appearance.strong());
    let reported = SHARED[usize::from(state.areas().len() == 2)].get(state.lang());
    let lines = match state.lang() {
        Lang::Zh => [format!("{reported} {shared} 项"), format!("仅一市公布 {singles} 项")],
        Lang::En => [format!("{shared} {reported}"), format!("{singles} reported by one city alone")],
    };
    for (row, text) in area.rows().skip(2).zip(&lines) {
        canvas.text(row, text, canvas.appearance.dim());
    }
}
