//! The environment variables that the program reads, each with what it does. No other file spells one out.

use super::lang::Phrase;
use std::ffi::OsString;
use std::path::PathBuf;

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
/// Says how wide lines are to be, and the help may be, where there is no terminal.
pub const COLUMNS: &str = "COLUMNS";
/// Names the kind of terminal, and with it how many colours it has.
pub const TERM: &str = "TERM";
/// Says that the terminal has 24-bit colours.
pub const COLORTERM: &str = "COLORTERM";
/// Holds the colours of the foreground and the background, on terminals that tell them.
pub const COLORFGBG: &str = "COLORFGBG";
/// Names the program that draws the terminal; tmux sets it, too.
pub const TERM_PROGRAM: &str = "TERM_PROGRAM";
/// Holds the version of that program.
pub const TERM_PROGRAM_VERSION: &str = "TERM_PROGRAM_VERSION";
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
/// Holds the user's folder.
pub const HOME: &str = "HOME";
/// Holds the folder of settings.
pub const XDG_CONFIG_HOME: &str = "XDG_CONFIG_HOME";
/// Holds the folder of the user's own data and deck.
pub const XDG_DATA_HOME: &str = "XDG_DATA_HOME";

/// Holds the folder of what programs remember for the user.
pub const XDG_STATE_HOME: &str = "XDG_STATE_HOME";
/// Holds the folder of what programs can make again.
pub const XDG_CACHE_HOME: &str = "XDG_CACHE_HOME";

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// What the manual says of the variables that a user may want to set, in its order.
pub const MANUAL: &[(&[&str], Phrase)] = &[
    (&[CPPCC_CONFIG], phrase("设置文件，代替默认位置。", "The file of settings, in the place of the usual one.")),
    (
        &[CPPCC_DATA],
        phrase(
            "另读的数据文件夹，以冒号分隔；--data 优先，两者都没有时依次看设置中的 data、XDG_DATA_HOME 下的 cppcc/data。",
            "Further folders of data, with colons between them; --data wins, and without either the settings' data does, or else cppcc/data in XDG_DATA_HOME.",
        ),
    ),
    (
        &[LC_ALL, LC_MESSAGES, LANG, LANGUAGE],
        phrase(
            "界面语言：zh 开头为中文，其余为英文；看板中用 L 选过的，下次打开看板时仍用它。",
            "The language: Chinese where the locale begins with zh, and otherwise English. The dashboard opens in the one chosen last with L.",
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
    (
        &[COLORFGBG],
        phrase(
            "终端底色深浅，由部分终端自己设置；--theme 和设置文件优先。",
            "Whether the terminal's background is dark or light, as some terminals set it; --theme and the settings win.",
        ),
    ),
    (
        &[COLUMNS],
        phrase(
            "输出到管道或文件时每行多少列；未导出此变量时不折行、不截断。",
            "How many columns a line has that goes to a pipe or a file; where it is not exported, nothing is broken or cut.",
        ),
    ),
    (
        &[XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME, HOME],
        phrase(
            "用户的设置目录、数据目录（自己的数据和演示稿）、状态目录（看板中上次用 L 选的语言）和缓存目录（数据量大时，检查过的结果存在这里，可随时删去），默认 HOME 下的 .config、.local/share、.local/state 和 .cache。都须是绝对路径，否则视同未设。",
            "The folders of settings, of the user's data (the own figures and deck), of what is remembered (the language chosen last with L in the dashboard) and of what can be made again (large data, once they are checked: it may be removed at any time), by default .config, .local/share, .local/state and .cache in HOME. Each must be an absolute path, and otherwise counts as not set.",
        ),
    ),
];

/// Returns whether the program runs at the other end of SSH; `variable` looks a name up in the environment.
pub fn is_over_ssh(variable: impl Fn(&str) -> Option<String>) -> bool {
    [SSH_CONNECTION, SSH_TTY, SSH_CLIENT].into_iter().any(|name| is_set(name, &variable))
}

/// Returns whether the program runs inside tmux.
pub fn is_in_tmux(variable: impl Fn(&str) -> Option<String>) -> bool {
    is_set(TMUX, variable)
}

/// Returns whether the program runs inside GNU screen. Inside tmux, `STY` is left over from a screen around it.
pub fn is_in_screen(variable: impl Fn(&str) -> Option<String>) -> bool {
    is_set(STY, &variable) && !is_in_tmux(variable)
}

/// Returns whether a variable is set; an empty one counts as not set.
fn is_set(name: &str, variable: impl Fn(&str) -> Option<String>) -> bool {
    variable(name).is_some_and(|value| !value.is_empty())
}

/// Returns the folder of settings; `None` where the user has none. `variable` looks a name up in the environment.
pub fn settings_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    user_folder(variable, XDG_CONFIG_HOME, ".config")
}

/// Returns the folder of the user's data; `None` where the user has none.
pub fn data_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    user_folder(variable, XDG_DATA_HOME, ".local/share")
}

/// Returns the folder of what is remembered for the user; `None` where the user has none.
pub fn state_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    user_folder(variable, XDG_STATE_HOME, ".local/state")
}

/// Returns the folder of what can be made again; `None` where the user has none.
pub fn cache_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    user_folder(variable, XDG_CACHE_HOME, ".cache")
}

/// Returns the user's folder; `None` where it is not known.
pub fn home_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    variable(HOME).map(PathBuf::from).filter(|path| path.is_absolute())
}

/// Returns a folder of the user's own: that of the variable, or else the usual one in `HOME`.
///
/// A path that is not absolute counts as not set, as the XDG base directory specification has it: files would come to lie
/// wherever the program is started.
fn user_folder(variable: impl Fn(&str) -> Option<OsString>, name: &str, usual: &str) -> Option<PathBuf> {
    let named = variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    named.or_else(|| Some(home_folder(variable)?.join(usual)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_users_folders_are_absolute_or_none() {
        let table = [
            (None, None, None),
            (Some(""), None, None),
            (Some("home"), None, None),
            (Some("/users/li"), None, Some("/users/li/.config")),
            (Some("/users/li"), Some(""), Some("/users/li/.config")),
            (Some("/users/li"), Some("settings"), Some("/users/li/.config")),
            (Some("/users/li"), Some("/settings"), Some("/settings")),
            (Some("home"), Some("/settings"), Some("/settings")),
            (None, Some("/settings"), Some("/settings")),
        ];
        for (home, settings, folder) in table {
            let variable = |name: &str| match name {
                HOME => home.map(OsString::from),
                XDG_CONFIG_HOME => settings.map(OsString::from),
                _ => None,
            };
            assert_eq!(settings_folder(variable), folder.map(PathBuf::from), "{home:?} {settings:?}");
        }
        let variable = |name: &str| (name == HOME).then(|| OsString::from("/users/li"));
        assert_eq!(data_folder(variable), Some(PathBuf::from("/users/li/.local/share")));
    }
}
