//! Checks that every slide fits on a projector.

use super::context::SlideContext;
use super::slide::{draw_foot, draw_slide};
use crate::deck::{Library, Slide};
use crate::domain::Dataset;
use crate::text::{Background, CharSet, ColorDepth, Lang, Text};
use crate::view::Appearance;
use crate::view::canvas::Canvas;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The sizes that every slide must fit, in columns and rows.
pub const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// The widest text at the right end of a foot.
const WIDEST_FOOT: &str = "99/99   00:00";

/// A slide that does not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Overflow<'a> {
    pub slide: &'a Slide,
    /// The sizes and languages in which it does not fit.
    pub message: Text,
    pub help: Text,
}

/// Draws the wanted slides of every deck into a buffer that is thrown away, at both sizes and in both languages.
/// Returns one overflow for each slide that does not fit.
#[must_use]
pub fn overflows(dataset: &Library, wanted: impl Fn(&Slide) -> bool) -> Vec<Overflow<'_>> {
    let slides = dataset.decks.iter().flat_map(|(_, deck)| &deck.slides);
    slides.filter(|slide| wanted(slide)).filter_map(|slide| overflow(dataset, slide)).collect()
}

fn overflow<'a>(dataset: &Dataset, slide: &'a Slide) -> Option<Overflow<'a>> {
    let tried = SIZES.into_iter().flat_map(|size| [Lang::Zh, Lang::En].map(|lang| (size, lang)));
    let failed: Vec<_> = tried.filter(|(size, lang)| !fits(dataset, slide, *size, *lang)).collect();
    if failed.is_empty() {
        return None;
    }
    let list = |names: [&str; 2], joined: &str| {
        let one = |((width, height), lang): &((u16, u16), Lang)| {
            format!("{width}×{height} {}", if *lang == Lang::Zh { names[0] } else { names[1] })
        };
        failed.iter().map(one).collect::<Vec<_>>().join(joined)
    };
    let (zh, en) = (list(["中文", "英文"], "、"), list(["in Chinese", "in English"], ", "));
    let message = Text::new(format!("这张幻灯片放不下：{zh}"), format!("this slide has no room: {en}"));
    let help = Text::new("少写几个字，少放几项，或者分成两张", "say less, show less, or make two of it");
    Some(Overflow { slide, message, help })
}

/// Returns whether a slide fits with every set of characters, since their signs differ in width.
fn fits(dataset: &Dataset, slide: &Slide, size: (u16, u16), lang: Lang) -> bool {
    let fits = |charset| fits_on(SlideContext { dataset, lang }, slide, size, charset);
    fits(CharSet::Unicode) && fits(CharSet::NoAmbiguous) && fits(CharSet::Ascii)
}

/// Returns whether a slide fits one screen, with one set of characters.
pub(super) fn fits_on(context: SlideContext, slide: &Slide, (width, height): (u16, u16), charset: CharSet) -> bool {
    let appearance = Appearance { depth: ColorDepth::None, background: Background::Dark, charset };
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let area = buffer.area;
    let mut canvas = Canvas::new(&mut buffer, appearance);
    let has_room = draw_slide(context, &mut canvas, slide, area);
    draw_foot(context, &mut canvas, slide, area, WIDEST_FOOT);
    has_room && !canvas.has_cut
}
