//! Draws the title slide.

use super::context::{SlideContext, draw_lines};
use super::drawn_content::DrawnContent;
use super::left_out::{Listed, draw_left_out, fitting};
use crate::deck::Slide;
use crate::deck::content::TitleSlide;
use crate::domain::{Area, Key};
use crate::text::{Lang, width};
use crate::view::canvas::{Canvas, StyledSpan, below, cells, right_of};
use ratatui::layout::Rect;

impl DrawnContent for TitleSlide {
    fn draws_heading(&self) -> bool {
        true
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, &self.areas, slide, area)
    }
}

/// The free rows of a title slide: one on each side of the areas, and two at its foot.
const FREE: u16 = 4;

/// Draws the title slide: the heading a third of the way down, a line in the colours of the areas, and their names.
fn draw(context: SlideContext, canvas: &mut Canvas<'_>, areas: &[Key<Area>], slide: &Slide, area: Rect) -> bool {
    let appearance = canvas.appearance;
    let mut heading = context.lines(appearance, slide.title.as_ref(), appearance.strong(), area.width);
    if let [only] = heading.as_mut_slice() {
        letter_spaced(context.lang, only, usize::from(area.width));
    }
    let words = context.lines(appearance, slide.words.as_ref(), appearance.dim(), area.width);
    let others = cells(heading.len() + words.len()) + FREE;
    let names = AreaNames::new(context, areas, area.width, area.height.saturating_sub(others));
    let needed = others + names.height();
    let top = (area.height.saturating_sub(needed) / 2).min(area.height / 3);
    let rect = below(area, top);
    draw_lines(canvas, rect, &heading);
    let rect = below(rect, cells(heading.len()) + 1);
    let has_areas = names.draw(context, canvas, rect);
    let rect = below(rect, names.height() + 1);
    draw_lines(canvas, rect, &words) && has_areas && needed <= area.height
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

/// The names of the areas, each below its part of a coloured line; several lines where one is too short for them all.
struct AreaNames<'a> {
    shown: &'a [Key<Area>],
    left_out: usize,
    /// How many stand in one line, and the width of each.
    columns: usize,
    width: u16,
}

impl<'a> AreaNames<'a> {
    /// Divides `max_width` among the areas, as far as they have room in `room` rows.
    fn new(context: SlideContext, areas: &'a [Key<Area>], max_width: u16, room: u16) -> Self {
        let widest = context.widest_name(areas.iter().copied());
        let most = usize::from(max_width / (widest + 3)).max(1);
        let lines = areas.len().div_ceil(most);
        // The lines are of about one length.
        let columns = areas.len().div_ceil(lines.max(1)).max(1);
        let fitting = fitting(&vec![2; lines], 0, room.max(2));
        let shown = areas.get(..fitting * columns).unwrap_or(areas);
        let width = (max_width / cells(columns)).min((widest + 5).max(12));
        Self { shown, left_out: areas.len() - shown.len(), columns, width }
    }

    /// Returns how many rows they take.
    fn height(&self) -> u16 {
        cells(self.shown.len().div_ceil(self.columns)) * 2 + u16::from(self.left_out > 0)
    }

    /// Draws them. Returns whether there is room for the line that says how many are left out.
    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, area: Rect) -> bool {
        let dash = canvas.appearance.sign("━", "=").repeat(usize::from(self.width));
        for (index, key) in self.shown.iter().enumerate() {
            let rect = right_of(below(area, cells(index / self.columns) * 2), self.width * cells(index % self.columns));
            let mut rows = Rect { width: rect.width.min(self.width), ..rect }.rows();
            if let Some(row) = rows.next() {
                canvas.text(row, &dash, canvas.appearance.area_mark(key.position()));
            }
            if let Some(row) = rows.next() {
                context.draw_name(canvas, row, *key);
            }
        }
        let rest = below(area, self.height().saturating_sub(1));
        draw_left_out(context, canvas, rest, &[(Listed::Areas, self.left_out)])
    }
}
