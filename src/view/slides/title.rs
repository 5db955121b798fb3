//! Draws the title slide.

use super::context::{SlideContext, draw_lines};
use super::drawn_content::DrawnContent;
use crate::deck::Slide;
use crate::deck::content::TitleSlide;
use crate::text::{Lang, width};
use crate::view::canvas::{Canvas, StyledSpan, below, cells, right_of};
use ratatui::layout::Rect;

impl DrawnContent for TitleSlide {
    fn draws_heading(&self) -> bool {
        true
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, slide, area)
    }
}

/// Draws the title slide: the heading a third of the way down, a line in the colours of all areas, and their names.
fn draw(context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
    let appearance = canvas.appearance;
    let mut heading = context.lines(appearance, slide.title.as_ref(), appearance.strong(), area.width);
    if let [only] = heading.as_mut_slice() {
        letter_spaced(context.lang, only, usize::from(area.width));
    }
    let words = context.lines(appearance, slide.words.as_ref(), appearance.dim(), area.width);
    let needed = cells(heading.len() + words.len()) + 6;
    let top = (area.height.saturating_sub(needed) / 2).min(area.height / 3);
    let rect = below(area, top);
    draw_lines(canvas, rect, &heading);
    let rect = below(rect, cells(heading.len()) + 1);
    draw_areas(context, canvas, rect);
    let rect = below(rect, 3);
    draw_lines(canvas, rect, &words) && needed <= area.height
}

/// Spaces out the characters of a Chinese heading, if it still fits.
fn letter_spaced(lang: Lang, spans: &mut [StyledSpan], max_width: usize) {
    let used: usize = spans.iter().map(|(text, _)| width(text) + text.chars().count()).sum();
    if lang == Lang::Zh && used <= max_width {
        for (text, _) in spans {
            // Chinese punctuation includes its own space.
            let is_mark = |letter: char| "，。：？！、；“”".contains(letter);
            let mut spaced = String::new();
            let mut letters = text.chars().peekable();
            while let Some(letter) = letters.next() {
                spaced.push(letter);
                if !is_mark(letter) && !letters.peek().is_some_and(|next| is_mark(*next)) {
                    spaced.push(' ');
                }
            }
            *text = spaced;
        }
    }
}

/// Draws a line in the colours of all areas, with the name of each below its part.
fn draw_areas(context: SlideContext, canvas: &mut Canvas<'_>, area: Rect) {
    let areas: Vec<_> = context.dataset.areas.keys().collect();
    let names = context.widest_name(areas.iter().copied()) + 5;
    let each = (area.width / cells(areas.len().max(1))).min(names.max(12));
    for (index, key) in areas.into_iter().enumerate() {
        let left = each * cells(index);
        let colour = canvas.appearance.area(key.position());
        let dash = canvas.appearance.sign("━", "=").repeat(usize::from(each));
        let part = right_of(area, left);
        let mut rows = Rect { width: part.width.min(each), ..part }.rows();
        if let Some(row) = rows.next() {
            canvas.text(row, &dash, colour);
        }
        if let Some(row) = rows.next() {
            context.draw_name(canvas, row, key);
        }
    }
}
