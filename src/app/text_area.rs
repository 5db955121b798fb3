//! Several lines of text input. The cursor moves by grapheme clusters, and passes a reference to a figure in one step: nobody has
//! to see its id, nor can half of it be deleted.

use super::input::Edit;
use crate::text::{shows_nothing, width};
use unicode_segmentation::UnicodeSegmentation;

/// The most bytes of a text; longer text was pasted by mistake.
const MOST: usize = 6000;

/// The marks that begin no row, if that can be helped.
const CLOSING: &str = "，。、；：？！”’）》〉」』】…,.;:?!)]";

/// Whether a text may have several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineCount {
    One,
    Several,
}

/// Several lines of text input, with their cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextArea {
    text: String,
    /// The byte offset of the cursor, always between two units.
    cursor: usize,
    lines: LineCount,
}

/// A row of a text as it is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaRow {
    /// The byte at which it begins.
    start: usize,
    /// What stands in it; of a reference what is shown in its place.
    pub pieces: Vec<AreaPiece>,
}

/// A piece of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaPiece {
    Words(String),
    /// What stands for a figure.
    Figure(String),
}

/// A text as it is laid out, and the row and column of its cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaRows {
    pub rows: Vec<AreaRow>,
    pub cursor: (usize, usize),
}

/// What is shown in the place of a reference, by the id in it; `None` for an id that names no figure.
pub type ShownFigure<'a> = &'a dyn Fn(&str) -> Option<String>;

impl TextArea {
    /// Makes an area with a text, its cursor at the end.
    #[must_use]
    pub fn new(text: &str, lines: LineCount) -> Self {
        let mut area = Self { text: String::new(), cursor: 0, lines };
        area.insert(text);
        area
    }

    /// Returns the text, the ids of figures in braces.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the id of the figure right before the cursor.
    #[must_use]
    pub fn figure_before_cursor(&self) -> Option<&str> {
        reference(units(self.left()).last()?.1)
    }

    /// Applies an edit to the text, or moves the cursor.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Insert(character) => self.insert(character.encode_utf8(&mut [0; 4])),
            Edit::Backspace => self.cut(self.before()),
            Edit::Delete => {
                let from = self.cursor;
                self.cursor = self.after();
                self.cut(from);
            }
            Edit::DeleteWord => {
                let before = self.left().trim_end_matches(' ');
                let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
                self.cut(if start == self.cursor { self.before() } else { start });
            }
            Edit::DeleteToStart => self.cut(self.line_start()),
            Edit::Left => self.cursor = self.before(),
            Edit::Right => self.cursor = self.after(),
            Edit::Home => self.cursor = self.line_start(),
            Edit::End => {
                let right = self.text.get(self.cursor..).unwrap_or_default();
                self.cursor += right.find('\n').unwrap_or(right.len());
            }
        }
    }

    /// Inserts typed or pasted text at the cursor. Line breaks are those of this system, or spaces where there is one line; other
    /// control characters are dropped.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
        let text = match self.lines {
            LineCount::One => text.trim_end_matches('\n').replace('\n', " "),
            LineCount::Several => text,
        };
        let mut room = MOST.saturating_sub(self.text.len());
        let fits = |character: &char| {
            let taken = character.len_utf8() <= room;
            room = room.saturating_sub(character.len_utf8());
            taken
        };
        let is_kept = |character: &char| *character == '\n' || !shows_nothing(*character);
        let clean: String = text.chars().filter(is_kept).take_while(fits).collect();
        self.text.insert_str(self.cursor, &clean);
        self.cursor += clean.len();
        self.settle();
    }

    /// Moves the cursor by some rows of so many cells. Returns whether there was a row to go to.
    pub fn move_rows(&mut self, step: isize, room: usize, shown: ShownFigure<'_>) -> bool {
        let laid_out = self.rows(room, shown);
        let (row, column) = laid_out.cursor;
        let last = laid_out.rows.len().saturating_sub(1);
        let target = row.saturating_add_signed(step).min(last);
        let Some(start) = laid_out.rows.get(target).map(|row| row.start).filter(|_| target != row) else {
            return false;
        };
        let end = laid_out.rows.get(target + 1).map_or(self.text.len() + 1, |next| next.start);
        self.cursor = start;
        let mut at = 0;
        for (offset, unit) in units(self.text.get(start..).unwrap_or_default()) {
            at += width(&shown_as(unit, shown).0);
            let behind = start + offset + unit.len();
            if unit == "\n" || at > column || behind >= end {
                break;
            }
            self.cursor = behind;
        }
        true
    }

    /// Lays the text out in rows of so many cells. The last two are kept free for the cursor, and for a mark that must not begin
    /// a row.
    #[must_use]
    pub fn rows(&self, width_of_rows: usize, shown: ShownFigure<'_>) -> AreaRows {
        let room = width_of_rows.saturating_sub(2).max(1);
        let mut laid_out = AreaRows { rows: vec![AreaRow::default()], cursor: (0, 0) };
        let mut column = 0;
        for (offset, unit) in units(&self.text) {
            let (piece, is_figure) = shown_as(unit, shown);
            let cells = if unit == "\n" { 0 } else { width(&piece) };
            let most = if CLOSING.contains(unit) { width_of_rows } else { room };
            if column > 0 && column + cells > most {
                laid_out.rows.push(AreaRow { start: offset, pieces: Vec::new() });
                column = 0;
            }
            if offset == self.cursor {
                laid_out.cursor = (laid_out.rows.len() - 1, column);
            }
            if unit == "\n" {
                laid_out.rows.push(AreaRow { start: offset + 1, pieces: Vec::new() });
                column = 0;
            } else if let Some(row) = laid_out.rows.last_mut() {
                row.push(piece, is_figure);
                column += cells;
            }
        }
        if self.cursor == self.text.len() {
            laid_out.cursor = (laid_out.rows.len() - 1, column);
        }
        laid_out
    }

    fn left(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn line_start(&self) -> usize {
        self.left().rfind('\n').map_or(0, |at| at + 1)
    }

    fn before(&self) -> usize {
        units(&self.text).map(|(at, _)| at).take_while(|at| *at < self.cursor).last().unwrap_or(0)
    }

    fn after(&self) -> usize {
        units(self.text.get(self.cursor..).unwrap_or_default())
            .next()
            .map_or(self.cursor, |(_, unit)| self.cursor + unit.len())
    }

    /// Deletes from byte `from` to the cursor.
    fn cut(&mut self, from: usize) {
        if from < self.cursor {
            self.text.replace_range(from..self.cursor, "");
            self.cursor = from;
            self.settle();
        }
    }

    /// Puts the cursor behind the unit that it stands in: what was typed may have joined what was there.
    fn settle(&mut self) {
        let ends = units(&self.text).map(|(at, unit)| at + unit.len());
        self.cursor = if self.cursor == 0 { 0 } else { ends.into_iter().find(|end| *end >= self.cursor).unwrap_or(0) };
    }
}

impl AreaRow {
    fn push(&mut self, piece: String, is_figure: bool) {
        match (is_figure, self.pieces.last_mut()) {
            (true, _) => self.pieces.push(AreaPiece::Figure(piece)),
            (false, Some(AreaPiece::Words(words))) => words.push_str(&piece),
            (false, _) => self.pieces.push(AreaPiece::Words(piece)),
        }
    }
}

/// Returns the units of a text, each with its first byte: a reference to a figure, or a grapheme cluster.
fn units(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let end = rest.find('}').map(|end| end + 1).and_then(|end| rest.get(..end));
        let unit = end.filter(|unit| reference(unit).is_some()).or_else(|| rest.graphemes(true).next())?;
        let start = at;
        at += unit.len();
        Some((start, unit))
    })
}

/// Returns the id in a reference to a figure; `None` where a text is none.
fn reference(unit: &str) -> Option<&str> {
    let id = unit.strip_prefix('{')?.strip_suffix('}')?;
    let is_id = !id.is_empty() && id.chars().all(|it| it.is_ascii_alphanumeric() || it == '-');
    is_id.then_some(id)
}

/// Returns what is shown of a unit, and whether it stands for a figure.
fn shown_as(unit: &str, shown: ShownFigure<'_>) -> (String, bool) {
    let figure = reference(unit).and_then(shown);
    let is_figure = figure.is_some();
    (figure.unwrap_or_else(|| unit.to_owned()), is_figure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(id: &str) -> Option<String> {
        (id == "a-1").then(|| "{68}".to_owned())
    }

    fn area(text: &str, edits: &[Edit]) -> TextArea {
        let mut area = TextArea::new(text, LineCount::Several);
        for edit in edits {
            area.edit(*edit);
        }
        area
    }

    fn lines(area: &TextArea, room: usize) -> Vec<String> {
        let text = |row: &AreaRow| {
            let pieces = row.pieces.iter();
            pieces
                .map(|piece| match piece {
                    AreaPiece::Words(text) | AreaPiece::Figure(text) => text.as_str(),
                })
                .collect()
        };
        area.rows(room, &shown).rows.iter().map(text).collect()
    }

    #[test]
    fn a_reference_is_passed_and_deleted_whole() {
        let behind = area("获批示{a-1}次", &[Edit::Left]);
        assert_eq!(behind.figure_before_cursor(), Some("a-1"));
        assert_eq!(lines(&behind, 40), ["获批示{68}次"]);
        assert_eq!(behind.rows(40, &shown).cursor, (0, 10));
        let mut gone = behind.clone();
        gone.edit(Edit::Backspace);
        assert_eq!(gone.text(), "获批示次");
        let mut before = behind;
        before.edit(Edit::Left);
        before.edit(Edit::Delete);
        assert_eq!(before.text(), "获批示次");
        assert_eq!(area("{a 1}", &[Edit::Backspace]).text(), "{a 1");
    }

    #[test]
    fn lines_are_kept_and_other_control_characters_are_not() {
        let mut pasted = TextArea::new("一\r\n二\t三\u{7}\r四", LineCount::Several);
        assert_eq!(pasted.text(), "一\n二 三\n四");
        pasted.edit(Edit::DeleteToStart);
        pasted.edit(Edit::Backspace);
        assert_eq!(pasted.text(), "一\n二 三");
        assert_eq!(TextArea::new("一\n二\n", LineCount::One).text(), "一 二");
        assert_eq!(TextArea::new(&"政".repeat(3000), LineCount::Several).text().len(), MOST);
    }

    #[test]
    fn the_cursor_goes_up_and_down_by_rows() {
        let mut text = area("政协滨州市委员会\n好", &[]);
        assert_eq!(lines(&text, 9), ["政协滨", "州市委", "员会", "好"]);
        assert!(text.move_rows(-1, 9, &shown));
        assert_eq!(text.rows(9, &shown).cursor, (2, 2));
        assert!(text.move_rows(-2, 9, &shown) && !text.move_rows(-1, 9, &shown));
        assert_eq!(text.rows(9, &shown).cursor, (0, 2));
        assert!(text.move_rows(9, 9, &shown));
        assert_eq!(text.rows(9, &shown).cursor, (3, 2));
        assert_eq!(lines(&area("政协滨。州", &[]), 8), ["政协滨。", "州"]);
    }

    proptest! {
        #[test]
        fn the_cursor_stands_between_units_and_within_the_rows(
            text in "[a-z滨州e\u{301} ，\n{}-]{0,30}(\\{a-1\\})?", steps in proptest::collection::vec(0..12_u8, 0..40), room in 3_usize..20,
        ) {
            let mut area = TextArea::new(&text, LineCount::Several);
            for step in steps {
                match step {
                    0 => { area.move_rows(1, room, &shown); }
                    1 => { area.move_rows(-1, room, &shown); }
                    _ => area.edit([
                        Edit::Insert('州'), Edit::Insert('\n'), Edit::Insert('\u{301}'), Edit::Backspace, Edit::Delete,
                        Edit::DeleteWord, Edit::Left, Edit::Right, Edit::Home, Edit::End,
                    ][usize::from(step - 2)]),
                }
                prop_assert!(area.cursor == 0 || units(&area.text).any(|(at, unit)| at + unit.len() == area.cursor));
                let AreaRows { rows, cursor: (row, column) } = area.rows(room, &shown);
                prop_assert!(row < rows.len() && column <= room.max(6), "{rows:?} {column}");
            }
        }
    }
}
