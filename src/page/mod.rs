//! A page as it was saved, from bytes to a cleaned text. Pure: no file is read or written here.
//!
//! Mirror sites, content systems and browsers damage pages in the same ways over and over, and these are undone by rules, in
//! this order, since each step needs what the one before it leaves:
//!
//! 1. `decode` makes text of bytes; `markup` makes lines of HTML;
//! 2. `mirror` pairs bytes anew where characters were torn (`gbk`, `supply`), and removes what is left of tags;
//! 3. `gloss` removes pinyin; `markup` the tags in a text;
//! 4. `furniture` drops what is no part of the article;
//! 5. `simplify` and `punctuation` restore characters and marks; `torn` joins paragraphs; `facts` reads the head;
//! 6. `unclean` looks for what is left.
//!
//! Nothing is lost in silence: what was done stands in [`CleanedPage`], and what only a person can tell is marked.

mod decode;
mod error;
mod facts;
mod findings;
mod furniture;
mod gbk;
mod gloss;
mod line;
mod markup;
mod mirror;
mod punctuation;
mod simplify;
mod supply;
mod torn;
mod unclean;

pub use error::{MOST_BYTES, PageError};
pub use facts::PageFacts;
pub use findings::{
    DropReason, DroppedLine, HumanMark, MarkKind, Repair, RepairCounts, RepairKind, UncleanKind, UncleanSign,
};

use crate::text::{is_invisible, simplified};
use findings::RepairKind as Kind;
use line::{PageLine, is_chinese};
use markup::MarkupPage;
use mirror::MirrorDamage;

/// So many Chinese characters are a sentence, though no stop stands behind them.
const LEAST_CHINESE: usize = 20;
/// So many words in a line that ends with a stop are an English sentence.
const LEAST_WORDS: usize = 5;

/// A page cleaned, with what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanedPage {
    /// The paragraphs: titles, bylines, headings and captions included.
    pub paragraphs: Vec<String>,
    /// The name of the encoding that the page was in.
    pub encoding: &'static str,
    pub facts: PageFacts,
    pub repairs: Vec<Repair>,
    /// What a person should look at.
    pub marks: Vec<HumanMark>,
    pub drops: Vec<DroppedLine>,
    /// What shows that the text is still damaged; none where it is clean.
    pub signs: Vec<UncleanSign>,
}

impl CleanedPage {
    /// Returns the text, one paragraph a line.
    #[must_use]
    pub fn text(&self) -> String {
        self.paragraphs.iter().flat_map(|paragraph| [paragraph.as_str(), "\n"]).collect()
    }

    /// Returns how often a kind of damage was undone.
    #[must_use]
    pub fn count(&self, kind: RepairKind) -> usize {
        self.repairs.iter().filter(|repair| repair.kind == kind).map(|repair| repair.count).sum()
    }
}

/// Cleans a page.
///
/// # Errors
/// Why it is no page.
pub fn clean(bytes: &[u8]) -> Result<CleanedPage, PageError> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(PageError::TooLarge);
    }
    let decoded = decode::decode(bytes)?;
    if !has_sentence(&decoded.text) {
        return Err(PageError::NoSentence);
    }
    let mut page = lines(&decoded.text);
    undo_damage(&mut page);
    let (mut lines, drops) = furniture::drop(page.lines, &page.furniture);
    let is_traditional = simplify::is_traditional(&lines);
    for line in &mut lines {
        simplify::simplify(line, is_traditional);
        punctuation::restore(line);
    }
    let facts = facts::of_page(&lines, &page.meta);
    let mut lines = torn::join(lines);
    lines.iter_mut().for_each(strip_heading_sign);
    if lines.is_empty() {
        return Err(PageError::NoSentence);
    }
    Ok(finish(lines, decoded.encoding, facts, drops))
}

/// Returns the lines of a page, trimmed and without characters that can't be seen.
fn lines(text: &str) -> MarkupPage {
    let mut page = if markup::is_markup(text) {
        markup::lines(text)
    } else {
        let lines = text.lines().enumerate().map(|(at, text)| PageLine::new(at + 1, text)).collect();
        MarkupPage { lines, ..MarkupPage::default() }
    };
    page.lines.iter_mut().for_each(tidy);
    page
}

/// Takes out what can't be seen, and makes one space of several.
fn tidy(line: &mut PageLine) {
    let count = line.text.chars().filter(|character| is_unseen(*character)).count();
    if count > 0 {
        line.text.retain(|character| !is_unseen(character));
        line.count(Kind::Invisible, count);
    }
    if line.text.contains(char::is_whitespace) {
        line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
}

/// Whether a character shows nothing: it marks a direction, a place to break or a byte order, or controls a terminal.
fn is_unseen(character: char) -> bool {
    is_invisible(character) || matches!(character, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Takes the signs away that stand before a heading, once they have told that it is one.
fn strip_heading_sign(line: &mut PageLine) {
    if let Some(heading) = line.text.strip_prefix(">>>").map(|rest| rest.trim_start_matches(['>', ' ']).to_owned()) {
        line.text = heading;
        line.count(Kind::HeadingSign, 1);
    }
}

/// Undoes the damage of mirror sites and of tags.
fn undo_damage(page: &mut MarkupPage) {
    let mut damage = MirrorDamage::default();
    for line in &page.lines {
        gloss::gather(&line.text, &mut damage.glossed);
        damage.context.add(&gloss::without_glosses(&line.text).0);
    }
    for line in &mut page.lines {
        damage.repair(line);
        let (text, count) = gloss::without_glosses(&line.text);
        line.text = text;
        line.count(Kind::Gloss, count);
        markup::strip_tags(line);
        // A reference may have named what can't be seen.
        tidy(line);
        line.text = line.text.trim().to_owned();
    }
}

fn has_sentence(text: &str) -> bool {
    let chinese = text.chars().filter(|character| is_chinese(*character)).take(LEAST_CHINESE).count();
    let is_chinese_sentence = |line: &str| {
        line.contains(['。', '！', '？', '!', '?'])
            && line.chars().filter(|character| is_chinese(*character)).count() > 4
    };
    let is_english_sentence = |line: &str| {
        let words = line
            .split_whitespace()
            .filter(|word| word.chars().all(|letter| letter.is_alphabetic() || "',.;:!?-".contains(letter)));
        line.contains(['.', '!', '?']) && words.take(LEAST_WORDS).count() == LEAST_WORDS
    };
    chinese == LEAST_CHINESE || text.lines().any(|line| is_chinese_sentence(line) || is_english_sentence(line))
}

fn finish(lines: Vec<PageLine>, encoding: &'static str, facts: PageFacts, drops: Vec<DroppedLine>) -> CleanedPage {
    let (mut paragraphs, mut repairs, mut marks) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        let paragraph = paragraphs.len() + 1;
        repairs.extend(line.repairs.into_iter().map(|(kind, count)| Repair { kind, paragraph, count }));
        // The text around a mark is shown as it reads in the end.
        let simple = |words: String| words.chars().map(simplified).collect();
        marks.extend(line.marks.into_iter().map(|(kind, words)| HumanMark { kind, paragraph, words: simple(words) }));
        paragraphs.push(line.text);
    }
    let signs = unclean::signs(&paragraphs);
    CleanedPage { paragraphs, encoding, facts, repairs, marks, drops, signs }
}
