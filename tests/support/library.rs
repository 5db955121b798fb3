//! The built-in data, alone or with a deck of the user's.

use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, builtin, load};
use cppcc::deck::{Deck, Library};
use cppcc::domain::Key;
use std::rc::Rc;
use std::sync::LazyLock;

/// The id of the deck that [`with_deck`] takes for the user's own.
pub const USER_DECK: &str = "mine";

/// The built-in data, loaded once for all tests of a program.
static LOADED: LazyLock<Library> =
    LazyLock::new(|| load(builtin(Builtin::All)).expect("the built-in data has no fault"));

thread_local! {
    static SHIPPED: Rc<Library> = Rc::new(LOADED.clone());
}

/// Returns the built-in data.
pub fn shipped() -> Rc<Library> {
    SHIPPED.with(Rc::clone)
}

/// Loads the built-in data and a file `mine/deck.toml` with this text.
pub fn with_deck(text: &str) -> Rc<Library> {
    let mut files = builtin(Builtin::All);
    files.push(SourceFile::new(USER_DECK, "mine/deck.toml", text.as_bytes().to_vec()).of_own_deck());
    Rc::new(load(files).unwrap_or_else(|faults| panic!("{}", faults.render(cppcc::text::Lang::En))))
}

/// Loads the built-in data and a deck of the user's with these slides, each the TOML below its heading.
pub fn with_slides<S: AsRef<str>>(slides: &[S]) -> Rc<Library> {
    let mut text = format!("[[deck]]\nid = \"{USER_DECK}\"\nname = {{ zh = \"我的\", en = \"Mine\" }}\n");
    for slide in slides {
        text.push_str("\n[[deck.slide]]\n");
        text.push_str(slide.as_ref());
    }
    with_deck(&text)
}

/// Finds the user's deck.
pub fn user_deck(library: &Library) -> Option<Key<Deck>> {
    library.decks.find(USER_DECK)
}
