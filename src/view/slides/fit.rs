//! Whether every slide has room on a projector.

use super::slide::{draw_foot, draw_slide};
use super::stage::Stage;

use crate::deck::{Library, Origin, Slide};
use crate::domain::Dataset;
use crate::text::{Background, CharSet, ColorDepth, Lang, Text};
use crate::view::Look;
use crate::view::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The sizes at which every slide must have room, in columns and rows.
pub const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// The longest that stands at the right of a foot.
const WIDEST_FOOT: &str = "99/99   00:00";

/// A slide that has no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Where it stands in the data.
    pub origin: Origin,
    /// At which sizes and in which languages.
    pub message: Text,
    pub help: Text,
}

/// Draws the slides that are wanted, of every deck, to nowhere, at both sizes and in both languages: one misfit for each that
/// has no room.
#[must_use]
pub fn misfits(dataset: &Library, wanted: impl Fn(&Slide) -> bool) -> Vec<Misfit> {
    let slides = dataset.decks.iter().flat_map(|(_, deck)| &deck.slides);
    slides.filter(|slide| wanted(slide)).filter_map(|slide| misfit(dataset, slide)).collect()
}

fn misfit(dataset: &Dataset, slide: &Slide) -> Option<Misfit> {
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
    Some(Misfit { origin: slide.origin.clone(), message, help })
}

/// With all signs, without those of disputed width, and in ASCII.
fn fits(dataset: &Dataset, slide: &Slide, (width, height): (u16, u16), lang: Lang) -> bool {
    let drawn = |charset| {
        let look = Look { depth: ColorDepth::None, background: Background::Dark, charset };
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let area = buffer.area;
        let (stage, mut pen) = (Stage { dataset, lang }, Pen::new(&mut buffer, look));
        let has_room = draw_slide(stage, &mut pen, slide, area);
        draw_foot(stage, &mut pen, slide, area, WIDEST_FOOT);
        has_room && !pen.has_cut
    };
    drawn(CharSet::Unicode) && drawn(CharSet::NoAmbiguous) && drawn(CharSet::Ascii)
}
