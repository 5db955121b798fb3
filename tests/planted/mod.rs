//! The pack without a fault, and the faults that are planted into copies of it: each is found at its place.

mod shown;

use cppcc::checked::{Content, Diagnostic, Faults, SourceFile};
use cppcc::data::{load, read_folder};
use cppcc::deck::Library;
use cppcc::text::Lang;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The pack without a fault, with paths that begin in its folder.
pub fn good() -> Vec<SourceFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good");
    let mut files = read_folder(&folder);
    for file in &mut files {
        file.path = file.path.strip_prefix(&folder).unwrap().to_owned();
        file.root = PathBuf::new();
    }
    files
}

pub fn text_of(file: &SourceFile) -> String {
    let bytes = file.bytes().unwrap_or_else(|| panic!("{} can't be read", file.path.display()));
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A fault to plant, and what must then be reported.
#[derive(Deserialize)]
pub struct Plant {
    pub name: String,
    pub file: PathBuf,
    pub find: String,
    pub replace: String,
    pub expect: Vec<String>,
}

#[derive(Deserialize)]
pub struct Plants {
    fault: Vec<Plant>,
}

pub fn plants() -> Vec<Plant> {
    toml::from_str::<Plants>(include_str!("../data/faults.toml")).unwrap().fault
}

pub fn plant(files: &mut [SourceFile], plant: &Plant) {
    let file = files.iter_mut().find(|file| file.path == plant.file).unwrap();
    let text = text_of(file);
    assert_eq!(text.matches(&plant.find).count(), 1, "{}: the text to replace must stand there once", plant.name);
    file.content = Content::Bytes(text.replace(&plant.find, &plant.replace).into_bytes().into());
}

pub fn faults(files: Vec<SourceFile>) -> Faults {
    load(files).expect_err("a fault was planted")
}

/// A fault as the table of planted faults writes it.
pub fn line(diagnostic: &Diagnostic) -> String {
    format!("{}: `{}` {}", diagnostic.place(), diagnostic.found, diagnostic.message.en)
}

pub fn lines(faults: &Faults) -> Vec<String> {
    faults.diagnostics().iter().map(line).collect()
}

pub fn sound(files: Vec<SourceFile>) -> Library {
    load(files).unwrap_or_else(|faults| panic!("\n{}", faults.render(Lang::En)))
}

#[test]
fn every_planted_fault_is_found_at_its_place() {
    let plants = plants();
    assert!(plants.len() >= 30);
    for case in &plants {
        let mut files = good();
        plant(&mut files, case);
        assert_eq!(lines(&faults(files)), case.expect, "{}", case.name);
    }
}

#[test]
fn ten_faults_at_once_are_all_found() {
    let names = [
        "an unknown qualifier",
        "a text in neither language",
        "a phrase without the value",
        "an unknown article",
        "a part of itself",
        "a code given twice",
        "an absence where there is a figure",
        "an unknown theme",
        "a date outside its bounds",
        "a reference to nothing",
    ];
    let plants = plants();
    let mut files = good();
    let mut expected = Vec::new();
    for name in names {
        let case = plants.iter().find(|case| case.name == name).unwrap();
        plant(&mut files, case);
        expected.extend(case.expect.iter().cloned());
    }
    let found = faults(files);
    let in_order: Vec<_> = found.diagnostics().iter().map(|fault| (fault.path.clone(), fault.position)).collect();
    assert!(in_order.is_sorted());
    let mut found = lines(&found);
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}
