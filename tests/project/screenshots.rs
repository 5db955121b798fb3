//! The pictures in `screenshots/` are what the program draws now.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use std::collections::BTreeSet;
use std::path::Path;

/// How the pictures are made anew.
const COMMAND: &str = "cargo run --release -- shot --all screenshots";

#[test]
fn the_pictures_are_not_stale() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let made = cppcc::cli::gallery(&support::library::shipped());
    for (name, picture) in &made {
        let kept = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(kept == *picture, "screenshots/{name} is stale; make it anew with `{COMMAND}`");
    }
    let names: BTreeSet<String> = made.into_iter().map(|(name, _)| name).collect();
    let kept = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strays: Vec<String> = kept.filter(|name| !names.contains(name)).collect();
    assert!(strays.is_empty(), "screenshots/ holds what `{COMMAND}` does not make: {strays:?}");
}

#[test]
fn pictures_are_well_formed() {
    for (name, picture) in cppcc::cli::gallery(&support::library::shipped()) {
        for tag in ["svg", "text", "tspan"] {
            let opened = picture.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, picture.matches(&format!("</{tag}>")).count(), "{tag} in {name}");
            // The lines of a chart are of one colour each, and have no parts.
            assert!(opened > 0 || (tag, name.as_str()) == ("tspan", "chart.svg"), "{tag} in {name}");
        }
        assert!(!picture.contains('\u{0}'), "{name}");
    }
}
