//! Changing a deck in the text of its file. Comments, and all that is not changed, stay as they are, to the letter.

mod blocks;
mod slide;

use crate::deck::Shows;
use crate::domain::Dataset;
use crate::text::Text;
use blocks::{Blocks, NoBlocks, blocks};
use std::ops::Range;

/// What a new file begins with.
const COMMENT: &str = "# Slides of my own. The key + in the dashboard adds to them, and they may be edited here.\n\n";
const DECK: &str = "[[deck]]\nid = \"my-slides\"\nname = { zh = \"我的演示稿\", en = \"My slides\" }\n";
/// The sign that some editors put before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Why a text can't be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CantEdit {
    /// It is not TOML; what the parser says.
    NotToml(String),
    /// The deck or its slides are written as a list within brackets, in this line.
    Inline(usize),
    /// It has no such slide.
    NoSuchSlide,
}

impl CantEdit {
    /// Why, in words.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotToml(why) => Text::new(format!("不是有效的 TOML（{why}）"), format!("not TOML ({why})")),
            Self::Inline(line) => Text::new(
                format!("第 {line} 行：写在方括号里的列表须手工修改，或改写成 [[deck]]、[[deck.slide]]"),
                format!(
                    "line {line}: a list in brackets must be changed by hand, or written as [[deck]], [[deck.slide]]"
                ),
            ),
            Self::NoSuchSlide => Text::new("没有这一页", "there is no such slide"),
        }
    }
}

impl From<NoBlocks> for CantEdit {
    fn from(why: NoBlocks) -> Self {
        match why {
            NoBlocks::NotToml(why) => Self::NotToml(why),
            NoBlocks::Inline(line) => Self::Inline(line),
        }
    }
}

/// Adds a slide to the end of the first deck; a text without a deck gets one.
///
/// # Errors
/// Where the text is not TOML, or its slides are a list in brackets.
pub fn add_slide(text: &str, dataset: &Dataset, shows: &Shows) -> Result<String, CantEdit> {
    change(text, |text, found| {
        let slide = slide::written(dataset, shows);
        Ok(match found {
            Some(Blocks { deck, slides }) => {
                let end = slides.last().unwrap_or(&deck).end;
                let slide = ended_like(&format!("\n{slide}"), text);
                [text.get(..end), Some(&slide), text.get(end..)].into_iter().flatten().collect()
            }
            None if text.trim().is_empty() => [COMMENT, DECK, "\n", &slide].concat(),
            None => text.to_owned() + &ended_like(&["\n", DECK, "\n", &slide].concat(), text),
        })
    })
}

/// Moves a slide of the first deck, counted from 0, to another place.
///
/// # Errors
/// Where the text is not TOML, its slides are a list in brackets, or it has no such slides.
pub fn move_slide(text: &str, slide: usize, to: usize) -> Result<String, CantEdit> {
    change(text, |text, found| {
        let mut blocks = found.ok_or(CantEdit::NoSuchSlide)?.slides;
        if slide.max(to) >= blocks.len() {
            return Err(CantEdit::NoSuchSlide);
        }
        let places = blocks.clone();
        let moved = blocks.remove(slide);
        blocks.insert(to, moved);
        Ok(with_blocks(text, &places, &blocks.into_iter().map(|block| text.get(block)).collect::<Vec<_>>()))
    })
}

/// Removes a slide of the first deck.
///
/// # Errors
/// As [`move_slide`].
pub fn remove_slide(text: &str, slide: usize) -> Result<String, CantEdit> {
    change(text, |text, found| {
        let place = found.and_then(|found| found.slides.get(slide).cloned()).ok_or(CantEdit::NoSuchSlide)?;
        Ok(with_blocks(text, &[place], &[None]))
    })
}

/// Gives a slide of the first deck another heading; without one, what it shows gives it one.
///
/// # Errors
/// As [`move_slide`].
pub fn rename_slide(text: &str, slide: usize, title: Option<&Text>) -> Result<String, CantEdit> {
    change(text, |text, found| {
        let place = found.and_then(|found| found.slides.get(slide).cloned()).ok_or(CantEdit::NoSuchSlide)?;
        let block = text.get(place.clone()).unwrap_or_default();
        let renamed = ended_like(&slide::renamed(block, title).ok_or(CantEdit::NoSuchSlide)?, block);
        Ok(with_blocks(text, &[place], &[Some(&renamed)]))
    })
}

/// Changes a text whose last line has its end, and gives it back without that end where it had none. A mark before the text
/// stays there.
fn change(
    text: &str,
    change: impl FnOnce(&str, Option<Blocks>) -> Result<String, CantEdit>,
) -> Result<String, CantEdit> {
    let (mark, rest) = text.strip_prefix(BYTE_ORDER_MARK).map_or((false, text), |rest| (true, rest));
    let is_ended = rest.is_empty() || rest.ends_with('\n');
    let whole = if is_ended { rest.to_owned() } else { format!("{rest}{}", line_end(rest)) };
    let found = blocks(&whole)?;
    let mut changed = change(&whole, found)?;
    if !is_ended && let Some(without) = changed.strip_suffix(line_end(rest)) {
        changed.truncate(without.len());
    }
    Ok(if mark { format!("{BYTE_ORDER_MARK}{changed}") } else { changed })
}

/// How the lines of a text end; the first tells.
fn line_end(text: &str) -> &'static str {
    if text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" }
}

/// A text of ours with the line ends of another.
fn ended_like(ours: &str, other: &str) -> String {
    ours.replace('\n', line_end(other))
}

/// The text with something else at each of these places, which follow one another.
fn with_blocks(text: &str, places: &[Range<usize>], blocks: &[Option<&str>]) -> String {
    let mut changed = String::new();
    let mut at = 0;
    for (place, block) in places.iter().zip(blocks) {
        changed.push_str(text.get(at..place.start).unwrap_or_default());
        changed.push_str(block.unwrap_or_default());
        at = place.end;
    }
    changed + text.get(at..).unwrap_or_default()
}

#[cfg(test)]
mod tests;
