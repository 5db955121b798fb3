//! The targets of the fuzzer over the inputs that are kept: each still reads them, and what it once found stays mended.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn every_target_reads_what_is_kept() {
    for (name, run) in targets::TARGETS {
        let kept = files(&folder().join("corpus").join(name));
        assert!(!kept.is_empty(), "nothing is kept for {name}");
        for path in kept {
            // A panic tells of its place, and this of its input.
            println!("{}", path.display());
            run(&fs::read(path).unwrap());
        }
    }
}

#[test]
fn every_target_can_be_run() {
    let targets: BTreeSet<String> = targets::TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    for kept in ["fuzz_targets", "corpus"] {
        let found: BTreeSet<String> = files(&folder().join(kept)).iter().map(|path| name(path)).collect();
        assert_eq!(found, targets, "fuzz/{kept}");
    }
    let manifest = fs::read_to_string(folder().join("Cargo.toml")).unwrap();
    for name in targets {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "fuzz/Cargo.toml has no {name}");
    }
}
