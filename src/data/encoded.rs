//! A checked library as bytes, from which it is made again without reading and checking a file.
//!
//! The bytes are good for the program alone that wrote them: they hold no names, only values in the order of the types.

use crate::deck::Library;

/// Returns a library as bytes; `None` where a path in it is no Unicode.
#[must_use]
pub fn encode(library: &Library) -> Option<Vec<u8>> {
    postcard::to_allocvec(library).ok()
}

/// Makes the library again; `None` where the bytes are not those of one.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<Library> {
    postcard::take_from_bytes(bytes).ok().filter(|(_, rest)| rest.is_empty()).map(|(library, _)| library)
}
