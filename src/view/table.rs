//! Draws the table of the Compare screen: themes unfold into indicators, and areas are columns.

use super::canvas::{Canvas, cells, line, right_of};
use super::hidden_areas;
use crate::app::layout::{TableColumns, unit_behind_name};
use crate::app::{Pane, Row, RowFigures, State};
use crate::domain::{Area, CellContent, Dataset, Key, Measure, MeasuredFigure, Theme};
use crate::text::CharSet;
use crate::text::{Lang, Phrase, fit, width};
use crate::wording::{extent, observation_value, others_mark};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// The cells at the right of an area's column that are reserved for the year.
pub(super) const YEAR: usize = 4;

const INDICATOR: Phrase = Phrase { zh: "指标", en: "Indicator" };
const SINGLES: Phrase = Phrase { zh: "仅一市公布", en: "reported by one city" };

/// Draws the head and the visible rows.
pub(super) fn draw(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let columns = state.table_columns(area.width);
    if let Some(head) = line(area, 0) {
        draw_head(state, canvas, head, columns);
    }
    for (rect, row) in area.rows().skip(1).zip(state.compare().rows().iter().skip(state.compare().top())) {
        let selected = *row == state.compare().cursor();
        if selected {
            canvas.paint(rect, canvas.appearance.selected_row());
        }
        draw_row(state, canvas, rect, columns, *row, selected);
    }
}

fn draw_head(state: &State, canvas: &mut Canvas<'_>, rect: Rect, columns: TableColumns) {
    draw_corner(state, canvas, rect, columns, INDICATOR);
    draw_areas(state, canvas, rect, columns, YEAR);
}

/// Draws the heading of the column with names, and how many areas are out of sight.
pub(super) fn draw_corner(state: &State, canvas: &mut Canvas<'_>, rect: Rect, columns: TableColumns, heading: Phrase) {
    let corner = right_of(Rect { width: columns.name, ..rect }, 2);
    let used = canvas.text(corner, heading.get(state.lang()), canvas.appearance.dim());
    let free = right_of(corner, used + 2);
    let after = state.dataset().areas.len().saturating_sub(columns.first + columns.count);
    let hidden = hidden_areas::text(columns.first, after, state.lang(), usize::from(free.width).saturating_sub(1));
    canvas.text(free, &hidden, canvas.appearance.strong());
}

/// Draws the areas' names above their columns and underlines the selected one.
pub(super) fn draw_areas(state: &State, canvas: &mut Canvas<'_>, rect: Rect, columns: TableColumns, tail: usize) {
    for (key, cell) in area_cells(state, rect, columns) {
        let position = key.position();
        let name = state.dataset().areas[key].name.get(state.lang());
        let max_width = usize::from(cell.width).saturating_sub(1);
        let has_symbol = width(name) + 2 <= max_width;
        let name = fit(name, max_width);
        let needed = width(&name) + if has_symbol { 2 } else { 0 };
        let mut style = canvas.appearance.area_text(position).add_modifier(Modifier::BOLD);
        if key == state.area() {
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        let end = value_rect(cell, needed, tail);
        canvas.text_right(end, &name, style);
        if has_symbol {
            let before = u16::try_from(width(&name) + 1).unwrap_or(0);
            let symbol = Rect { width: end.width.saturating_sub(before), ..end };
            canvas.text_right(symbol, canvas.appearance.area_symbol(position), canvas.appearance.area_mark(position));
        }
    }
}

/// Returns the columns of the visible areas on one line.
pub(super) fn area_cells(state: &State, rect: Rect, columns: TableColumns) -> Vec<(Key<Area>, Rect)> {
    let shown = state.dataset().areas.keys().skip(columns.first);
    shown.zip(columns.rects(rect)).map(|(key, (_, cell))| (key, cell)).collect()
}

/// Returns the part of a cell at whose right end a value of `needed` cells is written. It stops before the `tail` cells
/// of the year, unless the value is too long for that.
pub(super) fn value_rect(cell: Rect, needed: usize, tail: usize) -> Rect {
    let max_width = usize::from(cell.width).saturating_sub(tail + 1);
    let taken = if needed <= max_width { u16::try_from(tail).unwrap_or(0) } else { 0 };
    Rect { width: cell.width.saturating_sub(taken), ..cell }
}

fn draw_row(state: &State, canvas: &mut Canvas<'_>, rect: Rect, columns: TableColumns, row: Row, selected: bool) {
    let name = Rect { width: columns.name, ..rect };
    match row {
        Row::Theme(theme) => draw_theme(state, canvas, rect, theme, selected),
        Row::Singles(theme) => {
            let open = state.compare().folds().singles.contains(&theme);
            let (_, singles) = state.compare().outline().counts(theme);
            let marker = unfold_sign(canvas, open);
            let text = format!("{marker} {} {singles}", SINGLES.get(state.lang()));
            draw_cursor(state, canvas, rect, selected);
            let style = if selected { canvas.appearance.selected_name() } else { canvas.appearance.dim() };
            canvas.text(right_of(name, 4), &text, style);
        }
        Row::Indicator(indicator) => {
            draw_cursor(state, canvas, rect, selected);
            draw_name(state, canvas, name, indicator, selected);
            draw_cells(state, canvas, rect, columns, &state.row_figures(indicator), selected);
        }
    }
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
    let (shared, singles) = state.compare().outline().counts(theme);
    draw_cursor(state, canvas, rect, selected);
    let head = right_of(rect, 2);
    let sign = unfold_sign(canvas, open);
    let style = if selected { canvas.appearance.selected_name() } else { canvas.appearance.strong() };
    let mut used = canvas.text(head, &format!("{sign} "), canvas.appearance.dim());
    used += canvas.text(right_of(head, used), state.dataset().themes[theme].name.get(state.lang()), style);
    let counts = match (state.lang(), shared) {
        (Lang::Zh, 0) => format!("{}{singles} 项", SINGLES.zh),
        (Lang::Zh, _) => format!("{shared} 项两市以上公布"),
        (Lang::En, 0) => format!("{singles} {}", SINGLES.en),
        (Lang::En, _) => format!("{shared} in two or more"),
    };
    let remaining = right_of(head, used + 1);
    if width(&counts) < usize::from(remaining.width) {
        canvas.text_right(
            Rect { width: remaining.width.saturating_sub(1), ..remaining },
            &counts,
            canvas.appearance.dim(),
        );
    }
}

fn draw_name(
    state: &State,
    canvas: &mut Canvas<'_>,
    name: Rect,
    indicator: Key<crate::domain::Indicator>,
    selected: bool,
) {
    let indicator = &state.dataset().indicators[indicator];
    // The column to the right begins with a free cell.
    let inner = right_of(name, 4);
    let used = canvas.name(inner, indicator.name.get(state.lang()), bold_if_selected(Style::new(), selected));
    let behind = right_of(inner, used + 1);
    if let Some(unit) =
        unit_behind_name(indicator, state.lang()).filter(|unit| width(unit) <= usize::from(behind.width))
    {
        canvas.text(behind, unit, canvas.appearance.dim());
    }
}

fn draw_cells(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    columns: TableColumns,
    figures: &RowFigures<'_>,
    selected: bool,
) {
    let years = figures.years_differ();
    for (key, column) in area_cells(state, rect, columns) {
        let Some((content, others)) = figures.of(key) else { continue };
        let value = fit(&cell_text(state, canvas, &content), usize::from(column.width).saturating_sub(1));
        let year = year_label(state, &content).filter(|_| years);
        let others = (others > 0).then(|| others_mark(others, canvas.appearance.charset));
        let ends = CellEnds::new(column, &value, year, others);
        let target = ends.value;
        let is_target = selected && key == state.area();
        let style = match (is_target, content.as_ref().ok()) {
            (true, _) => canvas.appearance.selected_cell(key.position()),
            (false, None) => canvas.appearance.faint(),
            (false, Some(figure)) if figure.extent.is_err() => canvas.appearance.dim(),
            (false, Some(_)) => bold_if_selected(Style::new(), selected),
        };
        // The selected cell has a space on each side if there is room; the space on the right is outside of the column
        // of values.
        let spare = usize::from(column.width).saturating_sub(width(&value));
        // A mark stands where the space on the right would.
        let is_marked = ends.others.is_some();
        let value = match (is_target, spare) {
            (true, 1..) if is_marked => format!(" {value}"),
            (true, 2..) => format!(" {value} "),
            (true, 1) => format!("{value} "),
            _ => value,
        };
        let target = if is_target && !is_marked {
            Rect { width: (target.width + 1).min(column.width), ..target }
        } else {
            target
        };
        canvas.text_right(target, &value, style);
        for (rect, text) in [ends.others, ends.year].into_iter().flatten() {
            canvas.text(rect, &text, canvas.appearance.dim());
        }
    }
}

/// Where the value of a cell ends, and what stands behind it.
struct CellEnds {
    value: Rect,
    /// The mark of other figures that the area holds.
    others: Option<(Rect, String)>,
    year: Option<(Rect, String)>,
}

impl CellEnds {
    /// The mark stands right behind the value, where it costs neither the value nor its year.
    fn new(column: Rect, value: &str, year: Option<String>, others: Option<String>) -> Self {
        let (room, needed) = (usize::from(column.width), width(value));
        let reserved = tail(column, needed, year.is_some());
        let mark = others.as_deref().map_or(0, width);
        // Without a year the mark takes the cells that are kept free for one, so that values stay below each other.
        let ends = match (&year, needed + reserved < room) {
            (None, true) if mark <= reserved => vec![reserved],
            (_, false) | (None, true) => vec![mark],
            (Some(_), true) => vec![mark + YEAR, mark + YEAR - 1],
        };
        let end = ends.into_iter().find(|end| mark > 0 && needed + end < room);
        let before = |end: usize| Rect { width: column.width.saturating_sub(cells(end)), ..column };
        let value = end.map_or_else(|| value_rect(column, needed, reserved), before);
        let behind = right_of(column, value.width);
        let others = others.filter(|_| end.is_some()).map(|others| (behind, others));
        let has_tail = value.width < column.width && needed + reserved < room;
        let year = year.filter(|_| has_tail).map(|year| (right_of(column, column.width.saturating_sub(3)), year));
        Self { value, others, year }
    }
}

/// Returns the cells reserved for the year: one fewer, without a space before the year, if the value would not fit
/// otherwise.
fn tail(cell: Rect, needed: usize, is_dated: bool) -> usize {
    let fits = |tail: usize| needed + tail < usize::from(cell.width);
    if is_dated && !fits(YEAR) && fits(YEAR - 1) { YEAR - 1 } else { YEAR }
}

/// Returns the year of a figure in two digits, or question marks if it is unknown.
fn year_label(state: &State, content: &CellContent) -> Option<String> {
    let figure = content.as_ref().ok()?;
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

/// Returns a figure under the current measure as text.
pub(super) fn figure_text(state: &State, charset: CharSet, figure: &MeasuredFigure) -> String {
    value(state.dataset(), state.lang(), state.measure(), charset, figure)
}

/// Returns a figure under a measure as text.
pub(super) fn value(
    dataset: &Dataset,
    lang: Lang,
    measure: Measure,
    charset: CharSet,
    figure: &MeasuredFigure,
) -> String {
    let signs = match charset {
        CharSet::Unicode => crate::text::CharSet::Unicode,
        CharSet::NoAmbiguous | CharSet::Ascii => crate::text::CharSet::Ascii,
    };
    match &figure.extent {
        Err(why) => why.brief().get(lang).to_owned(),
        Ok(_) if measure == Measure::Raw && figure.observations.len() == 1 => {
            observation_value(&dataset.observations[figure.observation()], lang, signs)
        }
        Ok(bounds) => extent(bounds, measure == Measure::Raw, lang, charset),
    }
}
