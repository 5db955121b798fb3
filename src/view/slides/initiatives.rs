//! Named platforms, brands and mechanisms: whose, what they are called, what they are.

use super::stage::{Fits, Stage, below, cells, draw_foot};
use crate::domain::deck::Telling;
use crate::domain::{Initiative, Key};
use crate::text::flow;
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
    let entries: Vec<Vec<Vec<Span>>> = all.iter().map(|key| entry(stage, pen, *key, room)).collect();
    let lines: u16 = entries.iter().map(|lines| cells(lines.len())).sum();
    let gaps = cells(entries.len().saturating_sub(1));
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

fn entry(stage: Stage, pen: &Pen<'_>, key: Key<Initiative>, room: usize) -> Vec<Vec<Span>> {
    let held = &stage.dataset.initiatives[key];
    let mut name = vec![(held.name.get(stage.lang).to_owned(), pen.look.strong())];
    if let Some(design) = &held.design {
        name.push((format!("  {design}"), pen.look.dim()));
    }
    let about = (held.about.get(stage.lang).to_owned(), Style::new());
    let mut lines = flow(&name, room);
    lines.extend(flow(&[about], room));
    lines
}
