//! Packs with as many cities as a test wants, each with figures of the built-in indicators.

use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, builtin, load};
use cppcc::deck::Library;
use std::fmt::Write;
use std::rc::Rc;

/// The indicators that every one of these cities reports.
pub const REPORTED: [&str; 3] = ["proposals-filed", "proposals-submitted", "enterprises-visited"];

/// Returns the name of a city in Chinese and English.
pub fn name(number: usize) -> (String, String) {
    (format!("新{number:02}城"), format!("Town{number:02}"))
}

/// Returns a pack of so many cities.
pub fn cities(count: usize) -> String {
    let mut text =
        "[pack]\nid = \"more\"\nname = { zh = \"更多\", en = \"More\" }\nabout = { zh = \"更多城市。\", en = \
                    \"More cities.\" }\n"
            .to_owned();
    for number in 1..=count {
        let (zh, en) = name(number);
        writeln!(
            text,
            "[[area]]\nid = \"town-{number}\"\ncode = \"{}\"\nname = {{ zh = \"{zh}\", en = \"{en}\" }}\n\
             committee = {{ zh = \"{zh}政协\", en = \"{en} Committee\" }}\n\
             [[article]]\nid = \"town-{number}-news\"\narea = \"town-{number}\"\ntitle = \"报道\"\n\
             outlet = {{ zh = \"新城日报\", en = \"Town Daily\" }}\n\
             published = {{ date = \"2025-02-01\", certainty = \"stated\" }}\n\
             period = {{ start = \"2024-01-01\", end = \"2024-12-31\" }}\ngenre = \"news\"\ngrade = \"excerpt\"",
            900_000 + number
        )
        .unwrap();
        for (index, indicator) in REPORTED.iter().enumerate() {
            let value = 100 * (index + 1) + number;
            writeln!(
                text,
                "[[observation]]\nid = \"town-{number}-2024-{indicator}\"\narea = \"town-{number}\"\n\
                 indicator = \"{indicator}\"\nvalue = {value}\nqualifier = \"exact\"\nscope = \"city\"\n\
                 status = \"achieved\"\nsource = {{ article = \"town-{number}-news\", printed = \"{value}件\" }}"
            )
            .unwrap();
        }
    }
    text
}

/// Loads the built-in data with so many more cities and the text of a user's deck.
pub fn with_cities(count: usize, deck: &str) -> Rc<Library> {
    let mut files = builtin(Builtin::All);
    files.push(SourceFile::new("more", "more/pack.toml", cities(count).into_bytes()));
    files.push(SourceFile::new("mine", "mine/deck.toml", deck.as_bytes().to_vec()));
    Rc::new(load(files).unwrap_or_else(|faults| panic!("{}", faults.render(cppcc::text::Lang::En))))
}
