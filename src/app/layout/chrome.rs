//! Lays out the header and the footer: the tabs, and the keys that work now. Drawing and the mouse both use it.

use crate::app::SlideCommand;
use crate::app::keymap::Binding;
use crate::app::{Action, Mode, Screen, State};
use crate::deck::SlideNumber;
use crate::domain::{Area, Key};
use crate::text::{CharSet, Lang, Phrase, width};
use itertools::Itertools;
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
const MOVE: Phrase = Phrase { zh: "移动", en: "move" };
const CHOOSE: Phrase = Phrase { zh: "选择", en: "choose" };
const GO: Phrase = Phrase { zh: "前往", en: "go there" };
const CLEAR: Phrase = Phrase { zh: "清空", en: "clear" };
const CLOSE: Phrase = Phrase { zh: "关闭", en: "close" };
/// What the key for the mouse does: only the terminal can select text, once it has the mouse back.
const SELECT_TEXT: Phrase = Phrase { zh: "选文字", en: "select" };
const USE_MOUSE: Phrase = Phrase { zh: "用鼠标", en: "use mouse" };

/// Returns the buttons of the header: the program's name, the screens, and on the right the measure and the year. If
/// the names of all screens do not fit, only the current one has its name.
#[must_use]
pub fn header(state: &State) -> Vec<Button> {
    let line = state.layout().header;
    let name = PROGRAM.get(state.lang()).to_owned();
    let all: Vec<String> = (1..).zip(Screen::ALL).map(|(number, screen)| tab(state, number, Some(screen))).collect();
    let fits = width(&name) + all.iter().map(|text| width(text)).sum::<usize>() <= usize::from(line.width);
    let mut row = ButtonRow { line, used: 0, buttons: Vec::new() };
    row.push(ButtonRole::Program, "", name, None);
    for (number, screen) in (1..).zip(Screen::ALL) {
        let is_shown = screen == state.screen();
        let text = tab(state, number, (fits || is_shown).then_some(screen));
        row.push(ButtonRole::Tab(is_shown), "", text, Some(Action::Show(screen)));
    }
    let measure = format!("{} · ", state.measure().name().get(state.lang()));
    let year = format!("{} ", state.year_choice().name().get(state.lang()));
    let needed = cells(&measure) + cells(&year);
    if needed < line.width.saturating_sub(row.used) {
        row.used = line.width - needed;
        row.push(ButtonRole::Setting, "", measure, Some(Action::NextMeasure));
        row.push(ButtonRole::Setting, "", year, Some(Action::NextYear));
    }
    row.buttons
}

/// The cells kept free beside the tabs of the areas, where not all have room, to say how many are out of sight.
const HIDDEN_TABS: u16 = 10;

/// Returns the tabs of the areas above the City screen's list, each with its rectangle. If not all have room, those up to the
/// selected one are visible, and whatever has room behind it.
#[must_use]
pub fn area_tabs(state: &State, line: Rect) -> Vec<(Key<Area>, Rect)> {
    let areas = &state.dataset().areas;
    // One cell for the symbol and three for spaces.
    let width = |key: &Key<Area>| cells(areas[*key].name.get(state.lang())) + 4;
    let inner = Rect { x: line.x.saturating_add(1).min(line.right()), width: line.width.saturating_sub(1), ..line };
    let needed: usize = areas.keys().map(|key| usize::from(width(&key))).sum();
    let room = if needed > usize::from(inner.width) { inner.width.saturating_sub(HIDDEN_TABS) } else { inner.width };
    let mut first = state.area().position();
    let mut used = width(&state.area());
    while let Some(before) = first.checked_sub(1).and_then(|before| areas.keys().nth(before)) {
        used = used.saturating_add(width(&before));
        if used > room {
            break;
        }
        first -= 1;
    }
    let mut left = inner.x;
    let mut tabs = Vec::new();
    for key in areas.keys().skip(first) {
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
    let hints = hints(state);
    let line = state.layout().footer;
    let mut row = ButtonRow { line, used: 0, buttons: Vec::new() };
    match state.presentation() {
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
    let mut room = line.width.saturating_sub(row.used);
    let mut is_shown = vec![false; hints.len()];
    for (index, hint) in hints.iter().enumerate().sorted_by_key(|(index, hint)| (hint.weight(), *index)) {
        if let (Some(left), Some(is_shown)) = (room.checked_sub(hint.width()), is_shown.get_mut(index)) {
            (room, *is_shown) = (left, true);
        }
    }
    for hint in hints.into_iter().zip(is_shown).filter(|(_, is_shown)| *is_shown).map(|(hint, _)| hint) {
        row.push(ButtonRole::Hint, &hint.key, hint.word.to_owned(), hint.action);
    }
    row.buttons
}

/// Returns which slide the open dashboard leads back to, and by which key. Esc is named only if it leads there at once;
/// otherwise it first undoes other steps.
fn back_to(number: SlideNumber, state: &State) -> String {
    let is_open = matches!(state.mode(), Mode::Browse) || state.is_finding_from_slide();
    let is_direct = state.is_where_it_opened() && is_open;
    let number = number.get();
    let key = key_of(state, if is_direct { Action::Back } else { Action::Present(SlideCommand::Begin) });
    match state.lang() {
        Lang::Zh => format!(" {key} 回到第 {number} 页 "),
        Lang::En => format!(" {key}: slide {number} "),
    }
}

/// Returns the name of an action's key in the dashboard; empty if it has none.
fn key_of(state: &State, action: Action) -> String {
    state.keys().dashboard.key_of(action).map(|key| key.name(state.charset())).unwrap_or_default()
}

struct Hint {
    key: String,
    word: &'static str,
    action: Option<Action>,
}

impl Hint {
    /// Returns the width: the key, a space, the word and two spaces.
    fn width(&self) -> u16 {
        cells(&self.key) + cells(self.word) + 3
    }

    /// Returns the priority of a hint; those with a lower number are shown first.
    const fn weight(&self) -> u8 {
        match self.action {
            Some(Action::Help | Action::SwitchMouse | Action::Quit) => 0,
            None | Some(Action::Open | Action::Back | Action::Find) => 1,
            Some(Action::NextMeasure | Action::NextFigureChoice | Action::Copy(_)) => 2,
            Some(Action::NextPane | Action::NextYear) => 3,
            Some(_) => 4,
        }
    }
}

fn hints(state: &State) -> Vec<Hint> {
    let hint = |key: &str, word: Phrase, action| Hint { key: key.to_owned(), word: word.get(state.lang()), action };
    let is_ascii = state.charset() != CharSet::Unicode;
    let key = |action| key_of(state, action);
    if matches!(state.mode(), Mode::Find(_)) {
        // Over a slide the program's button already says where Esc leads.
        let close = (!state.is_finding_from_slide()).then(|| hint(&key(Action::Back), CLOSE, Some(Action::Back)));
        let before = [
            hint(if is_ascii { "Up Down" } else { "↑↓" }, CHOOSE, None),
            hint(&key(Action::Open), GO, Some(Action::Open)),
        ];
        let clear = hint("Ctrl-U", CLEAR, Some(Action::Edit(crate::app::input::Edit::DeleteToStart)));
        return before.into_iter().chain(close).chain([clear]).collect();
    }
    let arrows = hint(if is_ascii { "Arrows" } else { "↑↓←→" }, MOVE, None);
    let binding = |binding: &Binding| {
        let word = match binding.action {
            Action::SwitchMouse if state.has_mouse() => SELECT_TEXT,
            Action::SwitchMouse => USE_MOUSE,
            Action::NextFigureChoice if !state.has_figure_choices() => return None,
            _ => binding.hint?,
        };
        Some(hint(&binding.chords.first()?.name(state.charset()), word, Some(binding.action)))
    };
    // Over a slide `q` returns to it, which the program's button already says.
    let here = state.keys().dashboard.iter().filter(|binding| {
        binding.works_on(state.screen()) && (state.presentation().is_none() || binding.action != Action::Quit)
    });
    std::iter::once(arrows).chain(here.filter_map(binding)).collect()
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
