//! Draws slides. Each has one thought and numbers that can be read from the back of a room. The foot has only the
//! source, the number of the slide, and the time.

mod audience;
mod bar_row;
mod context;
mod drawn_content;
mod facts;
mod fitted;
mod heading;
mod heading_editor;
mod large_digits;
mod left_out;
mod overflow;
mod overview;
mod slide;
mod slide_layout;
mod speaker;
mod words_editor;

/// Declares the files that draw the kinds of slides. `cargo fmt` does not see modules that a macro declares, so `.ci/run`
/// names their files to `rustfmt`.
macro_rules! drawing_modules {
    ($($variant:ident $file:ident $content:ident,)+) => {
        $(mod $file;)+
    };
}

for_each_slide_kind!(drawing_modules);

pub use audience::{WaitingScreen, draw_waiting};
pub use fitted::{Fitted, fitted, has_room};
pub use overflow::{Overflow, SIZES, overflows};
pub use speaker::{draw_speaker, last_scroll};

use super::canvas::Canvas;
use super::chrome::draw_notice;
use crate::app::presentation::slide_editor::SlideEditor;
use crate::app::{Show, State};
use crate::deck::content::for_each_slide_kind;
use crate::deck::{SlideIndex, SlideNumber};
use crate::text::Phrase;
use context::SlideContext;
use ratatui::layout::Rect;
use slide::{draw_foot, draw_slide};
use slide_layout::SlideLayout;

const NO_ROOM: Phrase = Phrase {
    zh: "窗口放不下整页，请放大到 80×24 以上",
    en: "Not all of it has room: 80×24 or more is needed",
};

const TOO_MUCH: Phrase = Phrase {
    zh: "本页内容太多，放不下；宜少写，或分成两页",
    en: "There is too much on this slide: say less, or make two of it",
};

/// Draws the presentation: a slide, the list of all slides, or nothing.
pub(super) fn draw(state: &State, canvas: &mut Canvas<'_>) {
    let (Some(presentation), Some(slide)) = (state.presentation(), state.slide()) else { return };
    let area = Rect::new(0, 0, state.size().0, state.size().1);
    let context = SlideContext { dataset: state.dataset(), lang: state.lang() };
    match presentation.view() {
        Show::Slide { typed, .. } => {
            let has_room = draw_slide(context, canvas, slide, area);
            draw_foot(context, canvas, slide, area, &right_foot(state, canvas, presentation.slide(), *typed));
            if !has_room {
                draw_no_room(state, canvas, area);
            }
        }
        Show::List { cursor, .. } => {
            overview::draw(context, canvas, state.slides(), cursor.get(), area);
            overview::draw_foot(state, canvas, area);
        }
        Show::Editing(editor) => {
            overview::draw(context, canvas, state.slides(), editor.slide().get(), area);
            overview::draw_foot(state, canvas, area);
            match editor {
                SlideEditor::Heading(_) => heading_editor::draw(state, canvas),
                SlideEditor::Words(editor) => words_editor::draw(state, editor, canvas),
                SlideEditor::NewSlide(menu) => words_editor::draw_menu(state, menu, canvas),
            }
        }
        // A blank screen is empty, and the dashboard draws itself.
        Show::Blank { .. } | Show::Dashboard { .. } => {}
    }
    // An editor shows the notice itself.
    if let Some(notice) = state.notice().filter(|_| state.slide_editor().is_none()) {
        let foot = SlideLayout::new(area).foot;
        // A notice leaves its first column free; one column to the left it is aligned with the foot.
        let foot = Rect { x: foot.x.saturating_sub(1), width: foot.width + foot.x.min(1), ..foot };
        draw_notice(canvas, foot, notice.get(state.lang()));
    }
}

/// Draws the reason why a slide does not fit: too few rows and columns, or too much content.
fn draw_no_room(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let foot = SlideLayout::new(area).foot;
    canvas.clear(foot);
    let (columns, rows) = overflow::SIZES[0];
    let is_large = area.width >= columns && area.height >= rows;
    canvas.text(foot, if is_large { TOO_MUCH } else { NO_ROOM }.get(state.lang()), canvas.appearance.strong());
}

/// Returns the right part of the foot: the number of the slide, or the number that is being typed, and the time.
fn right_foot(state: &State, canvas: &Canvas<'_>, slide: SlideIndex, typed: Option<SlideNumber>) -> String {
    let number = match typed {
        Some(number) => format!("{} {}", canvas.appearance.sign("→", "->"), number.get()),
        None => format!("{}/{}", slide.number().get(), state.slides().len()),
    };
    let clock = state.clock().map(|clock| format!("{:02}:{:02}", clock.hour, clock.minute));
    [audience::note(state), Some(number), clock].into_iter().flatten().collect::<Vec<_>>().join("   ")
}
