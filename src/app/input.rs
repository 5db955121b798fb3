//! A line of text input. It moves and deletes by grapheme clusters, so a Chinese character or a letter with its accent
//! is never halved.

use crate::text::{shows_nothing, width};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The most bytes of a line; longer text was pasted by mistake.
const MOST: usize = 2000;

/// A line of text input, with its cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// The byte offset of the cursor, always between two grapheme clusters.
    cursor: usize,
}

/// A change of the line, or a step of its cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A character is typed.
    Insert(char),
    /// The character before the cursor goes.
    Backspace,
    /// The character after the cursor goes.
    Delete,
    /// The word before the cursor goes.
    DeleteWord,
    /// All before the cursor goes.
    DeleteToStart,
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    Home,
    End,
}

impl From<String> for Input {
    /// Makes a line from a text, with the cursor at its end.
    fn from(text: String) -> Self {
        let mut input = Self::default();
        input.insert(&text);
        input
    }
}

impl Input {
    /// Returns the text of the line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        self.left()
    }

    /// Whether there is text before the cursor.
    #[must_use]
    pub const fn has_text_before_cursor(&self) -> bool {
        self.cursor > 0
    }

    /// Removes the text and resets the cursor.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Applies an edit, and returns whether the text has changed.
    pub fn edit(&mut self, edit: Edit) -> bool {
        match edit {
            Edit::Insert(character) => return self.insert(character.encode_utf8(&mut [0; 4])),
            Edit::Backspace => return self.cut(self.before()),
            Edit::Delete => {
                let from = self.cursor;
                self.cursor = self.after();
                return self.cut(from);
            }
            Edit::DeleteWord => {
                let before = self.left().trim_end();
                let start = before.char_indices().rev().find(|(_, character)| character.is_whitespace());
                return self.cut(start.map_or(0, |(at, space)| at + space.len_utf8()));
            }
            Edit::DeleteToStart => return self.cut(0),
            Edit::Left => self.cursor = self.before(),
            Edit::Right => self.cursor = self.after(),
            Edit::Home => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
        }
        false
    }

    /// Inserts typed or pasted text at the cursor, and returns whether any was taken. Line breaks become spaces; other
    /// control characters are dropped.
    pub fn insert(&mut self, text: &str) -> bool {
        let clean = text.trim_end_matches(['\r', '\n']).chars();
        let clean = clean.map(|character| if matches!(character, '\r' | '\n' | '\t') { ' ' } else { character });
        let mut room = MOST.saturating_sub(self.text.len());
        let fits = |character: &char| {
            let taken = character.len_utf8() <= room;
            room = room.saturating_sub(character.len_utf8());
            taken
        };
        let clean: String = clean.filter(|character| !shows_nothing(*character)).take_while(fits).collect();
        self.text.insert_str(self.cursor, &clean);
        self.cursor += clean.len();
        // A combining accent joins the letter before it, so the cursor may now stand inside a cluster.
        if !self.is_between(self.cursor) {
            self.cursor = self.after();
        }
        !clean.is_empty()
    }

    /// Returns the part of the text that is visible in `room` cells, and the cursor's column in it. One cell is kept
    /// free for a cursor at the end.
    #[must_use]
    pub fn window(&self, room: usize) -> (&str, usize) {
        let before = self.left();
        let mut start = 0;
        let mut column = width(before);
        for cluster in before.graphemes(true) {
            if column < room {
                break;
            }
            start += cluster.len();
            column = column.saturating_sub(width(cluster));
        }
        let visible = self.text.get(start..).unwrap_or_default();
        let mut used = 0;
        let fits = |cluster: &&str| {
            used += width(cluster);
            used <= room
        };
        let length: usize = visible.graphemes(true).take_while(fits).map(str::len).sum();
        (visible.get(..length).unwrap_or_default(), column)
    }

    fn left(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn before(&self) -> usize {
        self.left().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.cursor, self.text.len(), true);
        cursor.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len())
    }

    fn is_between(&self, at: usize) -> bool {
        GraphemeCursor::new(at, self.text.len(), true).is_boundary(&self.text, 0).unwrap_or(true)
    }

    /// Deletes from byte `from` to the cursor, and returns whether anything was there.
    fn cut(&mut self, from: usize) -> bool {
        if from >= self.cursor {
            return false;
        }
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(text: &str, edits: &[Edit]) -> (String, usize) {
        let mut input = Input::default();
        input.insert(text);
        for edit in edits {
            input.edit(*edit);
        }
        (input.text().to_owned(), input.window(20).1)
    }

    #[test]
    fn characters_go_whole() {
        assert_eq!(typed("滨州", &[Edit::Backspace]), ("滨".to_owned(), 2));
        assert_eq!(typed("e\u{301}x", &[Edit::Left, Edit::Backspace]), ("x".to_owned(), 0));
        assert_eq!(typed("滨州", &[Edit::Home, Edit::Delete]), ("州".to_owned(), 0));
        assert_eq!(typed("滨州", &[Edit::Left, Edit::Insert('a')]), ("滨a州".to_owned(), 3));
        assert_eq!(typed("滨州 提案", &[Edit::DeleteWord]), ("滨州 ".to_owned(), 5));
        assert_eq!(typed("滨州 提案 ", &[Edit::DeleteWord, Edit::DeleteWord]), (String::new(), 0));
        assert_eq!(typed("滨州提案", &[Edit::Left, Edit::DeleteToStart]), ("案".to_owned(), 0));
        assert_eq!(typed("滨州", &[Edit::Home, Edit::Right, Edit::Right, Edit::Right]), ("滨州".to_owned(), 4));
        assert_eq!(typed("e", &[Edit::Home, Edit::Insert('x'), Edit::End, Edit::Insert('\u{301}')]).1, 2);
    }

    #[test]
    fn what_is_pasted_is_one_line() {
        assert_eq!(typed("滨州\r\n提\u{7}案\n", &[]).0, "滨州  提案");
        let mut input = Input::default();
        input.insert(&"政".repeat(1000));
        assert_eq!(input.text().len(), MOST - MOST % 3);
        assert!(!input.edit(Edit::Insert('协')));
    }

    #[test]
    fn the_line_follows_its_cursor() {
        let mut input = Input::default();
        input.insert("政协滨州市委员会");
        assert_eq!(input.window(7), ("委员会", 6));
        input.edit(Edit::Home);
        assert_eq!(input.window(7), ("政协滨", 0));
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_to_be_seen(
            text in "[a-z滨州e\u{301} ，]{0,30}", steps in proptest::collection::vec(0..9_u8, 0..40), room in 3_usize..20,
        ) {
            let mut input = Input::default();
            input.insert(&text);
            for step in steps {
                input.edit([
                    Edit::Insert('州'), Edit::Insert('\u{301}'), Edit::Backspace, Edit::Delete, Edit::DeleteWord, Edit::Left,
                    Edit::Right, Edit::Home, Edit::End,
                ][usize::from(step)]);
                prop_assert!(input.is_between(input.cursor));
                let (text, column) = input.window(room);
                prop_assert!(width(text) <= room);
                prop_assert!(column < room, "{text:?} {column}");
            }
        }
    }
}
