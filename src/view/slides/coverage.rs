//! How much of each theme the areas report.

use super::stage::{Fits, Stage, below, cells, draw_foot};
use crate::app::screens::coverage::{coverage, themes};
use crate::domain::digest::RichText;
use crate::domain::{Area, Key, Theme};
use crate::text::width;
use crate::view::pen::{Pen, line, right_of};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Draws a row for each theme and a column for each area; at the foot, words.
pub(super) fn draw(stage: Stage, pen: &mut Pen<'_>, areas: &[Key<Area>], words: Option<&RichText>, area: Rect) -> Fits {
    let words = stage.lines(pen.look, words, Style::new(), area.width);
    let area = draw_foot(pen, area, &words);
    let themes: Vec<Key<Theme>> =
        themes(stage.dataset).into_iter().filter(|theme| !stage.dataset.themes[*theme].is_context).collect();
    let name = |theme: &Key<Theme>| stage.dataset.themes[*theme].name.get(stage.lang);
    let label = cells(themes.iter().map(|theme| width(name(theme))).max().unwrap_or(0)) + 2;
    let column = (area.width.saturating_sub(label) / cells(areas.len().max(1))).min(16);
    // Where a column is too narrow for a name behind its mark, the mark stands over it.
    let widest = stage.widest_name(areas.iter().copied());
    let head = if widest + 3 <= column { 1 } else { 2 };
    let step = (area.height.saturating_sub(head) / cells(themes.len().max(1))).clamp(1, 2);
    for (index, key) in areas.iter().enumerate() {
        let place = right_of(area, label + column * cells(index));
        let place = Rect { width: place.width.min(column), ..place };
        if head == 1 {
            stage.draw_name(pen, place, *key);
        } else {
            let colour = pen.look.area(key.position()).add_modifier(Modifier::BOLD);
            pen.text(place, pen.look.mark(key.position()), colour);
            pen.text(below(place, 1), stage.name(*key), colour);
        }
    }
    for (row, theme) in themes.iter().enumerate() {
        let place = below(area, head + step * cells(row));
        let Some(place) = line(place, 0) else { continue };
        pen.text(place, name(theme), Style::new());
        for (index, key) in areas.iter().enumerate() {
            draw_cell(stage, pen, right_of(place, label + column * cells(index)), *theme, *key, column);
        }
    }
    head + cells(themes.len()) <= area.height && widest < column
}

/// A row of small blocks, one for each indicator that any area reports: filled where this one does.
fn draw_cell(stage: Stage, pen: &mut Pen<'_>, place: Rect, theme: Key<Theme>, area: Key<Area>, column: u16) {
    let said = coverage(stage.dataset, theme, area);
    let (reported, all) = (said.reported.len(), said.reported.len() + said.unreported.len() + said.not_curated.len());
    if reported == 0 {
        pen.text(place, pen.look.sign("·", "."), pen.look.faint());
        return;
    }
    let colour = pen.look.area(area.position()).add_modifier(Modifier::BOLD);
    let used = pen.text(place, &format!("{reported}"), colour);
    let rest =
        Rect { width: right_of(place, used).width.min(column.saturating_sub(used + 1)), ..right_of(place, used) };
    pen.text(rest, &format!("/{all}"), pen.look.dim());
}
