//! The editor of a deck's file: any text, and any edit of it. The first three bytes say which edit, of which slide, and where to
//! or of what; a byte 255 stands before the words that are put in.

use super::shipped::library;
use cppcc::deck::{Deck, DeckEdit, NewSlide, SlideIndex, WrittenWords};
use cppcc::domain::Dataset;
use cppcc::text::Text;
use cppcc::user_deck::edited;
use toml::{Table, Value};

/// Edits the text, and asserts that all other slides are what they were.
pub fn run(bytes: &[u8]) {
    let [kind, slide, to, rest @ ..] = bytes else { return };
    let mut parts = rest.splitn(2, |byte| *byte == 0xff);
    let Some(Ok(text)) = parts.next().map(str::from_utf8) else { return };
    let words = parts.next().map(|words| String::from_utf8_lossy(words).into_owned());
    let library = library();
    let (_, deck) = library.decks.iter().next().expect("a deck");
    let edit = edit(*kind, (usize::from(*slide), usize::from(*to)), words, (&library.dataset, deck));
    let before = slides(text);
    match edited(text, &library.dataset, &edit) {
        Err(reason) => drop(reason.text()),
        Ok(after) => {
            let before = before.unwrap_or_else(|| panic!("edited what is no deck: {text:?}"));
            let after_slides = slides(&after).unwrap_or_else(|| panic!("no deck any more: {after:?} of {text:?}"));
            compare(&edit, &before, &after_slides);
        }
    }
}

fn edit(kind: u8, (slide, to): (usize, usize), words: Option<String>, (dataset, deck): (&Dataset, &Deck)) -> DeckEdit {
    let shipped = &deck.slides[to % deck.slides.len()];
    let (from, to) = (SlideIndex::new(slide), SlideIndex::new(to));
    let words = words.map(|words| Text::new(words.clone(), words));
    let all = WrittenWords { title: words.clone(), words: words.clone(), notes: words.clone() };
    let new = || NewSlide { words: all.clone(), ..NewSlide::copy_of(shipped, &dataset.observations) };
    match kind % 8 {
        0 => DeckEdit::Add(vec![new()]),
        1 => DeckEdit::Add(vec![new(), NewSlide::copy_of(shipped, &dataset.observations)]),
        2 => DeckEdit::Insert { at: from, slide: Box::new(new()) },
        3 => DeckEdit::Duplicate(from),
        4 => DeckEdit::Move { slide: from, to },
        5 => DeckEdit::Remove(from),
        6 => DeckEdit::Rename { slide: from, title: words },
        _ => DeckEdit::Rewrite { slide: from, words: Box::new(all) },
    }
}

/// Returns the slides of the first deck of a text, each as it is told; `None` where the text is no TOML. A text of spaces and
/// ends of lines is an empty file, whatever ends of lines they are.
fn slides(text: &str) -> Option<Vec<String>> {
    if text.trim().is_empty() {
        return Some(Vec::new());
    }
    let table: Table = text.strip_prefix('\u{feff}').unwrap_or(text).parse().ok()?;
    let deck = table.get("deck").and_then(|decks| decks.as_array()?.first());
    let slides = deck.and_then(|deck| deck.get("slide")?.as_array());
    Some(slides.map(|slides| slides.iter().map(Value::to_string).collect()).unwrap_or_default())
}

/// Asserts that an edit has done what it says, and nothing else.
fn compare(edit: &DeckEdit, before: &[String], after: &[String]) {
    let mut expected = before.to_vec();
    match edit {
        DeckEdit::Add(new) => {
            let kept = after.len().checked_sub(new.len()).expect("slides are added");
            assert_eq!(after[..kept], expected, "{edit:?}");
            return;
        }
        DeckEdit::Insert { at, .. } => expected.insert(at.get(), after[at.get()].clone()),
        DeckEdit::Duplicate(slide) => expected.insert(slide.get() + 1, before[slide.get()].clone()),
        DeckEdit::Move { slide, to } => {
            let moved = expected.remove(slide.get());
            expected.insert(to.get().min(expected.len()), moved);
        }
        DeckEdit::Remove(slide) => drop(expected.remove(slide.get())),
        DeckEdit::Rename { slide, .. } | DeckEdit::Rewrite { slide, .. } => {
            expected[slide.get()].clone_from(&after[slide.get()]);
        }
        DeckEdit::Undo => {}
    }
    assert_eq!(after, expected, "{edit:?}");
}
