//! What of a slide has room on the screen in use. A slide is made where somebody looks at it: neither another size nor another
//! language is a reason to refuse it.

use super::context::SlideContext;
use super::overflow::{SIZES, fits_on};
use crate::app::State;
use crate::deck::content::CitySlide;
use crate::deck::{Origin, Slide, SlideContent};
use crate::domain::{Key, Observation};
use std::path::PathBuf;

/// What a slide takes of what was to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    pub content: SlideContent,
    /// The figures that have no room beside the others.
    pub left_out: Vec<Key<Observation>>,
}

/// Returns what of a new slide fits the screen and the language in use. The figure that was chosen is always taken; of those
/// behind it only what has room is.
#[must_use]
pub fn fitted(state: &State, content: SlideContent) -> Fitted {
    let SlideContent::City(CitySlide { area, figures }) = &content else {
        return Fitted { content, left_out: Vec::new() };
    };
    let with = |figures: Vec<Key<Observation>>| SlideContent::City(CitySlide { area: *area, figures });
    let (mut taken, mut left_out) = (Vec::new(), Vec::new());
    for figure in figures {
        let more = [taken.as_slice(), &[*figure]].concat();
        if taken.is_empty() || has_room(state, &bare(with(more.clone()))) {
            taken = more;
        } else {
            left_out.push(*figure);
        }
    }
    Fitted { content: with(taken), left_out }
}

/// Returns whether a slide fits the screen in use, in the language in use. A window that is smaller than any projector's screen
/// counts as the smallest of those.
#[must_use]
pub fn has_room(state: &State, slide: &Slide) -> bool {
    let ((width, height), (least_width, least_height)) = (state.size(), SIZES[0]);
    let size = (width.max(least_width), height.max(least_height));
    fits_on(SlideContext { dataset: state.dataset(), lang: state.lang() }, slide, size, state.charset())
}

/// Returns a slide without words of its own, which stands in no file yet.
fn bare(content: SlideContent) -> Slide {
    let origin = Origin { path: PathBuf::new(), line: 1, column: 1, text: String::new(), cut: 0 };
    Slide { origin, title: None, content, words: None, notes: None }
}
