//! The key table of the room, where slides are shown. Clickers send `PgUp`, `PgDn`, F5, Esc, `b` and `.`
//! (`。` under a Chinese input method, which is folded).

use super::command::SlideCommand;
use crate::app::action::Action;
use crate::app::keymap::binding::{Binding, control, key, letter, row, said};
use crate::app::keymap::group::Group;
use crossterm::event::KeyCode;

/// The key table of the room, in the order of the help.
pub const BINDINGS: &[Binding] = &[
    row(
        Group::Move,
        "next",
        &[key(KeyCode::Right), letter(' '), key(KeyCode::PageDown), letter('l'), key(KeyCode::Down), letter('j')],
        Action::Present(SlideCommand::Next),
        None,
        said("下一页", "Next slide"),
    ),
    row(
        Group::Move,
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
        said("上一页", "Previous slide"),
    ),
    row(
        Group::Move,
        "first",
        &[key(KeyCode::Home), letter('g')],
        Action::Present(SlideCommand::First),
        None,
        said("第一页", "First slide"),
    ),
    row(
        Group::Move,
        "last",
        &[key(KeyCode::End), letter('G')],
        Action::Present(SlideCommand::Last),
        None,
        said("最后一页", "Last slide"),
    ),
    row(
        Group::Go,
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
        said("页码，再按 Enter 跳到该页", "A slide’s number; Enter then goes there"),
    ),
    row(
        Group::Go,
        "open",
        &[key(KeyCode::Enter), control('o')],
        Action::Present(SlideCommand::Open),
        None,
        said("打开看板，停在本页所示之处；Esc 返回", "Open the dashboard at what the slide shows; Esc comes back"),
    ),
    row(
        Group::Go,
        "find",
        &[letter('/'), control('f')],
        Action::Find,
        None,
        said("查找；Esc 返回本页", "Find anything; Esc comes back to the slide"),
    ),
    row(
        Group::Look,
        "blank",
        &[letter('b'), letter('.'), key(KeyCode::F(6))],
        Action::Present(SlideCommand::Blank),
        None,
        said("黑屏，再按恢复", "Blank the screen, and back"),
    ),
    row(
        Group::Words,
        "earlier",
        &[letter('K'), key(KeyCode::F(8))],
        Action::Present(SlideCommand::Earlier),
        None,
        said("全部幻灯片中：上移一位（自己的演示稿）", "In the list: move the slide up, in your own deck"),
    ),
    row(
        Group::Words,
        "later",
        &[letter('J'), key(KeyCode::F(9))],
        Action::Present(SlideCommand::Later),
        None,
        said("下移一位", "Move it down"),
    ),
    row(
        Group::Words,
        "remove",
        &[letter('x'), key(KeyCode::Delete)],
        Action::Present(SlideCommand::Remove),
        None,
        said("删除这一页", "Remove it"),
    ),
    row(
        Group::Words,
        "rename",
        &[letter('r'), key(KeyCode::F(4))],
        Action::Present(SlideCommand::Rename),
        None,
        said("改标题", "Give it another heading"),
    ),
    row(
        Group::Words,
        "undo",
        &[letter('u'), control('u')],
        Action::Present(SlideCommand::Undo),
        None,
        said("撤销改动", "Undo the last change"),
    ),
    row(
        Group::Look,
        "overview",
        &[letter('o'), key(KeyCode::F(7))],
        Action::Present(SlideCommand::Overview),
        None,
        said("全部幻灯片", "All slides"),
    ),
    row(
        Group::Words,
        "language",
        &[letter('L'), key(KeyCode::F(2))],
        Action::SwitchLanguage,
        None,
        said("界面语言：中文、英文", "Language: English, Chinese"),
    ),
    row(
        Group::Look,
        "reload",
        &[control('r'), key(KeyCode::F(3))],
        Action::Reload,
        None,
        said("重新读取数据", "Reload the data"),
    ),
    row(
        Group::Leave,
        "suspend",
        &[control('z')],
        Action::Suspend,
        None,
        said("暂时回到命令行，用 fg 返回", "Suspend to the shell; fg comes back"),
    ),
    row(Group::Leave, "help", &[letter('?'), key(KeyCode::F(1))], Action::Help, None, said("帮助", "Help")),
    row(
        Group::Leave,
        "stop",
        &[key(KeyCode::Esc), letter('q')],
        Action::Present(SlideCommand::Stop),
        None,
        said("结束放映", "Stop presenting"),
    ),
    row(Group::Leave, "quit", &[control('c')], Action::Quit, None, said("退出程序", "Quit")),
];

/// The step with the digit that was typed.
pub(in crate::app) const fn with_digit(action: Action, code: KeyCode) -> Action {
    match (action, code) {
        (Action::Present(SlideCommand::Digit(_)), KeyCode::Char(digit @ '0'..='9')) => {
            Action::Present(SlideCommand::Digit(digit as u8 - b'0'))
        }
        _ => action,
    }
}
