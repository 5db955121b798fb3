//! Draws the Coverage grid: how many indicators of each theme each area reports.

use super::canvas::{Canvas, line, right_of};
use crate::app::State;
use crate::app::layout::TableColumns;
use crate::app::overflow::lines_shown;
use crate::app::screens::coverage::{ThemeCoverage, coverage, themes};
use crate::domain::article::Grade;
use crate::domain::{Key, Theme};
use crate::text::{Phrase, width};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// The free cells at the right of an area's column.
const TAIL: usize = 1;

const THEME: Phrase = Phrase { zh: "主题", en: "Theme" };
const SOURCES: Phrase = Phrase { zh: "来源篇数", en: "Articles held" };

/// Draws the head and the visible themes.
pub(super) fn draw(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let columns = state.table_columns(area.width);
    if let Some(head) = line(area, 0) {
        super::table::draw_corner(state, canvas, head, columns, THEME);
        super::table::draw_areas(state, canvas, head, columns, TAIL);
    }
    let themes = themes(state.dataset());
    let top = state.coverage().top();
    let below_head = super::canvas::below(area, 1);
    let room = lines_shown(themes.len(), usize::from(below_head.height));
    let shown = themes.iter().enumerate().skip(top).take(room);
    if let Some(row) = super::hidden_lines::row_of(below_head, themes.len()) {
        let after = themes.len().saturating_sub(top + room);
        super::hidden_lines::draw(canvas, row, (top, after), state.lang(), ratatui::style::Style::new());
    }
    for (rect, (index, theme)) in area.rows().skip(1).zip(shown) {
        let selected = index == state.coverage().cursor();
        if selected {
            canvas.paint(rect, canvas.appearance.selected_row());
            super::table::draw_cursor(state, canvas, rect, true);
        }
        let name = Rect { width: columns.name.saturating_sub(1), ..rect };
        let style = if selected { canvas.appearance.strong() } else { ratatui::style::Style::new() };
        canvas.text(right_of(name, 2), state.dataset().themes[*theme].name.get(state.lang()), style);
        draw_cells(state, canvas, rect, columns, *theme, selected);
    }
    draw_sources(state, canvas, area, columns, themes.len() + 2);
}

/// Draws how many articles of each grade the data has from each area, if there is room below the themes.
fn draw_sources(state: &State, canvas: &mut Canvas<'_>, area: Rect, columns: TableColumns, from: usize) {
    let is_held = |grade: &Grade| state.dataset().articles.iter().any(|(_, article)| article.grade == *grade);
    // Hardly any data holds a machine's digest.
    let grades = [Grade::Full, Grade::Excerpt, Grade::Repost].into_iter();
    let grades: Vec<Grade> = grades.chain([Grade::Digest].into_iter().filter(is_held)).collect();
    if from + 1 + grades.len() > usize::from(area.height) {
        return;
    }
    if let Some(rect) = line(area, from) {
        canvas.text(right_of(rect, 2), SOURCES.get(state.lang()), canvas.appearance.strong());
    }
    for (rect, grade) in area.rows().skip(from + 1).zip(grades) {
        canvas.text(right_of(rect, 4), grade.name().get(state.lang()), canvas.appearance.dim());
        for (key, column) in super::table::area_cells(state, rect, columns) {
            let of_area = state.dataset().articles.iter().filter(|(_, article)| article.area == key);
            let count = of_area.filter(|(_, article)| article.grade == grade).count();
            let (text, style) = match count {
                0 => (canvas.appearance.sign("·", ".").to_owned(), canvas.appearance.faint()),
                count => (count.to_string(), canvas.appearance.dim()),
            };
            canvas.text_right(super::table::value_rect(column, width(&text), TAIL), &text, style);
        }
    }
}

fn draw_cells(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    columns: TableColumns,
    theme: Key<Theme>,
    selected: bool,
) {
    for (key, column) in super::table::area_cells(state, rect, columns) {
        let theme_coverage = coverage(state.dataset(), theme, key, state.areas());
        let is_target = selected && key == state.area();
        let text = cell(canvas, &theme_coverage);
        let style = match (is_target, theme_coverage.reported.is_empty()) {
            (true, _) => canvas.appearance.selected_cell(key.position()),
            (false, true) => canvas.appearance.faint(),
            (false, false) => canvas.appearance.area_text(key.position()).add_modifier(Modifier::BOLD),
        };
        let text = if is_target { format!(" {text} ") } else { text };
        let extra = u16::from(is_target);
        let target = super::table::value_rect(column, width(&text), TAIL);
        canvas.text_right(Rect { width: (target.width + extra).min(column.width), ..target }, &text, style);
    }
}

/// Returns how many indicators are reported, out of all that any area reports; or a sign for the kind of gap.
fn cell(canvas: &Canvas<'_>, theme_coverage: &ThemeCoverage) -> String {
    let all = theme_coverage.all();
    if theme_coverage.reported.is_empty() {
        let not_applicable = !theme_coverage.not_applicable.is_empty() && all == 0;
        return if not_applicable { "/".to_owned() } else { canvas.appearance.sign("·", ".").to_owned() };
    }
    format!("{}/{all}", theme_coverage.reported.len())
}
