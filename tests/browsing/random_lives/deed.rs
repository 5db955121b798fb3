//! What may happen in a life: keys, text, pastes, the mouse, sizes, the clock, other programs.

use super::support::random::RandomNumbers;
use cppcc::app::keymap::{Chord, Keys};
use cppcc::app::layout::chrome;
use cppcc::app::{Mode, SlideCommand, State};
use cppcc::text::Lang;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Something that happens in a life.
#[derive(Clone, Debug)]
pub enum Deed {
    Press(KeyEvent),
    Paste(String),
    Point(MouseEvent),
    Resize(u16, u16),
    /// The data are read again, and are now these.
    Reload(usize),
    /// A file of the data has a fault, or none any more.
    Banner(bool),
    /// The speaker's view sends a command.
    Follow(SlideCommand),
    FollowTo(usize),
    Answer(usize),
    /// Somebody in the audience asks about something.
    Question(usize),
    /// What is followed goes on.
    Live(usize),
    /// So many seconds pass, or the clock is set.
    Tick(u64),
}

impl Deed {
    /// Returns the words for it where a step has failed.
    pub fn told(&self) -> String {
        match self {
            Self::Press(event) => Chord::of(event).written(),
            Self::Paste(text) => format!("Paste {:?}", text.chars().take(60).collect::<String>()),
            Self::Point(event) => format!("{:?} {},{}", event.kind, event.column, event.row),
            other => format!("{other:?}"),
        }
    }
}

/// Sizes at which something changes, and such as no screen has.
const SIZES: [(u16, u16); 16] = [
    (1, 1),
    (400, 120),
    (0, 0),
    (1, 120),
    (400, 1),
    (39, 12),
    (40, 11),
    (40, 12),
    (60, 20),
    (79, 24),
    (80, 24),
    (80, 24),
    (100, 30),
    (120, 36),
    (120, 36),
    (200, 50),
];

/// What is typed besides names out of the data.
const TYPED: [&str; 14] = [
    "352",
    "2024",
    "tian",
    "lata",
    "q2",
    "立案",
    "ｍ",
    "。",
    "e\u{301}",
    "2024年，立案提案352件，办复率100%",
    "近1.4万人",
    "👨‍👩‍👧‍👦",
    "[a](b)*`{}",
    "/tmp/x.docx",
];

/// Texts that are pasted.
const PASTED: [&str; 7] = [
    "政协\n协商\r\n监督\t参政",
    "",
    "\u{1b}[31m\u{7}\0q2",
    "2023年以来，市政协立案提案1,234件，其中近八成已办结",
    "{binzhou-2025-leader-instructions}",
    "\u{202e}abc\u{200b}\u{fe0f}",
    "a\u{301}\u{301}\u{301}ﷺ𠀀𝔘",
];

const COMMANDS: [SlideCommand; 9] = [
    SlideCommand::Next,
    SlideCommand::Next,
    SlideCommand::Previous,
    SlideCommand::First,
    SlideCommand::Last,
    SlideCommand::Blank,
    SlideCommand::Blank,
    SlideCommand::Overview,
    SlideCommand::Stop,
];

/// Keys that every list knows, which a hand presses most.
const MOVES: [KeyCode; 14] = [
    KeyCode::Down,
    KeyCode::Down,
    KeyCode::Down,
    KeyCode::Up,
    KeyCode::Up,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Right,
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Tab,
    KeyCode::Esc,
    KeyCode::Backspace,
    KeyCode::Delete,
];

/// Returns every key of both key tables; keys that no table has are among those that are typed.
pub fn every_key() -> Vec<KeyEvent> {
    let keys = Keys::default();
    let chords = keys.dashboard.iter().chain(&keys.presentation).flat_map(|binding| binding.chords.iter().copied());
    chords.map(event).collect()
}

/// Returns the event of a key as it is written.
fn event(chord: Chord) -> KeyEvent {
    let written = chord.written();
    let (control, rest) = written.strip_prefix("Ctrl-").map_or((false, written.as_str()), |rest| (true, rest));
    let (shift, rest) = match rest.strip_prefix("Shift-").filter(|rest| *rest != "Tab") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let code = match rest {
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Shift-Tab" => KeyCode::BackTab,
        "Space" => KeyCode::Char(' '),
        "Backspace" => KeyCode::Backspace,
        "Ins" => KeyCode::Insert,
        "Del" => KeyCode::Delete,
        name => match (name.strip_prefix('F').and_then(|number| number.parse().ok()), name.chars().next().unwrap()) {
            (Some(number), _) => KeyCode::F(number),
            (None, letter) if control => KeyCode::Char(letter.to_ascii_lowercase()),
            (None, letter) => KeyCode::Char(letter),
        },
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::CONTROL, control);
    modifiers.set(KeyModifiers::SHIFT, shift);
    KeyEvent::new(code, modifiers)
}

/// Returns what happens next, one thing or a few that belong together.
pub fn next(numbers: &mut RandomNumbers, state: &State, keys: &[KeyEvent], data: usize) -> Vec<Deed> {
    let plain = |code| Deed::Press(KeyEvent::new(code, KeyModifiers::NONE));
    // Nearly every key types something there, and each is looked up among all names: nobody stays for long.
    if matches!(state.mode(), Mode::AddFigure(_) | Mode::Find(_)) && numbers.once_in(12) {
        return vec![plain(KeyCode::Esc), plain(KeyCode::Enter)];
    }
    match numbers.below(100) {
        0..36 => vec![Deed::Press(key(numbers, keys))],
        36..70 => vec![plain(*numbers.pick(&MOVES))],
        70..76 => typed(numbers, state).chars().map(|sign| plain(KeyCode::Char(sign))).collect(),
        76..79 => vec![Deed::Paste(pasted(numbers, state))],
        79..87 => vec![Deed::Point(pointed(numbers, state))],
        87..91 => vec![resized(numbers)],
        91 if numbers.once_in(4) => vec![Deed::Reload(numbers.below(data))],
        91 | 92 => vec![plain(KeyCode::Esc)],
        93 => vec![Deed::Banner(numbers.once_in(2))],
        94 => vec![Deed::Follow(*numbers.pick(&COMMANDS))],
        95 => vec![Deed::FollowTo(numbers.below(40))],
        96 => {
            vec![if numbers.once_in(2) { Deed::Question(numbers.below(9000)) } else { Deed::Answer(numbers.below(4)) }]
        }
        97 => vec![Deed::Live(numbers.below(9000))],
        _ => vec![Deed::Tick(if numbers.once_in(9) { u64::MAX - 1 } else { numbers.below(9000) as u64 })],
    }
}

/// Returns a key of the tables. One after which everything is read or indexed anew is pressed less often than others: it costs
/// what twenty steps cost.
fn key(numbers: &mut RandomNumbers, keys: &[KeyEvent]) -> KeyEvent {
    let key = *numbers.pick(keys);
    let begins_anew = ["q", "Ctrl-C", "Ctrl-R", "F3", "u", "L", "F2"].contains(&Chord::of(&key).written().as_str());
    if begins_anew && !numbers.once_in(6) { *numbers.pick(keys) } else { key }
}

fn resized(numbers: &mut RandomNumbers) -> Deed {
    let (columns, rows) = if numbers.once_in(3) {
        let (columns, rows) = (numbers.between(1, 400), numbers.between(1, 120));
        // Most are small: a large screen takes as long to draw as ten others.
        (columns.min(numbers.between(1, 400)), rows.min(numbers.between(1, 120)))
    } else {
        *numbers.pick(&SIZES)
    };
    Deed::Resize(columns, rows)
}

/// Returns a name out of the data, or the beginning of one, or a text that is written somewhere else.
fn typed(numbers: &mut RandomNumbers, state: &State) -> String {
    let dataset = state.dataset();
    let lang = if numbers.once_in(3) { Lang::En } else { Lang::Zh };
    let name = match numbers.below(6) {
        0 => dataset.areas.iter().nth(numbers.below(dataset.areas.len())).map(|(_, area)| area.name.get(lang)),
        1 | 2 => {
            let place = numbers.below(dataset.indicators.len());
            dataset.indicators.iter().nth(place).map(|(_, indicator)| indicator.name.get(lang))
        }
        3 => {
            let place = numbers.below(dataset.observations.len());
            dataset.observations.iter().nth(place).map(|(_, figure)| figure.source.printed.as_str())
        }
        _ => Some(*numbers.pick(&TYPED)),
    };
    let length = 1 + numbers.below(12);
    name.unwrap_or_default().chars().take(length).collect()
}

fn pasted(numbers: &mut RandomNumbers, state: &State) -> String {
    let text = if numbers.once_in(3) { typed(numbers, state) } else { (*numbers.pick(&PASTED)).to_owned() };
    let times = if numbers.once_in(60) { 5000 } else { 1 };
    text.repeat(times)
}

/// Returns an event of the mouse: anywhere, or on a button of the footer.
fn pointed(numbers: &mut RandomNumbers, state: &State) -> MouseEvent {
    let (columns, rows) = state.size();
    let buttons = if numbers.once_in(3) { chrome::footer(state) } else { Vec::new() };
    let (column, row) = if buttons.is_empty() {
        (numbers.between(0, columns), numbers.between(0, rows))
    } else {
        let button = numbers.pick(&buttons);
        (button.rect.x, button.rect.y)
    };
    let kinds = [
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::ScrollDown,
    ];
    MouseEvent { kind: *numbers.pick(&kinds), column, row, modifiers: KeyModifiers::NONE }
}
