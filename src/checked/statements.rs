//! Where the statements and entries of a TOML text begin, as its lines look, whatever faults it has.

use std::collections::HashSet;
use std::ops::Range;

/// The first bytes of the lines that begin something.
pub(super) struct Statements {
    /// Of statements: a key with its value, a header, a comment; an empty line is one too.
    starts: Vec<usize>,
    /// Of comments and empty lines.
    idle: HashSet<usize>,
    /// Of entries, such as `[[area]]`.
    entries: Vec<usize>,
    end: usize,
}

impl Statements {
    /// Looks at each line once.
    pub fn of(text: &str) -> Self {
        let (mut starts, mut entries, mut idle, mut at) = (vec![0], Vec::new(), HashSet::new(), 0);
        for line in text.split_inclusive('\n') {
            if begins_statement(line) && at > 0 {
                starts.push(at);
            }
            if line.starts_with('[') {
                entries.push(at);
            }
            if line.trim().is_empty() || line.starts_with('#') {
                idle.insert(at);
            }
            at += line.len();
        }
        Self { starts, idle, entries, end: at }
    }

    /// Returns what may have to be left out for a fault at a byte: its statement, the rest of its entry, the entry, and the entry
    /// before with it.
    pub fn around(&self, byte: usize) -> [Range<usize>; 4] {
        let statement = part(&self.starts, self.end, byte);
        if self.entries.first().is_none_or(|first| byte < *first) {
            // What stands above all headers is no entry.
            return std::array::from_fn(|_| statement.clone());
        }
        let entry = part(&self.entries, self.end, byte);
        let entry_before = part(&self.entries, self.end, entry.start.saturating_sub(1));
        [statement.clone(), statement.start..entry.end, entry.clone(), entry_before.start..entry.end]
    }

    /// Returns the statement before that of a byte, with the comments and empty lines below it.
    pub fn before(&self, byte: usize) -> Range<usize> {
        let mut start = part(&self.starts, self.end, byte).start;
        let end = start;
        while start > 0 {
            start = part(&self.starts, self.end, start - 1).start;
            if !self.idle.contains(&start) {
                break;
            }
        }
        start..end
    }
}

/// Returns the part that a byte stands in.
fn part(starts: &[usize], end: usize, byte: usize) -> Range<usize> {
    let next = starts.partition_point(|start| *start <= byte);
    let start = next.checked_sub(1).and_then(|last| starts.get(last)).copied().unwrap_or(0);
    start..starts.get(next).copied().unwrap_or(end)
}

/// Whether a line begins a statement: it has a key at its left, a header, a comment or nothing.
fn begins_statement(line: &str) -> bool {
    let is_key = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '.' | ' ' | '\t');
    let has_key = || line.split_once('=').is_some_and(|(key, _)| !key.trim().is_empty() && key.chars().all(is_key));
    match line.trim_end().chars().next() {
        None | Some('[' | '#' | '=') => true,
        Some(first) => first.is_alphanumeric() || has_key(),
    }
}
