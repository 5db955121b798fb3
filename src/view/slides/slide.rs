//! Draws one slide: its heading, its content by kind, and its foot.

use super::context::{SlideContext, draw_lines};
use super::drawn_content::drawn_content;
use super::heading;
use super::slide_layout::SlideLayout;
use crate::deck::Slide;
use crate::text::{fit, width};
use crate::view::canvas::{Canvas, below, cells, line, right_of};
use ratatui::layout::Rect;

/// Draws a slide without its foot. Returns whether all of it fits.
pub(super) fn draw_slide(context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
    let drawn = drawn_content(&slide.content);
    let layout = SlideLayout::of(area, drawn.takes_full_width());
    if drawn.draws_heading() {
        return drawn.draw(context, canvas, slide, layout.content);
    }
    let heading = heading::lines(context, canvas.appearance, slide, layout.heading.width);
    let height = cells(heading.len()).min(layout.heading.height);
    let headed = draw_lines(canvas, Rect { height, ..layout.heading }, &heading) && heading.len() <= 3;
    let has_room = drawn.draw(context, canvas, slide, below(layout.content, height + 1));
    headed && has_room
}

/// Draws the foot: the source on the left, and `right` on the right.
pub(super) fn draw_foot(context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect, right: &str) {
    let foot = SlideLayout::new(area).foot;
    let max_width = usize::from(foot.width).saturating_sub(width(right) + 3);
    if let Some(source) = heading::source(context, slide, max_width) {
        canvas.text(foot, &fit(&source, max_width), canvas.appearance.dim());
    }
    if let Some(rect) = line(foot, 0) {
        let skip = rect.width.saturating_sub(cells(width(right)));
        canvas.text(right_of(rect, skip), right, canvas.appearance.dim());
    }
}
