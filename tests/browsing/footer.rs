//! The footer: every key that it offers does something there and then, on every screen, in every overlay, with one city and
//! with many; and the help has every key that does something.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use crate::generated;
use crate::support;

use cppcc::app::action::Direction;
use cppcc::app::help::{Help, HelpLine};
use cppcc::app::keymap::bindings;
use cppcc::app::layout::chrome::{self, Button};
use cppcc::app::{Action, Effect, Screen, SlideCommand, State, keymap};
use cppcc::checked::SourceFile;
use cppcc::data::load;
use cppcc::deck::{Library, SlideIndex};
use cppcc::text::{Background, CharSet, ColorDepth, Lang};
use cppcc::view::Appearance;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use generated::{PackSize, pack};
use itertools::Itertools;
use ratatui::style::Modifier;
use std::collections::BTreeSet;
use std::rc::Rc;
use support::keys::{key, press, type_in};
use support::library::{shipped, user_deck, with_deck};
use support::many::with_cities;
use support::screen::{draw, opened_on};
use support::slides::MINE;

/// How the test looks: without colours. What only a colour or an underline tells is not told.
const PLAIN: Appearance =
    Appearance { depth: ColorDepth::None, background: Background::Dark, charset: CharSet::Unicode };
const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];
const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 36), (200, 50)];

/// Returns the data with one city.
fn one_city() -> Rc<Library> {
    let size = PackSize { areas: 1, indicators: 4, years: 1 };
    let files = pack(size).into_iter().map(|(name, text)| SourceFile::new("generated", name, text.into_bytes()));
    Rc::new(load(files.collect()).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En))))
}

/// Returns the data with one city, with the five that are shipped, and with thirty.
fn libraries() -> Vec<Rc<Library>> {
    vec![one_city(), shipped(), with_cities(25, "")]
}

/// Returns the characters on the screen, and which of them are in reverse video.
fn look(state: &State) -> Vec<(String, bool)> {
    let buffer = draw(state, PLAIN);
    let cell = |cell: &ratatui::buffer::Cell| (cell.symbol().to_owned(), cell.modifier.contains(Modifier::REVERSED));
    buffer.content().iter().map(cell).collect()
}

/// Returns the events of the keys of a button; those of a pair of arrows stand together.
fn events(button: &Button) -> Vec<Vec<KeyEvent>> {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    let arrows = |axis: [KeyCode; 2]| axis.map(plain).to_vec();
    let (upright, level) = ([KeyCode::Up, KeyCode::Down], [KeyCode::Left, KeyCode::Right]);
    match button.key.as_str() {
        "↑↓←→" => vec![arrows(upright), arrows(level)],
        "↑↓" => vec![arrows(upright)],
        "←→" => vec![arrows(level)],
        "Enter" => vec![vec![plain(KeyCode::Enter)]],
        "Esc" => vec![vec![plain(KeyCode::Esc)]],
        "Tab" => vec![vec![plain(KeyCode::Tab)]],
        name if name.starts_with("Ctrl-") => {
            let letter = name.chars().next_back().unwrap().to_ascii_lowercase();
            vec![vec![KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)]]
        }
        name if name.starts_with('F') && name.len() > 1 => vec![vec![plain(KeyCode::F(name[1..].parse().unwrap()))]],
        name => {
            assert_eq!(name.chars().count(), 1, "{name}");
            vec![vec![plain(KeyCode::Char(name.chars().next().unwrap()))]]
        }
    }
}

/// Whether a key changes what is seen, or is left to the program around the dashboard to do.
fn does_something(state: &State, before: &[(String, bool)], event: &KeyEvent) -> bool {
    let mut after = state.clone();
    let effect = keymap::action(&after, event).map_or(Effect::None, |action| after.apply(action));
    effect != Effect::None || before != look(&after)
}

/// Returns the keys of the footer that do nothing, each with its word.
fn dead_keys(state: &State) -> Vec<String> {
    let buttons = chrome::footer(state).into_iter().filter(|button| !button.key.is_empty());
    let before = look(state);
    let is_dead = |button: &Button| {
        events(button).iter().any(|keys| !keys.iter().any(|event| does_something(state, &before, event)))
    };
    buttons.filter(is_dead).map(|button| format!("{} {}", button.key, button.word)).collect()
}

/// Asserts that every key of the footer does something.
fn assert_footer_works(state: &State, place: &str) {
    let dead = dead_keys(state);
    assert!(dead.is_empty(), "{place}: {dead:?}\n{}", support::screen::lines(state).join("\n"));
}

/// How far the cursor goes down: within the first rows, on the last, or further.
const DOWNS: [usize; 5] = [0, 1, 4, 11, usize::MAX];
/// Each of these with the focus on each of three panes.
const POSITIONS: usize = 3 * DOWNS.len();

/// Brings a screen into one of its positions.
fn position(mut state: State, screen: Screen, index: usize) -> State {
    state.apply(Action::Show(screen));
    match DOWNS[index % DOWNS.len()] {
        usize::MAX => drop(state.apply(Action::Last)),
        downs => (0..downs).for_each(|_| drop(state.apply(Action::Move(Direction::Down)))),
    }
    (0..index / DOWNS.len()).for_each(|_| drop(state.apply(Action::NextPane)));
    state
}

/// Asserts that every key of the footer does something, on every screen and in each of its positions.
fn assert_screens_work(library: &Rc<Library>) {
    let mut dead = BTreeSet::new();
    // The language changes no key, and neither does the size but where it changes the panes: each screen meets each of
    // them with some of its positions.
    let mut kinds = LANGS.into_iter().flat_map(|lang| SIZES.map(|size| (lang, size))).cycle();
    for screen in Screen::ALL.into_iter().chain([Screen::ARTICLES]) {
        for index in 0..POSITIONS {
            let (lang, size) = kinds.next().unwrap();
            let mut state = position(opened_on(Rc::clone(library), lang, size), screen, index);
            for after in [None, Some(Action::Open), Some(Action::Zoom)] {
                if let Some(action) = after {
                    state.apply(action);
                }
                let keys = dead_keys(&state);
                let place = format!("{lang:?} {size:?} {screen:?} {index} {:?}", state.focus());
                dead.extend(keys.into_iter().map(|key| format!("{key}: {place} after {after:?}")));
            }
        }
    }
    assert!(dead.is_empty(), "{} keys do nothing:\n{}", dead.len(), dead.iter().take(60).join("\n"));
}

#[test]
fn every_key_of_the_footer_does_something_on_every_screen_with_one_city() {
    assert_screens_work(&one_city());
}

#[test]
fn every_key_of_the_footer_does_something_on_every_screen_with_five_cities() {
    assert_screens_work(&shipped());
}

#[test]
fn every_key_of_the_footer_does_something_on_every_screen_with_thirty_cities() {
    assert_screens_work(&with_cities(25, ""));
}

#[test]
fn every_key_of_the_footer_does_something_in_what_lies_over_a_screen() {
    for library in libraries() {
        for lang in LANGS {
            for size in SIZES {
                let state = opened_on(Rc::clone(&library), lang, size);
                let mut help = state.clone();
                help.apply(Action::Help);
                assert_footer_works(&help, &format!("help {lang:?} {size:?}"));
                for typed in ["", "a", "2", "zzzz", "滨州"] {
                    let mut find = state.clone();
                    find.apply(Action::Find);
                    type_in(&mut find, typed);
                    assert_footer_works(&find, &format!("find {typed} {lang:?} {size:?}"));
                }
            }
        }
    }
}

/// Returns the foot of what lies over a presentation: the footer has the same keys.
fn assert_overlay(state: &State, place: &str) {
    assert!(!chrome::footer(state).is_empty(), "{place} has a footer");
    assert_footer_works(state, place);
    let foot = support::screen::foot(state);
    let button = chrome::footer(state).into_iter().next().unwrap();
    let shown = support::screen::lines(state).join("\n");
    assert!(shown.contains(&format!("{} {}", button.key, button.word)), "{place}: {foot}\n{shown}");
}

#[test]
fn every_key_of_the_footer_does_something_over_a_presentation() {
    for lang in LANGS {
        for size in SIZES {
            let library = with_deck(MINE);
            for deck in [user_deck(&library), library.decks.keys().next()] {
                let mut state = opened_on(Rc::clone(&library), lang, size);
                state.begin(deck.unwrap(), SlideIndex::FIRST, false);
                let place = |what: &str| format!("{what} {lang:?} {size:?}");
                let mut help = state.clone();
                help.apply(Action::Help);
                assert_overlay(&help, &place("help over a slide"));
                for step in [SlideCommand::First, SlideCommand::Next, SlideCommand::Last] {
                    let mut list = state.clone();
                    list.apply(Action::Present(SlideCommand::Overview));
                    list.apply(Action::Present(step));
                    assert_overlay(&list, &place("list of slides"));
                    press(&mut list, KeyCode::Char('r'));
                    if list.heading().is_some() {
                        assert_overlay(&list, &place("heading"));
                        press(&mut list, KeyCode::Tab);
                        assert_overlay(&list, &place("heading, second line"));
                    }
                }
                press(&mut state, KeyCode::Enter);
                assert_footer_works(&state, &place("dashboard over a slide"));
                press(&mut state, KeyCode::Char('/'));
                assert_footer_works(&state, &place("finding over a slide"));
            }
        }
    }
}

/// Returns all words of the help, one after the other.
fn help_keys(state: &State) -> Vec<String> {
    let entries = Help::new(state).columns.into_iter().flat_map(|column| column.lines);
    let keys = entries.filter_map(|line| match line {
        HelpLine::Entry(keys, _) if !keys.is_empty() => Some(keys),
        _ => None,
    });
    keys.flat_map(|keys| keys.split("  ").map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn the_help_has_every_key_that_works() {
    let library = with_deck(MINE);
    for lang in LANGS {
        for screen in Screen::ALL.into_iter().chain([Screen::ARTICLES]) {
            let mut state = opened_on(Rc::clone(&library), lang, (120, 36));
            state.apply(Action::Show(screen));
            let keys = help_keys(&state);
            for binding in bindings(&state).iter().filter(|binding| binding.works_on(screen)) {
                let key = binding.chords.first().unwrap().name(CharSet::Unicode);
                assert!(keys.contains(&key), "{screen:?}: {key} {}", binding.id);
            }
            // Of the deck, too, which the dashboard leads to.
            for binding in &state.keys().presentation {
                if ["overview", "earlier", "later", "remove", "rename", "undo"].contains(&binding.id) {
                    let key = binding.chords.first().unwrap().name(CharSet::Unicode);
                    assert!(keys.contains(&key), "{screen:?}: {key} {}", binding.id);
                }
            }
        }
    }
}

#[test]
fn a_key_that_works_elsewhere_says_where() {
    let mut state = opened_on(shipped(), Lang::Zh, (120, 36));
    state.apply(Action::Show(Screen::Coverage));
    press(&mut state, KeyCode::Char('m'));
    assert_eq!(state.notice().map(|notice| notice.zh.as_str()), Some("此键用于“对比”“城市”"));
    assert_eq!(state.notice().map(|notice| notice.en.as_str()), Some("This key is for Compare and City"));
    assert_eq!(state.measure(), cppcc::domain::Measure::Raw);
    assert!(!support::screen::lines(&state)[0].contains("原值"), "no measure applies here");
}

#[test]
fn no_character_of_the_help_stands_alone() {
    let library = with_deck(MINE);
    for lang in LANGS {
        for size in SIZES {
            for screen in Screen::ALL {
                let mut state = opened_on(Rc::clone(&library), lang, size);
                state.apply(Action::Show(screen));
                let mut presenting = state.clone();
                press(&mut presenting, KeyCode::F(5));
                for state in [state, presenting] {
                    for line in Help::new(&state).columns.iter().flat_map(|column| &column.lines) {
                        if let HelpLine::Entry(keys, about) = line {
                            let is_continued = keys.is_empty();
                            assert!(!is_continued || about.chars().count() > 2, "{size:?} {screen:?}: {about}");
                        }
                    }
                }
            }
        }
    }
}

/// Who asks for help stands before one screen: what its own keys do comes first, and each of these does something now.
#[test]
fn the_help_begins_with_what_the_keys_do_here() {
    let library = with_deck(MINE);
    for lang in LANGS {
        let mut headings = std::collections::HashSet::new();
        for screen in Screen::ALL.into_iter().chain([Screen::ARTICLES]) {
            for index in 0..DOWNS.len() {
                let state = position(opened_on(Rc::clone(&library), lang, (120, 36)), screen, index);
                let help = Help::new(&state);
                let first: Vec<&HelpLine> =
                    help.columns[0].lines.iter().take_while(|line| **line != HelpLine::Blank).collect();
                let HelpLine::Heading(heading) = first[0] else { panic!("{first:?}") };
                assert!(screen == Screen::ARTICLES || heading.contains(screen.name().get(lang)), "{heading}");
                headings.insert((screen, *heading));
                let keys = first[1..].iter().filter_map(|line| match line {
                    HelpLine::Entry(keys, _) => keys.split_whitespace().next(),
                    _ => None,
                });
                let keys: Vec<&str> = keys.collect();
                for button in chrome::footer(&state).into_iter().filter(|button| button.key == "Enter") {
                    assert!(keys.contains(&"Enter"), "{heading}: {}", button.word);
                }
                let before = look(&state);
                for binding in bindings(&state).iter().filter(|binding| binding.screens.is_some()) {
                    let chord = binding.chords.first().unwrap().name(CharSet::Unicode);
                    assert!(!keys.contains(&chord.as_str()) || binding.works_on(screen), "{heading}: {chord}");
                    if keys.contains(&chord.as_str()) && chord.chars().count() == 1 {
                        let event = key(KeyCode::Char(chord.chars().next().unwrap()));
                        assert!(does_something(&state, &before, &event), "{heading}: {chord}");
                    }
                }
            }
        }
        assert_eq!(headings.len(), Screen::ALL.len() + 1, "{headings:?}");
    }
}
