//! The data that a life meets: shipped, of one area, of forty, of none, and such in which areas are gone.

use super::generated::{PackSize, pack};
use super::support::library::{shipped, user_deck, with_deck};
use super::support::many::cities;
use super::support::originals::briefing;
use super::support::slides::MINE;
use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, builtin, load, read_folder};
use cppcc::deck::{Deck, Library};
use cppcc::domain::Key;
use cppcc::text::Lang;
use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;

/// Data that can be read again in the place of others.
pub struct LifeData {
    pub name: &'static str,
    pub library: Rc<Library>,
}

impl LifeData {
    /// Returns the user's own deck in these data.
    pub fn deck(&self) -> Option<Key<Deck>> {
        user_deck(&self.library)
    }
}

/// A deck of one slide, in which numbers have no source, and words are longer than any screen.
const LONG: &str = "[[deck]]\nid = \"mine\"\nname = { zh = \"我的\", en = \"Mine\" }\n\n[[deck.slide]]\nkind = \"text\"\n\
                    title = { zh = \"差67件\", en = \"67 fewer\" }\n";

fn loaded(files: Vec<SourceFile>) -> Library {
    load(files).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)))
}

fn generated(areas: usize, indicators: usize, years: usize) -> Vec<SourceFile> {
    let files = pack(PackSize { areas, indicators, years });
    files.into_iter().map(|(name, text)| SourceFile::new("generated", name, text.into_bytes())).collect()
}

/// Returns the text of a deck with one slide of very many words.
fn long_deck() -> String {
    let words = "立案提案三百五十二件，{binzhou-2025-leader-instructions}。".repeat(40);
    format!("{LONG}words = {{ zh = \"{words}\", en = \"{words}\" }}\nnotes = \"{words}\"\n")
}

fn with_original() -> Library {
    let mut files = read_folder(Path::new("tests/data/good"));
    let path = "tests/data/good/originals/donghu-2024-briefing.txt";
    files.push(SourceFile::new("tests/data/good", path, briefing().join("\n").into_bytes()));
    loaded(files)
}

fn forty_with_deck() -> Library {
    let mut files = builtin(Builtin::All);
    files.push(SourceFile::new("more", "more/pack.toml", cities(35).into_bytes()));
    files.push(SourceFile::new("mine", "mine/deck.toml", MINE.as_bytes().to_vec()).of_own_deck());
    loaded(files)
}

/// Everything that is read, once for all threads. What differs from its neighbour in the deck alone stands beside it.
static ALL: LazyLock<Vec<(&'static str, Library)>> = LazyLock::new(|| {
    let own = |text: &str| Rc::unwrap_or_clone(with_deck(text));
    let one_slide = MINE.split("\n[[deck.slide]]\nkind = \"timeline\"").next().unwrap();
    vec![
        ("shipped", Rc::unwrap_or_clone(shipped())),
        ("shipped, with a deck of three slides", own(MINE)),
        ("shipped, with a deck of one slide", own(one_slide)),
        ("shipped, with a slide of very many words", own(&long_deck())),
        ("the reports alone", loaded(builtin(Builtin::Reports))),
        ("forty areas, with a deck", forty_with_deck()),
        ("one area", loaded(generated(1, 4, 1))),
        ("forty areas", loaded(generated(40, 12, 3))),
        ("three of the forty", loaded(generated(3, 12, 3))),
        ("no figure", loaded(generated(2, 3, 0))),
        ("an original", with_original()),
    ]
});

/// Returns all data, for one thread.
pub fn all() -> Vec<LifeData> {
    ALL.iter().map(|(name, library)| LifeData { name, library: Rc::new(library.clone()) }).collect()
}

/// How many of the first differ in their deck alone.
pub const SAME_BUT_DECKS: usize = 4;
