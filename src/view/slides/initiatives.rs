//! Named platforms, brands and mechanisms: whose, what they are called, what they are.

use super::stage::{Fits, Stage, below, cells, draw_foot};
use crate::domain::deck::Telling;
use crate::domain::{Initiative, Key};
use crate::text::{fit, flow, width, wrap};
use crate::view::pen::{Pen, Span, line, right_of};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws each under the other; at the foot, words.
pub(super) fn draw(
    stage: Stage,
    pen: &mut Pen<'_>,
    all: &[Key<Initiative>],
    words: Option<&Telling>,
    area: Rect,
) -> Fits {
    let words = stage.lines(pen.look, words, Style::new(), area.width);
    let area = draw_foot(pen, area, &words);
    let dataset = stage.dataset;
    let label = stage.widest_name(all.iter().map(|key| dataset.initiatives[*key].area)) + 5;
    let room = usize::from(area.width.saturating_sub(label).min(80));
    let entries_of =
        |most: usize| -> Vec<Vec<Vec<Span>>> { all.iter().map(|key| entry(stage, pen, *key, room, most)).collect() };
    let gaps = cells(all.len().saturating_sub(1));
    let lines_of = |entries: &[Vec<Vec<Span>>]| entries.iter().map(|lines| cells(lines.len())).sum::<u16>();
    // What they are is told whole where there is room, and otherwise begun.
    let tried = [usize::MAX, 4, 3, 2, 1].into_iter().map(entries_of);
    let fitting = tried.into_iter().find(|entries| lines_of(entries) + gaps <= area.height);
    let entries = fitting.unwrap_or_else(|| entries_of(1));
    let lines = lines_of(&entries);
    let gap = (area.height.saturating_sub(lines) / gaps.max(1)).clamp(1, 2);
    let mut at = 0;
    for (key, lines) in all.iter().zip(&entries) {
        let place = below(area, at);
        if let Some(head) = line(place, 0) {
            stage.draw_name(pen, head, dataset.initiatives[*key].area);
        }
        super::stage::draw_lines(pen, right_of(place, label), lines);
        at += cells(lines.len()) + gap;
    }
    lines + gaps <= area.height
}

/// Its name and design, and at most so many lines of what it is.
fn entry(stage: Stage, pen: &Pen<'_>, key: Key<Initiative>, room: usize, most: usize) -> Vec<Vec<Span>> {
    let held = &stage.dataset.initiatives[key];
    let mut name = vec![(held.name.get(stage.lang).to_owned(), pen.look.strong())];
    if let Some(design) = &held.design {
        name.push((format!("  {design}"), pen.look.dim()));
    }
    let mut lines = flow(&name, room);
    let about = wrap(held.about.get(stage.lang), room);
    let is_cut = about.len() > most;
    for (index, mut text) in about.into_iter().take(most).enumerate() {
        if is_cut && index + 1 == most {
            text = fit(&format!("{text}……"), room.min(width(&text) + 1));
        }
        lines.push(vec![(text, Style::new())]);
    }
    lines
}
