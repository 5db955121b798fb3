//! The library that is compiled in is what the files of the data make.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use cppcc::data::{BUILTIN_HASH, Builtin, builtin, check, decode, encode, load};
use std::fs;
use std::path::Path;

/// The hash of the files, and the library that was made of them.
const FILE: &str = "data/library.bin";
const HOW: &str =
    "the data or the types have changed; make it anew: UPDATE_LIBRARY=1 cargo test --test project library";

#[test]
fn the_library_that_is_compiled_in_is_what_the_files_make() {
    let read = encode(&check(builtin(Builtin::All)).library.unwrap()).unwrap();
    let wanted = [BUILTIN_HASH.as_bytes(), &read].concat();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var_os("UPDATE_LIBRARY").is_some() {
        fs::write(path, wanted).unwrap();
        return;
    }
    assert!(fs::read(path).is_ok_and(|written| written == wanted), "{FILE}: {HOW}");
    let loaded = load(builtin(Builtin::All)).unwrap();
    assert!(encode(&loaded).is_some_and(|loaded| loaded == read), "what is loaded is something else");
}

#[test]
fn bytes_that_are_not_those_of_a_library_make_none() {
    let whole = encode(&load(builtin(Builtin::All)).unwrap()).unwrap();
    assert!(decode(&whole).is_some());
    assert!(decode(&[]).is_none());
    assert!(decode(&whole[..whole.len() / 2]).is_none());
    assert!(decode(&[whole.as_slice(), &[0]].concat()).is_none());
}
