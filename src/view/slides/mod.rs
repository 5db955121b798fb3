//! Slides: one thought each, its numbers readable from the back of a room, and nothing else but a quiet foot with the
//! source, the number of the slide and the time.

mod city;
mod compare;
mod coverage;
mod digits;
mod facts;
mod figure;
mod fit;
mod heading;
mod heading_editor;
mod initiatives;
mod notes;
mod overview;
mod stage;
mod timeline;
mod words;

pub use fit::{Misfit, SIZES, misfits};
pub use notes::{draw_notes, last_scroll};

use super::chrome::draw_notice;
use super::pen::{Pen, line, right_of};
use crate::app::layout::margins;
use crate::app::{Show, State};
use crate::deck::{Shows, Slide, SlideIndex, SlideNumber};
use crate::text::{Phrase, fit as cut, width};
use ratatui::layout::Rect;
use stage::{Fits, Stage, draw_lines};

const NO_ROOM: Phrase = Phrase {
    zh: "窗口放不下整页，请放大到 80×24 以上",
    en: "Not all of it has room: 80×24 or more is needed",
};

const TOO_MUCH: Phrase = Phrase {
    zh: "本页内容太多，放不下；宜少写，或分成两页",
    en: "There is too much on this slide: say less, or make two of it",
};

/// Where the parts of a slide stand.
struct Frame {
    heading: Rect,
    content: Rect,
    foot: Rect,
}

/// The widest that words and lists are laid out: on wider terminals they stand in the middle.
const READABLE: u16 = 112;

impl Frame {
    /// The frame of a slide: bars and large numbers take the width that there is.
    fn of(slide: &Slide, area: Rect) -> Self {
        let Self { heading, content, foot } = Self::new(area);
        let is_large =
            matches!(slide.shows, Shows::Compare { .. } | Shows::City { .. } | Shows::Figure(_) | Shows::Timeline(_));
        let aside = if is_large { 0 } else { content.width.saturating_sub(READABLE) / 2 };
        let inner = |place: Rect| Rect { x: place.x + aside, width: place.width - 2 * aside, ..place };
        Self { heading: inner(heading), content: inner(content), foot }
    }

    fn new(area: Rect) -> Self {
        let (side, top) = margins(area);
        let inner = Rect { x: area.x + side, width: area.width.saturating_sub(2 * side), ..area };
        let foot = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..inner };
        let body = Rect { y: area.y + top, height: area.height.saturating_sub(top + 2), ..inner };
        Self { heading: body, content: body, foot }
    }
}

/// Draws a slide without its foot's number and time; says whether all of it had room.
fn draw_slide(stage: Stage, pen: &mut Pen<'_>, slide: &Slide, area: Rect) -> Fits {
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
fn draw_foot(stage: Stage, pen: &mut Pen<'_>, slide: &Slide, area: Rect, right: &str) {
    let foot = Frame::new(area).foot;
    let room = usize::from(foot.width).saturating_sub(width(right) + 3);
    if let Some(source) = heading::source(stage, slide, room) {
        pen.text(foot, &cut(&source, room), pen.look.dim());
    }
    if let Some(place) = line(foot, 0) {
        let skip = place.width.saturating_sub(stage::cells(width(right)));
        pen.text(right_of(place, skip), right, pen.look.dim());
    }
}

/// Draws the presentation: the slide, the list of all slides, or nothing.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>) {
    let (Some(presentation), Some(slide)) = (state.presentation(), state.slide()) else { return };
    let area = Rect::new(0, 0, state.size().0, state.size().1);
    let drawn = Stage { dataset: state.dataset(), lang: state.lang() };
    match presentation.view() {
        Show::Slide { typed, .. } => {
            let has_room = draw_slide(drawn, pen, slide, area);
            draw_foot(drawn, pen, slide, area, &right_foot(state, pen, presentation.slide(), *typed));
            if !has_room {
                draw_no_room(state, pen, area);
            }
        }
        Show::List { cursor, .. } => {
            overview::draw(drawn, pen, state.slides(), cursor.get(), area);
            overview::draw_foot(state, pen, area);
        }
        Show::Heading(editor) => {
            overview::draw(drawn, pen, state.slides(), editor.slide().get(), area);
            overview::draw_foot(state, pen, area);
            heading_editor::draw(state, pen);
        }
        // Over the dark wall nothing is drawn, and the dashboard draws itself.
        Show::Blank { .. } | Show::Dashboard { .. } => {}
    }
    // While a heading is typed it stands where that is.
    if let Some(notice) = state.notice().filter(|_| state.heading().is_none()) {
        let foot = Frame::new(area).foot;
        let foot = Rect { x: foot.x.saturating_sub(1), width: foot.width + foot.x.min(1), ..foot };
        draw_notice(pen, foot, notice.get(state.lang()));
    }
}

/// Says that not all of a slide had room: for want of rows and columns, or for too many words.
fn draw_no_room(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let foot = Frame::new(area).foot;
    pen.clear(foot);
    let (columns, rows) = fit::SIZES[0];
    let is_large = area.width >= columns && area.height >= rows;
    pen.text(foot, if is_large { TOO_MUCH } else { NO_ROOM }.get(state.lang()), pen.look.strong());
}

/// The number of the slide, or the one that is being typed, and the time.
fn right_foot(state: &State, pen: &Pen<'_>, slide: SlideIndex, typed: Option<SlideNumber>) -> String {
    let number = match typed {
        Some(number) => format!("{} {}", pen.look.sign("→", "->"), number.get()),
        None => format!("{}/{}", slide.number().get(), state.slides().len()),
    };
    match state.clock() {
        Some(clock) => format!("{number}   {:02}:{:02}", clock.hour, clock.minute),
        None => number,
    }
}
