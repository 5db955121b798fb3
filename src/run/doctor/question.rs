//! Questions that are answered with yes or no.

use cppcc::cli;
use cppcc::text::fold_fullwidth;
use std::io;

/// Reads the answer to a question, and returns whether it is yes.
pub(super) fn is_answered_yes() -> bool {
    let mut line = String::new();
    if !matches!(io::stdin().read_line(&mut line), Ok(1..)) {
        // At the end of input the terminal is still within the question's line, where what follows does not belong. If it
        // cannot be written, that shows there.
        let _ = cli::print("\n");
    }
    let answer: String = line.trim().chars().map(fold_fullwidth).collect();
    matches!(answer.to_lowercase().as_str(), "y" | "yes" | "是" | "好")
}
