//! One slide: its heading, its content by kind, and its foot.

use super::frame::Frame;
use super::stage::{self, Fits, Stage, draw_lines};
use super::{city, compare, coverage, figure, heading, initiatives, timeline, words};
use crate::deck::{Shows, Slide};
use crate::text::{fit, width};
use crate::view::pen::{Pen, line, right_of};
use ratatui::layout::Rect;

/// Draws a slide without its foot's number and time; says whether all of it had room.
pub(super) fn draw_slide(stage: Stage, pen: &mut Pen<'_>, slide: &Slide, area: Rect) -> Fits {
    let frame = Frame::of(slide, area);
    if matches!(slide.shows, Shows::Title) {
        return words::title(stage, pen, slide, frame.content);
    }
    let heading = heading::lines(stage, pen.look, slide, frame.heading.width);
    let height = stage::cells(heading.len()).min(frame.heading.height);
    let headed = draw_lines(pen, Rect { height, ..frame.heading }, &heading) && heading.len() <= 3;
    let content = stage::below(frame.content, height + 1);
    let words = slide.words.as_ref();
    let drawn = match &slide.shows {
        Shows::Title | Shows::Text => words::text(stage, pen, slide, content),
        Shows::Compare { indicators, areas, measure, moment } => {
            let question = compare::Question { indicators, areas, measure: *measure, moment: *moment };
            compare::draw(stage, pen, &question, words, content)
        }
        Shows::City { figures, .. } => city::draw(stage, pen, figures, words, content),
        Shows::Initiatives(initiatives) => initiatives::draw(stage, pen, initiatives, words, content),
        Shows::Timeline(areas) => timeline::draw(stage, pen, areas, words, content),
        Shows::Coverage(areas) => coverage::draw(stage, pen, areas, words, content),
        Shows::Figure(figure) => figure::draw(stage, pen, *figure, words, content),
    };
    headed && drawn
}

/// Draws the foot: the source on the left, `right` on the right.
pub(super) fn draw_foot(stage: Stage, pen: &mut Pen<'_>, slide: &Slide, area: Rect, right: &str) {
    let foot = Frame::new(area).foot;
    let room = usize::from(foot.width).saturating_sub(width(right) + 3);
    if let Some(source) = heading::source(stage, slide, room) {
        pen.text(foot, &fit(&source, room), pen.look.dim());
    }
    if let Some(place) = line(foot, 0) {
        let skip = place.width.saturating_sub(stage::cells(width(right)));
        pen.text(right_of(place, skip), right, pen.look.dim());
    }
}
