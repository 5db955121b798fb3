//! The packs that are compiled in: as files, and as the library that they make.

use super::encoded::decode;
use crate::checked::{Author, Content, SourceFile};
use crate::deck::Library;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

/// The packs that are compiled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Builtin {
    /// Both packs: `reports` and `published`.
    #[default]
    All,
    /// Only `reports`: the articles read in full.
    Reports,
    /// Neither of the packs.
    None,
}

/// The pack folder, the path shown in faults, and the place in [`TEXTS`] of every file that is compiled in.
#[expect(clippy::unreadable_literal, reason = "a list that is made when the program is built")]
const COMPILED: &[(&str, &str, Range<usize>)] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The texts of these files, one after the other. They are unpacked only where something is laid over them: otherwise the
/// library below is all that is needed.
static TEXTS: LazyLock<String> = LazyLock::new(|| {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));
    let texts = miniz_oxide::inflate::decompress_to_vec(packed).unwrap_or_default();
    String::from_utf8(texts).unwrap_or_default()
});

/// The library of all these files, as [`encode`](super::encode) writes it: empty where a file was changed after it was made.
const LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));

/// The hash of all files that are compiled in, which stands before the library in `data/library.bin`: 16 hexadecimal digits.
pub const BUILTIN_HASH: &str = env!("CPPCC_BUILTIN_HASH");

/// Returns the files of the packs that are compiled in: first those of `reports`, and each pack's by path.
#[must_use]
pub fn builtin(which: Builtin) -> Vec<SourceFile> {
    let wanted = |root: &str| match which {
        Builtin::All => true,
        Builtin::Reports => root == "data/reports",
        Builtin::None => false,
    };
    let chosen = COMPILED.iter().enumerate().filter(|(_, (root, ..))| wanted(root));
    let file = |(number, (root, path, _)): (usize, &(&str, &str, _))| SourceFile {
        root: root.into(),
        path: path.into(),
        content: Content::CompiledIn { number, text },
        author: Author::Pack,
    };
    chosen.map(file).collect()
}

/// Returns the text of a file that is compiled in, by its place in the list.
fn text(number: usize) -> &'static str {
    COMPILED.get(number).and_then(|(.., place)| TEXTS.get(place.clone())).unwrap_or_default()
}

/// Returns whether a file with this path, as it is shown in faults, is compiled in.
#[must_use]
pub fn is_compiled_in(path: &Path) -> bool {
    COMPILED.iter().any(|(_, compiled, _)| Path::new(compiled) == path)
}

/// Returns the library of some files where they are just those that are compiled in: it was checked when the program was made.
pub(super) fn ready_made(files: &[SourceFile]) -> Option<Library> {
    let are_all = files.len() == COMPILED.len() && files.iter().all(SourceFile::is_compiled_in);
    are_all.then(|| decode(LIBRARY)).flatten()
}
