//! What a user's pack says stays text on a page, in a picture and in a document.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use support::pack::{self, Figure};
use support::program::{ends, program};
use support::readers::{browser, xml_elements};
use support::workbook::files;
use tempfile::TempDir;

/// Names that would be more than text, as TOML.
const NAMES: [&str; 7] = [
    "<script>document.title='hit'</script>",
    "<img src=x onerror=alert(1)>",
    "\\\" onload=\\\"alert(1)",
    "' style='display:none",
    "&lt;b&gt; & &amp;",
    "]]></text><script/>",
    "</title></svg><w:t>x</w:t>",
];

fn folder() -> TempDir {
    let keys: Vec<String> = (0..NAMES.len())
        .map(|city| pack::exact(city, 10.0 + f64::from(u8::try_from(city).unwrap()), 2024, ""))
        .collect();
    let figures: Vec<Figure> = NAMES.iter().zip(&keys).map(|(name, keys)| Figure { city: name, keys }).collect();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pack.toml"), pack::text("nature = \"flow\"", &figures)).unwrap();
    folder
}

fn made(folder: &TempDir, arguments: &[&str]) -> Vec<u8> {
    let mut command = program(Lang::En);
    command.args(["--builtin", "none", "--data"]).arg(folder.path());
    let output = command.args(arguments).output().unwrap();
    ends(&output, 0);
    output.stdout
}

#[test]
fn a_page_runs_nothing() {
    let folder = folder();
    for arguments in [&["export", "--format", "html"][..], &["export", "--format", "html", "--area", "c0"]] {
        let page = String::from_utf8(made(&folder, arguments)).unwrap();
        for forbidden in ["<script", "<img", "onload=\"", "]]><", "&amp;lt;script"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        assert!(page.contains("&lt;script&gt;document.title=&#39;hit&#39;&lt;/script&gt;"));
        let path = folder.path().join("x.html");
        fs::write(&path, &page).unwrap();
        let Some(output) = browser(folder.path(), &["--dump-dom"], &path) else { continue };
        let read = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(!read.contains("<title>hit"), "{read}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("CONSOLE"));
    }
}

#[test]
fn a_picture_and_a_document_stay_xml() {
    let folder = folder();
    let svg = made(&folder, &["shot", "--indicator", "made"]);
    let text = String::from_utf8(svg.clone()).unwrap();
    assert!(!text.contains("<script") && !text.contains("<img") && text.contains("&lt;img src=x"), "{text}");
    if let Some(elements) = xml_elements(&svg) {
        let known = ["path", "rect", "svg", "text", "title"];
        assert!(elements.lines().all(|line| known.contains(&line.split(' ').next().unwrap())), "{elements}");
    }
    let screen = made(&folder, &["shot", "--screen", "compare"]);
    xml_elements(&screen);
    for (name, bytes) in files(&made(&folder, &["export", "--format", "docx"])) {
        if Path::new(&name).extension().is_some_and(|ending| ending == "png") {
            continue;
        }
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(!text.contains("<script") && !text.contains("<img"), "{name}");
        if let Some(elements) = xml_elements(&bytes) {
            assert!(!elements.lines().any(|line| line.starts_with("script ")), "{name}: {elements}");
        }
    }
}
