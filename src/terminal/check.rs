//! What is to be known of the terminal before it is taken over.

use super::tty;
use crate::text::Phrase;
use crate::text::environment::{SSH_TTY, TERM, is_over_ssh};

/// Why there is no terminal to draw on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATerminal {
    /// Standard input is a file or a pipe.
    Input,
    /// Standard output is a file or a pipe.
    Output,
    /// The program was started through SSH, which gives a command no terminal unless it is asked to.
    OverSsh,
    /// It is a terminal, but one that only prints: `TERM` is `dumb`.
    Dumb,
    /// It is a terminal, and nobody has said of which kind.
    Unnamed,
}

impl NotATerminal {
    /// Returns one line for the user.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Input => Phrase {
                zh: "看板须在终端中使用：标准输入不是终端",
                en: "the dashboard needs a terminal: standard input is not one",
            },
            Self::Output => Phrase {
                zh: "看板须在终端中使用：标准输出不是终端。导出数据请用 cppcc export",
                en: "the dashboard needs a terminal: standard output is not one (for the data, see cppcc export)",
            },
            Self::OverSsh => Phrase {
                zh: "看板须在终端中使用，而 SSH 没有分配终端：请加 -t，如 ssh -t 主机 cppcc",
                en: "the dashboard needs a terminal, and SSH has given it none: add -t, as in ssh -t HOST cppcc",
            },
            Self::Dumb => Phrase {
                zh: "看板须在能移动光标的终端中使用，而此处 TERM 为 dumb。终端若其实能，请设 TERM=xterm-256color；各命令在此可用，如 cppcc compare（见 cppcc --help）",
                en: "the dashboard needs a terminal that can move its cursor, and TERM is dumb here. Where it can, set TERM=xterm-256color; the commands work here, such as cppcc compare (see cppcc --help)",
            },
            Self::Unnamed => Phrase {
                zh: "看板须知道终端的种类，而此处未设 TERM：请设，如 TERM=xterm-256color；各命令在此可用，如 cppcc compare（见 cppcc --help）",
                en: "the dashboard must know the kind of terminal, and TERM is not set here: set it, as in TERM=xterm-256color; the commands work here, such as cppcc compare (see cppcc --help)",
            },
        }
    }
}

/// Returns the terminal's columns and rows; 80 and 24 where it does not know them itself.
#[must_use]
pub fn size() -> (u16, u16) {
    tty::size()
}

/// Checks that there is a terminal to draw on and to read keys from.
///
/// # Errors
///
/// When standard output or standard input is not a terminal, or it is one that understands no sequences.
pub fn check_terminal() -> Result<(), NotATerminal> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (output, input) = (tty::output_is_terminal(), tty::input_is_terminal());
    match (output, input, set(TERM).as_deref()) {
        (false, ..) | (_, false, _) if is_over_ssh(set) && set(SSH_TTY).is_none() => Err(NotATerminal::OverSsh),
        (false, ..) => Err(NotATerminal::Output),
        (_, false, _) => Err(NotATerminal::Input),
        (_, _, Some("dumb")) => Err(NotATerminal::Dumb),
        (_, _, None) => Err(NotATerminal::Unnamed),
        _ => Ok(()),
    }
}
