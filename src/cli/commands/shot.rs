//! `cppcc shot`: pictures of the screens, made without a terminal; one screen, or all that stand in `screenshots/`.

use super::export::write_output;
use super::picture::picture;
use crate::app::{
    Clock, FollowerSeat, LiveView, QuestionsTaken, Screen, SlideCommand, SpeakerScreen, StartOptions, State,
};
use crate::cli::options::{Global, ShotOptions};
use crate::cli::stream::{Failure, unless_closed, write_file};
use crate::data::{Overwrite, write_bytes};
use crate::deck::Library;
use crate::deck::{SlideIndex, SlideKind};
use crate::domain::{FigureChoice, Measure, Request, YearChoice, compare};
use crate::export::{ChartPicture, chart_svg, png};
use crate::present::protocol::SpeakerStatus;
use crate::present::speaker::SpeakerView;
use crate::text::{Background, CharSet, ColorDepth, Lang, Phrase, Text};
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

const fn screen_picture(name: &'static str, screen: Screen) -> Picture {
    Picture { name, screen, lang: Lang::Zh, size: (120, 36), appearance: APPEARANCE, typed: "" }
}

const fn variant(name: &'static str, appearance: Appearance) -> Picture {
    Picture { appearance, ..screen_picture(name, Screen::Compare) }
}

/// Each screen once, and Compare in every variant.
const GALLERY: &[Picture] = &[
    screen_picture("compare", Screen::Compare),
    screen_picture("city", Screen::CITY),
    screen_picture("coverage", Screen::Coverage),
    screen_picture("timeline", Screen::TIMELINE),
    screen_picture("initiatives", Screen::INITIATIVES),
    screen_picture("reader", Screen::Reader),
    Picture { typed: "sqmy", ..screen_picture("find", Screen::Compare) },
    Picture { lang: Lang::En, ..screen_picture("compare-en", Screen::Compare) },
    Picture { size: (80, 24), ..screen_picture("compare-80x24", Screen::Compare) },
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

/// What a follower sees while the projector shows a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FollowerSees {
    /// The same slide, at its own size, in its own language and colours.
    Slide,
    /// The dashboard, while the speaker goes on.
    Dashboard,
}

/// Draws what a follower sees beside the slide of `slide-compare`.
fn follower_svg(dataset: &Rc<Library>, sees: FollowerSees) -> Option<String> {
    let options = StartOptions { lang: Lang::En, size: (100, 30), charset: APPEARANCE.charset };
    let mut state = State::new(Rc::clone(dataset), options)?;
    state.apply(crate::app::Action::Present(SlideCommand::Tick(NINE)));
    let deck = dataset.decks.keys().next()?;
    let slides = &dataset.decks[deck].slides;
    let index = slides.iter().position(|slide| slide.content.kind() == SlideKind::Compare)?;
    state.become_follower(FollowerSeat::OwnAccount);
    let (screen, questions) = (SpeakerScreen::Slide, QuestionsTaken::Yes);
    let live = |slide| LiveView { deck, slide: SlideIndex::new(slide), screen, questions };
    state.show_live(live(index));
    if sees == FollowerSees::Dashboard {
        state.apply(crate::app::Action::Present(SlideCommand::Open));
        state.show_live(live(index + 1));
    }
    Some(svg::of_state(&state, Appearance { background: Background::Light, ..APPEARANCE }))
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
        wall: None,
        began: 0,
        minutes: Some(15),
        audience: None,
    }));
    speaker.set_now(Clock { seconds: 13 * 60 + 48, ..NINE });
    Some(svg::of_speaker(&speaker, APPEARANCE))
}

/// Draws the chart of the first indicator of which some figures may be ranked.
fn chart(dataset: &Rc<Library>) -> Option<String> {
    let request = |indicator| Request {
        indicator,
        areas: dataset.areas.keys().collect(),
        measure: Measure::Raw,
        year_choice: YearChoice::Latest,
        figure_choice: FigureChoice::default(),
    };
    let mut compared = dataset.indicators.keys().map(|indicator| compare(dataset, &request(indicator)));
    let ranked = compared.find(|comparison| comparison.no_order.is_none())?;
    let picture = ChartPicture { lang: Lang::Zh, background: Background::Light, width: 960.0, height: None };
    chart_svg(dataset, &ranked, picture).ok()
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
    let followers = [("follower", FollowerSees::Slide), ("follower-looks-around", FollowerSees::Dashboard)];
    let followers =
        followers.into_iter().filter_map(|(name, sees)| Some((format!("{name}.svg"), follower_svg(dataset, sees)?)));
    let chart = chart(dataset).map(|text| ("chart.svg".to_owned(), text));
    made.chain(slides).chain(speaker).chain(followers).chain(chart).collect()
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

/// Writes one picture, or the gallery into a folder.
pub(in crate::cli) fn run(dataset: Library, options: &ShotOptions, global: &Global) -> Result<(), Failure> {
    let format = PictureFormat::of(options.output.as_deref()).map_err(Failure::Usage)?;
    check_options(options, format)?;
    let dataset = Rc::new(dataset);
    if let Some(folder) = &options.all {
        std::fs::create_dir_all(folder).map_err(|error| Failure::File(folder.clone(), error))?;
        for (name, text) in gallery(&dataset) {
            write_file(&folder.join(name), &text)?;
        }
        return Ok(());
    }
    let text = picture(&dataset, options, global)?;
    match (format, options.output.as_deref()) {
        (PictureFormat::Png, Some(path)) => {
            let bytes = png(&text, options.scale.unwrap_or(1.0)).map_err(Failure::Picture)?;
            unless_closed(write_bytes(path, &bytes, Overwrite::Allowed))
                .map_err(|error| Failure::File(path.to_owned(), error))
        }
        (_, output) => write_output(output, &text),
    }
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PictureFormat {
    Svg,
    Png,
}

impl PictureFormat {
    /// Returns the format by the ending of the file's name; SVG where it has none. Any other ending is refused, for no viewer
    /// would open the file.
    fn of(output: Option<&Path>) -> Result<Self, Text> {
        let ending = output.and_then(Path::extension).map(|ending| ending.to_string_lossy().into_owned());
        match ending {
            None => Ok(Self::Svg),
            Some(ending) if ending.eq_ignore_ascii_case("svg") => Ok(Self::Svg),
            Some(ending) if ending.eq_ignore_ascii_case("png") => Ok(Self::Png),
            Some(ending) => Err(Text::new(
                format!("图片只能存为 SVG 或 PNG，不能存为“{ending}”；请把文件名的结尾改为 .svg 或 .png"),
                format!("pictures are SVG or PNG, and no “{ending}” can be written; let the name end in .svg or .png"),
            )),
        }
    }
}

/// Refuses an option that would change nothing: to pass it over would let somebody believe that it did.
fn check_options(options: &ShotOptions, format: PictureFormat) -> Result<(), Failure> {
    const SCALE: Phrase = Phrase {
        zh: "--scale 只用于 PNG（-o 文件.png）；SVG 可任意放大",
        en: "--scale is for PNG (-o FILE.png); an SVG can be enlarged as it is",
    };
    const DECK: Phrase = Phrase { zh: "--deck 须与 --slide 同用", en: "--deck goes with --slide" };
    const NO_KEYS: Phrase = Phrase {
        zh: "--no-keys 只用于界面；图表和幻灯片没有按键提示",
        en: "--no-keys is for screens; charts and slides show no keys",
    };
    let is_screen = options.slide.is_none() && (options.screen.is_some() || options.indicator.is_none());
    let useless = [
        (options.scale.is_some() && format == PictureFormat::Svg, SCALE),
        (options.deck.is_some() && options.slide.is_none(), DECK),
        (options.no_keys && !is_screen, NO_KEYS),
    ];
    let found = useless.into_iter().find(|(is_useless, _)| *is_useless);
    found.map_or(Ok(()), |(_, why)| Err(Failure::Usage(why.into())))
}
