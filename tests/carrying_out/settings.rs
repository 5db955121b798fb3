//! The file of settings with the real program: where it is found, what it changes, and how its faults are told.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::fs;
use std::path::PathBuf;
use std::process::Output;
use support::program::{err, out, program};
use support::pty::Session;

struct Home(tempfile::TempDir);

impl Home {
    fn new(settings: &str) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        fs::create_dir(home.0.path().join("cppcc")).unwrap();
        fs::write(home.file(), settings).unwrap();
        home
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("cppcc/config.toml")
    }

    fn folder(&self) -> &str {
        self.0.path().to_str().unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        program(Lang::En).env("XDG_CONFIG_HOME", self.folder()).args(arguments).output().unwrap()
    }

    fn dashboard(&self, arguments: &[&str]) -> Session {
        Session::of_program(Lang::En, arguments, &[("XDG_CONFIG_HOME", self.folder())], (120, 36))
    }
}

#[test]
fn options_win_over_the_file_and_the_file_over_the_locale() {
    let home = Home::new("language = \"zh\"\nascii = true\n");
    let first = |arguments: &[&str]| out(&home.run(arguments)).lines().next().unwrap_or_default().to_owned();
    assert_eq!(first(&["compare", "proposals-filed"]), "立案提案（全年或周期） . 各市最近一期");
    assert_eq!(
        first(&["compare", "proposals-filed", "--lang", "en"]),
        "Proposals filed (cycle) . latest figure of each city"
    );
    assert_eq!(first(&["compare", "proposals-filed", "--ascii=false"]), "立案提案（全年或周期） · 各市最近一期");
    assert!(out(&home.run(&["--help"])).contains("用法："), "the help is in the language of the file");
    // Another file, by name.
    let other = home.0.path().join("other.toml");
    fs::write(&other, "language = \"en\"\n").unwrap();
    let other = other.to_str().unwrap();
    assert_eq!(
        first(&["compare", "proposals-filed", "--config", other]),
        "Proposals filed (cycle) · latest figure of each city"
    );
    let named = program(Lang::En).args(["config", "--path"]).env("CPPCC_CONFIG", other).output().unwrap();
    assert_eq!(out(&named), format!("{other}\n"));
    assert_eq!(out(&home.run(&["config", "--path"])), format!("{}\n", home.file().display()));
}

#[test]
fn a_file_that_is_named_must_be_there_and_the_usual_one_need_not() {
    let home = Home::new("");
    fs::remove_file(home.file()).unwrap();
    assert_eq!(home.run(&["list", "areas"]).status.code(), Some(0));
    let checked = home.run(&["config", "--check"]);
    assert_eq!((checked.status.code(), out(&checked)), (Some(0), ""));
    assert!(err(&checked).contains("there is no file of settings"), "{}", err(&checked));
    let missing = home.run(&["list", "areas", "--config", "/no/such.toml"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("/no/such.toml") && err(&missing).contains("no such file"), "{}", err(&missing));
}

#[test]
fn faults_have_their_line_and_column_and_nothing_is_done() {
    let table = [
        ("them = \"light\"\n", ":1:1", "did you mean `theme`?"),
        ("theme = \"ligth\"\n", ":1:9", "did you mean `light`?"),
        ("[keys]\nnext-mesure = [\"w\"]\n", ":2:1", "did you mean `next-measure`?"),
        ("[keys]\nzoom = [\"z\", \"q\"]\n", ":2:14", "`q` is taken by `quit`"),
        ("\n[keys]\nquit = []\n", ":3:8", "there would be no key to quit"),
    ];
    for (settings, place, words) in table {
        let home = Home::new(settings);
        let place = format!("{}{place}", home.file().display());
        let output = home.run(&["list", "areas"]);
        assert_eq!((output.status.code(), out(&output)), (Some(2), ""));
        for part in [place.as_str(), words, "^", "cppcc: 1 fault in the settings\n"] {
            assert!(err(&output).contains(part), "{part} in {}", err(&output));
        }
        let checked = home.run(&["config", "--check"]);
        assert_eq!(checked.status.code(), Some(2));
        assert!(out(&checked).contains(&place) && out(&checked).contains(words), "{}", out(&checked));
        // What would repair it must not fail.
        for arguments in [&["config", "--template"][..], &["config", "--path"], &["man"], &["completions", "bash"]] {
            assert_eq!(home.run(arguments).status.code(), Some(0), "{arguments:?}");
        }
        assert_eq!(home.run(&["--help"]).status.code(), Some(0));
    }
}

#[test]
fn faults_leave_the_terminal_alone() {
    let home = Home::new("[keys]\nzoom = [\"q\"]\n");
    let mut session = home.dashboard(&[]);
    assert_eq!(session.wait_for_status(), "2");
    session.assert_restored();
    let bytes = session.raw_bytes_since(0);
    assert!(!String::from_utf8_lossy(&bytes).contains("\x1b[?"), "no mode of the terminal is touched");
    let shown = session.screen_text().replace('\n', "");
    assert!(shown.contains("config.toml:2:9"), "{shown}");
}

#[test]
fn the_template_is_a_sound_file() {
    for lang in ["zh", "en"] {
        let home = Home::new("");
        let template = home.run(&["config", "--template", "--lang", lang]);
        assert_eq!(template.status.code(), Some(0));
        assert!(out(&template).contains("#next-measure = [\"m\", \"F6\"]\n"), "{}", out(&template));
        assert!(out(&template).contains(home.file().to_str().unwrap()), "it says where it belongs");
        fs::write(home.file(), &template.stdout).unwrap();
        let checked = home.run(&["config", "--check"]);
        assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
        assert!(err(&checked).ends_with("no fault in the settings\n"), "{}", err(&checked));
    }
}

#[test]
fn exactly_one_thing_is_asked_of_config() {
    let home = Home::new("");
    for arguments in [&["config"][..], &["config", "--path", "--check"]] {
        assert_eq!(home.run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn the_dashboard_opens_as_settled_and_shows_the_keys_in_force() {
    let home = Home::new(
        "measure = \"per-month\"\nmoment = \"closest\"\n[keys]\nnext-measure = [\"w\", \"F6\"]\nquit = [\"X\", \"Ctrl-C\"]\n",
    );
    let mut session = home.dashboard(&[]);
    session.wait_for_text("per month · closest");
    let shown = session.screen_text();
    assert!(shown.contains("w measure") && shown.contains("X quit"), "{shown}");
    assert!(!shown.contains("m measure") && !shown.contains("q quit"), "{shown}");
    session.send("w");
    session.wait_for_text("per 100 members · closest");
    session.send("m");
    session.send("?");
    session.wait_for_text("w  F6");
    session.send("\x1b");
    session.wait_for_text("per 100 members · closest");
    session.send("q");
    session.wait_until_quiet();
    session.send("X");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
}

/// The colours of the first line's cells.
type Colours = Vec<(vt100::Color, vt100::Color)>;
/// Settings, arguments and variables, and the colours with which the dashboard then opens.
type ThemeRow<'a> = (&'a str, &'a [&'a str], &'a [(&'a str, &'a str)], &'a Colours);

#[test]
fn the_theme_is_drawn() {
    let colours = |settings: &str, arguments: &[&str], environment: &[(&str, &str)]| {
        let home = Home::new(settings);
        let environment = [&[("XDG_CONFIG_HOME", home.folder())], environment].concat();
        let mut session = Session::of_program(Lang::En, arguments, &environment, (120, 36));
        session.wait_for_text("Compare");
        let screen = session.screen();
        let cells = (0..120).filter_map(|column| screen.cell(0, column));
        let seen: Colours = cells.map(|cell| (cell.fgcolor(), cell.bgcolor())).collect();
        let sent = String::from_utf8_lossy(&session.raw_bytes_since(0)).into_owned();
        assert!(!sent.contains("\x1b]11"), "the dashboard does not ask the terminal");
        session.send("\x03");
        session.wait_for_status();
        seen
    };
    let (dark, light) = (colours("", &["--theme", "dark"], &[]), colours("", &["--theme", "light"], &[]));
    let unknown = colours("", &[], &[]);
    assert!(dark != light && unknown != dark && unknown != light);
    let told = [("COLORFGBG", "0;15")];
    let rows: [ThemeRow<'_>; 9] = [
        ("theme = \"light\"\n", &[], &[], &light),
        ("theme = \"light\"\n", &["--theme", "dark"], &[], &dark),
        ("theme = \"light\"\n", &["--theme", "auto"], &[], &unknown),
        ("theme = \"auto\"\n", &[], &[], &unknown),
        ("", &[], &told, &light),
        ("", &[], &[("COLORFGBG", "15;0")], &dark),
        ("theme = \"dark\"\n", &[], &told, &dark),
        ("theme = \"dark\"\n", &["--theme", "auto"], &told, &light),
        ("", &["--theme", "dark"], &told, &dark),
    ];
    for (settings, arguments, environment, expected) in rows {
        assert!(colours(settings, arguments, environment) == *expected, "{settings:?} {arguments:?} {environment:?}");
    }
}

#[test]
fn a_picture_has_its_own_background() {
    let home = Home::new("");
    let picture = |arguments: &[&str], told: &str| {
        let mut command = program(Lang::En);
        command.env("XDG_CONFIG_HOME", home.folder()).env("COLORFGBG", told).arg("shot").args(arguments);
        out(&command.output().unwrap()).to_owned()
    };
    let dark = picture(&["--theme", "dark"], "");
    for told in ["", "0;15", "15;0"] {
        assert!(picture(&[], told) == dark && picture(&["--theme", "auto"], told) == dark, "{told}");
    }
    let light = picture(&["--theme", "light"], "15;0");
    assert!(light.contains("fill=\"#fdfdfb\"") && !dark.contains("fill=\"#fdfdfb\""));
    fs::write(home.file(), "theme = \"light\"\n").unwrap();
    assert!(picture(&[], "") == light);
}

#[test]
fn the_mouse_is_left_alone_where_the_file_says_so() {
    let mode = |settings| {
        let home = Home::new(settings);
        let mut session = home.dashboard(&[]);
        session.wait_for_text("Compare");
        session.screen().mouse_protocol_mode()
    };
    assert_ne!(mode(""), vt100::MouseProtocolMode::None);
    assert_eq!(mode("mouse = false\n"), vt100::MouseProtocolMode::None);
}
