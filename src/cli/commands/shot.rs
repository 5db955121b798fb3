//! `cppcc shot`: pictures of the screens, made without a terminal; one screen, or all that stand in `screenshots/`.

use super::export::write_output;
use crate::app::{Clock, Screen, SlideCommand, StartOptions, State};
use crate::cli::options::{Global, ShotOptions};
use crate::cli::stream::{Failure, write_file};
use crate::deck::Library;
use crate::deck::{SlideIndex, SlideKind};
use crate::present::protocol::SpeakerStatus;
use crate::present::speaker::SpeakerView;
use crate::text::{Background, BackgroundChoice, CharSet, ColorDepth, Lang, Phrase, Text};
use crate::view::{Appearance, svg};
use std::path::Path;
use std::rc::Rc;

/// A picture of one screen.
struct Picture {
    name: &'static str,
    screen: Screen,
    lang: Lang,
    size: (u16, u16),
    appearance: Appearance,
    /// What is typed to find; nothing where finding is not shown.
    typed: &'static str,
}

const APPEARANCE: Appearance =
    Appearance { depth: ColorDepth::Indexed, background: Background::Dark, charset: CharSet::Unicode };

const fn picture(name: &'static str, screen: Screen) -> Picture {
    Picture { name, screen, lang: Lang::Zh, size: (120, 36), appearance: APPEARANCE, typed: "" }
}

const fn variant(name: &'static str, appearance: Appearance) -> Picture {
    Picture { appearance, ..picture(name, Screen::Compare) }
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
    variant("compare-light", Appearance { background: Background::Light, ..APPEARANCE }),
    variant("compare-truecolour", Appearance { depth: ColorDepth::True, ..APPEARANCE }),
    variant("compare-16", Appearance { depth: ColorDepth::Sixteen, ..APPEARANCE }),
    variant("compare-no-colour", Appearance { depth: ColorDepth::None, ..APPEARANCE }),
    variant("compare-ascii", Appearance { charset: CharSet::Ascii, ..APPEARANCE }),
    variant("compare-ambiguous-wide", Appearance { charset: CharSet::NoAmbiguous, ..APPEARANCE }),
];

/// A picture of one slide of the first deck.
struct SlidePicture {
    name: &'static str,
    /// The first slide of this kind is taken.
    kind: SlideKind,
    lang: Lang,
    size: (u16, u16),
}

/// Slides at the sizes of projectors.
const SLIDES: &[SlidePicture] = &[
    slide("slide-title", SlideKind::Title, Lang::Zh, (120, 36)),
    slide("slide-figure", SlideKind::Figure, Lang::Zh, (80, 24)),
    slide("slide-compare", SlideKind::Compare, Lang::Zh, (120, 36)),
    slide("slide-compare-en", SlideKind::Compare, Lang::En, (80, 24)),
    slide("slide-coverage", SlideKind::Coverage, Lang::Zh, (80, 24)),
];

const fn slide(name: &'static str, kind: SlideKind, lang: Lang, size: (u16, u16)) -> SlidePicture {
    SlidePicture { name, kind, lang, size }
}

/// The time that is shown on pictures of slides.
const NINE: Clock = Clock { hour: 9, minute: 5, seconds: 0 };

/// Draws one slide as the text of an SVG file.
fn slide_svg(dataset: &Rc<Library>, picture: &SlidePicture) -> Option<String> {
    let options = StartOptions { lang: picture.lang, size: picture.size, charset: APPEARANCE.charset };
    let mut state = State::new(Rc::clone(dataset), options)?;
    state.apply(crate::app::Action::Present(SlideCommand::Tick(NINE)));
    let deck = dataset.decks.keys().next()?;
    let index = dataset.decks[deck].slides.iter().position(|slide| slide.content.kind() == picture.kind)?;
    state.begin(deck, SlideIndex::new(index), true);
    Some(svg::of_state(&state, APPEARANCE))
}

/// Draws the speaker's view near the end of a presentation.
fn speaker_svg(dataset: &Rc<Library>) -> Option<String> {
    let mut speaker = SpeakerView::new(Rc::clone(dataset), Lang::Zh, Rc::default(), None);
    let deck = &dataset.decks[dataset.decks.keys().next()?];
    speaker.set_status(Some(SpeakerStatus {
        deck: deck.id.clone(),
        edition: deck.edition(dataset),
        slide: 6,
        blank: false,
        live: false,
        began: 0,
        minutes: Some(15),
    }));
    speaker.set_now(Clock { seconds: 13 * 60 + 48, ..NINE });
    Some(svg::of_speaker(&speaker, APPEARANCE))
}

/// Draws all pictures of the gallery, each with the name of its file. There is none where the data have no figure.
#[must_use]
pub fn gallery(dataset: &Rc<Library>) -> Vec<(String, String)> {
    let made = GALLERY.iter().filter_map(|picture| {
        let Picture { name, screen, lang, size, appearance, typed } = *picture;
        Some((format!("{name}.svg"), screen_svg(dataset, screen, lang, size, appearance, typed)?))
    });
    let slides = SLIDES.iter().filter_map(|slide| Some((format!("{}.svg", slide.name), slide_svg(dataset, slide)?)));
    let speaker = speaker_svg(dataset).map(|text| ("speaker-notes.svg".to_owned(), text));
    made.chain(slides).chain(speaker).collect()
}

/// Draws one screen as it opens, or finding over it, as the text of an SVG file. `None` where the data have no figure.
fn screen_svg(
    dataset: &Rc<Library>,
    screen: Screen,
    lang: Lang,
    size: (u16, u16),
    appearance: Appearance,
    typed: &str,
) -> Option<String> {
    let mut state = State::new(Rc::clone(dataset), StartOptions { lang, size, charset: appearance.charset })?;
    state.apply(crate::app::Action::Show(screen));
    if !typed.is_empty() {
        state.apply(crate::app::Action::Find);
        state.paste(typed);
    }
    Some(svg::of_state(&state, appearance))
}

/// Returns the background of a picture. It is the picture's own, so that the terminal's plays no part.
const fn ground(theme: BackgroundChoice) -> Background {
    match theme {
        BackgroundChoice::Auto | BackgroundChoice::Dark => Background::Dark,
        BackgroundChoice::Light => Background::Light,
    }
}

const NOTHING: Phrase = Phrase { zh: "没有可显示的数字", en: "there is no figure to show" };

/// Writes one picture, or the gallery into a folder.
pub(in crate::cli) fn run(dataset: Library, options: &ShotOptions, global: &Global) -> Result<(), Failure> {
    check_ending(options.output.as_deref())?;
    let dataset = Rc::new(dataset);
    if let Some(folder) = &options.all {
        std::fs::create_dir_all(folder).map_err(|error| Failure::File(folder.clone(), error))?;
        for (name, text) in gallery(&dataset) {
            write_file(&folder.join(name), &text)?;
        }
        return Ok(());
    }
    let appearance = Appearance { background: ground(global.theme()), charset: global.charset(), ..APPEARANCE };
    let made = screen_svg(&dataset, options.screen, global.lang(), options.size, appearance, "");
    let text = made.ok_or(Failure::Nothing(NOTHING))?;
    write_output(options.output.as_deref(), &text)
}

/// Refuses a file whose name says that it is another kind of picture: a viewer would not open it.
fn check_ending(output: Option<&Path>) -> Result<(), Failure> {
    let ending = output.and_then(Path::extension).map(|ending| ending.to_string_lossy().into_owned());
    let Some(ending) = ending.filter(|ending| !ending.eq_ignore_ascii_case("svg")) else { return Ok(()) };
    Err(Failure::Usage(Text::new(
        format!("图片只能存为 SVG，不能存为“{ending}”；请把文件名的结尾改为 .svg"),
        format!("pictures are SVG, and no “{ending}” can be written; let the name end in .svg"),
    )))
}
