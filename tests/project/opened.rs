//! What the program opens, changes, runs and connects to, in every command and every format: the terminal, what was named, the
//! user's own files and the sockets of presentations. No network and no other program, whatever is done.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod home;
mod trace;

use clap::{CommandFactory, ValueEnum};
use clap_complete::Shell;
use cppcc::cli::Options;
use cppcc::export::{ExportFormat, Format, ListSubject, RecordSet};
use cppcc::text::Word;
use cppcc::wording::CitationStyle;
use home::{Home, Place, Trace, tracer};
use std::collections::BTreeSet;

/// What may be opened beside what every command may: its own parts, the settings, and the user's data.
struct Allowed {
    read: &'static [Place],
    written: &'static [Place],
}

/// Reads what is named, at most.
const READS: Allowed = Allowed { read: &[Place::Work], written: &[] };
/// Writes what is named.
const WRITES: Allowed = Allowed { read: &[Place::Work], written: &[Place::Work] };
/// Writes a picture of letters.
const DRAWS: Allowed = Allowed { read: &[Place::Work, Place::Fonts], written: &[Place::Work] };
/// Writes into the user's own data.
const ADDS: Allowed = Allowed { read: &[Place::Work], written: &[Place::Data] };

const SENTENCE: &str = "截至2024年底，有委员400余名";

/// Commands that write nothing.
fn readers() -> Vec<String> {
    let fixed = [
        "--help",
        "--version",
        "compare --help",
        "compare 立案提案 --plain",
        "compare --area 青岛,济南 --side-by-side",
        "compare",
        "show binzhou-2024-leader-instructions",
        "show binzhou-2024-leader-instructions --cite sentence",
        "city 青岛",
        "city 滨州 --plain",
        "list areas --origin",
        "check",
        "check --format json",
        "check own",
        "verify",
        "config --template",
        "config --path",
        "config --check",
        "man",
        "doctor",
        "export --format json",
        "import page.txt --dry-run",
        "import areas.csv --dry-run",
        "nonsense",
    ];
    let lists = ListSubject::words().map(|subject| format!("list {subject}"));
    let formats = Format::words().map(|format| format!("compare 立案提案 --format {format}"));
    let styles = CitationStyle::words().map(|style| format!("list articles --cite {style}"));
    let shells = Shell::value_variants().iter().map(|shell| format!("completions {shell}"));
    let fixed = fixed.into_iter().map(str::to_owned);
    fixed.chain(lists).chain(formats).chain(styles).chain(shells).collect()
}

/// Commands that write a file that is named, without letters to be drawn.
fn writers() -> Vec<String> {
    let fixed = [
        "shot --screen compare -o screen.svg",
        "shot --indicator proposals-filed -o chart.svg",
        "shot --all pictures",
        "init new",
        "init --spreadsheet new.csv",
        "init --spreadsheet new.xlsx",
        "export --format datapackage -o package",
    ];
    // Documents of a word processor hold drawn bars.
    let drawn = [ExportFormat::Docx.id()];
    let formats = ExportFormat::words().filter(|word| !drawn.contains(word));
    let formats = formats.map(|word| {
        let ending = ExportFormat::from_word(word).expect("a format").endings()[0];
        format!("export --format {word} -o {word}.{ending}")
    });
    let tables = RecordSet::words().map(|table| format!("export --table {table} -o {table}.csv"));
    fixed.into_iter().map(str::to_owned).chain(formats).chain(tables).collect()
}

const DRAWERS: [&str; 4] = [
    "shot --screen compare -o screen.png",
    "shot --indicator proposals-filed -o chart.png",
    "export --indicator proposals-filed -o one.docx",
    "export --deck five-cities -o hand-out.docx",
];

/// Commands that write into the user's own data, one after the other.
const ADDERS: [&str; 4] = [
    "add --new-area 示例 --code 990100 --indicator members --sentence SENTENCE --title 会议公告 --outlet 示例日报 --published 2025-01",
    "remove shili-2024-members",
    "import page.txt --area 青岛 --candidates",
    "import areas.csv",
];

/// Runs commands in homes of their own, and returns what was not allowed.
fn run(commands: &[String], allowed: &Allowed) {
    let home = Home::new();
    let mut faults = Vec::new();
    for command in commands {
        let words = command.split(' ').map(|word| if word == "SENTENCE" { SENTENCE } else { word });
        let run = home.run(words);
        if run.code == Some(2) && !["doctor", "nonsense"].contains(&command.as_str()) {
            faults.push(format!("{command}: {}", run.err));
        }
        faults.extend(
            run.trace.faults(allowed.read, allowed.written).into_iter().map(|fault| format!("{command}: {fault}")),
        );
        assert!(run.trace.saw_anything(), "{command}: nothing was traced");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn strings(commands: &[&str]) -> Vec<String> {
    commands.iter().map(|command| (*command).to_owned()).collect()
}

#[test]
fn whoever_asks_changes_nothing() {
    if tracer() {
        run(&readers(), &READS);
    }
}

#[test]
fn whoever_exports_writes_what_was_named() {
    if tracer() {
        run(&writers(), &WRITES);
    }
}

#[test]
fn pictures_need_fonts() {
    if tracer() {
        run(&strings(&DRAWERS), &DRAWS);
    }
}

#[test]
fn additions_go_into_the_own_data() {
    if tracer() {
        run(&strings(&ADDERS), &ADDS);
    }
}

#[test]
fn no_command_is_left_out() {
    let all = [readers(), writers(), strings(&DRAWERS), strings(&ADDERS), strings(&ON_TERMINALS)].concat();
    let told: BTreeSet<&str> = all.iter().filter_map(|command| command.split(' ').next()).collect();
    for command in Options::command().get_subcommands() {
        assert!(told.contains(command.get_name()), "{} is not traced", command.get_name());
    }
}

#[test]
fn large_data_are_kept_where_they_can_be_made_again() {
    if !tracer() {
        return;
    }
    let home = Home::new();
    let folder = home.path("data/cppcc/data");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("remark.toml"), format!("# {}\n", "x".repeat(1 << 21))).unwrap();
    for is_first in [true, false] {
        let command = ADDERS[0].split(' ').map(|word| if word == "SENTENCE" { SENTENCE } else { word });
        let run = home.run(command.chain(["--dry-run"]));
        assert_eq!(run.code, Some(0), "{}", run.err);
        let faults = run.trace.faults(&[Place::Cache], if is_first { &[Place::Cache] } else { &[] });
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert_eq!(run.trace.wrote_to(Place::Cache), is_first);
    }
}

/// What lives on a terminal.
const ON_TERMINALS: [&str; 5] = ["dashboard", "present --audience user", "present --notes", "watch", "doctor"];

/// Asserts that a program on a terminal has asked for no more than this, and has written to each of the places.
#[track_caller]
fn asserts(trace: &Trace, read: &[Place], written: &[Place]) {
    let faults =
        trace.faults(&[&[Place::Terminal, Place::Zones], read].concat(), &[&[Place::Terminal], written].concat());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for place in written {
        assert!(trace.wrote_to(*place), "nothing was written to {place:?}: the keys do not do what they are there for");
    }
}

#[test]
fn the_dashboard_opens_the_terminal_and_the_own_files() {
    if !tracer() {
        return;
    }
    let home = Home::new();
    let (mut session, trace) = home.session(&["--clipboard-file", "copied.txt"]);
    session.wait_for_text("立案提案");
    // Every screen, a figure copied, a slide put into the own deck, the language changed and remembered, all read again.
    for keys in ["2", "3", "4", "5", "6", "1", "y", "+", "L", "\x12", "?", "\x1b", "q"] {
        session.send(keys);
        session.wait_until_quiet();
    }
    assert_eq!(session.wait_for_status(), "0");
    let trace = home.read(&trace);
    asserts(&trace, &[], &[Place::Work, Place::Data, Place::State]);
    assert!(!trace.has_sockets(), "a dashboard that presents nothing needs no socket");
}

#[test]
fn a_presentation_has_its_sockets_in_the_runtime_folder() {
    if !tracer() {
        return;
    }
    let home = Home::new();
    let (mut shown, of_shown) = home.session(&["present", "--audience", "user", "--questions"]);
    shown.wait_until_text("1/14");
    let (mut notes, of_notes) = home.session(&["present", "--notes"]);
    notes.wait_until_text("1/14");
    let (mut follower, of_follower) = home.session(&["watch"]);
    follower.wait_until_text("正在跟看");
    notes.send("\x1b[C");
    shown.wait_until_text("2/14");
    follower.wait_until_text("2/14");
    // A follower looks around: finds, reads a source, and comes back.
    for keys in ["\r", "\r", "\x1b[15~", "q"] {
        follower.send(keys);
        follower.wait_until_quiet();
    }
    assert_eq!(follower.wait_for_status(), "0");
    notes.send("q");
    assert_eq!(notes.wait_for_status(), "0");
    shown.send("qq");
    assert_eq!(shown.wait_for_status(), "0");
    let traces = [of_shown, of_notes, of_follower].map(|path| home.read(&path));
    let people = [Place::People, Place::Runtime];
    asserts(&traces[0], &people, &[Place::State, Place::Runtime]);
    asserts(&traces[1], &people, &[]);
    asserts(&traces[2], &[&people[..], &[Place::Shared]].concat(), &[]);
    assert!(traces.iter().all(Trace::has_sockets), "a presentation without its sockets");
}

#[test]
fn the_doctor_opens_nothing_but_the_terminal() {
    if !tracer() {
        return;
    }
    let home = Home::new();
    let (mut session, trace) = home.session(&["doctor"]);
    // Answers the last question, and none before it.
    session.wait_until_quiet();
    session.send("\x1b[?62;22c");
    session.wait_until_text("[y/N]");
    session.send("y\r");
    assert_eq!(session.wait_for_status(), "0", "{}", session.screen_text());
    asserts(&home.read(&trace), &[], &[]);
}
