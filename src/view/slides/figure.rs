//! One number, as large as the screen allows.

use super::digits::{FACES, Face};
use super::heading::period_of;
use super::stage::{Fits, Stage, below, cells, draw_foot, draw_lines};
use crate::domain::digest::RichText;
use crate::domain::{Key, Observation};
use crate::text::{flow, quoted, width};
use crate::view::pen::{Pen, line, right_of};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Draws the number with its unit; under it of when, what it covers and how it is printed; at the foot, words.
pub(super) fn draw(
    stage: Stage,
    pen: &mut Pen<'_>,
    figure: Key<Observation>,
    words: Option<&RichText>,
    area: Rect,
) -> Fits {
    let (dataset, lang, look) = (stage.dataset, stage.lang, pen.look);
    let held = &dataset.observations[figure];
    let words = stage.lines(look, words, Style::new(), area.width);
    let foot = cells(words.len());
    let area = draw_foot(pen, area, &words);
    let unit = dataset.indicators[held.indicator].unit.get(lang);
    let value = stage.value(look, figure);
    let about = [
        period_of(stage, figure),
        held.scope.name().get(lang).to_owned(),
        held.qualifier.meaning().get(lang).to_owned(),
        quoted(&held.source.printed),
    ];
    let about = flow(&[(about.join(" · "), look.dim())], usize::from(area.width));
    let below_number = cells(about.len()) + 1;
    let fits = |face: &Face| {
        let needed = face.width(&value, look.charset) + 2 + cells(width(unit));
        needed <= area.width && face.rows() + below_number <= area.height
    };
    let face = FACES.into_iter().find(fits).unwrap_or(Face::Plain);
    let spare = area.height.saturating_sub(face.rows() + below_number);
    let place = below(area, spare / 2);
    let colour = look.area(held.area.position()).add_modifier(Modifier::BOLD);
    let used = face.draw(pen, place, &value, colour);
    if let Some(place) = line(place, usize::from(face.rows() - 1)) {
        pen.text(right_of(place, used + 2), unit, look.strong());
    }
    let drawn = draw_lines(pen, below(place, face.rows() + 1), &about);
    drawn && face.rows() + below_number <= area.height && foot <= 4
}
