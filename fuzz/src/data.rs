//! The checker of data: the files of a pack, with a byte 255 between them, which no text has.

use super::shipped::{draw, opened};
use cppcc::app::{Action, Screen};
use cppcc::checked::{Diagnostic, SourceFile};
use cppcc::data::{check, decode, encode, load};
use cppcc::text::Lang;
use std::rc::Rc;

/// Checks the files, and shows what is in them on every screen where they have no fault.
pub fn run(bytes: &[u8]) {
    let files: Vec<SourceFile> = bytes.split(|byte| *byte == 0xff).take(8).enumerate().map(file).collect();
    let checked = check(files.clone());
    checked.warnings.iter().for_each(tell);
    match checked.library {
        Err(faults) => {
            for lang in [Lang::Zh, Lang::En] {
                assert!(!faults.render(lang).trim().is_empty(), "a fault without words");
            }
        }
        Ok(library) => {
            assert!(load(files).is_ok(), "what a check finds sound is loaded");
            let library = Rc::new(library);
            assert!(encode(&library).and_then(|encoded| decode(&encoded)).is_some(), "it can be kept encoded");
            let Some(mut state) = opened(library) else { return };
            for screen in Screen::ALL {
                state.apply(Action::Show(screen));
                draw(&state);
            }
        }
    }
}

fn file((number, text): (usize, &[u8])) -> SourceFile {
    SourceFile::new("pack", format!("pack/{number}.toml"), text.to_vec())
}

fn tell(fault: &Diagnostic) {
    for lang in [Lang::Zh, Lang::En] {
        assert!(!fault.render(lang).trim().is_empty(), "a warning without words");
    }
}
