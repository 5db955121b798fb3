//! The keys that change the figures of the user's own pack.

use super::binding::{Binding, phrase, words};
use super::chord::{control, key, letter, shifted};
use crate::app::action::Action;
use crossterm::event::KeyCode;

/// The rows of these keys, in the order of the footer.
pub(super) const ADD: Binding = words(
    "add-figure",
    &[letter('a'), control('w')],
    Action::AddFigure,
    Some(phrase("录入", "add")),
    phrase("从一句话录入一个数字，写入自己的数据", "Add a figure out of a sentence to your own data"),
);
pub(super) const CORRECT: Binding = words(
    "correct-figure",
    &[letter('A'), key(KeyCode::Insert)],
    Action::CorrectFigure,
    Some(phrase("改正", "correct")),
    phrase("改正自己的数字；自带的另写一条覆盖它", "Correct a figure of yours; over a built-in one, lay one"),
);
pub(super) const REMOVE: Binding = words(
    "remove-figure",
    &[letter('D'), key(KeyCode::Delete)],
    Action::RemoveFigure,
    Some(phrase("删除", "remove")),
    phrase("从自己的数据中删除所选数字", "Remove the selected figure from your own data"),
);
pub(super) const UNDO: Binding = words(
    "undo-addition",
    // What the Linux console sends for Shift-F2 is Shift-F4 of PuTTY, which must take nothing back.
    &[letter('u'), shifted(KeyCode::F(2))],
    Action::UndoAddition,
    None,
    phrase("撤销上一次录入、改正或删除", "Take back what was added, corrected or removed last"),
);
