//! Pictures of the screens, made without a terminal: one screen, or all that stand in `screenshots/`.

use super::options::{Global, ShotOptions};
use super::stream::{Failure, print, write_file};
use super::values::AmbiguousWidth;
use crate::app::presentation::remote::{Notes, Status};
use crate::app::{Clock, Screen, Settings, SlideCommand, State};
use crate::deck::Shows;
use crate::deck::SlideIndex;
use crate::domain::Dataset;
use crate::text::{Lang, Phrase};
use crate::view::{Depth, Glyphs, Look, Shade, svg};
use std::path::Path;
use std::rc::Rc;

/// A picture of the gallery.
struct Picture {
    name: &'static str,
    screen: Screen,
    lang: Lang,
    size: (u16, u16),
    look: Look,
    /// What is looked for; nothing where finding is not shown.
    typed: &'static str,
}

const LOOK: Look = Look { depth: Depth::Indexed, shade: Shade::Dark, glyphs: Glyphs::Unicode };

const fn picture(name: &'static str, screen: Screen) -> Picture {
    Picture { name, screen, lang: Lang::Zh, size: (120, 36), look: LOOK, typed: "" }
}

const fn variant(name: &'static str, look: Look) -> Picture {
    Picture { look, ..picture(name, Screen::Compare) }
}

/// Each screen once, and Compare in every variant.
const GALLERY: &[Picture] = &[
    picture("compare", Screen::Compare),
    picture("city", Screen::CITY),
    picture("coverage", Screen::Coverage),
    picture("timeline", Screen::TIMELINE),
    picture("initiatives", Screen::INITIATIVES),
    picture("reader", Screen::Reader),
    Picture { typed: "sqmy", ..picture("find", Screen::Compare) },
    Picture { lang: Lang::En, ..picture("compare-en", Screen::Compare) },
    Picture { size: (80, 24), ..picture("compare-80x24", Screen::Compare) },
    variant("compare-light", Look { shade: Shade::Light, ..LOOK }),
    variant("compare-truecolour", Look { depth: Depth::True, ..LOOK }),
    variant("compare-16", Look { depth: Depth::Sixteen, ..LOOK }),
    variant("compare-no-colour", Look { depth: Depth::None, ..LOOK }),
    variant("compare-ascii", Look { glyphs: Glyphs::Ascii, ..LOOK }),
    variant("compare-ambiguous-wide", Look { glyphs: Glyphs::Narrow, ..LOOK }),
];

/// A slide of the first deck.
struct SlidePicture {
    name: &'static str,
    /// Which slide: the first that shows this.
    shows: fn(&Shows) -> bool,
    lang: Lang,
    size: (u16, u16),
}

/// Slides as they are on a projector.
const SLIDES: &[SlidePicture] = &[
    slide("slide-title", |shows| matches!(shows, Shows::Title), Lang::Zh, (120, 36)),
    slide("slide-figure", |shows| matches!(shows, Shows::Figure(_)), Lang::Zh, (80, 24)),
    slide("slide-compare", |shows| matches!(shows, Shows::Compare { .. }), Lang::Zh, (120, 36)),
    slide("slide-compare-en", |shows| matches!(shows, Shows::Compare { .. }), Lang::En, (80, 24)),
    slide("slide-coverage", |shows| matches!(shows, Shows::Coverage(_)), Lang::Zh, (80, 24)),
];

const fn slide(name: &'static str, shows: fn(&Shows) -> bool, lang: Lang, size: (u16, u16)) -> SlidePicture {
    SlidePicture { name, shows, lang, size }
}

/// When the pictures of slides are taken.
const NINE: Clock = Clock { hour: 9, minute: 5, seconds: 0 };

/// One slide, as the text of an SVG file.
fn of_slide(dataset: &Rc<Dataset>, picture: &SlidePicture) -> Option<String> {
    let settings = Settings { lang: picture.lang, size: picture.size, signs: LOOK.number_signs() };
    let mut state = State::new(Rc::clone(dataset), settings)?;
    state.apply(crate::app::Action::Present(SlideCommand::Tick(NINE)));
    let deck = dataset.decks.keys().next()?;
    let index = dataset.decks[deck].slides.iter().position(|slide| (picture.shows)(&slide.shows))?;
    state.begin(deck, SlideIndex::new(index), true);
    Some(svg::of_state(&state, LOOK))
}

/// The speaker's view near the end of a presentation.
fn of_notes(dataset: &Rc<Dataset>) -> Option<String> {
    let settings = Settings { lang: Lang::Zh, size: (80, 24), signs: LOOK.number_signs() };
    let mut notes = Notes::new(Rc::clone(dataset), settings, None);
    let held = &dataset.decks[dataset.decks.keys().next()?];
    let (deck, edition) = (held.id.clone(), held.edition(dataset));
    notes.tell(Some(Status { deck, edition, slide: 6, blank: false, live: false, began: 0, minutes: Some(15) }));
    notes.now = Some(Clock { seconds: 13 * 60 + 48, ..NINE });
    Some(svg::of_notes(&notes, LOOK))
}

/// All pictures of the gallery: the name of each file, and what belongs into it. None where there is nothing to show.
#[must_use]
pub fn gallery(dataset: &Rc<Dataset>) -> Vec<(String, String)> {
    let made = GALLERY.iter().filter_map(|picture| {
        let Picture { name, screen, lang, size, look, typed } = *picture;
        Some((format!("{name}.svg"), one(dataset, screen, lang, size, look, typed)?))
    });
    let slides = SLIDES.iter().filter_map(|slide| Some((format!("{}.svg", slide.name), of_slide(dataset, slide)?)));
    let notes = of_notes(dataset).map(|text| ("speaker-notes.svg".to_owned(), text));
    made.chain(slides).chain(notes).collect()
}

/// One screen as it opens, or finding over it, as the text of an SVG file. `None` where the data has no figure to show.
fn one(dataset: &Rc<Dataset>, screen: Screen, lang: Lang, size: (u16, u16), look: Look, typed: &str) -> Option<String> {
    let mut state = State::new(Rc::clone(dataset), Settings { lang, size, signs: look.number_signs() })?;
    state.apply(crate::app::Action::Show(screen));
    if !typed.is_empty() {
        state.apply(crate::app::Action::Find);
        state.paste(typed);
    }
    Some(svg::of_state(&state, look))
}

const NOTHING: Phrase = Phrase { zh: "没有可显示的数字", en: "there is no figure to show" };

/// Writes one picture, or the gallery into a folder.
pub(super) fn run(dataset: Dataset, options: &ShotOptions, global: &Global) -> Result<(), Failure> {
    let dataset = Rc::new(dataset);
    if let Some(folder) = &options.all {
        for (name, text) in gallery(&dataset) {
            write_file(&folder.join(name), &text)?;
        }
        return Ok(());
    }
    let glyphs = match (global.ascii(), global.ambiguous()) {
        (true, _) => Glyphs::Ascii,
        (false, AmbiguousWidth::Wide) => Glyphs::Narrow,
        (false, AmbiguousWidth::Narrow) => Glyphs::Unicode,
    };
    let made =
        one(&dataset, options.screen, global.lang(), options.size, Look { glyphs, shade: global.shade(), ..LOOK }, "");
    let text = made.ok_or(Failure::Nothing(NOTHING))?;
    match &options.output {
        Some(path) if path != Path::new("-") => write_file(path, &text),
        _ => print(&text),
    }
}
