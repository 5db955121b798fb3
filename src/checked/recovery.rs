//! Reads a text with faults of syntax as far as it can be read. A parser that goes on after a fault takes what follows for
//! something that it is not, and tells faults that nobody made. So the lines that a fault spoils are left out, and the rest is
//! read anew: each place has one fault, and everything else is read as it was meant.

use super::fault::Fault;
use super::statements::Statements;
use super::syntax::{UNCLOSED_LIST, UNCLOSED_TABLE, in_words, parse_toml};
use crate::sorting::PutInOrder;
use std::ops::Range;

/// A larger text is not read again and again.
const LARGEST: usize = 1 << 18;

/// A text with more faulty places than these is told as the parser has it: it is hardly TOML.
const MOST_PLACES: usize = 8;

/// Where more faults than these are left without the first place, it was not their cause.
const MOST_LEFT: usize = 50;

/// The faults of syntax of a text in their order, and what can be read of it.
pub(super) struct Recovered {
    pub faults: PlacedFaults,
    /// The text with spaces in place of what is left out; `None` where nothing is.
    pub rest: Option<String>,
    /// The bytes that could not be read.
    pub left_out: Vec<Range<usize>>,
}

pub(super) type PlacedFaults = Vec<(Range<usize>, Fault)>;

/// Finds out what each of the faults of syntax that a parser has found in a text spoils.
pub(super) fn recover(text: &str, faults: PlacedFaults) -> Recovered {
    if text.len() <= LARGEST
        && let Some(recovered) = Recovery::new(text, faults.clone()).finish()
    {
        return recovered;
    }
    let left_out = faults.first().map(|(span, _)| span.start.min(text.len())..text.len());
    Recovered { faults, rest: None, left_out: left_out.into_iter().collect() }
}

/// A text of which some lines are left out.
struct Recovery<'a> {
    text: &'a str,
    statements: Statements,
    /// The text with spaces in place of what is left out, so that every byte keeps its place.
    rest: String,
    /// The faults of the rest, in their order.
    pending: PlacedFaults,
    told: PlacedFaults,
    left_out: Vec<Range<usize>>,
}

impl<'a> Recovery<'a> {
    fn new(text: &'a str, faults: PlacedFaults) -> Self {
        let (statements, rest) = (Statements::of(text), text.to_owned());
        Self { text, statements, rest, pending: in_order(faults), told: Vec::new(), left_out: Vec::new() }
    }

    /// Leaves out place after place; `None` where there are too many.
    fn finish(mut self) -> Option<Recovered> {
        while let Some((span, fault)) = self.pending.first().cloned() {
            if self.told.len() == MOST_PLACES || (!self.told.is_empty() && self.pending.len() > MOST_LEFT) {
                return None;
            }
            let spoilt = self.least_spoilt(span.start)?;
            self.told.push(self.at_its_place(span, fault, &spoilt));
            self.rest = blanked(&self.rest, &spoilt);
            self.pending = faults_of(&self.rest);
            self.left_out.push(spoilt);
        }
        Some(Recovered { faults: in_order(self.told), rest: Some(self.rest), left_out: self.left_out })
    }

    /// Returns the bytes without which the fewest faults are left. Of two that leave as many, the shorter is taken.
    fn least_spoilt(&self, byte: usize) -> Option<Range<usize>> {
        let mut best: Option<(usize, Range<usize>)> = None;
        for (range, worth) in self.candidates(byte) {
            let left = faults_of(&blanked(&self.rest, &range)).len();
            if best.as_ref().is_none_or(|(least, _)| left + worth < *least) {
                best = Some((left + worth, range));
            }
            if left == 0 {
                break;
            }
        }
        best.map(|(_, range)| range)
    }

    /// Returns what may have to be left out for a fault at a byte, and how many faults it must be worth.
    fn candidates(&self, byte: usize) -> impl Iterator<Item = (Range<usize>, usize)> {
        let held = |range: &Range<usize>| self.rest.get(range.clone()).unwrap_or_default();
        let [statement, entries @ ..] = self.statements.around(byte);
        let before = self.statements.before(byte);
        // What stands before has its end by itself, unless a bracket is open.
        let before = open_bracket(held(&before)).map(|_| [before.clone(), before.start..statement.end]);
        let lines = std::iter::once(statement).chain(before.into_iter().flatten());
        // Without its header alone, an entry would run into the one before.
        let lines =
            lines.filter(|range| !held(range).lines().any(|line| line.starts_with('['))).map(|range| (range, 0));
        let all = lines.chain(entries.map(|range| (range, 1)));
        all.filter(|(range, _)| !held(range).trim().is_empty()).collect::<Vec<_>>().into_iter()
    }

    /// Returns a fault where it was made: a bracket that is not closed is found by the parser lines below.
    fn at_its_place(&self, span: Range<usize>, fault: Fault, spoilt: &Range<usize>) -> (Range<usize>, Fault) {
        if spoilt.contains(&span.start) {
            return (span, fault);
        }
        let spoilt_text = self.text.get(spoilt.clone()).unwrap_or_default();
        let statement = without_comments(spoilt_text);
        let end = spoilt.start + statement.len();
        let last = statement.chars().next_back().map_or(0, char::len_utf8);
        let fault = match open_bracket(statement) {
            Some('{') => in_words(UNCLOSED_TABLE),
            Some(_) => in_words(UNCLOSED_LIST),
            None => fault,
        };
        (end - last..end, fault)
    }
}

fn in_order(mut faults: PlacedFaults) -> PlacedFaults {
    faults.put_in_order_by_key(|(span, _)| span.start);
    faults
}

fn faults_of(text: &str) -> PlacedFaults {
    in_order(parse_toml(text).1)
}

/// Puts spaces in place of everything in a range but its line ends.
fn blanked(text: &str, range: &Range<usize>) -> String {
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let blank = |character: char| match character {
        '\n' | '\r' => std::iter::repeat_n(character, 1),
        _ => std::iter::repeat_n(' ', character.len_utf8()),
    };
    let spaces: String = part(range.clone()).chars().flat_map(blank).collect();
    [part(0..range.start), &spaces, part(range.end..text.len())].concat()
}

/// Leaves out the comments and empty lines at the end.
fn without_comments(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some((above, _)) = rest.rsplit_once('\n').filter(|(_, last)| last.starts_with('#')) {
        rest = above.trim_end();
    }
    rest
}

/// Returns the bracket that is opened and not closed in a statement, outside of its strings.
fn open_bracket(statement: &str) -> Option<char> {
    let (mut open, mut quote, mut is_escaped) = (Vec::new(), None, false);
    for character in statement.chars() {
        match (quote, character) {
            (Some('"'), '\\') if !is_escaped => {
                is_escaped = true;
                continue;
            }
            (Some(mark), _) if mark == character && !is_escaped => quote = None,
            (None, '"' | '\'') => quote = Some(character),
            (None, '{' | '[') => open.push(character),
            (None, '}' | ']') => drop(open.pop()),
            _ => {}
        }
        is_escaped = false;
    }
    open.pop()
}
