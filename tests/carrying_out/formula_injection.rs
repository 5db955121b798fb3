//! What a user's pack says is words to every spreadsheet: no formula, no link, nothing that steers a terminal.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, CopyForm, Effect, Screen, TableForm};
use cppcc::text::{Lang, without_apostrophe};
use itertools::Itertools;
use std::fs;
use support::pack::{self, Figure};
use support::program::{ends, err, out, program};
use support::screen::opened_on;
use support::workbook::{ReadCell, files, sheets};
use tempfile::TempDir;

/// Names that a spreadsheet would calculate with, as TOML and in themselves.
const NAMES: [(&str, &str); 8] = [
    ("=cmd|'/c calc'!A0", "=cmd|'/c calc'!A0"),
    ("+1+1", "+1+1"),
    ("-2+3", "-2+3"),
    ("@SUM(A1:A9)", "@SUM(A1:A9)"),
    ("\\t=1+1", "\t=1+1"),
    ("＝1+1", "＝1+1"),
    ("'=1+1", "'=1+1"),
    ("=HYPERLINK(\\\"http://x\\\")", "=HYPERLINK(\"http://x\")"),
];

fn text() -> String {
    let keys = (0..NAMES.len())
        .map(|city| pack::exact(city, 10.0 + f64::from(u8::try_from(city).unwrap()), 2024, ""))
        .collect_vec();
    let figures = NAMES.iter().zip(&keys).map(|((name, _), keys)| Figure { city: name, keys }).collect_vec();
    pack::text("nature = \"flow\"", &figures)
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pack.toml"), text()).unwrap();
    folder
}

fn written(folder: &TempDir, arguments: &[&str]) -> Vec<u8> {
    let mut command = program(Lang::En);
    command.args(["--builtin", "none", "--data"]).arg(folder.path());
    let output = command.args(arguments).output().unwrap();
    ends(&output, 0);
    output.stdout
}

fn is_active(cell: &str) -> bool {
    cell.starts_with('\t') || cell.trim_start().starts_with(['=', '+', '-', '@', '＝'])
}

/// Checks that no cell is active, and that the names are all there once the apostrophe is taken away.
#[track_caller]
fn check_cells(text: &str, delimiter: u8, names: impl Fn(&str) -> String) {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(text.as_bytes());
    let cells =
        reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect_vec()).collect_vec();
    let active = cells.iter().filter(|cell| is_active(cell)).collect_vec();
    assert!(active.is_empty(), "{active:?}");
    for (_, name) in NAMES {
        let name = names(name);
        assert!(cells.iter().any(|cell| without_apostrophe(cell) == name), "{name}");
    }
}

#[test]
fn separated_values_hold_no_formula() {
    let folder = folder();
    let text = |arguments: &[&str]| String::from_utf8(written(&folder, arguments)).unwrap();
    check_cells(&text(&["export", "--format", "csv"]), b',', str::to_owned);
    check_cells(&text(&["export", "--format", "csv", "--table", "areas"]), b',', str::to_owned);
    check_cells(&text(&["export", "--format", "tsv"]), b'\t', |name| name.replace('\t', " "));
    check_cells(&text(&["list", "areas", "--format", "csv"]), b',', str::to_owned);
    check_cells(&text(&["list", "figures", "--format", "csv"]), b',', str::to_owned);
    check_cells(&text(&["export", "--format", "sdmx-csv"]), b',', str::to_owned);
    for (name, bytes) in files(&written(&folder, &["export", "--format", "datapackage"])) {
        if ["figures.csv", "areas.csv"].contains(&name.as_str()) {
            check_cells(&String::from_utf8(bytes).unwrap(), b',', str::to_owned);
        }
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_holds_strings_and_no_formula() {
    let bytes = written(&folder(), &["export", "--format", "xlsx", "--indicator", "made"]);
    let sheets = sheets(&bytes);
    for (_, name) in NAMES {
        assert!(sheets[0].rows.iter().flatten().any(|cell| *cell == ReadCell::Text(name.to_owned())), "{name}");
    }
    for sheet in &sheets {
        assert!(!sheet.xml.contains("<f"), "{}", sheet.name);
    }
    let links = files(&bytes).into_iter().filter(|(name, _)| name.contains("_rels/sheet"));
    for (name, bytes) in links {
        assert!(!String::from_utf8_lossy(&bytes).contains("hyperlink"), "{name}");
    }
}

#[test]
fn what_is_copied_for_a_spreadsheet_holds_no_formula() {
    let mut state = opened_on(pack::alone(&text()), Lang::En, (120, 36));
    for screen in Screen::ALL {
        state.apply(Action::Show(screen));
        for form in [CopyForm::Row(TableForm::Tabs), CopyForm::Table(TableForm::Tabs)] {
            let Effect::Copy(words) = state.apply(Action::Copy(form)) else { continue };
            let active = words.lines().flat_map(|line| line.split('\t')).filter(|cell| is_active(cell)).collect_vec();
            assert!(active.is_empty(), "{active:?}");
        }
    }
}

/// Data with characters that steer a terminal are refused, so that none of them ever reaches a file.
#[test]
fn what_steers_a_terminal_is_refused_before_it_is_exported() {
    for hidden in ["\\u001B[31m", "\\u202E", "\\u009B"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("pack.toml"), text().replace("+1+1", hidden)).unwrap();
        for format in ["csv", "tsv", "json", "md", "bib", "csl-json", "sdmx-csv", "datapackage", "xlsx"] {
            let mut command = program(Lang::En);
            command.args(["--builtin", "none", "export", "--format", format, "--data"]).arg(folder.path());
            let output = command.output().unwrap();
            ends(&output, 2);
            assert!(
                output.stdout.is_empty() && !err(&output).contains(['\u{1b}', '\u{202e}', '\u{9b}']),
                "{}",
                err(&output)
            );
        }
    }
}

#[test]
fn markdown_and_references_escape_what_is_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let table = [("a|b", "a\\\\|b"), ("<script>", "\\\\<script>"), ("[x](http://x)", "\\\\[x\\\\](http://x)")];
    let keys = (0..3).map(|city| pack::exact(city, 10.0, 2024, "")).collect_vec();
    let figures = table.iter().zip(&keys).map(|((name, _), keys)| Figure { city: name, keys }).collect_vec();
    fs::write(folder.path().join("pack.toml"), pack::text("nature = \"flow\"", &figures)).unwrap();
    let mut command = program(Lang::En);
    command.args(["--builtin", "none", "export", "--format", "md", "--data"]).arg(folder.path());
    let output = command.output().unwrap();
    ends(&output, 0);
    for (_, told) in table {
        let told = told.replace("\\\\", "\\");
        assert!(out(&output).contains(&format!("| {told} |")), "{told}: {}", out(&output));
    }
}
