//! The key table of presentations. Clickers send `PgUp`, `PgDn`, F5, Esc, `b` and `.` (`。` under a Chinese input
//! method, which is folded).

use super::command::SlideCommand;
use crate::app::action::Action;
use crate::app::keymap::binding::{Binding, binding, control, key, letter, phrase, words};
use crate::app::keymap::group::BindingGroup;
use crossterm::event::KeyCode;

/// The key table of presentations, in the order of the help.
pub const BINDINGS: &[Binding] = &[
    binding(
        BindingGroup::Move,
        "next",
        &[key(KeyCode::Right), letter(' '), key(KeyCode::PageDown), letter('l'), key(KeyCode::Down), letter('j')],
        Action::Present(SlideCommand::Next),
        None,
        phrase("下一页", "Next slide"),
    ),
    binding(
        BindingGroup::Move,
        "previous",
        &[
            key(KeyCode::Left),
            key(KeyCode::PageUp),
            key(KeyCode::Backspace),
            letter('h'),
            key(KeyCode::Up),
            letter('k'),
        ],
        Action::Present(SlideCommand::Previous),
        None,
        phrase("上一页", "Previous slide"),
    ),
    binding(
        BindingGroup::Move,
        "first",
        &[key(KeyCode::Home), letter('g')],
        Action::Present(SlideCommand::First),
        None,
        phrase("第一页", "First slide"),
    ),
    binding(
        BindingGroup::Move,
        "last",
        &[key(KeyCode::End), letter('G')],
        Action::Present(SlideCommand::Last),
        None,
        phrase("最后一页", "Last slide"),
    ),
    binding(
        BindingGroup::Go,
        "",
        &[
            letter('0'),
            letter('1'),
            letter('2'),
            letter('3'),
            letter('4'),
            letter('5'),
            letter('6'),
            letter('7'),
            letter('8'),
            letter('9'),
        ],
        Action::Present(SlideCommand::Digit(0)),
        None,
        phrase("页码，再按 Enter 跳到该页", "A slide's number; Enter then goes there"),
    ),
    binding(
        BindingGroup::Go,
        "open",
        &[key(KeyCode::Enter), control('o')],
        Action::Present(SlideCommand::Open),
        None,
        phrase("打开看板，停在本页所示之处；Esc 返回", "Open the dashboard at what the slide shows; Esc comes back"),
    ),
    binding(
        BindingGroup::Go,
        "find",
        &[letter('/'), control('f')],
        Action::Find,
        None,
        phrase("查找；Esc 返回本页", "Find anything; Esc comes back to the slide"),
    ),
    binding(
        BindingGroup::Go,
        "answer",
        &[letter('a'), key(KeyCode::F(11))],
        Action::Present(SlideCommand::Answer),
        None,
        phrase(
            "打开听众提问最多之处；先按数字则打开该条",
            "Open what the audience asks about most, or the one whose number is typed",
        ),
    ),
    binding(
        BindingGroup::Look,
        "blank",
        &[letter('b'), letter('.'), key(KeyCode::F(6))],
        Action::Present(SlideCommand::Blank),
        None,
        phrase("黑屏，再按恢复", "Blank the screen, and back"),
    ),
    binding(
        BindingGroup::Words,
        "earlier",
        &[letter('K'), key(KeyCode::F(8))],
        Action::Present(SlideCommand::Earlier),
        None,
        phrase("在全部幻灯片中上移（自己的演示稿）", "In the list of slides: move it up, in your own deck"),
    ),
    binding(
        BindingGroup::Words,
        "later",
        &[letter('J'), key(KeyCode::F(9))],
        Action::Present(SlideCommand::Later),
        None,
        phrase("在全部幻灯片中下移", "In the list of slides: move it down"),
    ),
    binding(
        BindingGroup::Words,
        "remove",
        &[letter('x'), key(KeyCode::Delete)],
        Action::Present(SlideCommand::Remove),
        None,
        phrase("在全部幻灯片中删除一页", "In the list of slides: remove it"),
    ),
    binding(
        BindingGroup::Words,
        "rename",
        &[letter('r'), key(KeyCode::F(4))],
        Action::Present(SlideCommand::Rename),
        None,
        phrase("在全部幻灯片中改标题", "In the list of slides: change its heading"),
    ),
    words(
        "new-slide",
        &[letter('n'), control('n')],
        Action::Present(SlideCommand::New),
        None,
        phrase("在全部幻灯片中新建一页", "In the list of slides: make a new one"),
    ),
    words(
        "words",
        &[letter('e'), control('e')],
        Action::Present(SlideCommand::Words),
        None,
        phrase("在全部幻灯片中改标题、正文和讲稿", "In the list of slides: change its words and notes"),
    ),
    words(
        "duplicate",
        &[letter('d'), control('d')],
        Action::Present(SlideCommand::Duplicate),
        None,
        phrase("在全部幻灯片中复制一页", "In the list of slides: duplicate it"),
    ),
    words(
        "copy-deck",
        &[letter('c'), control('k')],
        Action::Present(SlideCommand::CopyDeck),
        None,
        phrase("在全部幻灯片中把别的演示稿复制成自己的", "In the list of slides: copy another deck into your own"),
    ),
    binding(
        BindingGroup::Go,
        "decks",
        &[key(KeyCode::F(5))],
        Action::Present(SlideCommand::Begin),
        None,
        phrase("在全部幻灯片中换一份演示稿", "In the list of slides: choose another deck"),
    ),
    binding(
        BindingGroup::Words,
        "undo",
        &[letter('u'), control('u')],
        Action::Present(SlideCommand::Undo),
        None,
        phrase("在全部幻灯片中撤销改动", "In the list of slides: undo the last change"),
    ),
    binding(
        BindingGroup::Look,
        "overview",
        &[letter('o'), key(KeyCode::F(7))],
        Action::Present(SlideCommand::Overview),
        None,
        phrase("全部幻灯片", "All slides"),
    ),
    binding(
        BindingGroup::Words,
        "language",
        &[letter('L'), key(KeyCode::F(2))],
        Action::SwitchLanguage,
        None,
        phrase("界面语言：中文、英文", "Language: English, Chinese"),
    ),
    binding(
        BindingGroup::Look,
        "reload",
        &[control('r'), key(KeyCode::F(3))],
        Action::Reload,
        None,
        phrase("重新读取数据", "Reload the data"),
    ),
    binding(
        BindingGroup::Leave,
        "suspend",
        &[control('z')],
        Action::Suspend,
        None,
        phrase("暂时回到命令行，用 fg 返回", "Suspend to the shell; fg comes back"),
    ),
    binding(
        BindingGroup::Leave,
        "help",
        &[letter('?'), key(KeyCode::F(1))],
        Action::Help,
        None,
        phrase("帮助", "Help"),
    ),
    binding(
        BindingGroup::Leave,
        "stop",
        &[key(KeyCode::Esc), letter('q')],
        Action::Present(SlideCommand::Stop),
        None,
        phrase("结束放映，按两次", "Stop presenting; press it twice"),
    ),
    binding(BindingGroup::Leave, "quit", &[control('c')], Action::Quit, None, phrase("退出程序", "Quit")),
];

/// Returns the action with the digit that was typed, if it is a digit's action.
pub(in crate::app) const fn with_digit(action: Action, code: KeyCode) -> Action {
    match (action, code) {
        (Action::Present(SlideCommand::Digit(_)), KeyCode::Char(digit @ '0'..='9')) => {
            Action::Present(SlideCommand::Digit(digit as u8 - b'0'))
        }
        _ => action,
    }
}
