//! Lays out the editor of a slide's words: its heading on a row or two, below it what the audience reads and what the speaker
//! says.

use crate::app::presentation::words_editor::{WordsEditor, WordsField};
use crate::app::text_area::{AreaRow, ShownFigure};
use crate::text::Lang;
use ratatui::layout::Rect;

/// The greatest width, in cells.
const WIDEST: u16 = 100;
/// The greatest height: a longer text is too much for a slide.
const HIGHEST: u16 = 26;
/// The cells before a field, which have its name.
const LABEL: u16 = 10;
/// The most rows of a heading.
const HEADING: u16 = 2;
/// The height below which nothing is free between the fields.
const TALL: u16 = 16;
/// The rows at the foot, for what is wrong or how it is done.
const FOOT: u16 = 2;

/// The rectangles of the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsBox {
    pub popup: Rect,
    pub fields: [FieldBox; 3],
    pub foot: Rect,
    /// Where the terminal's cursor stands.
    pub cursor: Option<(u16, u16)>,
}

/// A field of the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldBox {
    pub field: WordsField,
    pub label: Rect,
    pub text: Rect,
    /// The rows in sight.
    pub rows: Vec<AreaRow>,
    /// How many rows stand above and below those in sight.
    pub hidden: (usize, usize),
}

impl WordsBox {
    /// Lays out the editor over `body`. The row of the cursor is always in sight.
    #[must_use]
    pub fn new(body: Rect, editor: &WordsEditor, lang: Lang, shown: ShownFigure<'_>) -> Self {
        let (width, height) = (body.width.min(WIDEST), body.height.min(HIGHEST));
        let popup =
            Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width, height };
        let inner = Rect { x: popup.x + 2, width: popup.width.saturating_sub(4), ..popup };
        // On a small terminal the text needs the rows that are free elsewhere.
        let (heading, foot, gap) = if height < TALL { (1, 1, 0) } else { (HEADING, FOOT, 1) };
        // The title of the popup and a free row below it, a free row behind each field, and the edge.
        let rest = height.saturating_sub(heading + foot + 3 * gap + 3);
        let heights = [heading, rest - rest / 2, rest / 2];
        let (mut y, mut cursor) = (popup.y + 2, None);
        let fields = std::array::from_fn(|index| {
            let field = WordsField::ALL.get(index).copied().unwrap_or(WordsField::Notes);
            let area = Rect { y, height: heights.get(index).copied().unwrap_or(1), ..inner };
            y += area.height + gap;
            let text = Rect { x: area.x + LABEL.min(area.width), width: area.width.saturating_sub(LABEL), ..area };
            let laid_out = editor.area(field, lang).rows(usize::from(text.width), shown);
            let (row, column) = laid_out.cursor;
            let room = usize::from(text.height).max(1);
            // One that is not typed into is read from its beginning.
            let is_here = field == editor.field();
            let top = if is_here { (row + 1).saturating_sub(room) } else { 0 };
            if is_here {
                let at = |offset: usize, most: u16| u16::try_from(offset).unwrap_or(most).min(most.saturating_sub(1));
                cursor = Some((text.x + at(column, text.width), text.y + at(row - top, text.height)));
            }
            let hidden = (top, laid_out.rows.len().saturating_sub(top + room));
            let rows = laid_out.rows.into_iter().skip(top).take(room).collect();
            FieldBox { field, label: Rect { width: LABEL.min(area.width), height: 1, ..area }, text, rows, hidden }
        });
        let foot = Rect { y: popup.bottom().saturating_sub(foot + 1), height: foot, ..inner };
        Self { popup, fields, foot, cursor }
    }

    /// Returns the cells of a row of a field.
    #[must_use]
    pub const fn text_width(&self) -> u16 {
        let [title, ..] = &self.fields;
        title.text.width
    }
}
