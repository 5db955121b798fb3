//! The table: themes unfold into indicators, areas are columns.

use super::pen::{Pen, line, right_of};
use crate::app::layout::TableColumns;
use crate::app::{Pane, Row, State};
use crate::domain::{Area, Cell, Comparison, Dataset, Key, Measure, MeasuredFigure, Theme};
use crate::text::CharSet;
use crate::text::{Lang, Phrase, fit, width};
use crate::wording::{extent, observation_value};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// The cells at the right of an area's column that are kept for the year.
pub(super) const YEAR: usize = 4;

const INDICATOR: Phrase = Phrase { zh: "指标", en: "Indicator" };
const SINGLES: Phrase = Phrase { zh: "仅一市公布", en: "reported by one city" };

/// Draws the head and the rows that are to be seen.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let columns = state.table_columns(area.width);
    if let Some(head) = line(area, 0) {
        draw_head(state, pen, head, columns);
    }
    let shown = usize::from(area.height.saturating_sub(1));
    for (index, row) in state.compare().rows().iter().skip(state.compare().top()).take(shown).enumerate() {
        let Some(place) = line(area, index + 1) else { continue };
        let selected = *row == state.compare().cursor();
        if selected {
            pen.paint(place, pen.look.row());
        }
        draw_row(state, pen, place, columns, *row, selected);
    }
}

fn draw_head(state: &State, pen: &mut Pen<'_>, place: Rect, columns: TableColumns) {
    pen.text(right_of(place, 2), INDICATOR.get(state.lang()), pen.look.dim());
    draw_areas(state, pen, place, columns, YEAR);
}

/// The areas' names over their columns, the selected one underlined.
pub(super) fn draw_areas(state: &State, pen: &mut Pen<'_>, place: Rect, columns: TableColumns, tail: usize) {
    for (key, cell) in area_cells(state, place, columns) {
        let position = key.position();
        let name = state.dataset().areas[key].name.get(state.lang());
        let room = usize::from(cell.width).saturating_sub(1);
        let marked = width(name) + 2 <= room;
        let name = fit(name, room);
        let needed = width(&name) + if marked { 2 } else { 0 };
        let mut style = pen.look.area(position).add_modifier(Modifier::BOLD);
        if key == state.area() {
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        let end = value_place(cell, needed, tail);
        pen.text_right(end, &name, style);
        if marked {
            let before = u16::try_from(width(&name) + 1).unwrap_or(0);
            let mark = Rect { width: end.width.saturating_sub(before), ..end };
            pen.text_right(mark, pen.look.mark(position), pen.look.area(position));
        }
    }
}

/// The columns of the areas that are to be seen, on one line.
pub(super) fn area_cells(state: &State, place: Rect, columns: TableColumns) -> Vec<(Key<Area>, Rect)> {
    let shown = state.dataset().areas.keys().skip(columns.first);
    shown.zip(columns.rects(place)).map(|(key, (_, cell))| (key, cell)).collect()
}

/// Where a value of `needed` cells ends: before the `tail` cells kept for the year, or where it is too long for that, at
/// the column's end.
pub(super) fn value_place(cell: Rect, needed: usize, tail: usize) -> Rect {
    let room = usize::from(cell.width).saturating_sub(tail + 1);
    let taken = if needed <= room { u16::try_from(tail).unwrap_or(0) } else { 0 };
    Rect { width: cell.width.saturating_sub(taken), ..cell }
}

fn draw_row(state: &State, pen: &mut Pen<'_>, place: Rect, columns: TableColumns, row: Row, selected: bool) {
    let name = Rect { width: columns.name, ..place };
    match row {
        Row::Theme(theme) => draw_theme(state, pen, place, theme, selected),
        Row::Singles(theme) => {
            let open = state.compare().folds().singles.contains(&theme);
            let (_, singles) = state.compare().outline().counts(theme);
            let marker = fold_sign(pen, open);
            let text = format!("{marker} {} {singles}", SINGLES.get(state.lang()));
            draw_cursor(state, pen, place, selected);
            pen.text(right_of(name, 4), &text, with(pen.look.dim(), selected));
        }
        Row::Indicator(indicator) => {
            draw_cursor(state, pen, place, selected);
            draw_name(state, pen, name, indicator, selected);
            draw_cells(state, pen, place, columns, state.comparison(indicator), selected);
        }
    }
}

fn with(style: Style, selected: bool) -> Style {
    if selected { style.add_modifier(Modifier::BOLD) } else { style }
}

fn fold_sign(pen: &Pen<'_>, open: bool) -> &'static str {
    if open { pen.look.sign("▾", "v") } else { pen.look.sign("▸", "+") }
}

/// The mark of the selected row: solid where the table has the focus.
pub(super) fn draw_cursor(state: &State, pen: &mut Pen<'_>, place: Rect, selected: bool) {
    if selected {
        let focused = state.focus() == Pane::Main;
        let (sign, style) = if focused {
            (pen.look.sign("▌", ">"), pen.look.area(state.area().position()))
        } else {
            (pen.look.sign("▏", ">"), pen.look.dim())
        };
        pen.text(place, sign, style);
    }
}

fn draw_theme(state: &State, pen: &mut Pen<'_>, place: Rect, theme: Key<Theme>, selected: bool) {
    let open = state.compare().outline().is_unfolded(theme, state.compare().folds());
    let (shared, singles) = state.compare().outline().counts(theme);
    draw_cursor(state, pen, place, selected);
    let head = right_of(place, 2);
    let sign = fold_sign(pen, open);
    let mut used = pen.text(head, &format!("{sign} "), pen.look.dim());
    used += pen.text(right_of(head, used), state.dataset().themes[theme].name.get(state.lang()), pen.look.strong());
    let counts = match (state.lang(), shared) {
        (Lang::Zh, 0) => format!("{}{singles} 项", SINGLES.zh),
        (Lang::Zh, _) => format!("{shared} 项两市以上公布"),
        (Lang::En, 0) => format!("{singles} {}", SINGLES.en),
        (Lang::En, _) => format!("{shared} in two or more"),
    };
    let rest = right_of(head, used + 1);
    if width(&counts) < usize::from(rest.width) {
        pen.text_right(Rect { width: rest.width.saturating_sub(1), ..rest }, &counts, pen.look.dim());
    }
}

fn draw_name(state: &State, pen: &mut Pen<'_>, name: Rect, indicator: Key<crate::domain::Indicator>, selected: bool) {
    let held = &state.dataset().indicators[indicator];
    let inner = right_of(Rect { width: name.width.saturating_sub(1), ..name }, 4);
    let label = held.name.get(state.lang());
    let used = pen.text(inner, label, with(Style::new(), selected));
    let unit = held.unit.get(state.lang());
    // Of a name that says what is counted the unit is not news: “Sector Concord Hubs”.
    let is_said = state.lang() == Lang::En && label.to_lowercase().ends_with(&unit.to_lowercase());
    if !is_said && width(unit) + usize::from(used) < usize::from(inner.width) {
        pen.text(right_of(inner, used + 1), unit, pen.look.dim());
    }
}

fn draw_cells(
    state: &State,
    pen: &mut Pen<'_>,
    place: Rect,
    columns: TableColumns,
    comparison: &Comparison,
    selected: bool,
) {
    let years = comparison.years_differ(state.dataset());
    for (key, rect) in area_cells(state, place, columns) {
        let Some(cell) = comparison.cells.iter().find(|cell| cell.area == key) else { continue };
        let value = fit(&cell_text(state, pen, cell), usize::from(rect.width).saturating_sub(1));
        let year = year_mark(state, cell).filter(|_| years);
        let target = value_place(rect, width(&value), tail(rect, width(&value), year.is_some()));
        let is_target = selected && key == state.area();
        let style = match (is_target, cell.figure()) {
            (true, _) => pen.look.cell(key.position()),
            (false, None) => pen.look.faint(),
            (false, Some(found)) if found.extent.is_err() => pen.look.dim(),
            (false, Some(_)) => with(Style::new(), selected),
        };
        // The selected cell has a space on each side, as far as there is room; the one on its right hangs out.
        let spare = usize::from(rect.width).saturating_sub(width(&value));
        let value = match (is_target, spare) {
            (true, 2..) => format!(" {value} "),
            (true, 1) => format!("{value} "),
            _ => value,
        };
        let target = if is_target { Rect { width: (target.width + 1).min(rect.width), ..target } } else { target };
        pen.text_right(target, &value, style);
        if let Some(year) = year.filter(|_| target.width < rect.width) {
            let rest = right_of(rect, rect.width.saturating_sub(3));
            pen.text(rest, &year, pen.look.dim());
        }
    }
}

/// The cells that are kept for the year: one fewer, without a space before it, where the value would have no room
/// otherwise.
fn tail(cell: Rect, needed: usize, is_dated: bool) -> usize {
    let fits = |tail: usize| needed + tail < usize::from(cell.width);
    if is_dated && !fits(YEAR) && fits(YEAR - 1) { YEAR - 1 } else { YEAR }
}

/// The year that a figure counts under, in two digits; question marks where it is not known.
fn year_mark(state: &State, cell: &Cell) -> Option<String> {
    let year = state.dataset().observations[cell.figure()?.observation()].period.year();
    Some(year.map_or_else(|| "'??".to_owned(), |year| format!("'{:02}", year.rem_euclid(100))))
}

/// A cell in words: the figure under the measure, or a sign that there is none.
pub(super) fn cell_text(state: &State, pen: &Pen<'_>, cell: &Cell) -> String {
    match cell.figure() {
        None => pen.look.sign("·", ".").to_owned(),
        Some(found) => found_text(state, pen.look.charset, found),
    }
}

/// A figure under the measure in force.
pub(super) fn found_text(state: &State, charset: CharSet, found: &MeasuredFigure) -> String {
    value(state.dataset(), state.lang(), state.measure(), charset, found)
}

/// A figure under a measure.
pub(super) fn value(
    dataset: &Dataset,
    lang: Lang,
    measure: Measure,
    charset: CharSet,
    found: &MeasuredFigure,
) -> String {
    let signs = match charset {
        CharSet::Unicode => crate::text::CharSet::Unicode,
        CharSet::NoAmbiguous | CharSet::Ascii => crate::text::CharSet::Ascii,
    };
    match &found.extent {
        Err(why) => why.brief().get(lang).to_owned(),
        Ok(_) if measure == Measure::Raw && found.observations.len() == 1 => {
            observation_value(&dataset.observations[found.observation()], lang, signs)
        }
        Ok(held) => extent(held, measure == Measure::Raw, lang, charset),
    }
}
