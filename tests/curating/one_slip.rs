//! One character is missing in a file of data: that is told at its place, and nothing that only follows from it.
#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test that can't go on has failed")]

use cppcc::checked::{Content, Faults, SourceFile};
use cppcc::data::{Builtin, builtin, load};
use cppcc::text::Lang;
use std::borrow::Cow;

/// The characters that TOML is built of.
const STRUCTURE: [char; 8] = ['{', '}', '[', ']', '"', '=', ',', '\n'];

fn text(file: &SourceFile) -> &str {
    std::str::from_utf8(file.bytes().unwrap()).unwrap()
}

fn faults_without(files: &[SourceFile], file: usize, at: usize) -> Option<Faults> {
    let mut files = files.to_vec();
    let mut without = text(&files[file]).to_owned();
    without.remove(at);
    files[file].content = Content::Bytes(Cow::Owned(without.into_bytes()));
    load(files).err()
}

/// Asserts that a fault of syntax is told at its place, and nothing that only follows from it. `at` is where the character stood.
#[track_caller]
fn is_told_at_its_place(file: &SourceFile, at: usize, faults: &Faults) {
    let text = text(file);
    let line = text[..at].matches('\n').count() + 1;
    // The place of what is missing at the end of a list is the end of the line before.
    let is_alone = text.lines().nth(line - 1).is_some_and(|line| line.trim().len() == 1);
    let first = &faults.diagnostics()[0];
    let told = first.position.map_or(0, |position| position.line);
    let is_right = first.path == file.path && (line - usize::from(is_alone)..=line + 1).contains(&told);
    let place = format!("{}:{line} {:?}", file.path.display(), &text[at..=at]);
    assert!(is_right && faults.count() <= 3, "{place}: {} faults\n{}", faults.count(), faults.render(Lang::En));
    assert!(faults.render(Lang::Zh).contains(&first.message.zh), "{place}");
}

/// Tries one place in so many of each file of some packs.
fn try_each(files: &[SourceFile], step: usize) -> usize {
    let mut told = 0;
    for (index, file) in files.iter().enumerate() {
        let places = text(file).char_indices().filter(|(_, character)| STRUCTURE.contains(character));
        for (at, _) in places.skip(index * 37 % step).step_by(step) {
            if let Some(faults) = faults_without(files, index, at) {
                is_told_at_its_place(file, at, &faults);
                told += 1;
            }
        }
    }
    told
}

#[test]
fn one_character_is_missing_in_a_shipped_file() {
    assert!(try_each(&builtin(Builtin::All), 450) > 50);
}
