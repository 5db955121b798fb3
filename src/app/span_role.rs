//! Gives each span of a line a role. The lines are made here, since their number decides how far a pane scrolls;
//! drawing only chooses the style for each role.

use crate::domain::{Area, Article, Key, Observation};
use crate::text::{Span, width};

/// The role of a span, which decides its style and what a click on it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpanRole {
    #[default]
    Plain,
    Strong,
    /// The head of a pane or an article; underlined if its pane has the focus.
    Head,
    Dim,
    /// A verdict or a refusal that nobody should overlook.
    Refused,
    /// The name of an area.
    Area(Key<Area>),
    /// The symbol of an area before its name. The text is only a placeholder for it.
    AreaSymbol(Key<Area>),
    /// The address of an article.
    Address(Key<Article>),
    /// A figure within running text.
    Figure(Key<Observation>),
    /// The selected figure within running text.
    Selected(Key<Observation>),
}

/// A line of spans with their roles.
pub type StyledLine = Vec<Span<SpanRole>>;

/// Returns the role at a column of a line, counted from 0.
#[must_use]
pub fn role_at(line: &StyledLine, column: usize) -> Option<SpanRole> {
    let mut end = 0;
    line.iter().find_map(|(text, role)| {
        end += width(text);
        (column < end).then_some(*role)
    })
}
