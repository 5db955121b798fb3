//! The role of a span in a line. Lines are made here, because their number decides how far one can scroll; drawing only
//! chooses a style for each role.

use crate::domain::{Area, Key, Observation};
use crate::text::{Span, width};

/// The role of a span, which decides its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpanRole {
    #[default]
    Plain,
    Strong,
    /// The head of a pane or an article; underlined where its pane has the focus.
    Head,
    Dim,
    /// A verdict or a refusal that nobody should overlook.
    Refused,
    /// The name of an area.
    Area(Key<Area>),
    /// The symbol of an area, drawn before its name; the text is only a placeholder.
    AreaMark(Key<Area>),
    /// A figure within running text.
    Figure(Key<Observation>),
    /// The selected figure within running text.
    Selected(Key<Observation>),
}

/// A line of spans with their roles.
pub type StyledLine = Vec<Span<SpanRole>>;

/// Returns the role of the span at a column of a line, counted from 0.
#[must_use]
pub fn role_at(line: &StyledLine, column: usize) -> Option<SpanRole> {
    let mut end = 0;
    line.iter().find_map(|(text, role)| {
        end += width(text);
        (column < end).then_some(*role)
    })
}
