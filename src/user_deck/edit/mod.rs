//! Editing the text of a deck's file. Comments, and all that is not edited, stay as they are, to the letter.

mod blocks;
mod slide;
mod uneditable;

use crate::deck::{DeckEdit, NewSlide, WrittenWords};
use crate::domain::Dataset;
use blocks::{Blocks, find_blocks};
use std::ops::Range;

pub use uneditable::Uneditable;

/// What a new file begins with.
const COMMENT: &str = "# Slides of my own. The key + in the dashboard adds to them, and they may be edited here.\n\n";
const DECK: &str = "[[deck]]\nid = \"my-slides\"\nname = { zh = \"我的演示稿\", en = \"My slides\" }\n";
/// The mark that some editors put before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Returns a text with an edit applied to its first deck. An undo is not an edit of a text, and leaves it as it is.
///
/// # Errors
/// Where the text is not TOML, its slides are a list in brackets, or it has no slide of that index.
pub fn edited(text: &str, dataset: &Dataset, edit: &DeckEdit) -> Result<String, Uneditable> {
    match edit {
        DeckEdit::Add(slides) => {
            slides.iter().try_fold(text.to_owned(), |text, slide| add_slide(&text, dataset, slide))
        }
        DeckEdit::Insert { at, slide } => insert_slide(text, at.get(), &slide::to_toml(dataset, slide)),
        DeckEdit::Duplicate(slide) => duplicate_slide(text, slide.get()),
        DeckEdit::Move { slide, to } => move_slide(text, slide.get(), to.get()),
        DeckEdit::Remove(slide) => remove_slide(text, slide.get()),
        DeckEdit::Rename { slide, title } => {
            edit_slide(text, slide.get(), |block| slide::with_words(block, &[("title", title.as_ref())]))
        }
        DeckEdit::Rewrite { slide, words } => {
            let WrittenWords { title, words, notes } = &**words;
            let all = [("title", title.as_ref()), ("words", words.as_ref()), ("notes", notes.as_ref())];
            edit_slide(text, slide.get(), |block| slide::with_words(block, &all))
        }
        DeckEdit::Undo => Ok(text.to_owned()),
    }
}

/// Adds a slide to the end of the deck; a text without a deck gets one.
fn add_slide(text: &str, dataset: &Dataset, new: &NewSlide) -> Result<String, Uneditable> {
    edit_lines(text, |text, found| {
        let slide = slide::to_toml(dataset, new);
        Ok(match found {
            Some(Blocks { deck, slides }) => {
                let end = slides.last().unwrap_or(&deck).end;
                let slide = with_line_ends_of(text, &format!("\n{slide}"));
                [text.get(..end), Some(&slide), text.get(end..)].into_iter().flatten().collect()
            }
            None if text.trim().is_empty() => [COMMENT, DECK, "\n", &slide].concat(),
            None => text.to_owned() + &with_line_ends_of(text, &["\n", DECK, "\n", &slide].concat()),
        })
    })
}

/// Puts a slide in before the one of an index, or at the end.
fn insert_slide(text: &str, at: usize, toml: &str) -> Result<String, Uneditable> {
    edit_lines(text, |text, found| {
        let slides = found.ok_or(Uneditable::NoSuchSlide)?.slides;
        let before = slides.get(at).map(|block| block.start);
        let place = before.or_else(|| slides.last().filter(|_| at == slides.len()).map(|block| block.end));
        let place = place.ok_or(Uneditable::NoSuchSlide)?;
        let slide = with_line_ends_of(text, &format!("\n{toml}"));
        Ok([text.get(..place), Some(&slide), text.get(place..)].into_iter().flatten().collect())
    })
}

/// Puts a copy of a slide in behind it, to the letter. What is written above the slide is said of that one, and is not copied.
fn duplicate_slide(text: &str, slide: usize) -> Result<String, Uneditable> {
    edit_lines(text, |text, found| {
        let range = found.and_then(|found| found.slides.get(slide).cloned()).ok_or(Uneditable::NoSuchSlide)?;
        let block = text.get(range.clone()).unwrap_or_default();
        let is_above = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
        let copy: String = block.split_inclusive('\n').skip_while(is_above).collect();
        Ok(replace(text, &[range], &[Some(&[block, line_end(block), &copy].concat())]))
    })
}

/// Moves a slide, by its index, to another index.
fn move_slide(text: &str, slide: usize, to: usize) -> Result<String, Uneditable> {
    edit_lines(text, |text, found| {
        let mut blocks = found.ok_or(Uneditable::NoSuchSlide)?.slides;
        if slide.max(to) >= blocks.len() {
            return Err(Uneditable::NoSuchSlide);
        }
        let before = blocks.clone();
        let moved = blocks.remove(slide);
        blocks.insert(to, moved);
        Ok(replace(text, &before, &blocks.into_iter().map(|block| text.get(block)).collect::<Vec<_>>()))
    })
}

/// Removes a slide, by its index.
fn remove_slide(text: &str, slide: usize) -> Result<String, Uneditable> {
    edit_lines(text, |text, found| {
        let block = found.and_then(|found| found.slides.get(slide).cloned()).ok_or(Uneditable::NoSuchSlide)?;
        Ok(replace(text, &[block], &[None]))
    })
}

/// Replaces a slide, by its index, by what an edit makes of its block.
fn edit_slide(text: &str, slide: usize, edit: impl FnOnce(&str) -> Option<String>) -> Result<String, Uneditable> {
    edit_lines(text, |text, found| {
        let range = found.and_then(|found| found.slides.get(slide).cloned()).ok_or(Uneditable::NoSuchSlide)?;
        let block = text.get(range.clone()).unwrap_or_default();
        let edited = with_ends_of_same_lines(block, &edit(block).ok_or(Uneditable::NoSuchSlide)?);
        Ok(replace(text, &[range], &[Some(&edited)]))
    })
}

/// Edits a text as whole lines. A last line without its end is given one for that time; a byte order mark stays in front.
fn edit_lines(
    text: &str,
    edit: impl FnOnce(&str, Option<Blocks>) -> Result<String, Uneditable>,
) -> Result<String, Uneditable> {
    let (has_mark, rest) = text.strip_prefix(BYTE_ORDER_MARK).map_or((false, text), |rest| (true, rest));
    // A carriage return alone is no end of a line, and must not become one: the file would be read otherwise than it is.
    let is_ended = rest.is_empty() || rest.ends_with(['\n', '\r']);
    let whole = if is_ended { rest.to_owned() } else { format!("{rest}{}", line_end(rest)) };
    let found = find_blocks(&whole)?;
    let mut edited = edit(&whole, found)?;
    if !is_ended && let Some(without) = edited.strip_suffix(line_end(rest)) {
        edited.truncate(without.len());
    }
    Ok(if has_mark { format!("{BYTE_ORDER_MARK}{edited}") } else { edited })
}

/// Returns how the lines of a text end; the first decides for all.
fn line_end(text: &str) -> &'static str {
    if text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" }
}

/// Returns generated lines with the line ends of the text that they go into.
fn with_line_ends_of(text: &str, generated: &str) -> String {
    generated.replace('\n', line_end(text))
}

/// Returns an edited block whose lines end as they did in the block it was made of, where they stood in it; the writer of TOML
/// gives some of them another end.
fn with_ends_of_same_lines(block: &str, edited: &str) -> String {
    let words = |line: &str| line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line)).len();
    let mut before = block.split_inclusive('\n');
    let with_end = |line: &str| {
        let mut rest = before.clone();
        let words_alone = line.get(..words(line));
        let same = rest.find(|old| old.get(..words(old)) == words_alone);
        let Some(same) = same else { return with_line_ends_of(block, &line.replace("\r\n", "\n")) };
        before = rest;
        same.to_owned()
    };
    edited.split_inclusive('\n').map(with_end).collect()
}

/// Replaces each of these ranges, which follow one another, by another text or by none.
fn replace(text: &str, ranges: &[Range<usize>], texts: &[Option<&str>]) -> String {
    let mut replaced = String::new();
    let mut at = 0;
    for (range, other) in ranges.iter().zip(texts) {
        replaced.push_str(text.get(at..range.start).unwrap_or_default());
        replaced.push_str(other.unwrap_or_default());
        at = range.end;
    }
    replaced + text.get(at..).unwrap_or_default()
}

#[cfg(test)]
mod tests;
