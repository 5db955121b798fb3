//! Lays out the form in which a figure is added.

use crate::app::figure_form::{FieldKind, FieldRow, FieldText, FigureForm, FormStage};
use crate::domain::Dataset;
use crate::entry::is_phrase_short;
use crate::text::{width, wrap};
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

/// The greatest width, in cells.
const WIDEST: u16 = 110;
/// The rows of the title, and those of the preview and of what is said at the foot.
const HEAD: u16 = 1;
const FOOT: u16 = 4;
/// The height below which the foot has fewer rows.
const TALL: u16 = 14;
/// The most rows that the sentence takes up.
const SENTENCE: usize = 4;

/// The rectangles of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormBox {
    pub popup: Rect,
    /// The rows that are in sight.
    pub rows: Vec<PlacedRow>,
    /// How many rows stand above and below those in sight.
    pub hidden: (usize, usize),
    /// Where it is said how the figure would be told, or what is wrong.
    pub foot: Rect,
    /// The terminal's cursor, in the field that is typed into.
    pub cursor: Option<(u16, u16)>,
}

/// A row of the form, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRow {
    pub row: FieldRow,
    pub rect: Rect,
    /// Where the name of the field stands.
    pub label: Rect,
    /// Where its text stands.
    pub text: Rect,
    /// The lines of the text: several of the sentence, one of the others.
    pub lines: Vec<String>,
    /// Where what is suggested stands; empty but under the field that is typed into.
    pub suggestions: Rect,
}

impl FormBox {
    /// Lays out the form over `body`. The row that is filled in is always in sight, with what is suggested for it.
    #[must_use]
    pub fn new(body: Rect, form: &FigureForm, dataset: &Dataset) -> Self {
        let width = body.width.min(WIDEST);
        let popup = Rect { x: body.x + (body.width - width) / 2, width, ..body };
        let inner = Rect { x: popup.x + 1, width: popup.width.saturating_sub(2), ..popup };
        let least = if body.height < TALL { 2 } else { FOOT };
        let foot_height = least.max(foot_lines(form, inner.width)).min(body.height / 2);
        let most = body.height.saturating_sub(HEAD + foot_height + 1);
        // As high as its fields need, and no higher.
        let wanted = |row: FieldRow| {
            let placed = placed(row, inner, form);
            placed.rect.height + placed.suggestions.height
        };
        let height = form.rows(dataset).into_iter().map(wanted).fold(0, u16::saturating_add).min(most);
        let popup = Rect { height: HEAD + height + foot_height + 1, ..popup };
        let list = Rect { y: inner.y + HEAD, height, ..inner };
        let foot = Rect { y: list.bottom(), height: foot_height, ..inner };
        let rows: Vec<PlacedRow> = form.rows(dataset).into_iter().map(|row| placed(row, list, form)).collect();
        let at = rows.iter().position(|placed| placed.row.field == form.field()).unwrap_or(0);
        let top = first_in_sight(&rows, at, list.height);
        let (mut y, mut in_sight) = (list.y, Vec::new());
        for placed in rows.iter().skip(top) {
            let height = placed.rect.height + placed.suggestions.height;
            if y + placed.rect.height > list.bottom() {
                break;
            }
            in_sight.push(moved(placed, y, list.bottom()));
            y += height;
        }
        let below = rows.len() - top - in_sight.len();
        let cursor = in_sight.iter().find(|placed| placed.row.field == form.field()).and_then(|row| cursor(row, form));
        Self { popup, rows: in_sight, hidden: (top, below), foot, cursor }
    }
}

/// Returns how many lines the foot needs to say all that it has to say.
fn foot_lines(form: &FigureForm, width: u16) -> u16 {
    let lang = form.lang();
    let room = usize::from(width.saturating_sub(1)).max(1);
    let fault = form.reading().faults.iter().find(|fault| fault.field == form.field());
    let why = form.refusal().or(fault.map(|fault| &fault.words)).map(|words| words.get(lang));
    let lines = |words: Option<&str>| words.map_or(0, |words| wrap(words, room).len());
    // A question stands above them, and a remark on the phrase below.
    let questions = if form.stage() == FormStage::Filling { 0 } else { 2 };
    let remarks = if is_phrase_short(form.reading()) { 2 } else { 0 };
    let doubts: usize = form.doubts().iter().map(|doubt| lines(Some(doubt.get(lang)))).sum();
    u16::try_from(questions + lines(why) + lines(form.preview()) + remarks + doubts).unwrap_or(FOOT)
}

/// Measures a row that stands nowhere yet.
fn placed(row: FieldRow, list: Rect, form: &FigureForm) -> PlacedRow {
    let is_here = row.field == form.field();
    let label_width = if list.width < 60 { 9 } else { 14 };
    let text_width = list.width.saturating_sub(label_width + 1);
    let lines = lines(&row, form, usize::from(text_width), is_here);
    let suggested = form.suggestions().filter(|_| is_here).map_or(0, |suggestions| suggestions.list.len());
    let rect = Rect { height: u16::try_from(lines.len()).unwrap_or(1), ..list };
    let label = Rect { x: list.x + 1, width: label_width.min(list.width), height: 1, ..list };
    let text = Rect { x: list.x + 1 + label_width, width: text_width, ..rect };
    let suggestions = Rect { height: u16::try_from(suggested).unwrap_or(0), ..text };
    PlacedRow { row, rect, label, text, lines, suggestions }
}

/// Returns the lines of a row: of the sentence as many as there is room for, of what is typed the part at the cursor.
fn lines(row: &FieldRow, form: &FigureForm, room: usize, is_here: bool) -> Vec<String> {
    let text = match &row.text {
        FieldText::Empty => String::new(),
        FieldText::Given(text) | FieldText::Read(text) | FieldText::Usual(text) => text.clone(),
    };
    if row.field == crate::entry::FigureField::Sentence {
        let all = broken(&text, room);
        // The end of a long sentence is where one types; otherwise its beginning tells which it is.
        let at = if is_here { broken(form.input().before_cursor(), room).len() } else { SENTENCE.min(all.len()) };
        let from = at.saturating_sub(SENTENCE);
        return all.into_iter().skip(from).take(SENTENCE).collect();
    }
    let is_typed = is_here && form.kind() != FieldKind::Choice && !form.input().text().is_empty();
    vec![if is_typed { form.input().window(room).0.to_owned() } else { text }]
}

/// Breaks a text into lines of so many cells, wherever they end: where the cursor is must be plain.
fn broken(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for cluster in text.graphemes(true) {
        if used + width(cluster) > room.max(2) {
            lines.push(String::new());
            used = 0;
        }
        used += width(cluster);
        if let Some(line) = lines.last_mut() {
            line.push_str(cluster);
        }
    }
    lines
}

/// Returns the first row in sight: the row that is filled in is, with what is suggested for it.
fn first_in_sight(rows: &[PlacedRow], at: usize, height: u16) -> usize {
    let mut room = height;
    let mut top = at;
    for (index, placed) in rows.iter().enumerate().take(at + 1).rev() {
        let wanted = placed.rect.height + if index == at { placed.suggestions.height } else { 0 };
        match room.checked_sub(wanted) {
            Some(left) => (room, top) = (left, index),
            None => break,
        }
    }
    top
}

fn moved(placed: &PlacedRow, y: u16, bottom: u16) -> PlacedRow {
    let mut placed = placed.clone();
    placed.rect.y = y;
    placed.label.y = y;
    placed.text.y = y;
    placed.suggestions.y = y + placed.rect.height;
    placed.suggestions.height = placed.suggestions.height.min(bottom.saturating_sub(placed.suggestions.y));
    placed
}

fn cursor(placed: &PlacedRow, form: &FigureForm) -> Option<(u16, u16)> {
    let text = placed.text;
    let room = usize::from(text.width);
    let (column, line) = match form.kind() {
        FieldKind::Choice => return None,
        _ if placed.row.field == crate::entry::FigureField::Sentence => {
            let before = broken(form.input().before_cursor(), room);
            let last = before.last().map_or(0, |line| width(line));
            let hidden = before.len().saturating_sub(SENTENCE);
            (last, before.len() - 1 - hidden)
        }
        _ => (form.input().window(room).1, 0),
    };
    let x = text.x + u16::try_from(column).ok()?.min(text.width.saturating_sub(1));
    Some((x, text.y + u16::try_from(line).ok()?))
}
