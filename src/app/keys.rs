//! The key table. What a key does, what the help and the footer say of it, and which keys do the same thing stand in one
//! row. Every action has an arrow, Control or function key beside its letter, since under a Chinese input method
//! letters arrive late or full-width; full-width letters are folded.

use super::action::{Action, Direction, PageStep};
use super::input::Edit;
use super::pointer::{Pointer, action_at};
use super::state::{Overlay, Screen, State};
use super::talk::{Step, room};
use crate::domain::words::Citation;
use crate::text::{Phrase, fold_fullwidth};
pub(super) use ratatui::crossterm::event::KeyCode;
use ratatui::crossterm::event::{KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    modifiers: KeyModifiers,
}

pub(super) const fn key(code: KeyCode) -> Chord {
    Chord { code, modifiers: KeyModifiers::NONE }
}

pub(super) const fn letter(letter: char) -> Chord {
    key(KeyCode::Char(letter))
}

pub(super) const fn control(letter: char) -> Chord {
    Chord { code: KeyCode::Char(letter), modifiers: KeyModifiers::CONTROL }
}

const fn shifted(code: KeyCode) -> Chord {
    Chord { code, modifiers: KeyModifiers::SHIFT }
}

impl Chord {
    /// The key that an event means: full-width letters folded, and Shift dropped from letters, which are capital already.
    #[must_use]
    pub fn of(event: &KeyEvent) -> Self {
        let code = match event.code {
            KeyCode::Char(character) => KeyCode::Char(fold_fullwidth(character)),
            other => other,
        };
        let mut modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        if let KeyCode::F(_) = code {
            modifiers |= event.modifiers & KeyModifiers::SHIFT;
        }
        Self { code, modifiers }
    }

    /// The key as help and footer write it.
    #[must_use]
    pub fn name(self) -> String {
        match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(character) if self.modifiers == KeyModifiers::CONTROL => {
                format!("Ctrl-{}", character.to_ascii_uppercase())
            }
            KeyCode::Char(character) => character.to_string(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::F(number) if self.modifiers == KeyModifiers::SHIFT => format!("Shift-F{number}"),
            KeyCode::F(number) => format!("F{number}"),
            other => format!("{other:?}"),
        }
    }
}

/// One row of the key table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The keys that do it; the first is the one that the footer shows.
    pub chords: &'static [Chord],
    /// What they do.
    pub action: Action,
    /// The screens on which they do it; `None` for all.
    pub screens: Option<&'static [Screen]>,
    /// A word for the footer; `None` where the footer leaves it out.
    pub hint: Option<Phrase>,
    /// A sentence for the help.
    pub about: Phrase,
}

pub(super) const fn row(chords: &'static [Chord], action: Action, hint: Option<Phrase>, about: Phrase) -> Binding {
    Binding { chords, action, screens: None, hint, about }
}

const fn only_on(screens: &'static [Screen], binding: Binding) -> Binding {
    Binding { screens: Some(screens), ..binding }
}

impl Binding {
    /// Whether the keys do something on this screen.
    #[must_use]
    pub fn works_on(&self, screen: Screen) -> bool {
        self.screens.is_none_or(|screens| screens.contains(&screen))
    }
}

pub(super) const fn said(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// The key table, in the order of the help.
pub const BINDINGS: &[Binding] = &[
    row(&[key(KeyCode::Up), letter('k')], Action::Move(Direction::Up), None, said("上移", "Move up")),
    row(&[key(KeyCode::Down), letter('j')], Action::Move(Direction::Down), None, said("下移", "Move down")),
    row(
        &[key(KeyCode::Left), letter('h')],
        Action::Move(Direction::Left),
        None,
        said("前一城市；文章中为前一篇", "Previous city; in the Reader, previous article"),
    ),
    row(
        &[key(KeyCode::Right), letter('l')],
        Action::Move(Direction::Right),
        None,
        said("后一城市；文章中为后一篇", "Next city; in the Reader, next article"),
    ),
    row(&[key(KeyCode::PageDown), letter(' ')], Action::Page(PageStep::Down), None, said("下一页", "Page down")),
    row(&[key(KeyCode::PageUp), control('b')], Action::Page(PageStep::Up), None, said("上一页", "Page up")),
    row(&[control('d')], Action::Page(PageStep::HalfDown), None, said("下半页", "Half a page down")),
    row(&[control('u')], Action::Page(PageStep::HalfUp), None, said("上半页", "Half a page up")),
    row(&[key(KeyCode::Home), letter('g')], Action::First, None, said("到开头", "To the start")),
    row(&[key(KeyCode::End), letter('G')], Action::Last, None, said("到末尾", "To the end")),
    row(&[key(KeyCode::Tab)], Action::NextPane, Some(said("窗格", "pane")), said("下一窗格", "Next pane")),
    row(&[key(KeyCode::BackTab)], Action::PreviousPane, None, said("上一窗格", "Previous pane")),
    row(
        &[key(KeyCode::Enter), control('o')],
        Action::Open,
        Some(said("打开", "open")),
        said(
            "打开所选：数字到出处，出处到对比；主题展开",
            "Open: a figure’s source; from the source, its comparison; unfold a theme",
        ),
    ),
    row(&[key(KeyCode::Esc)], Action::Back, None, said("返回", "Back")),
    row(
        &[letter('/'), control('f')],
        Action::Find,
        Some(said("查找", "find")),
        said("查找城市、指标、平台、文章、数字；可用拼音", "Find cities, indicators, initiatives, articles, figures"),
    ),
    row(
        &[letter('y'), control('y')],
        Action::Copy(Citation::Sentence),
        Some(said("复制", "copy")),
        said("复制所选数字及其出处", "Copy the selected figure with its citation"),
    ),
    row(
        &[letter('Y'), control('g')],
        Action::Copy(Citation::Gbt7714),
        None,
        said("复制出处，按 GB/T 7714 著录", "Copy the source as a reference (GB/T 7714)"),
    ),
    row(
        &[letter('m'), key(KeyCode::F(6))],
        Action::NextMeasure,
        Some(said("量法", "measure")),
        said(
            "量法：原值、每月、每百名委员、每百万人口",
            "Measure: raw, per month, per 100 members, per million residents",
        ),
    ),
    row(
        &[letter('t'), key(KeyCode::F(7))],
        Action::NextMoment,
        Some(said("时点", "moment")),
        said("时点：最近、最接近、各年", "Moment: latest, closest, each year"),
    ),
    only_on(
        &[Screen::Compare],
        row(
            &[letter('s'), key(KeyCode::F(8))],
            Action::Sort,
            Some(said("排序", "sort")),
            said("条形图按数值或按城市排列", "Bars by value, or by city"),
        ),
    ),
    row(
        &[letter('z'), key(KeyCode::F(9))],
        Action::Zoom,
        Some(said("放大", "zoom")),
        said("放大当前窗格，再按还原", "Give the pane all the room, and back"),
    ),
    only_on(
        &[Screen::Compare],
        row(
            &[letter('x'), key(KeyCode::F(4))],
            Action::FoldAll,
            Some(said("展开", "unfold")),
            said("展开全部主题，再按折叠", "Unfold all themes, and back"),
        ),
    ),
    row(
        &[letter('L'), key(KeyCode::F(2))],
        Action::SwitchLanguage,
        Some(said("English", "中文")),
        said("切换到英文", "Switch to Chinese"),
    ),
    row(&[control('r'), key(KeyCode::F(3))], Action::Reload, None, said("重新读取数据", "Read the data again")),
    only_on(
        &[Screen::Reader],
        row(
            &[letter('n'), control('n')],
            Action::NextFigure,
            Some(said("下一数字", "next figure")),
            said("文章中的下一个数字", "Next figure of the article"),
        ),
    ),
    only_on(
        &[Screen::Reader],
        row(
            &[letter('N'), control('p')],
            Action::PreviousFigure,
            None,
            said("文章中的上一个数字", "Previous figure of the article"),
        ),
    ),
    row(
        &[letter('1')],
        Action::Show(Screen::Compare),
        None,
        said("对比：我们处在什么位置", "Compare: how do we stand?"),
    ),
    row(&[letter('2')], Action::Show(Screen::City), None, said("城市：这家政协做了什么", "City: what has it done?")),
    row(&[letter('3')], Action::Show(Screen::Coverage), None, said("覆盖：谁公布了什么", "Coverage: who says what?")),
    row(&[letter('4')], Action::Show(Screen::Timeline), None, said("时间：说的是什么时候", "Timeline: of when?")),
    row(
        &[letter('5')],
        Action::Show(Screen::Initiatives),
        None,
        said("平台：谁用什么办法", "Initiatives: who does it how?"),
    ),
    row(&[letter('6')], Action::Show(Screen::Reader), None, said("文章：报道怎么说", "Reader: what does it say?")),
    row(
        &[key(KeyCode::F(5))],
        Action::Talk(Step::Begin),
        None,
        said("演示，从头开始", "Present, from the first slide"),
    ),
    row(
        // Some terminals count Shift-F5 on as the seventeenth.
        &[shifted(KeyCode::F(5)), key(KeyCode::F(17))],
        Action::Talk(Step::BeginHere),
        None,
        said("演示，从与此处相应的一页开始", "Present, from the slide that shows this"),
    ),
    row(
        &[control('z')],
        Action::Suspend,
        None,
        said("暂时回到命令行，用 fg 返回", "Leave to the shell; fg comes back"),
    ),
    row(&[letter('?'), key(KeyCode::F(1))], Action::Help, Some(said("帮助", "help")), said("帮助", "Help")),
    row(
        &[letter('M'), key(KeyCode::F(10)), control('t')],
        Action::SwitchMouse,
        None,
        said("把鼠标交给终端选取文字，再按收回", "Give the mouse to the terminal for selecting text, and take it back"),
    ),
    row(&[letter('q'), control('c')], Action::Quit, Some(said("退出", "quit")), said("退出", "Quit")),
];

/// The key table in force: that of the room while a slide is shown.
#[must_use]
pub fn bindings(state: &State) -> &'static [Binding] {
    if state.is_presenting() { room::BINDINGS } else { BINDINGS }
}

/// What a key event asks for; `None` where the key means nothing here, or is being let go.
#[must_use]
pub fn action(state: &State, event: &KeyEvent) -> Option<Action> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let chord = Chord::of(event);
    if state.overlay == Some(Overlay::Find)
        && let Some(action) = typing(event.code, chord)
    {
        return Some(action);
    }
    let works = |binding: &&Binding| binding.works_on(state.screen) && binding.chords.contains(&chord);
    let action = bindings(state).iter().find(works).map(|binding| binding.action)?;
    let action = room::with_digit(action, chord.code);
    // In the help, q closes the help and not the program; Ctrl-C ends it everywhere.
    match (state.overlay, action) {
        (Some(Overlay::Help(_)), Action::Quit | Action::Talk(Step::Stop)) if chord != control('c') => {
            Some(Action::Help)
        }
        _ => Some(action),
    }
}

/// What a key does in the input line; `None` where it does there what it does everywhere. What an input method has
/// composed arrives character by character, like typing.
fn typing(code: KeyCode, chord: Chord) -> Option<Action> {
    let control = chord.modifiers == KeyModifiers::CONTROL;
    let edit = match (code, control) {
        (KeyCode::Char(character), false) => {
            return chord.modifiers.is_empty().then_some(Action::Edit(Edit::Insert(character)));
        }
        (KeyCode::Backspace, _) | (KeyCode::Char('h'), true) => Edit::Backspace,
        (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => Edit::Delete,
        (KeyCode::Char('w'), true) => Edit::DeleteWord,
        (KeyCode::Char('u'), true) => Edit::DeleteToStart,
        (KeyCode::Left, _) | (KeyCode::Char('b'), true) => Edit::Left,
        (KeyCode::Right, _) => Edit::Right,
        (KeyCode::Home, _) | (KeyCode::Char('a'), true) => Edit::Home,
        (KeyCode::End, _) | (KeyCode::Char('e'), true) => Edit::End,
        (KeyCode::Tab, _) | (KeyCode::Char('n'), true) => return Some(Action::Move(Direction::Down)),
        (KeyCode::BackTab, _) | (KeyCode::Char('p'), true) => return Some(Action::Move(Direction::Up)),
        _ => return None,
    };
    Some(Action::Edit(edit))
}

/// What a mouse event asks for; `None` where it asks for nothing, or the mouse is left to the terminal.
#[must_use]
pub fn mouse_action(state: &State, event: &MouseEvent) -> Option<Action> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Pointer::Press,
        MouseEventKind::ScrollUp => Pointer::WheelUp,
        MouseEventKind::ScrollDown => Pointer::WheelDown,
        _ => return None,
    };
    if state.mouse { action_at(state, event.column, event.row, kind) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_does_two_things() {
        let mut seen = HashSet::new();
        for table in [BINDINGS, room::BINDINGS] {
            seen.clear();
            for chord in table.iter().flat_map(|binding| binding.chords) {
                assert!(seen.insert(*chord), "{}", chord.name());
            }
        }
    }

    #[test]
    fn every_action_has_a_key_that_an_input_method_lets_through() {
        for binding in BINDINGS.iter().chain(room::BINDINGS) {
            let plain = |chord: &&Chord| matches!(chord.code, KeyCode::Char(c) if chord.modifiers.is_empty() && !c.is_ascii_digit());
            assert!(binding.chords.iter().any(|chord| !plain(&chord)), "{:?}", binding.action);
        }
    }

    #[test]
    fn full_width_letters_are_letters() {
        let event = KeyEvent::new(KeyCode::Char('ｍ'), KeyModifiers::NONE);
        assert_eq!(Chord::of(&event), letter('m'));
        let event = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(Chord::of(&event), letter('G'));
    }
}
