//! Compiles the data in: writes a list of all TOML files of the built-in packs, each with its text.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The folders of `data` that are compiled in, in the order in which they are loaded.
const PACKS: [&str; 2] = ["reports", "published"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut list = String::from("&[\n");
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
            let whole = file.display().to_string();
            writeln!(list, "    (\"data/{pack}\", {shown:?}, include_bytes!({whole:?})),")?;
        }
    }
    list.push_str("]\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("packs.rs"), list)?;
    Ok(())
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
