//! One picture of what is asked for: a screen, a slide, or a single chart.

use crate::app::{Action, Screen, StartOptions, State};
use crate::cli::options::{Global, ShotOptions};
use crate::cli::saved_areas::named_areas;
use crate::cli::stream::{Failure, take};
use crate::deck::{Deck, Library, SlideNumber};
use crate::domain::{Area, FigureChoice, Indicator, Key, Measure, Request, YearChoice, compare};
use crate::export::{ChartPicture, chart_svg};
use crate::search::resolve;
use crate::text::{Background, BackgroundChoice, ColorDepth, Lang, Phrase, Text};
use crate::view::{Appearance, svg};
use std::rc::Rc;

/// The columns and rows of a screen or a slide, where none are named.
const SCREEN: (u16, u16) = (120, 36);
/// The width of a chart in the same columns.
const CHART: u16 = 96;

pub(super) const NOTHING: Phrase = Phrase { zh: "没有可显示的数字", en: "there is no figure to show" };

/// Draws what is asked for as the text of an SVG file.
pub(super) fn picture(library: &Rc<Library>, options: &ShotOptions, global: &Global) -> Result<String, Failure> {
    let appearance =
        Appearance { depth: ColorDepth::True, background: ground(global.theme()), charset: global.charset() };
    let lang = global.lang();
    let indicator = options.indicator.as_ref().map(|typed| resolve::indicator(library, typed)).transpose()?;
    let indicator = indicator.map(|found| take(found, lang));
    let areas = named_areas(library, &options.areas, &global.config, lang)?;
    match (options.slide, indicator, options.screen) {
        (Some(number), ..) => slide(library, number, options, (lang, appearance)),
        (None, Some(indicator), None) => chart(library, options, (indicator, areas), (lang, appearance.background)),
        (None, indicator, of) => {
            let of = of.unwrap_or(Screen::Compare);
            screen(library, options, (of, indicator, &areas), (lang, appearance))
        }
    }
}

/// Returns the background of a picture. It is the picture's own, so that the terminal's plays no part.
const fn ground(theme: BackgroundChoice) -> Background {
    match theme {
        BackgroundChoice::Auto | BackgroundChoice::Dark => Background::Dark,
        BackgroundChoice::Light => Background::Light,
    }
}

fn chart(
    library: &Library,
    options: &ShotOptions,
    (indicator, areas): (Key<Indicator>, Vec<Key<Area>>),
    (lang, background): (Lang, Background),
) -> Result<String, Failure> {
    let request = Request {
        indicator,
        areas: if areas.is_empty() { library.areas.keys().collect() } else { areas.into() },
        measure: options.per.unwrap_or(Measure::Raw),
        year_choice: options.when.unwrap_or(YearChoice::Latest),
        figure_choice: FigureChoice::default(),
    };
    let columns = options.size.map_or(CHART, |(columns, _)| columns);
    let picture = ChartPicture {
        lang,
        background,
        width: f64::from(columns) * svg::CELL_SIZE.0,
        height: options.size.map(|(_, rows)| f64::from(rows) * svg::CELL_SIZE.1),
    };
    chart_svg(library, &compare(library, &request), picture).map_err(|height| {
        let least = format!("{columns}x{}", (height / svg::CELL_SIZE.1).ceil());
        Failure::Usage(Text::new(
            format!("这张图放不下；请用 --size {least} 或更大"),
            format!("the chart has no room; use --size {least} or more"),
        ))
    })
}

fn screen(
    library: &Rc<Library>,
    options: &ShotOptions,
    (screen, indicator, areas): (Screen, Option<Key<Indicator>>, &[Key<Area>]),
    (lang, appearance): (Lang, Appearance),
) -> Result<String, Failure> {
    let (columns, rows) = options.size.unwrap_or(SCREEN);
    // The line of the keys is drawn and cut off, so that the picture has the size that was asked for.
    let size = (columns, rows + u16::from(options.no_keys));
    let start = StartOptions { lang, size, charset: appearance.charset };
    let mut state = State::new(Rc::clone(library), start).ok_or(Failure::Nothing(NOTHING))?;
    state.put(options.per.unwrap_or(Measure::Raw), options.when.unwrap_or(YearChoice::Latest));
    state.show_areas(areas);
    if let Some(indicator) = indicator {
        state.select_indicator(indicator);
    }
    if let Some(first) = areas.first() {
        state.select_city(*first);
    }
    state.apply(Action::Show(screen));
    Ok(if options.no_keys { svg::without_keys(&state, appearance) } else { svg::of_state(&state, appearance) })
}

/// Draws a slide without the time of day, which nothing that is printed needs.
fn slide(
    library: &Rc<Library>,
    number: SlideNumber,
    options: &ShotOptions,
    (lang, appearance): (Lang, Appearance),
) -> Result<String, Failure> {
    let deck = named_deck(library, options.deck.as_deref(), lang)?;
    let count = library.decks[deck].slides.len();
    let index = number.index_in(count).ok_or_else(|| Failure::Usage(no_slide(number, &library.decks[deck])))?;
    let size = options.size.unwrap_or(SCREEN);
    let start = StartOptions { lang, size, charset: appearance.charset };
    let mut state = State::new(Rc::clone(library), start).ok_or(Failure::Nothing(NOTHING))?;
    state.begin(deck, index, true);
    Ok(svg::of_state(&state, appearance))
}

/// Finds the deck that is named; without a name the one that is presented without one.
pub(super) fn named_deck(library: &Library, typed: Option<&str>, lang: Lang) -> Result<Key<Deck>, Failure> {
    const NO_DECK: Phrase = Phrase { zh: "数据中没有演示稿", en: "there is no deck in the data" };
    match typed {
        Some(typed) => Ok(take(resolve::deck(library, typed)?, lang)),
        None => library.decks.keys().next_back().ok_or(Failure::Nothing(NO_DECK)),
    }
}

fn no_slide(number: SlideNumber, deck: &Deck) -> Text {
    let (number, count) = (number.get(), deck.slides.len());
    Text::new(
        format!("没有第 {number} 页：演示稿“{}”共 {count} 页", deck.name.zh),
        format!("there is no slide {number}: the deck “{}” has {count}", deck.name.en),
    )
}
