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
/// Turns colours on or off, also in a file or a pipe; 1 to 3 say how many (<https://force-color.org>).
pub const FORCE_COLOR: &str = "FORCE_COLOR";
/// Turns colours on, also in a file or a pipe, where it is not 0 (<https://bixense.com/clicolors>).
pub const CLICOLOR_FORCE: &str = "CLICOLOR_FORCE";
/// Turns colours off where it is 0.
pub const CLICOLOR: &str = "CLICOLOR";
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
/// Is set where SSH has given the program a terminal.
pub const SSH_TTY: &str = "SSH_TTY";
/// Is what older servers set in the place of `SSH_CONNECTION`.
pub const SSH_CLIENT: &str = "SSH_CLIENT";
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
    (
        &[NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR],
        phrase(
            "是否用颜色，看板和命令相同；未设 --color 时依次看：NO_COLOR 非空，不用；FORCE_COLOR 为 0 不用，为 1、2、3 用 16 色、256 色、真彩色，为其他值则用；CLICOLOR_FORCE 非 0，用；CLICOLOR 为 0，不用。用 FORCE_COLOR 或 CLICOLOR_FORCE 时，写入文件或管道也有颜色。",
            "Whether colours are used, in the dashboard and by the commands alike. Where --color is not given, the first of these decides: NO_COLOR, where it is not empty: none. FORCE_COLOR: none for 0; 16 colours, 256 or all of them for 1, 2 or 3; otherwise colours. CLICOLOR_FORCE, where it is not 0: colours. CLICOLOR, where it is 0: none. With FORCE_COLOR and CLICOLOR_FORCE files and pipes get colours, too.",
        ),
    ),
    (
        &[TERM, COLORTERM],
        phrase(
            "终端有多少颜色。TERM 未设或为 dumb 时，看板打不开，命令的输出不带颜色。",
            "How many colours the terminal has. Where TERM is not set, or dumb, the dashboard can't be shown, and commands write without colours.",
        ),
    ),
    (&[XDG_CONFIG_HOME], phrase("用户设置目录，默认 ~/.config。", "The folder of settings, by default ~/.config.")),
];

/// Returns whether the program runs at the other end of SSH; `variable` looks a name up in the environment.
pub fn is_over_ssh(variable: impl Fn(&str) -> Option<String>) -> bool {
    [SSH_CONNECTION, SSH_TTY, SSH_CLIENT].into_iter().any(|name| variable(name).is_some_and(|value| !value.is_empty()))
}
