//! The Coverage grid: theme by area, how many indicators are reported.

use super::pen::{Pen, line, right_of};
use crate::app::State;
use crate::app::layout::TableColumns;
use crate::app::screens::coverage::{ThemeCoverage, coverage, themes};
use crate::domain::article::Grade;
use crate::domain::{Key, Theme};
use crate::text::{Phrase, width};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// The cells that are free at the right of an area's column.
const TAIL: usize = 1;

const THEME: Phrase = Phrase { zh: "主题", en: "Theme" };
const SOURCES: Phrase = Phrase { zh: "来源篇数", en: "Articles held" };

/// Draws the head and the themes that are to be seen.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let columns = state.table_columns(area.width);
    if let Some(head) = line(area, 0) {
        pen.text(right_of(head, 2), THEME.get(state.lang()), pen.look.dim());
        super::table::draw_areas(state, pen, head, columns, TAIL);
    }
    let shown = usize::from(area.height.saturating_sub(1));
    let themes = themes(state.dataset());
    for (index, (row, theme)) in themes.iter().enumerate().skip(state.coverage().top()).take(shown).enumerate() {
        let Some(place) = line(area, index + 1) else { continue };
        let selected = row == state.coverage().cursor();
        if selected {
            pen.paint(place, pen.look.row());
            super::table::draw_cursor(state, pen, place, true);
        }
        let name = Rect { width: columns.name.saturating_sub(1), ..place };
        let style = if selected { pen.look.strong() } else { ratatui::style::Style::new() };
        pen.text(right_of(name, 2), state.dataset().themes[*theme].name.get(state.lang()), style);
        draw_cells(state, pen, place, columns, *theme, selected);
    }
    draw_sources(state, pen, area, columns, themes.len() + 2);
}

/// How many articles of each grade are held of each area, where there is room under the themes.
fn draw_sources(state: &State, pen: &mut Pen<'_>, area: Rect, columns: TableColumns, from: usize) {
    if from + 4 > usize::from(area.height) {
        return;
    }
    if let Some(place) = line(area, from) {
        pen.text(right_of(place, 2), SOURCES.get(state.lang()), pen.look.strong());
    }
    for (row, grade) in [Grade::Full, Grade::Excerpt, Grade::Repost].into_iter().enumerate() {
        let Some(place) = line(area, from + 1 + row) else { continue };
        pen.text(right_of(place, 4), grade.name().get(state.lang()), pen.look.dim());
        for (key, rect) in super::table::area_cells(state, place, columns) {
            let of_area = state.dataset().articles.iter().filter(|(_, article)| article.area == key);
            let count = of_area.filter(|(_, article)| article.grade == grade).count();
            let (text, style) = match count {
                0 => (pen.look.sign("·", ".").to_owned(), pen.look.faint()),
                count => (count.to_string(), pen.look.dim()),
            };
            pen.text_right(super::table::value_place(rect, width(&text), TAIL), &text, style);
        }
    }
}

fn draw_cells(state: &State, pen: &mut Pen<'_>, place: Rect, columns: TableColumns, theme: Key<Theme>, selected: bool) {
    for (key, rect) in super::table::area_cells(state, place, columns) {
        let said = coverage(state.dataset(), theme, key);
        let is_target = selected && key == state.area();
        let text = cell(pen, &said);
        let style = match (is_target, said.reported.is_empty()) {
            (true, _) => pen.look.cell(key.position()),
            (false, true) => pen.look.faint(),
            (false, false) => pen.look.area(key.position()).add_modifier(Modifier::BOLD),
        };
        let text = if is_target { format!(" {text} ") } else { text };
        let extra = u16::from(is_target);
        let target = super::table::value_place(rect, width(&text), TAIL);
        pen.text_right(Rect { width: (target.width + extra).min(rect.width), ..target }, &text, style);
    }
}

/// How many are reported, of how many that any area reports; or a sign for the kind of gap.
fn cell(pen: &Pen<'_>, said: &ThemeCoverage) -> String {
    let all = said.reported.len() + said.unreported.len() + said.not_curated.len();
    if said.reported.is_empty() {
        let not_applicable = !said.not_applicable.is_empty() && all == 0;
        return if not_applicable { "/".to_owned() } else { pen.look.sign("·", ".").to_owned() };
    }
    format!("{}/{all}", said.reported.len())
}
