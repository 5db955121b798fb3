//! Files with their content, wherever it came from.

use crate::text::Text;
use std::borrow::Cow;
use std::path::PathBuf;

/// A file with its content.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The folder that was asked for.
    pub root: PathBuf,
    /// The path as it is shown in faults.
    pub path: PathBuf,
    /// The bytes, or why there are none.
    pub content: Content,
    /// Whose words it holds.
    pub author: Author,
}

/// Whose words a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Author {
    /// Those of a pack: every number is a reference to a figure.
    #[default]
    Pack,
    /// Those of the user's own deck, which may have numbers without a source.
    OwnDeck,
}

/// The content of a file.
#[derive(Clone, Debug)]
pub enum Content {
    /// A text that is part of the program, unpacked when it is asked for.
    CompiledIn {
        /// Which of the texts it is.
        number: usize,
        /// Returns a text by its number.
        text: fn(usize) -> &'static str,
    },
    /// Bytes that should be UTF-8.
    Bytes(Cow<'static, [u8]>),
    /// The reason why it cannot be read.
    Unreadable(Text),
}

impl SourceFile {
    /// Makes a file of a path and its bytes.
    pub fn new(root: impl Into<PathBuf>, path: impl Into<PathBuf>, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { root: root.into(), path: path.into(), content: Content::Bytes(bytes.into()), author: Author::Pack }
    }

    /// Returns the same file as one of the user's own deck.
    #[must_use]
    pub fn of_own_deck(self) -> Self {
        Self { author: Author::OwnDeck, ..self }
    }

    /// Returns whether its text is part of the program, and not read from a disk.
    #[must_use]
    pub const fn is_compiled_in(&self) -> bool {
        matches!(self.content, Content::CompiledIn { .. })
    }

    /// Returns what it holds; `None` where it cannot be read.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        match &self.content {
            Content::CompiledIn { number, text } => Some(text(*number).as_bytes()),
            Content::Bytes(bytes) => Some(bytes),
            Content::Unreadable(_) => None,
        }
    }
}
