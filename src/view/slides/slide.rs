//! Draws one slide: its heading, its content by kind, and its foot.

use super::context::{SlideContext, draw_lines};
use super::slide_layout::SlideLayout;
use super::{city, compare, coverage, figure, heading, initiatives, timeline, words};
use crate::deck::{Shows, Slide};
use crate::text::{fit, width};
use crate::view::canvas::{Canvas, below, cells, line, right_of};
use ratatui::layout::Rect;

/// Draws a slide without its foot. Returns whether all of it fits.
pub(super) fn draw_slide(context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
    let frame = SlideLayout::of(slide, area);
    if matches!(slide.shows, Shows::Title) {
        return words::title(context, canvas, slide, frame.content);
    }
    let heading = heading::lines(context, canvas.appearance, slide, frame.heading.width);
    let height = cells(heading.len()).min(frame.heading.height);
    let headed = draw_lines(canvas, Rect { height, ..frame.heading }, &heading) && heading.len() <= 3;
    let content = below(frame.content, height + 1);
    let words = slide.words.as_ref();
    let drawn = match &slide.shows {
        Shows::Title | Shows::Text => words::text(context, canvas, slide, content),
        Shows::Compare { indicators, areas, measure, moment } => {
            let request = compare::CompareRequest { indicators, areas, measure: *measure, moment: *moment };
            compare::draw(context, canvas, &request, words, content)
        }
        Shows::City { figures, .. } => city::draw(context, canvas, figures, words, content),
        Shows::Initiatives(initiatives) => initiatives::draw(context, canvas, initiatives, words, content),
        Shows::Timeline(areas) => timeline::draw(context, canvas, areas, words, content),
        Shows::Coverage(areas) => coverage::draw(context, canvas, areas, words, content),
        Shows::Figure(figure) => figure::draw(context, canvas, *figure, words, content),
    };
    headed && drawn
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
