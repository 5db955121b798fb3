//! Lays out the header and the footer: the tabs, and the keys that work now. Drawing and the mouse both use it.

use super::hints::{Hint, hints, key_of};
use crate::app::{Action, Mode, Screen, SlideCommand, SpeakerScreen, State};
use crate::deck::SlideNumber;
use crate::domain::{Area, Key, Measure, YearChoice};
use crate::sorting::InOrder;
use crate::text::{Lang, Phrase, width};
use ratatui::layout::Rect;

/// A text in the header or the footer that can be clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    pub role: ButtonRole,
    /// The key with the same action; empty if there is none to show.
    pub key: String,
    /// The label, which is written after the key if there is one.
    pub word: String,
    pub rect: Rect,
    pub action: Option<Action>,
}

/// The kind of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonRole {
    /// The program's name, or the slide to return to.
    Program,
    /// A screen, and whether it is the current one.
    Tab(bool),
    /// A setting: the measure or the year.
    Setting,
    /// A key and its action.
    Hint,
}

const PROGRAM: Phrase = Phrase { zh: " 政协看板 ", en: " CPPCC " };

/// Returns the buttons of the header: the program's name, the screens, and on the right, where they apply, the measure
/// and the year. Names of screens for which there is no room are left out, the last first, but never that of the current one;
/// nor may they hide that the figures are put otherwise than usual.
#[must_use]
pub fn header(state: &State) -> Vec<Button> {
    let line = state.layout().header;
    let name = PROGRAM.get(state.lang()).to_owned();
    let settings = Settings::of(state);
    let is_shown = |screen: Screen| screen == state.screen().tab();
    let tabs = |named: usize| {
        let text = move |(number, screen)| tab(state, number, (number <= named || is_shown(screen)).then_some(screen));
        (1..).zip(Screen::ALL).map(text)
    };
    let room = usize::from(line.width).saturating_sub(width(&name) + settings.least());
    let fits = |named: &usize| tabs(*named).map(|text| width(&text)).sum::<usize>() <= room;
    let named = (0..=Screen::ALL.len()).rev().find(fits).unwrap_or(0);
    let mut row = ButtonRow { line, used: 0, buttons: Vec::new() };
    row.push(ButtonRole::Program, "", name, None);
    for (text, screen) in tabs(named).zip(Screen::ALL) {
        row.push(ButtonRole::Tab(is_shown(screen)), "", text, Some(Action::Show(screen)));
    }
    let settings = settings.fitting(usize::from(line.width.saturating_sub(row.used + 1)));
    row.used = line.width.saturating_sub(settings.iter().map(|(text, _)| cells(text)).sum());
    for (text, action) in settings {
        row.push(ButtonRole::Setting, "", text, Some(action));
    }
    row.buttons
}

/// Stands before the measure and the year where they are those of the details alone.
const DETAILS: Phrase = Phrase { zh: "详情：", en: "details: " };

/// What stands between the measure and the year.
const DOT: &str = "· ";
const DOT_WIDTH: usize = 2;

/// The measure and the year as the header shows them, each with whether it is another than when the dashboard opens.
struct Settings(Vec<(String, Action, bool)>);

impl Settings {
    /// Returns the settings that apply to the screen.
    fn of(state: &State) -> Self {
        if !Screen::MEASURED.contains(&state.screen()) {
            return Self(Vec::new());
        }
        let (measure, year) = (state.measure(), state.year_choice());
        // The list of a city has all years as they are printed; only what stands beside it follows these.
        let of_details = if state.screen() == Screen::Compare { "" } else { DETAILS.get(state.lang()) };
        let measure_text = format!("{of_details}{} ", measure.name().get(state.lang()));
        let year_text = format!("{} ", year.name().get(state.lang()));
        let measure = (measure_text, Action::NextMeasure, measure != Measure::Raw);
        Self(vec![measure, (year_text, Action::NextYear, year != YearChoice::Latest)])
    }

    /// Returns the cells that are needed for what must not be left out.
    fn least(&self) -> usize {
        let unusual = self.0.iter().filter(|(.., is_unusual)| *is_unusual);
        unusual.map(|(text, ..)| width(text) + DOT_WIDTH).sum()
    }

    /// Returns what has room: all, or else what is unusual, or else the first of it.
    fn fitting(self, room: usize) -> Vec<(String, Action)> {
        let width =
            |some: &[(String, Action, bool)]| some.iter().map(|(text, ..)| width(text) + DOT_WIDTH).sum::<usize>();
        let fits = |some: &[(String, Action, bool)]| width(some) <= room + DOT_WIDTH;
        let unusual: Vec<_> = self.0.iter().filter(|(.., is_unusual)| *is_unusual).cloned().collect();
        let first: Vec<_> = unusual.iter().take(1).cloned().collect();
        let mut shown = [self.0, unusual, first].into_iter().find(|some| fits(some)).unwrap_or_default();
        if let [(measure, ..), _] = shown.as_mut_slice() {
            measure.push_str(DOT);
        }
        shown.into_iter().map(|(text, action, _)| (text, action)).collect()
    }
}

/// The cells kept free beside the tabs of the areas, where not all have room, to say how many are out of sight.
const HIDDEN_TABS: u16 = 10;

/// Returns the tabs of the areas above the City screen's list, each with its rectangle. If not all have room, those up to the
/// selected one are visible, and whatever has room behind it.
#[must_use]
pub fn area_tabs(state: &State, line: Rect) -> Vec<(Key<Area>, Rect)> {
    let areas = state.areas();
    // One cell for the symbol and three for spaces.
    let width = |key: &Key<Area>| cells(&state.shown_name(*key)) + 4;
    let inner = Rect { x: line.x.saturating_add(1).min(line.right()), width: line.width.saturating_sub(1), ..line };
    let needed: usize = areas.iter().map(|key| usize::from(width(key))).sum();
    let room = if needed > usize::from(inner.width) { inner.width.saturating_sub(HIDDEN_TABS) } else { inner.width };
    let mut first = state.place_of(state.area()).unwrap_or(0);
    let mut used = width(&state.area());
    while let Some(before) = first.checked_sub(1).and_then(|before| areas.get(before)) {
        used = used.saturating_add(width(before));
        if used > room {
            break;
        }
        first -= 1;
    }
    let mut left = inner.x;
    let mut tabs = Vec::new();
    for key in areas.iter().copied().skip(first) {
        let width = width(&key);
        if left + width > inner.x + room && !tabs.is_empty() {
            break;
        }
        tabs.push((key, Rect { x: left, width: width.min(line.right().saturating_sub(left)), ..line }));
        left = left.saturating_add(width).min(line.right());
    }
    tabs
}

fn tab(state: &State, number: usize, screen: Option<Screen>) -> String {
    screen.map_or_else(|| format!(" {number} "), |screen| format!(" {number} {} ", screen.name().get(state.lang())))
}

/// Returns the buttons of the footer: the keys that work now, as many as fit. Help, the mouse and quitting have
/// priority, then what leads to an answer.
#[must_use]
pub fn footer(state: &State) -> Vec<Button> {
    footer_in(state, state.layout().footer)
}

/// Returns the buttons of the footer in this line. The slides have their foot elsewhere than the screens.
#[must_use]
pub fn footer_in(state: &State, line: Rect) -> Vec<Button> {
    let mut row = ButtonRow { line, used: 0, buttons: Vec::new() };
    match state.presentation() {
        Some(_) if state.is_presenting() => {}
        Some(presentation) => {
            row.push(
                ButtonRole::Program,
                "",
                back_to(presentation.slide().number(), state),
                Some(Action::Present(SlideCommand::Begin)),
            );
            row.used = (row.used + 1).min(line.width);
        }
        None => row.used = 1.min(line.width),
    }
    for hint in fitting(hints(state), line.width.saturating_sub(row.used)) {
        row.push(ButtonRole::Hint, &hint.key, hint.word.to_owned(), hint.action);
    }
    row.buttons
}

/// Returns the hints that fit, those of the most weight first, in their own order. Behind the last no free cell is needed.
fn fitting(hints: Vec<Hint>, room: u16) -> Vec<Hint> {
    const GAP: usize = 2;
    let mut room = usize::from(room) + GAP;
    let mut is_shown = vec![false; hints.len()];
    for (index, hint) in hints.iter().enumerate().in_order_by_key(|(index, hint)| (hint.weight(), *index)) {
        if let (Some(left), Some(is_shown)) = (room.checked_sub(hint.width()), is_shown.get_mut(index)) {
            (room, *is_shown) = (left, true);
        }
    }
    hints.into_iter().zip(is_shown).filter(|(_, is_shown)| *is_shown).map(|(hint, _)| hint).collect()
}

/// Returns which slide the open dashboard leads back to, and by which key. Esc is named only if it leads there at once;
/// otherwise it first undoes other steps.
fn back_to(number: SlideNumber, state: &State) -> String {
    let is_open = matches!(state.mode(), Mode::Browse) || state.is_finding_from_slide();
    let is_direct = state.is_where_it_opened() && is_open;
    let number = number.get();
    let key = key_of(state, if is_direct { Action::Back } else { Action::Present(SlideCommand::Begin) });
    match (state.following().map(|following| (following.screen(), following.has_gone_on())), state.lang()) {
        (Some((SpeakerScreen::Ended, _)), Lang::Zh) => format!(" {key} 放映已结束 "),
        (Some((SpeakerScreen::Ended, _)), Lang::En) => format!(" {key}: it has ended "),
        (Some((_, true)), Lang::Zh) => format!(" {key} 演讲者已到第 {number} 页 "),
        (Some((_, true)), Lang::En) => format!(" {key}: speaker is at {number} "),
        (_, Lang::Zh) => format!(" {key} 回到第 {number} 页 "),
        (_, Lang::En) => format!(" {key}: slide {number} "),
    }
}

/// A line of buttons that is filled from the left.
struct ButtonRow {
    line: Rect,
    used: u16,
    buttons: Vec<Button>,
}

impl ButtonRow {
    fn push(&mut self, role: ButtonRole, key: &str, word: String, action: Option<Action>) {
        let gap = u16::from(!key.is_empty());
        let room = self.line.width.saturating_sub(self.used);
        let rect = Rect { x: self.line.x + self.used, width: (cells(key) + gap + cells(&word)).min(room), ..self.line };
        self.used += rect.width + (2 * gap).min(room - rect.width);
        self.buttons.push(Button { role, key: key.to_owned(), word, rect, action });
    }
}

fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}
