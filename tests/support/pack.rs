//! Small packs of made-up cities, each with one figure for one indicator.

use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, builtin, load};
use cppcc::deck::Library;
use std::fmt::Write;
use std::rc::Rc;

/// One city's figure: the city's name in both languages, and the figure's keys in TOML, without what all have in common.
pub struct Figure<'a> {
    pub city: &'a str,
    pub keys: &'a str,
}

/// Returns a pack with one indicator, and a figure of it for each city. `indicator` is its nature and whatever else it says.
pub fn text(indicator: &str, figures: &[Figure]) -> String {
    let both = |text: &str| format!("{{ zh = \"{text}\", en = \"{text}\" }}");
    let mut out = format!(
        "[pack]\nid = \"made-up\"\nname = {0}\nabout = {0}\n[[theme]]\nid = \"work\"\nname = {0}\n[[indicator]]\nid = \
         \"made\"\ntheme = \"work\"\nname = {1}\nunit = {2}\ndefinition = {0}\n{indicator}\n",
        both("T"),
        both("Made"),
        both("u")
    );
    for (number, Figure { city, keys }) in figures.iter().enumerate() {
        write!(
            out,
            "[[area]]\nid = \"c{number}\"\ncode = \"{}\"\nname = {name}\ncommittee = {name}\n[[article]]\nid = \
             \"a{number}\"\narea = \"c{number}\"\ntitle = \"t\"\noutlet = {name}\npublished = {{ date = \"2025\", \
             certainty = \"stated\" }}\ngenre = \"news\"\nstatement = {name}\ngrade = \
             \"excerpt\"\ncaveats = []\n[[observation]]\nid = \"c{number}-made\"\narea = \"c{number}\"\nindicator = \
             \"made\"\nscope = \"city\"\nstatus = \"achieved\"\n{keys}\n",
            900_000 + number,
            name = both(city),
        )
        .expect("a string takes all");
    }
    out
}

/// Returns the keys of an exact figure for a year, with more keys behind them.
pub fn exact(city: usize, value: f64, year: u16, more: &str) -> String {
    format!(
        "value = {value:?}\nqualifier = \"exact\"\nperiod = {{ start = \"{year}-01-01\", end = \"{year}-12-31\" \
         }}\nsource = {{ article = \"a{city}\", printed = \"{}u\" }}\nreading = {{ zh = \"x\", en = \"x\" }}\n{more}",
        value.abs()
    )
}

/// Loads this text as the only pack.
pub fn alone(text: &str) -> Rc<Library> {
    loaded(Builtin::None, text)
}

/// Loads this text beside the built-in packs.
pub fn beside_builtin(text: &str) -> Rc<Library> {
    loaded(Builtin::All, text)
}

fn loaded(which: Builtin, text: &str) -> Rc<Library> {
    let mut files = builtin(which);
    files.push(SourceFile::new("made-up", "made-up/pack.toml", text.as_bytes().to_vec()));
    Rc::new(load(files).unwrap_or_else(|faults| panic!("{}", faults.render(cppcc::text::Lang::En))))
}
