//! Draws the table of the Compare screen: themes unfold into indicators, and areas are columns.

use super::canvas::{Canvas, below, cells, line, right_of};
use super::cell_ends::{CellEnds, LeftOut, YEAR};
use super::figure_text::{figure_text, own_unit_text};
use super::{hidden_areas, hidden_lines};
use crate::app::layout::{TableColumns, unit_behind_name};
use crate::app::overflow::lines_shown;
use crate::app::{Pane, Row, RowFigure, RowFigures, State};
use crate::domain::Indicator;
use crate::domain::{Area, CellContent, Key, Theme};
use crate::text::{Lang, Phrase, fit, width};
use crate::wording::{BetweenTwo, others_mark};
use itertools::Itertools;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

const INDICATOR: Phrase = Phrase { zh: "指标", en: "Indicator" };
/// What is said of the indicators that can be compared, of more cities and of two.
pub(super) const SHARED: [Phrase; 2] = [
    Phrase { zh: "两市以上公布", en: "reported by two or more cities" },
    Phrase { zh: "两市均公布", en: "reported by both cities" },
];
const SINGLES: Phrase = Phrase { zh: "仅一市公布", en: "reported by one city" };

/// Draws the head and the visible rows.
pub(super) fn draw(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let columns = state.table_columns(area.width);
    if let Some(head) = line(area, 0) {
        draw_head(state, canvas, head, columns);
    }
    let (rows, top, below_head) = (state.compare().rows(), state.compare().top(), below(area, 1));
    let shown = lines_shown(rows.len(), usize::from(below_head.height));
    let mut left_out = LeftOut::default();
    for (rect, row) in below_head.rows().zip(rows.iter().skip(top).take(shown)) {
        let selected = *row == state.compare().cursor();
        if selected {
            canvas.paint(rect, canvas.appearance.selected_row());
        }
        left_out = left_out.and(draw_row(state, canvas, rect, columns, *row, selected));
    }
    if let Some(row) = hidden_lines::row_of(below_head, rows.len()) {
        let hidden = (top, rows.len().saturating_sub(top + shown));
        let free = hidden_lines::draw(canvas, row, hidden, state.lang(), Style::new());
        let free = right_of(free, 2);
        if let Some(note) = left_out.note(state.lang(), usize::from(free.width)) {
            canvas.text(free, &note, canvas.appearance.dim());
        }
    }
}

fn draw_head(state: &State, canvas: &mut Canvas<'_>, rect: Rect, columns: TableColumns) {
    draw_corner(state, canvas, rect, columns, INDICATOR);
    draw_areas(state, canvas, rect, columns, YEAR);
}

/// Draws the heading of the column with names, and how many areas are out of sight.
pub(super) fn draw_corner(state: &State, canvas: &mut Canvas<'_>, rect: Rect, columns: TableColumns, heading: Phrase) {
    let corner = right_of(Rect { width: columns.name, ..rect }, 2);
    let heading = heading.get(state.lang());
    let after = state.areas().len().saturating_sub(columns.first + columns.count);
    let hidden =
        |free: Rect| hidden_areas::text(columns.first, after, state.lang(), usize::from(free.width).saturating_sub(1));
    let behind = right_of(corner, cells(width(heading) + 2));
    let is_whole = columns.first + after == 0;
    // That cities are out of sight matters more than what the names are.
    if is_whole || !hidden(behind).is_empty() {
        canvas.text(corner, heading, canvas.appearance.dim());
        canvas.text(behind, &hidden(behind), canvas.appearance.strong());
    } else {
        canvas.text(corner, &hidden(corner), canvas.appearance.strong());
    }
}

/// Draws the areas' marks and names above their columns and underlines the selected one. All end alike: before the cells of the
/// year, or where one name is too long for that, at the end of the column.
pub(super) fn draw_areas(state: &State, canvas: &mut Canvas<'_>, rect: Rect, columns: TableColumns, tail: usize) {
    let shown = area_cells(state, rect, columns);
    let name_of = |key: Key<Area>| state.shown_name(key);
    let longest = shown.iter().map(|(key, _)| width(&name_of(*key))).max().unwrap_or(0);
    for (key, cell) in shown {
        let position = key.position();
        let room = usize::from(cell.width);
        // Where it is narrow, the mark takes the free cell between the columns, and no space is before the name.
        let gap = if longest + 3 <= room { " " } else { "" };
        let name = fit(&name_of(key), room.saturating_sub(1 + gap.len()));
        let mut style = canvas.appearance.area_text(position).add_modifier(Modifier::BOLD);
        if key == state.area() {
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        let end = value_rect(cell, longest + 2, tail);
        canvas.text_right(end, &name, style);
        let before = cells(width(&name) + gap.len());
        let mark = Rect { width: end.width.saturating_sub(before), ..end };
        canvas.text_right(mark, canvas.appearance.area_symbol(position), canvas.appearance.area_mark(position));
    }
}

/// Returns the columns of the visible areas on one line.
pub(super) fn area_cells(state: &State, rect: Rect, columns: TableColumns) -> Vec<(Key<Area>, Rect)> {
    let shown = state.areas().iter().copied().skip(columns.first);
    shown.zip(columns.rects(rect)).map(|(key, (_, cell))| (key, cell)).collect()
}

/// Returns the part of a cell at whose right end a value of `needed` cells is written. It stops before the `tail` cells
/// of the year, unless the value is too long for that.
pub(super) fn value_rect(cell: Rect, needed: usize, tail: usize) -> Rect {
    let max_width = usize::from(cell.width).saturating_sub(tail + 1);
    let taken = if needed <= max_width { u16::try_from(tail).unwrap_or(0) } else { 0 };
    Rect { width: cell.width.saturating_sub(taken), ..cell }
}

/// Draws a row, and returns whether each of its values has its year.
fn draw_row(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    columns: TableColumns,
    row: Row,
    selected: bool,
) -> LeftOut {
    let name = Rect { width: columns.name, ..rect };
    match row {
        Row::Theme(theme) => draw_theme(state, canvas, rect, theme, selected),
        Row::Singles(theme) => {
            let open = state.compare().folds().singles.contains(&theme);
            let (_, singles) = state.compare().outline().counts(theme);
            let marker = unfold_sign(canvas, open);
            let text = match state.lang() {
                Lang::Zh => format!("{marker} {} {singles} 项", SINGLES.zh),
                Lang::En => format!("{marker} {singles} {}", SINGLES.en),
            };
            draw_cursor(state, canvas, rect, selected);
            let style = if selected { canvas.appearance.selected_name() } else { canvas.appearance.dim() };
            canvas.text(right_of(rect, 4), &text, style);
        }
        Row::Indicator(indicator) => {
            draw_cursor(state, canvas, rect, selected);
            draw_verdict(state, canvas, right_of(name, 2), indicator);
            draw_name(state, canvas, name, indicator, selected);
            draw_between(state, canvas, columns.between_rect(rect), indicator);
            return draw_cells(state, canvas, rect, columns, state.row_figures(indicator), selected);
        }
    }
    LeftOut::default()
}

fn bold_if_selected(style: Style, selected: bool) -> Style {
    if selected { style.add_modifier(Modifier::BOLD) } else { style }
}

fn unfold_sign(canvas: &Canvas<'_>, open: bool) -> &'static str {
    if open { canvas.appearance.sign("▾", "v") } else { canvas.appearance.sign("▸", "+") }
}

/// Draws the sign of the selected row: solid if the table has the focus.
pub(super) fn draw_cursor(state: &State, canvas: &mut Canvas<'_>, rect: Rect, selected: bool) {
    if selected {
        let focused = state.focus() == Pane::Main;
        let (sign, style) = if focused {
            (canvas.appearance.sign("▌", ">"), canvas.appearance.area_mark(state.area().position()))
        } else {
            (canvas.appearance.sign("▏", ">"), canvas.appearance.dim())
        };
        canvas.text(rect, sign, style);
    }
}

fn draw_theme(state: &State, canvas: &mut Canvas<'_>, rect: Rect, theme: Key<Theme>, selected: bool) {
    let open = state.compare().outline().is_unfolded(theme, state.compare().folds());
    draw_cursor(state, canvas, rect, selected);
    let head = right_of(rect, 2);
    let sign = unfold_sign(canvas, open);
    let style = if selected { canvas.appearance.selected_name() } else { canvas.appearance.strong() };
    let mut used = canvas.text(head, &format!("{sign} "), canvas.appearance.dim());
    used += canvas.text(right_of(head, used), state.dataset().themes[theme].name.get(state.lang()), style);
    let counts = theme_counts(state, theme);
    let remaining = right_of(head, used + 1);
    if width(&counts) < usize::from(remaining.width) {
        canvas.text_right(
            Rect { width: remaining.width.saturating_sub(1), ..remaining },
            &counts,
            canvas.appearance.dim(),
        );
    }
}

/// Says how many indicators of a theme several areas report, or how many of these have a row where only some have.
fn theme_counts(state: &State, theme: Key<Theme>) -> String {
    let (shared, singles) = state.compare().outline().counts(theme);
    let reported = SHARED[usize::from(state.areas().len() == 2)];
    let listed = state.compare().is_filtered().then(|| state.compare().count_rows(state.dataset(), theme));
    match (state.lang(), shared, listed) {
        (Lang::Zh, 0, _) => format!("{} {singles} 项", SINGLES.zh),
        (Lang::Zh, _, None) => format!("{shared} 项{}", reported.zh),
        (Lang::Zh, _, Some(listed)) => format!("{shared} 项{}，列 {listed} 项", reported.zh),
        (Lang::En, 0, _) => format!("{singles} {}", SINGLES.en),
        (Lang::En, _, None) => format!("{shared} {}", reported.en),
        (Lang::En, _, Some(listed)) => format!("{listed} of {shared} {}", reported.en),
    }
}

/// Draws who of two areas has more, or why that can't be told.
fn draw_between(state: &State, canvas: &mut Canvas<'_>, column: Option<Rect>, indicator: Key<Indicator>) {
    let Some(column) = column else { return };
    let comparison = state.comparison(indicator);
    if let Some([one, other]) = comparison.indices().collect_array() {
        let room = usize::from(column.width);
        let Some(between) = BetweenTwo::of(state.dataset(), comparison, [one, other]) else { return };
        let style = if between.tells_difference { Style::new() } else { canvas.appearance.dim() };
        canvas.text(column, &between.fitting(state.lang(), room), style);
    }
}

/// Draws whether the figures of a row can be compared.
fn draw_verdict(state: &State, canvas: &mut Canvas<'_>, rect: Rect, indicator: Key<Indicator>) {
    let Some(verdict) = state.has_sign(indicator).then(|| state.row_verdict(indicator)).flatten() else { return };
    canvas.text(Rect { width: 1, ..rect }, verdict.sign(), canvas.appearance.dim());
}

fn draw_name(state: &State, canvas: &mut Canvas<'_>, name: Rect, indicator: Key<Indicator>, selected: bool) {
    let indicator = &state.dataset().indicators[indicator];
    // The column to the right begins with a free cell.
    let inner = right_of(name, 4);
    let used = canvas.indicator_name(inner, indicator, state.lang(), bold_if_selected(Style::new(), selected));
    let behind = right_of(inner, used + 1);
    if let Some(unit) =
        unit_behind_name(indicator, state.lang()).filter(|unit| width(unit) <= usize::from(behind.width))
    {
        canvas.text(behind, unit, canvas.appearance.dim());
    }
}

/// Draws the values of a row, and returns what had no room.
fn draw_cells(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    columns: TableColumns,
    figures: RowFigures<'_>,
    selected: bool,
) -> LeftOut {
    let mut left_out = LeftOut::default();
    for (place, column) in columns.rects(rect) {
        let (Some(key), Some(figure)) = (state.areas().get(place).copied(), figures.of(place)) else { continue };
        let RowFigure { content, others } = &*figure;
        let value = fit(&cell_text(state, canvas, content), usize::from(column.width).saturating_sub(1));
        let year = year_label(state, content);
        let others = (*others > 0).then(|| others_mark(*others, canvas.appearance.charset));
        let unit = content.as_ref().ok().and_then(|figure| own_unit_text(state, figure));
        let ends = CellEnds::with_unit(column, &value, year.as_deref(), (unit, others));
        left_out = left_out.and(ends.left_out());
        let is_target = selected && key == state.area();
        let style = match (is_target, content.as_ref().ok()) {
            (true, _) => canvas.appearance.selected_cell(key.position()),
            (false, None) => canvas.appearance.faint(),
            (false, Some(figure)) if figure.extent.is_err() => canvas.appearance.dim(),
            (false, Some(_)) => bold_if_selected(Style::new(), selected),
        };
        let (target, value) = if is_target { ends.with_margins(column, value) } else { (ends.value, value) };
        canvas.text_right(target, &value, style);
        for (rect, text) in ends.behind {
            canvas.text(rect, &text, canvas.appearance.dim());
        }
    }
    left_out
}

/// Returns the year of a figure in two digits, or question marks if it is unknown.
fn year_label(state: &State, content: &CellContent) -> Option<String> {
    let figure = content.as_ref().ok().filter(|figure| figure.extent.is_ok())?;
    let year = state.dataset().observations.time(figure.observation()).year();
    Some(year.map_or_else(|| "'??".to_owned(), |year| format!("'{:02}", year.rem_euclid(100))))
}

/// Returns the text of a cell: its figure under the current measure, or a sign for no figure.
fn cell_text(state: &State, canvas: &Canvas<'_>, content: &CellContent) -> String {
    match content {
        Err(_) => canvas.appearance.sign("·", ".").to_owned(),
        Ok(figure) => figure_text(state, canvas.appearance.charset, figure),
    }
}
