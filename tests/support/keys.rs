//! Keys, as a terminal reports them, and what they do to the dashboard.

use cppcc::app::{Effect, State, keymap};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Returns the event of a key without modifiers.
pub fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

/// Returns the event of a letter with Ctrl.
pub fn control(letter: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)
}

/// Returns the keys that a text stands for: `⏎`, `⎋`, `⇥`, `⌫`, `↑` and `↓` are those keys, all else are letters.
pub fn codes(text: &str) -> impl Iterator<Item = KeyCode> {
    text.chars().map(|sign| match sign {
        '⏎' => KeyCode::Enter,
        '⎋' => KeyCode::Esc,
        '⇥' => KeyCode::Tab,
        '⌫' => KeyCode::Backspace,
        '↑' => KeyCode::Up,
        '↓' => KeyCode::Down,
        letter => KeyCode::Char(letter),
    })
}

/// Presses a key; one that means nothing here has no effect.
pub fn press(state: &mut State, code: KeyCode) -> Effect {
    press_event(state, &key(code))
}

/// Presses a key with its modifiers.
pub fn press_event(state: &mut State, event: &KeyEvent) -> Effect {
    keymap::action(state, event).map_or(Effect::None, |action| state.apply(action))
}

/// Presses one key after the other, as [`codes`] reads them.
pub fn type_in(state: &mut State, text: &str) {
    for code in codes(text) {
        press(state, code);
    }
}
