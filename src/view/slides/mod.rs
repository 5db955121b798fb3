//! Slides: one thought each, its numbers readable from the back of a room, and nothing else but a quiet foot with the
//! source, the number of the slide and the time.

mod city;
mod compare;
mod coverage;
mod digits;
mod facts;
mod figure;
mod fit;
mod frame;
mod heading;
mod heading_editor;
mod initiatives;
mod overview;
mod slide;
mod speaker;
mod stage;
mod timeline;
mod words;

pub use fit::{Misfit, SIZES, misfits};
pub use speaker::{draw_speaker, last_scroll};

use super::chrome::draw_notice;
use super::pen::Pen;
use crate::app::{Show, State};
use crate::deck::{SlideIndex, SlideNumber};
use crate::text::Phrase;
use frame::Frame;
use ratatui::layout::Rect;
use slide::{draw_foot, draw_slide};
use stage::Stage;

const NO_ROOM: Phrase = Phrase {
    zh: "窗口放不下整页，请放大到 80×24 以上",
    en: "Not all of it has room: 80×24 or more is needed",
};

const TOO_MUCH: Phrase = Phrase {
    zh: "本页内容太多，放不下；宜少写，或分成两页",
    en: "There is too much on this slide: say less, or make two of it",
};

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
