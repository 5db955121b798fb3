//! The shell from outside: what the program writes where, and how it ends.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use support::program::{self, ends, err, out};

const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shell");
/// A year that the made-up figures do not have.
const NO_FIGURES: &str = "1999";

/// The program on the made-up pack alone, in English.
fn program(arguments: &[&str]) -> Command {
    program_on(PACK, arguments)
}

/// The program on a folder of data alone, in English.
fn program_on(folder: &str, arguments: &[&str]) -> Command {
    let mut command = program::program(Lang::En);
    command.args(["--builtin", "none", "--data", folder]).args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    program(arguments).output().unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_comparison_is_data_and_ends_well() {
    let output = run(&["compare", "proposals-filed"]);
    ends(&output, 0);
    assert_eq!(err(&output), "");
    assert!(
        out(&output)
            .starts_with("Proposals filed · latest figure of each city · the year 2025\nJinan    579 proposals  ███")
    );
    assert!(out(&output).ends_with("\nreported by 2 of 3 cities\n"));
}

#[test]
fn a_former_id_of_an_indicator_still_works_and_says_what_it_is_called_now() {
    let (by_id, by_former) = (run(&["compare", "proposals-filed"]), run(&["compare", "handed-in", "handed-in"]));
    ends(&by_former, 0);
    assert_eq!(
        err(&by_former),
        "cppcc: the indicator `handed-in` is now called `proposals-filed`; the old name will go in the next release\n"
    );
    assert_eq!(out(&by_former), out(&by_id));
    for shown in [run(&["list", "indicators"]), run(&["export", "--format", "csv"]), run(&["completions", "bash"])] {
        assert!(!out(&shown).contains("handed-in"), "{}", out(&shown));
    }
    let document = json(&run(&["export", "--format", "json"]));
    assert_eq!(document["indicators"][0]["aliases"], serde_json::json!(["handed-in"]));
    assert_eq!(document["indicators"][1]["aliases"], serde_json::json!([]));
}

#[test]
fn the_version_and_every_export_name_the_state_of_the_data() {
    let built_in = |arguments: &[&str]| program::program(Lang::En).args(arguments).output().unwrap();
    let first = "Five reports on five committees 2026.11";
    let version = out(&built_in(&["--version"])).to_owned();
    let lines: Vec<_> = version.lines().collect();
    assert_eq!(lines[0], concat!("cppcc ", env!("CARGO_PKG_VERSION")));
    assert_eq!(lines[1..], [format!("{first} (2026-11-28)"), "Published figures 2026.11 (2026-11-28)".to_owned()]);
    let indicator =
        json(&built_in(&["export", "--format", "json"]))["indicators"][0]["id"].as_str().unwrap().to_owned();
    let compared_as = |format: &str| built_in(&["compare", &indicator, "--format", format]);
    let told = format!("\nData: {first}, Published figures 2026.11\n");
    assert!(out(&compared_as("table")).ends_with(&told), "{}", out(&compared_as("table")));
    assert!(out(&compared_as("md")).ends_with(&told), "{}", out(&compared_as("md")));
    assert!(out(&built_in(&["compare", &indicator, "--plain"])).ends_with(&told));
    let version = serde_json::json!({ "pack": "reports", "version": "2026.11", "date": "2026-11-28" });
    assert_eq!(json(&compared_as("json"))["data"][0], version);
    assert!(out(&compared_as("csv")).lines().any(|line| line.trim_end().ends_with(",2026.11")));
    let figures = out(&built_in(&["export", "--format", "csv"])).to_owned();
    assert!(figures.lines().next().unwrap().trim_end().ends_with(",pack,pack_version"));
    assert!(figures.lines().skip(1).all(|line| line.trim_end().ends_with(",2026.11")));
    let packs = &json(&built_in(&["export", "--format", "json"]))["packs"];
    assert_eq!((&packs[1]["version"], &packs[1]["date"]), (&"2026.11".into(), &"2026-11-28".into()));
    // A pack without a version is named without one, and says nothing where a person reads.
    let own = json(&run(&["compare", "proposals-filed", "--format", "json"]));
    assert_eq!(own["data"], serde_json::json!([{ "pack": "shell", "version": null, "date": null }]));
    assert!(!out(&run(&["compare", "proposals-filed"])).contains("Data:"));
}

#[test]
fn a_refused_comparison_ends_with_1_and_still_shows_the_figures() {
    let output = run(&["compare", "studios"]);
    ends(&output, 1);
    assert_eq!(err(&output), "cppcc: not compared: Member studios: no two figures can be compared\n");
    assert!(out(&output).contains("≥150 studios") && out(&output).contains("definitions differ"), "{}", out(&output));
    ends(&run(&["compare", "app-users"]), 1);
    ends(&run(&["compare", "studios", "--per", "month"]), 1);
}

#[test]
fn all_that_two_areas_report_is_compared_where_nothing_is_named() {
    let output = run(&["compare", "--format", "json"]);
    ends(&output, 0);
    let ids: Vec<_> = json(&output).as_array().unwrap().iter().map(|one| one["indicator"].clone()).collect();
    assert_eq!(ids, ["proposals-filed", "studios"]);
    let strict = run(&["compare", "--format", "json", "--strict"]);
    ends(&strict, 1);
    assert_eq!(strict.stdout, output.stdout);
    let counts = "cppcc: 2 indicators: 1 ranked, 0 not ranked, 1 not compared\n";
    assert_eq!(err(&output), counts);
    assert_eq!(err(&strict), format!("cppcc: Member studios: 1 of 1 pairs are not comparable\n{counts}"));
    ends(&run(&["compare", "proposals-filed", "--strict"]), 0);
}

#[test]
fn json_is_an_object_for_one_indicator_and_an_array_for_more() {
    let one = json(&run(&["compare", "立案提案", "--format", "json", "--area", "济南，bz"]));
    assert_eq!((&one["indicator"], &one["measure"]), (&"proposals-filed".into(), &"raw".into()));
    let areas: Vec<_> = one["cells"].as_array().unwrap().iter().map(|cell| cell["area"].clone()).collect();
    assert_eq!(areas, ["jinan", "binzhou"]);
    assert_eq!(one["cells"][1]["low"].to_string(), "512");
    assert_eq!(one["ranks"][0], serde_json::json!({ "area": "jinan", "from": 1, "to": 1 }));
    let per = json(&run(&["compare", "proposals-filed", "--format", "json", "--per", "100-members"]));
    assert_eq!((&per["measure"], &per["cells"][0]["low"]), (&"per-100-members".into(), &128.into()));
    assert_eq!(per["cells"][1]["no_measure"]["id"], "no-denominator");
    let year = json(&run(&["compare", "proposals-filed", "--format", "json", "--when", NO_FIGURES]));
    assert_eq!(
        (&year["refused"]["id"], &year["cells"][0]["missing"]),
        (&"fewer-than-two".into(), &"nothing-for-year".into())
    );
    let two = json(&run(&["compare", "proposals-filed", "studios", "--format", "json"]));
    assert_eq!(two.as_array().map(Vec::len), Some(2));
}

#[test]
fn every_format_of_every_list() {
    for what in ["areas", "themes", "indicators", "articles", "initiatives", "figures"] {
        for format in ["table", "csv", "json", "md"] {
            let output = run(&["list", what, "--format", format]);
            ends(&output, 0);
            assert!(out(&output).lines().count() > 1, "{what} {format}: {}", out(&output));
        }
    }
    assert!(out(&run(&["list", "areas", "--format", "md"])).starts_with("| id | name | code |"));
    assert!(out(&run(&["list", "areas", "--format", "csv"])).contains("\r\nbinzhou,滨州,Binzhou,371600,"));
}

#[test]
fn one_figure_its_citation_and_one_city() {
    let output = run(&["show", "jinan-2025-f", "--lang", "zh"]);
    ends(&output, 0);
    for part in [
        "济南 · 立案提案  jinan-2025-filed",
        "579 件（原文为确数）",
        "《济南履职纪实》第 4 段",
        "“立案579件”",
        "2025 全年",
    ] {
        assert!(out(&output).contains(part), "{part} in {}", out(&output));
    }
    let cited = run(&["show", "jinan-2025-filed", "--cite", "gbt7714"]);
    assert_eq!(out(&cited), "佚名. 济南履职纪实[N]. 济南日报, 2026-01.\n");
    let sentence = run(&["show", "jinan-2025-filed", "--cite", "sentence", "--lang", "zh"]);
    assert!(out(&sentence).contains("“立案提案”为579件"), "{}", out(&sentence));
    assert!(out(&sentence).ends_with("济南日报，2026年1月）。\n"), "{}", out(&sentence));
    let city = run(&["city", "滨州市"]);
    ends(&city, 0);
    assert!(out(&city).starts_with("Binzhou · Binzhou Municipal Committee of the CPPCC\n"), "{}", out(&city));
}

#[test]
fn wrong_names_and_usage_end_with_2_on_standard_error() {
    let cases: [(&[&str], &str); 6] = [
        (&["compare", "proposals-fild"], "Nearest: proposals-filed (Proposals filed)"),
        (
            &["compare", "proposals"],
            "may mean more than one indicator: proposals-filed (Proposals filed), proposals-replied",
        ),
        (&["compare", "--area", "binzou"], "Nearest: binzhou (Binzhou)"),
        (&["city", "滨洲"], "Nearest: binzhou (Binzhou)"),
        (&["show", "binzhou-2025"], "may mean more than one figure"),
        (&["compare", "--when", "soon"], "latest | closest | YYYY"),
    ];
    for (arguments, words) in cases {
        let output = run(arguments);
        ends(&output, 2);
        assert_eq!(out(&output), "");
        assert!(err(&output).contains(words), "{arguments:?}: {}", err(&output));
    }
    for arguments in [&["nonsense"] as &[&str], &["list"], &["list", "cities"], &["export"], &["--colour"]] {
        let output = run(arguments);
        ends(&output, 2);
        assert!(out(&output).is_empty() && !err(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn without_a_terminal_there_is_no_dashboard() {
    let output = run(&[]);
    ends(&output, 2);
    assert_eq!(out(&output), "");
    assert_eq!(err(&output).lines().count(), 1);
}

#[test]
fn the_language_is_the_locales_or_the_one_asked_for() {
    let zh = program(&["compare", "proposals-filed"]).env("LANG", "zh_CN.UTF-8").output().unwrap();
    assert!(out(&zh).starts_with("立案提案 · 各市最近一期 · 2025 全年\n"), "{}", out(&zh));
    let asked = program(&["compare", "proposals-filed", "--lang", "en"]).env("LANG", "zh_CN.UTF-8").output().unwrap();
    assert!(out(&asked).starts_with("Proposals filed"), "{}", out(&asked));
    let wrong = program(&["city", "巴黎"]).env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    assert!(err(&wrong).contains("没有名为“巴黎”的地区"), "{}", err(&wrong));
    let help = program(&["compare", "--help"]).env("LANG", "zh_CN.UTF-8").output().unwrap();
    ends(&help, 0);
    assert!(out(&help).contains("用法：") && out(&help).contains("折算为每月"), "{}", out(&help));
    let help = run(&["--help"]);
    ends(&help, 0);
    assert!(out(&help).contains("Usage: cppcc") && err(&help).is_empty(), "{}", out(&help));
    assert!(out(&run(&["--lang=zh", "--help"])).contains("用法："));
    assert!(out(&run(&["--version"])).starts_with("cppcc "));
}

#[test]
fn a_pipe_has_no_escape_codes_unless_they_are_asked_for() {
    for arguments in [&["compare"] as &[&str], &["list", "areas"], &["city", "jinan"], &["--help"], &["check"]] {
        let output = run(arguments);
        assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b), "{arguments:?}");
    }
    let always = program(&["compare", "--color", "always"]).env("NO_COLOR", "1").output().unwrap();
    assert!(always.stdout.contains(&0x1b));
    let narrow = program(&["compare"]).env("COLUMNS", "80").output().unwrap();
    assert!(out(&narrow).lines().all(|line| cppcc::text::width(line) <= 80), "{}", out(&narrow));
    let ascii = run(&["compare", "--ascii", "--area", "bz,jn"]);
    let drawn = out(&ascii).lines().filter(|line| line.contains("proposals  ")).collect::<Vec<_>>();
    assert!(drawn.len() == 2 && drawn.iter().all(|line| line.is_ascii() && line.contains("####")), "{drawn:?}");
}

/// What the program writes to a terminal of 60 columns.
fn on_a_terminal(no_color: &str) -> String {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    let size = PtySize { rows: 24, cols: 60, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_cppcc"));
    command.args(["--builtin", "none", "--data", PACK, "--lang", "zh", "compare"]);
    command.env("TERM", "xterm-256color");
    command.env("NO_COLOR", no_color);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut written = Vec::new();
    let mut reader = pair.master.try_clone_reader().unwrap();
    // The far end reports an error and not an end once the program is gone.
    let mut part = [0; 4096];
    while let Ok(length @ 1..) = reader.read(&mut part) {
        written.extend_from_slice(&part[..length]);
    }
    assert!(child.wait().unwrap().success());
    String::from_utf8(written).unwrap()
}

#[test]
fn on_a_terminal_it_fits_the_width_and_has_colours() {
    let plain = on_a_terminal("1");
    assert!(!plain.contains('\u{1b}'));
    assert!(plain.lines().all(|line| cppcc::text::width(line) <= 60), "{plain}");
    assert!(plain.lines().any(|line| cppcc::text::width(line) > 50), "{plain}");
    assert!(on_a_terminal("").contains('\u{1b}'), "an empty NO_COLOR is not set");
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    // More than a pipe holds, so that the program is still writing when the reader leaves.
    let folder = tempfile::tempdir().unwrap();
    many_figures(folder.path());
    let many = folder.path().to_str().unwrap();
    for arguments in [&["export", "--format", "json"] as &[&str], &["export", "--format", "csv"], &["city", "binzhou"]]
    {
        let mut child = program_on(many, arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let mut reader = BufReader::new(child.stdout.take().unwrap());
        reader.read_line(&mut line).unwrap();
        assert!(!line.is_empty(), "{arguments:?}");
        drop(reader);
        let output = child.wait_with_output().unwrap();
        ends(&output, 0);
        assert_eq!(err(&output), "", "{arguments:?}");
    }
}

fn many_figures(folder: &Path) {
    let mut text = fs::read_to_string(Path::new(PACK).join("pack.toml")).unwrap();
    for number in 0..3000 {
        let entry = format!(
            "\n[[observation]]\nid = \"binzhou-many-{number}\"\narea = \"binzhou\"\nindicator = \"proposals-replied\"\n\
             value = {number}\nqualifier = \"exact\"\nscope = \"city\"\nstatus = \"achieved\"\n\
             variant = {{ zh = \"第{number}类\", en = \"Kind {number}\" }}\n\
             source = {{ article = \"binzhou-2025\", paragraph = 9, printed = \"办复{number}件\" }}\n"
        );
        text.push_str(&entry);
    }
    fs::write(folder.join("pack.toml"), text.replace("\"shell\"", "\"many\"")).unwrap();
}

#[test]
fn a_full_disk_is_an_error() {
    let full = Path::new("/dev/full");
    if full.exists() {
        let file = fs::OpenOptions::new().write(true).open(full).unwrap();
        let output = program(&["list", "areas"]).stdout(file).output().unwrap();
        ends(&output, 1);
        assert!(err(&output).starts_with("cppcc: can't write to standard output: "), "{}", err(&output));
    }
}

#[test]
fn the_whole_data_goes_to_standard_output_or_a_file() {
    let document = json(&run(&["export", "--format", "json"]));
    let lengths = ["areas", "themes", "indicators", "observations", "articles", "initiatives"]
        .map(|name| document[name].as_array().map_or(0, Vec::len));
    assert_eq!(lengths, [3, 2, 4, 6, 2, 1]);
    assert_eq!(document["articles"][0]["sections"][0]["text"]["zh"], "全年立案 512 件。");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.csv");
    let output = run(&["export", "--format", "csv", "-o", path.to_str().unwrap()]);
    ends(&output, 0);
    assert!(output.stdout.is_empty());
    assert_eq!(fs::read(&path).unwrap(), run(&["export", "--format", "csv"]).stdout);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let nowhere = folder.path().join("no/such/folder.csv");
    let output = run(&["export", "--format", "csv", "-o", nowhere.to_str().unwrap()]);
    ends(&output, 1);
    assert!(err(&output).contains("can't write"), "{}", err(&output));
}

#[test]
fn data_is_checked_with_every_fault_at_its_place() {
    let output = run(&["check"]);
    ends(&output, 0);
    assert_eq!(out(&output).matches("to look at: the digest of `binzhou-2025` does not tell this figure").count(), 2);
    assert_eq!(
        err(&output),
        "cppcc: no fault, 2 to look at: 3 areas, 4 indicators, 6 figures, 2 articles, 1 initiative\n"
    );

    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(Path::new(PACK).join("pack.toml")).unwrap();
    let faulty = text.replace("indicator = \"studios\"", "indicator = \"studois\"");
    fs::write(folder.path().join("pack.toml"), faulty).unwrap();
    let bad = folder.path().to_str().unwrap();
    let output = program::run(Lang::En, &["--builtin", "none", "check", bad]);
    ends(&output, 2);
    assert!(out(&output).contains("pack.toml:") && out(&output).contains("studios"), "{}", out(&output));
    assert_eq!(err(&output), "cppcc: 2 faults in the data, 2 to look at\n");

    let output = program::run(Lang::Zh, &["--builtin", "none", "--data", bad, "list", "areas"]);
    ends(&output, 2);
    assert_eq!(out(&output), "");
    assert!(err(&output).ends_with("cppcc: 数据有 2 处错误\n"), "{}", err(&output));
}

#[test]
fn a_copy_of_a_pack_that_is_compiled_in_takes_its_place() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/reports");
    let (alone, with_copy) = (program::run(Lang::En, &["check"]), program::run(Lang::En, &["check", folder]));
    ends(&alone, 0);
    ends(&with_copy, 0);
    assert_eq!(err(&alone), err(&with_copy));
}

#[test]
fn folders_come_from_the_environment_where_none_is_named() {
    let listed = std::env::join_paths([PACK, PACK]).unwrap();
    let mut command = program::program(Lang::En);
    let output = command.args(["--builtin", "none", "check"]).env("CPPCC_DATA", listed).output().unwrap();
    ends(&output, 0);
    assert!(err(&output).contains("3 areas"), "{}", err(&output));
}
