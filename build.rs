//! Compiles the data in: writes a list of all TOML files of the built-in packs, packs their texts, and takes the library that
//! was made of them, unless one has been changed since.

#![forbid(unsafe_code)]

use miniz_oxide::deflate::compress_to_vec;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The folders of `data` that are compiled in, in the order in which they are loaded.
const PACKS: [&str; 2] = ["reports", "published"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut list = String::from("&[\n");
    let (mut hash, mut texts) = (Fnv::default(), Vec::new());
    println!("cargo::rerun-if-changed=build.rs");
    // Watching the folders and not only the files is what notices a new file.
    println!("cargo::rerun-if-changed=data");
    for pack in PACKS {
        let folder = home.join("data").join(pack);
        let mut files = Vec::new();
        if folder.is_dir() {
            toml_files(&folder, &mut files)?;
        }
        files.sort();
        for file in files {
            let shown = shown(file.strip_prefix(&home)?);
            let text = fs::read_to_string(&file)?;
            hash.add(shown.as_bytes());
            hash.add(text.as_bytes());
            let start = texts.len();
            texts.extend(text.into_bytes());
            writeln!(list, "    (\"data/{pack}\", {shown:?}, {start}..{}),", texts.len())?;
        }
    }
    list.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("packs.rs"), list)?;
    fs::write(out.join("texts.bin"), compress_to_vec(&texts, 9))?;
    let hash = format!("{:016x}", hash.0);
    println!("cargo::rustc-env=CPPCC_BUILTIN_HASH={hash}");
    fs::write(out.join("library.bin"), library(&home.join("data/library.bin"), &hash)?)?;
    Ok(())
}

/// Returns the library that was made of the files with this hash: nothing where it was made of others. The program then reads
/// the files at each start.
fn library(path: &Path, hash: &str) -> io::Result<Vec<u8>> {
    let written = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        written => written?,
    };
    Ok(written.strip_prefix(hash.as_bytes()).unwrap_or_else(|| {
        println!("cargo::warning=the data have changed: `UPDATE_LIBRARY=1 cargo test --test project library` makes data/library.bin anew");
        &[]
    }).to_vec())
}

/// The hash of Fowler, Noll and Vo (FNV-1a, 64 bits): it tells whether files are the same, and guards against nobody.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds some bytes, and their number.
    fn add(&mut self, bytes: &[u8]) {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes();
        for byte in length.iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

fn toml_files(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            toml_files(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    Ok(())
}

/// The path with `/` between its parts on every system.
fn shown(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
