//! The environment variables that the program reads, each with what it does. No other file spells one out.

use super::lang::Phrase;

/// Names the file of settings where `--config` does not.
pub const CPPCC_CONFIG: &str = "CPPCC_CONFIG";
/// Lists folders of data where `--data` names none.
pub const CPPCC_DATA: &str = "CPPCC_DATA";
/// Decides the language before all others of its kind.
pub const LC_ALL: &str = "LC_ALL";
/// Decides the language where `LC_ALL` is not set.
pub const LC_MESSAGES: &str = "LC_MESSAGES";
/// Decides the language where neither of these is set.
pub const LANG: &str = "LANG";
/// Lists languages that win over that of the locale, as for GNU gettext.
pub const LANGUAGE: &str = "LANGUAGE";
/// Names the character set, which `cppcc doctor` checks.
pub const LC_CTYPE: &str = "LC_CTYPE";
/// Turns colours off where it is not empty (<https://no-color.org>).
pub const NO_COLOR: &str = "NO_COLOR";
/// Says how wide the lines are to be that go to no terminal.
pub const COLUMNS: &str = "COLUMNS";
/// Names the kind of terminal, and with it how many colours it has.
pub const TERM: &str = "TERM";
/// Says that the terminal has 24-bit colours.
pub const COLORTERM: &str = "COLORTERM";
/// Is set inside tmux, where copying takes another way.
pub const TMUX: &str = "TMUX";
/// Is set inside GNU screen, which passes no copying on.
pub const STY: &str = "STY";
/// Is set where the terminal is at the other end of SSH.
pub const SSH_CONNECTION: &str = "SSH_CONNECTION";
/// Holds the folder of the socket through which a speaker's view follows a presentation.
pub const XDG_RUNTIME_DIR: &str = "XDG_RUNTIME_DIR";
/// Holds the folder of settings. Read by `etcetera`, with `HOME` where it is not set.
pub const XDG_CONFIG_HOME: &str = "XDG_CONFIG_HOME";
/// Holds the folder of the user's own deck. Read by `etcetera`, with `HOME` where it is not set.
pub const XDG_DATA_HOME: &str = "XDG_DATA_HOME";

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// What the manual says of the variables that a user may want to set, in its order.
pub const MANUAL: &[(&[&str], Phrase)] = &[
    (&[CPPCC_CONFIG], phrase("设置文件，代替默认位置。", "The file of settings, in the place of the usual one.")),
    (
        &[CPPCC_DATA],
        phrase(
            "另读的数据文件夹，以冒号分隔；--data 优先。",
            "Further folders of data, with colons between them; --data wins.",
        ),
    ),
    (
        &[LC_ALL, LC_MESSAGES, LANG, LANGUAGE],
        phrase(
            "界面语言：zh 开头为中文，其余为英文。",
            "The language: Chinese where the locale begins with zh, and otherwise English.",
        ),
    ),
    (&[NO_COLOR], phrase("非空时不用颜色。", "No colours, where it is not empty.")),
    (&[TERM, COLORTERM], phrase("终端有多少颜色。", "How many colours the terminal has.")),
    (
        &[COLUMNS],
        phrase(
            "输出到管道或文件时每行多少列；未导出此变量时不折行、不截断。",
            "How many columns a line has that goes to a pipe or a file; where it is not exported, nothing is broken or cut.",
        ),
    ),
    (&[XDG_CONFIG_HOME], phrase("用户设置目录，默认 ~/.config。", "The folder of settings, by default ~/.config.")),
];
