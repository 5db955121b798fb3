//! Choosing the short phrase that proves a number of a sentence.

use super::numeral::characters::Characters;
use super::numeral::{Numeral, numerals};
use super::phrase_reading::{PhraseReading, readings};
use super::slice::slice;
use crate::domain::indicator::Nature;
use crate::sorting::PutInOrder;
use crate::text::is_han;
use std::ops::Range;

/// The longest phrase that may be quoted, in characters: a few words of somebody else's sentence, and no more. A Chinese
/// character is a word or half of one; a word of English takes six letters.
const LONGEST_CHINESE: usize = 16;
const LONGEST_ENGLISH: usize = 40;

/// Returns how many characters a phrase of this text may have.
#[must_use]
pub fn longest(text: &str) -> usize {
    if text.contains(is_han) { LONGEST_CHINESE } else { LONGEST_ENGLISH }
}

/// How far a phrase proves its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseProof {
    /// It says all that the sentence says of the number.
    Complete,
    /// A hedge or a span stands too far from the number for so short a phrase.
    Incomplete,
}

/// The marks at which a clause ends.
const CLAUSE_ENDS: &str = "，。；：！？,;:!?\n\r\t…";

/// Words with which a phrase may well begin, where its clause is too long to be quoted whole.
const OPENINGS: &str = "共|累计|全年|先后|已|开展|组织|举办|召开|提交|收到|立案|办复|办结|形成|报送|编发|采用|参与|走访|建成|建立|\
                        现有|推动|落实|征集|邀请|开设|设立|命名|评选|获|转化|完成|实现|提出|撰写|刊发|吸引|覆盖|服务";

/// Returns the phrase to quote for a number: of its clause as much as may be quoted, read as the whole sentence reads it.
pub(super) fn choose(
    text: &Characters,
    printed: &[char],
    numeral: &Numeral,
    nature: Nature,
    reading: &PhraseReading,
) -> (String, PhraseProof) {
    let windows = windows(text, numeral);
    let says_all = |window: &&Range<usize>| {
        let phrase = slice(printed, (*window).clone());
        readings(&numerals(&phrase), nature).contains(reading)
    };
    if let Some(window) = windows.iter().find(says_all) {
        return (slice(printed, window.clone()), PhraseProof::Complete);
    }
    let first = windows.into_iter().next().unwrap_or(numeral.place.clone());
    (slice(printed, first), PhraseProof::Incomplete)
}

/// Returns the parts of the text that may be quoted for a number, the best first.
fn windows(text: &Characters, numeral: &Numeral) -> Vec<Range<usize>> {
    let core = numeral.place.start..numeral.unit.as_ref().map_or(numeral.place.end, |unit| unit.end);
    let ends_clause = |at: usize| text.is_one_of(at, CLAUSE_ENDS);
    let start = (0..core.start).rev().find(|&at| ends_clause(at)).map_or(0, |at| at + 1);
    let end = (core.end..text.len()).find(|&at| ends_clause(at)).unwrap_or(text.len());
    let start = text.after_spaces(start).min(core.start);
    let end = text.before_spaces(end).max(core.end);
    let longest = longest(text.text(start, end));
    let mut windows: Vec<Range<usize>> = Vec::new();
    for from in core.end.saturating_sub(longest).max(start)..=core.start {
        for to in core.end..=end.min(from + longest) {
            if !cuts(text, from) && !cuts(text, to) {
                windows.push(from..to);
            }
        }
    }
    windows.put_in_order_by_key(|window| penalty(text, window, &(start..end), &core));
    windows
}

/// Returns whether an edge would cut a number or an English word, or leave a space at the edge.
fn cuts(text: &Characters, at: usize) -> bool {
    let within = |place: Option<char>| place.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    (within(text.before(at)) && within(text.at(at))) || (text.at(at) == Some(' ') && text.before(at) == Some(' '))
}

/// Returns what speaks against a phrase: an end in the middle of a clause, a beginning at no word, what is left out.
fn penalty(text: &Characters, window: &Range<usize>, clause: &Range<usize>, core: &Range<usize>) -> (usize, usize) {
    let behind = match window.end {
        end if end == clause.end => 0,
        // Nobody knows where the next word ends; the measure word is a good end.
        end if end == core.end => 2,
        end => 4 + (end - core.end),
    };
    let before = match window.start {
        start if start == clause.start => 0,
        start if text.longest(start, OPENINGS).is_some() => 1,
        start if start == core.start => 3,
        _ => 4,
    };
    let left_out = (clause.end - clause.start) - (window.end - window.start);
    let spaced = usize::from(text.at(window.start) == Some(' ') || text.before(window.end) == Some(' ')) * 10;
    (behind + before + spaced, left_out)
}
