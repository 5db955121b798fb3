//! One area's figures, as tiles: the number large, under it what it counts, of when, and who printed it.

use super::digits::Face;
use super::stage::{Fits, Stage, below, cells, draw_foot};
use crate::domain::digest::RichText;
use crate::domain::{Key, Observation};
use crate::text::width;
use crate::view::pen::{Pen, line, right_of};
use crate::wording::period_brief;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// The lines of a tile under its number.
const LABELS: u16 = 2;

/// The lines from the top of a tile to its labels: a number that fills its last line has a free one under it.
fn labels_at(face: Face) -> u16 {
    face.rows() + u16::from(matches!(face, Face::Times(_)))
}

/// Draws the tiles in as many columns as leave the numbers largest; at the foot, words.
pub(super) fn draw(
    stage: Stage,
    pen: &mut Pen<'_>,
    figures: &[Key<Observation>],
    words: Option<&RichText>,
    area: Rect,
) -> Fits {
    let words = stage.lines(pen.look, words, Style::new(), area.width);
    let area = draw_foot(pen, area, &words);
    let count = cells(figures.len());
    let rows_of = |columns: u16| count.div_ceil(columns);
    let height_of = |face: Face, columns: u16| (rows_of(columns) * (labels_at(face) + LABELS + 1)).saturating_sub(1);
    let widest = |face: Face| {
        let needed = |figure: &Key<Observation>| number_width(stage, pen, face, *figure);
        figures.iter().map(needed).max().unwrap_or(0)
    };
    let faces = [Face::Times(3), Face::Times(2), Face::Medium, Face::Small, Face::Plain];
    let tried = faces.into_iter().flat_map(|face| [1, 2, 3].map(|columns| (face, columns)));
    let fits = |(face, columns): &(Face, u16)| {
        height_of(*face, *columns) <= area.height && widest(*face) + 2 <= area.width / columns
    };
    let (face, columns) = tried.filter(|(_, columns)| *columns > 1 || count < 3).find(fits).unwrap_or((Face::Plain, 2));
    let width = area.width / columns;
    let rows = rows_of(columns);
    let tile = labels_at(face) + LABELS;
    let free = area.height.saturating_sub(tile * rows) / rows.max(1);
    for (index, figure) in figures.iter().enumerate() {
        let (row, column) = (cells(index) / columns, cells(index) % columns);
        let place = below(area, row * (tile + free.clamp(1, 4)));
        let place = right_of(place, column * width);
        draw_tile(stage, pen, Rect { width: width.saturating_sub(2), ..place }, face, *figure);
    }
    height_of(face, columns) <= area.height
}

fn number_width(stage: Stage, pen: &Pen<'_>, face: Face, figure: Key<Observation>) -> u16 {
    let unit = stage.dataset.indicators[stage.dataset.observations[figure].indicator].unit.get(stage.lang);
    face.width(&stage.value(pen.look, figure), pen.look.charset) + 1 + cells(width(unit))
}

fn draw_tile(stage: Stage, pen: &mut Pen<'_>, area: Rect, face: Face, figure: Key<Observation>) {
    let (dataset, lang) = (stage.dataset, stage.lang);
    let held = &dataset.observations[figure];
    let indicator = &dataset.indicators[held.indicator];
    let colour = pen.look.area(held.area.position()).add_modifier(Modifier::BOLD);
    let used = face.draw(pen, area, &stage.value(pen.look, figure), colour);
    if let Some(place) = line(area, usize::from(face.rows() - 1)) {
        pen.text(right_of(place, used + 1), indicator.unit.get(lang), pen.look.dim());
    }
    if let Some(place) = line(area, usize::from(labels_at(face))) {
        pen.text(place, indicator.name.get(lang), pen.look.strong());
    }
    if let Some(place) = line(area, usize::from(labels_at(face) + 1)) {
        let about = format!("{} · {}", period_brief(&held.period, lang), stage.outlet(held.source.article));
        pen.text(place, &about, pen.look.dim());
    }
}
