//! What is to be known of the terminal before it is taken over.

use super::tty;
use crate::text::Phrase;

/// Why there is no terminal to draw on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATerminal {
    /// Standard input is a file or a pipe.
    Input,
    /// Standard output is a file or a pipe.
    Output,
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
/// When standard output or standard input is not a terminal.
pub fn check_terminal() -> Result<(), NotATerminal> {
    if !tty::output_is_terminal() {
        return Err(NotATerminal::Output);
    }
    if !tty::input_is_terminal() {
        return Err(NotATerminal::Input);
    }
    Ok(())
}
