//! What a piece of a line is. Lines are made here, where their number decides how far one can scroll; drawing only
//! chooses a style for each mark.

use crate::domain::{Area, Key, Observation};
use crate::text::{Span, width};

/// What a piece of a line is.
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
    /// The mark of an area, drawn before its name; the text is only a place for it.
    AreaMark(Key<Area>),
    /// A figure within a telling.
    Figure(Key<Observation>),
    /// The figure that is selected, within a telling.
    Selected(Key<Observation>),
}

/// A line in marks.
pub type StyledLine = Vec<Span<SpanRole>>;

/// The mark of what stands in a column of a line, counted from 0.
#[must_use]
pub fn role_at(line: &StyledLine, column: usize) -> Option<SpanRole> {
    let mut end = 0;
    line.iter().find_map(|(text, role)| {
        end += width(text);
        (column < end).then_some(*role)
    })
}
