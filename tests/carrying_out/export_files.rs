//! `cppcc export` as a user types it: what goes where, what is refused, and what is never lost.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use std::process::Output;
use support::pack::{self, Figure};
use support::program::{ends, err, out, program, run};
use tempfile::TempDir;

const BOM: &[u8] = "\u{feff}".as_bytes();

fn export(lang: Lang, folder: &TempDir, arguments: &[&str]) -> Output {
    program(lang).arg("export").args(arguments).current_dir(folder.path()).output().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_ending_chooses_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let begins: [(&str, &[u8]); 8] = [
        ("a.csv", b"id,area,"),
        ("a.tsv", b"id\tarea\t"),
        ("a.json", b"{\n  \"areas\""),
        ("a.md", b"# Figures of city CPPCC committees compared\n"),
        ("a.markdown", b"# Figures"),
        ("a.bib", b"@"),
        ("A.ZIP", b"PK\x03\x04"),
        (
            "pairs.csv",
            b"indicator,measure,moment,area_a,area_b,figure_a,figure_b,verdict,reason_ids,reasons_zh,reasons_en,",
        ),
    ];
    for (name, begin) in begins {
        let output = export(Lang::En, &folder, &["-o", name]);
        ends(&output, 0);
        assert_eq!((out(&output), err(&output)), ("", ""), "{name}");
        let written = fs::read(folder.path().join(name)).unwrap();
        assert!(written.starts_with(begin), "{name}: {:?}", String::from_utf8_lossy(&written[..40]));
    }
    let shared = fs::read_to_string(folder.path().join("pairs.csv")).unwrap();
    for verdict in [",with-caution,", ",not-comparable,"] {
        assert!(shared.contains(verdict), "{verdict}");
    }
}

#[test]
fn a_format_that_contradicts_the_ending_is_refused_with_what_would_be_right() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |arguments: &[&str], zh: &str, en: &str| {
        for (lang, told) in [(Lang::Zh, zh), (Lang::En, en)] {
            let output = export(lang, &folder, arguments);
            ends(&output, 2);
            assert_eq!(err(&output), format!("cppcc: {told}\n"));
        }
        assert_eq!(names(folder.path()), Vec::<String>::new());
    };
    refused(
        &["--format", "bib", "-o", "b.csv"],
        "b.csv：bib 文件名应以 .bib 结尾",
        "b.csv: the name of a file of bib ends in .bib",
    );
    refused(
        &["--format", "datapackage", "-o", "b.csv"],
        "b.csv：datapackage 文件名应以 .zip 结尾，或为文件夹",
        "b.csv: the name of a file of datapackage ends in .zip, or is a folder",
    );
    let unknown = "b.txt：按后缀看不出格式；可用 .csv、.tsv、.json、.xlsx、.md、.markdown、.html、.htm、.docx、.bib、.zip，写成文件夹用 --format datapackage";
    let unknown_en = "b.txt: its ending names no format; write one of .csv, .tsv, .json, .xlsx, .md, .markdown, .html, .htm, .docx, .bib, .zip, or --format datapackage for a folder";
    refused(&["-o", "b.txt"], unknown, unknown_en);
    refused(
        &["--format", "json", "--table", "pairs"],
        "--table 只用于 csv 和 tsv，不用于 json",
        "--table is for csv and tsv, not for json",
    );
    refused(
        &["-o", "b.json", "--bom"],
        "--bom 只用于 csv 和 tsv，不用于 json",
        "--bom is for csv and tsv, not for json",
    );
    for useless in [&["-o", "b.csv", "--per", "month"][..], &["-o", "b.bib", "--per", "month"]] {
        let output = export(Lang::En, &folder, useless);
        ends(&output, 2);
        assert!(err(&output).starts_with("cppcc: --per is for comparisons: "), "{}", err(&output));
    }
}

#[test]
fn nothing_is_overwritten_unless_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.json");
    fs::write(&path, "mine").unwrap();
    let output = export(Lang::Zh, &folder, &["-o", "a.json"]);
    ends(&output, 1);
    assert_eq!(err(&output), "cppcc: a.json 已存在；要覆盖请加 --force\n");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    ends(&export(Lang::Zh, &folder, &["-o", "a.json", "--force"]), 0);
    assert!(fs::read_to_string(&path).unwrap().starts_with('{'));
    fs::write(folder.path().join("s.structure.json"), "mine").unwrap();
    let output = export(Lang::En, &folder, &["--format", "sdmx-csv", "-o", "s.csv"]);
    ends(&output, 1);
    assert_eq!(err(&output), "cppcc: s.structure.json exists already; add --force to replace it\n");
    assert_eq!(names(folder.path()), ["a.json", "s.structure.json"]);
    ends(&export(Lang::En, &folder, &["--format", "sdmx-csv", "-o", "s.csv", "--force"]), 0);
    assert_eq!(names(folder.path()), ["a.json", "s.csv", "s.structure.json"]);
}

#[test]
fn a_folder_is_replaced_only_where_all_its_files_are_of_a_package() {
    let folder = tempfile::tempdir().unwrap();
    let package = folder.path().join("package");
    let arguments = ["--format", "datapackage", "-o", "package"];
    ends(&export(Lang::En, &folder, &arguments), 0);
    let files = names(&package);
    assert!(files.contains(&"datapackage.json".to_owned()) && files.contains(&"figures.csv".to_owned()), "{files:?}");
    let output = export(Lang::En, &folder, &arguments);
    ends(&output, 1);
    assert_eq!(err(&output), "cppcc: package exists already; add --force to replace it\n");
    let forced = [&arguments[..], &["--force"]].concat();
    ends(&export(Lang::En, &folder, &forced), 0);
    fs::write(package.join("notes.txt"), "mine").unwrap();
    let output = export(Lang::En, &folder, &forced);
    ends(&output, 2);
    assert_eq!(err(&output), "cppcc: package holds other files, and is not replaced; name another folder\n");
    assert_eq!(names(&package).len(), files.len() + 1);
    assert_eq!(names(folder.path()), ["package"]);
}

#[test]
fn long_names_links_and_pipes() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let long = format!("{}.csv", "x".repeat(246));
    ends(&export(Lang::En, &folder, &["-o", &long]), 0);
    assert_eq!(names(folder.path()), [long]);
    symlink("two.csv", folder.path().join("one.csv")).unwrap();
    symlink("one.csv", folder.path().join("two.csv")).unwrap();
    for force in [&[][..], &["--force"]] {
        let output = export(Lang::En, &folder, &[&["-o", "one.csv"], force].concat());
        ends(&output, 1);
        assert!(err(&output).starts_with("cppcc: can't write one.csv: "), "{}", err(&output));
    }
    assert!(fs::symlink_metadata(folder.path().join("one.csv")).unwrap().is_symlink());
    let output = export(Lang::En, &folder, &["--format", "csv", "-o", "/dev/stdout"]);
    ends(&output, 0);
    assert!(out(&output).starts_with("id,area,"));
}

#[test]
fn a_byte_order_mark_is_for_spreadsheets_on_a_chinese_system_and_never_in_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let begins = |name: &str| fs::read(folder.path().join(name)).unwrap().starts_with(BOM);
    for (lang, arguments, is_marked) in [
        (Lang::Zh, &["-o", "a.csv"][..], true),
        (Lang::Zh, &["-o", "a.csv", "--bom=false"], false),
        (Lang::Zh, &["-o", "a.csv", "--lang", "en"], true),
        (Lang::En, &["-o", "a.csv"], false),
        (Lang::En, &["-o", "a.csv", "--bom"], true),
        (Lang::Zh, &["-o", "a.tsv"], false),
        (Lang::Zh, &["-o", "a.json"], false),
    ] {
        ends(&export(lang, &folder, &[arguments, &["--force"]].concat()), 0);
        assert_eq!(begins(arguments[1]), is_marked, "{arguments:?}");
    }
    assert!(!run(Lang::Zh, &["export", "--format", "csv"]).stdout.starts_with(BOM));
    assert!(run(Lang::Zh, &["export", "--format", "csv", "--bom"]).stdout.starts_with(BOM));
}

#[test]
fn the_same_data_give_the_same_bytes() {
    for format in ["csv", "tsv", "json", "md", "bib", "csl-json", "sdmx-csv", "datapackage", "xlsx"] {
        if format == "xlsx" && !cfg!(feature = "xlsx") {
            continue;
        }
        let written = || run(Lang::En, &["export", "--format", format]);
        let first = written();
        ends(&first, 0);
        // Archives know times in steps of two seconds.
        std::thread::sleep(std::time::Duration::from_millis(if first.stdout.starts_with(b"PK") { 2100 } else { 0 }));
        assert!(first.stdout == written().stdout, "{format}");
    }
}

#[test]
fn what_is_chosen_is_exported_with_what_it_refers_to() {
    let chosen = ["--area", "青岛,济南", "--in-theme", "proposals", "--when", "2025"];
    let csv = |table: &str| {
        let output = run(Lang::En, &[&["export", "--format", "csv", "--table", table], &chosen[..]].concat());
        ends(&output, 0);
        out(&output)
            .lines()
            .skip(1)
            .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    let figures = csv("figures");
    assert!(!figures.is_empty());
    assert!(
        figures.iter().all(|row| ["qingdao", "jinan"].contains(&row[1].as_str()) && row[4] == "proposals"),
        "{figures:?}"
    );
    let ids = |rows: &[Vec<String>]| rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&csv("areas")), ["jinan", "qingdao"]);
    assert_eq!(ids(&csv("themes")), ["proposals"]);
    let pairs = csv("pairs");
    assert!(
        !pairs.is_empty()
            && pairs.iter().all(|row| row[3..5] == ["jinan".to_owned(), "qingdao".to_owned()]
                || row[3..5] == ["qingdao".to_owned(), "jinan".to_owned()]),
        "{pairs:?}"
    );
    let monthly =
        run(Lang::En, &["export", "--format", "csv", "--table", "comparison", "--indicator", "lata", "--per", "month"]);
    ends(&monthly, 0);
    assert!(
        out(&monthly).lines().skip(1).all(|line| line.starts_with("proposals-filed,per-month,latest,")),
        "{}",
        out(&monthly)
    );
    let unknown = run(Lang::En, &["export", "--format", "csv", "--area", "nowhere"]);
    ends(&unknown, 2);
}

#[test]
fn a_licence_is_given_to_the_built_in_data_alone() {
    let folder = tempfile::tempdir().unwrap();
    ends(&export(Lang::En, &folder, &["--format", "datapackage", "-o", "built-in"]), 0);
    let keys = pack::exact(0, 3.0, 2024, "");
    let text = pack::text("nature = \"flow\"", &[Figure { city: "Own", keys: &keys }]);
    fs::create_dir(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data/pack.toml"), &text).unwrap();
    ends(&export(Lang::En, &folder, &["--format", "datapackage", "-o", "own", "--data", "data"]), 0);
    // The usual folder of one's own data is in force without being named.
    fs::create_dir_all(folder.path().join("cppcc/data")).unwrap();
    fs::write(folder.path().join("cppcc/data/pack.toml"), text).unwrap();
    let mut usual = program(Lang::En);
    usual.env("XDG_DATA_HOME", folder.path()).current_dir(folder.path());
    ends(&usual.args(["export", "--format", "datapackage", "-o", "usual"]).output().unwrap(), 0);
    let licences = |name: &str| {
        let text = fs::read_to_string(folder.path().join(name).join("datapackage.json")).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["licenses"].clone()
    };
    assert_eq!(licences("built-in")[0]["name"], "MIT");
    assert!(licences("own").is_null() && licences("usual").is_null());
}
