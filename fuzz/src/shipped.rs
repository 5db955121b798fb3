//! The built-in data, which much of what is handed to the program refers to.

use cppcc::app::{StartOptions, State};
use cppcc::data::{Builtin, builtin, load};
use cppcc::deck::Library;
use cppcc::text::{Background, CharSet, ColorDepth, Lang};
use cppcc::view::Appearance;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::rc::Rc;
use std::sync::LazyLock;

static LOADED: LazyLock<Library> =
    LazyLock::new(|| load(builtin(Builtin::All)).expect("built-in data without a fault"));

thread_local! {
    static SHARED: Rc<Library> = Rc::new(LOADED.clone());
}

/// How everything is drawn here.
pub const LOOK: Appearance =
    Appearance { depth: ColorDepth::Indexed, background: Background::Dark, charset: CharSet::Unicode };

/// Returns the built-in data.
pub fn library() -> Rc<Library> {
    SHARED.with(Rc::clone)
}

/// Returns the dashboard on these data; `None` where there is nothing to show.
pub fn opened(library: Rc<Library>) -> Option<State> {
    State::new(library, StartOptions { lang: Lang::Zh, size: (80, 24), charset: CharSet::Unicode })
}

/// Draws what the dashboard or the presentation shows.
pub fn draw(state: &State) {
    let (width, height) = state.size();
    cppcc::view::draw(state, LOOK, &mut Buffer::empty(Rect::new(0, 0, width, height)));
}
