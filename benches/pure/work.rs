//! What is measured: each piece of work with all that it needs made beforehand, so that it can be done again and again.

use super::generated::{PackSize, pack};
use cppcc::app::action::Direction;
use cppcc::app::{Action, Screen, StartOptions, State};
use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, builtin, check, decode, encode, load};
use cppcc::deck::{Library, SlideIndex};
use cppcc::domain::{Dataset, FigureChoice, Indicator, Key, Measure, Request, YearChoice, compare};
use cppcc::printed::candidates;
use cppcc::search::{Found, SearchIndex};
use cppcc::terminal::Painter;
use cppcc::text::{Background, CharSet, ColorDepth, Lang};
use cppcc::view::Appearance;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::hint::black_box;
use std::rc::Rc;

/// A piece of work that can be done again and again.
pub type Work = Box<dyn FnMut()>;

/// A piece of work by its name, and how it is prepared.
pub type Named = (&'static str, fn() -> Work);

/// All pieces of work: loading, comparing, finding, laying out and drawing, painting, reading what is printed.
pub const ALL: [Named; 19] = [
    ("load-kept", load_kept),
    ("load-files", load_files),
    ("load-many", || load_pack(100)),
    ("compare-one", compare_one),
    ("compare-all", || compare_every(shipped())),
    ("compare-many", || compare_every(many(100))),
    ("find-index", find_index),
    ("find-typing", find_typing),
    ("draw-compare", || draw_screen(Screen::ALL[0])),
    ("draw-city", || draw_screen(Screen::ALL[1])),
    ("draw-coverage", || draw_screen(Screen::ALL[2])),
    ("draw-timeline", || draw_screen(Screen::ALL[3])),
    ("draw-initiatives", || draw_screen(Screen::ALL[4])),
    ("draw-reader", || draw_screen(Screen::ALL[5])),
    ("draw-slides", draw_slides),
    ("key-few", || key(shipped())),
    ("key-many", || key(many(100))),
    ("paint", paint),
    ("numerals", numerals),
];

const SIZE: (u16, u16) = (120, 36);
const LOOK: Appearance =
    Appearance { depth: ColorDepth::Indexed, background: Background::Dark, charset: CharSet::Unicode };

fn shipped() -> Rc<Library> {
    Rc::new(load(builtin(Builtin::All)).expect("built-in data without a fault"))
}

fn files(areas: usize) -> Vec<SourceFile> {
    let files = pack(PackSize { areas, indicators: 20, years: 5 }).into_iter();
    files.map(|(name, text)| SourceFile::new("generated", name, text.into_bytes())).collect()
}

fn many(areas: usize) -> Rc<Library> {
    Rc::new(load(files(areas)).expect("a pack without a fault"))
}

fn opened(library: Rc<Library>) -> State {
    let options = StartOptions { lang: Lang::Zh, size: SIZE, charset: CharSet::Unicode };
    State::new(library, options).expect("there is data to show")
}

fn drawn(state: &State) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    cppcc::view::draw(state, LOOK, &mut buffer);
    buffer
}

/// Takes the data that were checked beforehand, as a start does.
fn load_kept() -> Work {
    let kept = encode(&shipped()).expect("data that can be kept");
    Box::new(move || drop(black_box(decode(black_box(&kept)))))
}

/// Reads and checks all files of the built-in packs, as `cppcc check` does.
fn load_files() -> Work {
    let files = builtin(Builtin::All);
    Box::new(move || assert!(check(black_box(files.clone())).library.is_ok()))
}

fn load_pack(areas: usize) -> Work {
    let files = files(areas);
    Box::new(move || assert!(load(black_box(files.clone())).is_ok()))
}

fn compare_one() -> Work {
    let library = shipped();
    Box::new(move || {
        let dataset = &library.dataset;
        let indicator = dataset.indicators.find("proposals-filed").expect("a shipped indicator");
        let request = request(dataset, indicator);
        drop(black_box(compare(dataset, black_box(&request))));
    })
}

fn request(dataset: &Dataset, indicator: Key<Indicator>) -> Request {
    Request {
        indicator,
        areas: dataset.areas.keys().collect(),
        measure: Measure::Raw,
        year_choice: YearChoice::Latest,
        figure_choice: FigureChoice::default(),
    }
}

fn compare_every(library: Rc<Library>) -> Work {
    Box::new(move || {
        let dataset = &library.dataset;
        for indicator in dataset.indicators.keys() {
            let request = request(dataset, indicator);
            drop(black_box(compare(dataset, black_box(&request))));
        }
    })
}

fn find_index() -> Work {
    let library = shipped();
    Box::new(move || drop(black_box(SearchIndex::new(black_box(&library.dataset), Lang::Zh, CharSet::Unicode))))
}

fn find_typing() -> Work {
    let library = shipped();
    let index = SearchIndex::new(&library.dataset, Lang::Zh, CharSet::Unicode);
    Box::new(move || {
        for typed in ["提案办复率", "tabfl", "propsls", "滨州2025年"] {
            let mut found = Found::new(&index, "");
            for (place, sign) in typed.char_indices() {
                let line = typed.get(..place + sign.len_utf8()).unwrap_or(typed);
                found = found.changed(&index, black_box(line));
            }
            drop(black_box(found));
        }
    })
}

fn draw_screen(screen: Screen) -> Work {
    let mut state = opened(shipped());
    state.apply(Action::Show(screen));
    Box::new(move || drop(black_box(drawn(black_box(&state)))))
}

fn draw_slides() -> Work {
    let mut state = opened(shipped());
    let deck = state.decks().keys().next().expect("a deck");
    let slides = state.decks()[deck].slides.len();
    Box::new(move || {
        for slide in 0..slides {
            state.begin(deck, SlideIndex::new(slide), true);
            drop(black_box(drawn(black_box(&state))));
        }
    })
}

/// Presses a key in the table, and draws what it leads to: down, and up again.
fn key(library: Rc<Library>) -> Work {
    let mut state = opened(library);
    drop(drawn(&state));
    Box::new(move || {
        for action in [Action::Move(Direction::Down), Action::Move(Direction::Up)] {
            state.apply(black_box(action));
            drop(black_box(drawn(&state)));
        }
    })
}

/// Writes the bytes that turn one screen into the next, and back.
fn paint() -> Work {
    let mut state = opened(shipped());
    let screens = Screen::ALL.map(|screen| {
        state.apply(Action::Show(screen));
        drawn(&state)
    });
    let mut painter = Painter::new(ColorDepth::Indexed);
    Box::new(move || screens.iter().for_each(|screen| drop(black_box(painter.frame(black_box(screen), None)))))
}

fn numerals() -> Work {
    let sentence = "2024年，市政协召开协商会议12场，共立案提案512件，办复500余件，同比增长12.5%，近万人次参加。";
    Box::new(move || drop(black_box(candidates(black_box(sentence), None, None))))
}
