//! `cppcc verify`, and originals on the screen: each figure is found where its article prints it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::screens::reader::ReaderText;
use cppcc::app::span_role::SpanRole;
use cppcc::app::{Action, State, details};
use cppcc::checked::SourceFile;
use cppcc::data::{load, read_folder};
use cppcc::deck::Library;
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::rc::Rc;
use support::originals::{Home, briefing};
use support::program::{ends, err, out};
use support::screen::opened_on;

fn attach(home: &Home, paragraphs: &[String]) {
    let page = home.page("page.txt", paragraphs.join("\n"));
    let arguments = ["--article", "donghu-2024-briefing", "--force"];
    ends(&home.program(Lang::En).arg("import").arg(page).args(arguments).output().unwrap(), 0);
}

fn verify(home: &Home, format: &str) -> Output {
    home.program(Lang::En).args(["verify", "--format", format]).output().unwrap()
}

/// Returns what was found of a figure: the word for it, and where.
fn finding(output: &Output, figure: &str) -> (String, String) {
    let table = csv::Reader::from_reader(out(output).as_bytes());
    let mut rows = table.into_records().map(Result::unwrap);
    let row = rows.find(|row| &row[0] == figure).unwrap_or_else(|| panic!("{figure}: {}", out(output)));
    (row[4].to_owned(), row[7].to_owned())
}

#[test]
fn without_an_original_there_is_nothing_to_verify() {
    let output = verify(&Home::new(), "table");
    ends(&output, 1);
    assert!(err(&output).contains("cppcc import"), "{}", err(&output));
}

#[test]
fn all_figures_are_found_at_their_paragraphs() {
    let home = Home::new();
    attach(&home, &briefing());
    let output = verify(&home, "csv");
    ends(&output, 0);
    assert_eq!(finding(&output, "donghu-2024-visits"), ("found".to_owned(), "9".to_owned()));
    // Full-width signs in the data, half-width ones in the text.
    assert_eq!(finding(&output, "donghu-2024-system"), ("found".to_owned(), "3".to_owned()));
    assert!(
        err(&output).contains("6 sources verified: 6 at their paragraphs; 2 figures have no original"),
        "{}",
        err(&output)
    );
    let json: serde_json::Value = serde_json::from_str(out(&verify(&home, "json"))).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 6);
    let chinese = home.program(Lang::Zh).arg("verify").output().unwrap();
    assert!(err(&chinese).contains("核对出处6处：见于所注段落6处；另有2个数字没有附原文"), "{}", err(&chinese));
}

#[test]
fn what_is_elsewhere_ambiguous_or_missing_is_told_first() {
    let home = Home::new();
    let mut text = briefing();
    text.swap(8, 9);
    text[26] = "客户端用户近11.4万人，人数还在增长。".to_owned();
    text[2] = "“1+10”体系之外，再无“1+10”体系，委员都在其中。".to_owned();
    attach(&home, &text);
    let output = verify(&home, "csv");
    ends(&output, 1);
    assert_eq!(finding(&output, "donghu-2024-visits"), ("elsewhere".to_owned(), "10".to_owned()));
    assert_eq!(finding(&output, "donghu-2024-visits-spring"), ("elsewhere".to_owned(), "9".to_owned()));
    // 1.4万 is no part of 11.4万.
    assert_eq!(finding(&output, "donghu-2024-users"), ("not-found".to_owned(), String::new()));
    assert_eq!(finding(&output, "donghu-2024-system"), ("ambiguous".to_owned(), "3".to_owned()));
    assert!(out(&output).lines().nth(1).unwrap().contains("not-found"), "{}", out(&output));
}

#[test]
fn a_text_that_is_not_the_one_that_was_read_is_told() {
    let home = Home::new();
    let articles = home.data().join("articles/donghu.toml");
    let other = cppcc::domain::OriginalHash::of("another text");
    let with_hash = fs::read_to_string(&articles).unwrap().replacen(
        "paragraphs = 28",
        &format!("paragraphs = 28\noriginal = \"{other}\""),
        1,
    );
    fs::write(&articles, with_hash).unwrap();
    attach(&home, &briefing());
    let output = verify(&home, "table");
    ends(&output, 0);
    assert!(err(&output).contains("is not the text that its curator read"), "{}", err(&output));
}

#[test]
fn an_original_without_an_article_is_looked_at_by_check_alone() {
    let home = Home::new();
    fs::create_dir(home.data().join("originals")).unwrap();
    fs::write(home.data().join("originals/nobody.txt"), "政协商量。\n").unwrap();
    let output = home.program(Lang::En).arg("check").output().unwrap();
    ends(&output, 0);
    assert!(out(&output).contains("there is no article `nobody`"), "{}", out(&output));
    fs::write(home.data().join("originals/nobody.txt"), b"\xff\xff").unwrap();
    ends(&home.program(Lang::En).arg("check").output().unwrap(), 2);
}

/// Loads the made-up pack with an original of its press conference.
fn with_original(text: &str) -> Rc<Library> {
    let mut files = read_folder(Path::new("tests/data/good"));
    let path = "tests/data/good/originals/donghu-2024-briefing.txt";
    files.push(SourceFile::new("tests/data/good", path, text.as_bytes().to_vec()));
    Rc::new(load(files).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En))))
}

fn shown(state: &State) -> Vec<String> {
    let (lines, _) = state.reader_lines();
    lines.iter().map(|line| line.iter().map(|(text, _)| text.as_str()).collect()).collect()
}

/// Returns the figures that the Reader marks, with the words that are marked, in the order of the text.
fn marked(state: &State) -> Vec<(String, String)> {
    let mut marked: Vec<(String, String)> = Vec::new();
    for (text, role) in state.reader_lines().0.into_iter().flatten() {
        if let SpanRole::Figure(figure) = role {
            let id = state.dataset().observations[figure].id.clone();
            match marked.last_mut() {
                Some((last, words)) if *last == id => words.push_str(&text),
                _ => marked.push((id, text)),
            }
        }
    }
    marked
}

#[test]
fn the_reader_switches_to_the_original_and_marks_every_phrase() {
    let mut state = opened_on(with_original(&briefing().join("\n")), Lang::Zh, (120, 36));
    let figure = state.dataset().observations.find("donghu-2024-visits").unwrap();
    state.apply(Action::ReadFigure(figure));
    assert_eq!(state.reader().unwrap().text, ReaderText::Digest);
    assert!(shown(&state).iter().any(|line| line.contains("转述")));
    let before = state.selection();
    state.apply(Action::SwitchText);
    assert_eq!((state.reader().unwrap().text, state.selection()), (ReaderText::Original, before));
    let expected = [
        ("donghu-2024-system", "“1+10”体系"),
        ("donghu-2024-branches", "履职临时党支部16个"),
        ("donghu-2024-branches-new", "新设支部约三个"),
        ("donghu-2024-visits", "督导163次"),
        ("donghu-2024-visits-spring", "春季督导60余次"),
        ("donghu-2024-users", "用户近1.4万人"),
    ];
    assert_eq!(marked(&state), expected.map(|(id, words)| (id.to_owned(), words.to_owned())));
    for (id, _) in expected.iter().skip(4) {
        state.apply(Action::NextFigure);
        let reader = state.reader().unwrap();
        let figure = reader.figures(state.dataset())[reader.figure];
        assert_eq!(state.dataset().observations[figure].id, *id);
        let (lines, height) = state.reader_lines();
        let line = cppcc::app::screens::reader::line_of(&lines, figure).unwrap();
        assert!((reader.top..reader.top + height).contains(&line), "{id} is in view");
    }
    state.apply(Action::SwitchText);
    assert_eq!(state.reader().unwrap().text, ReaderText::Digest);
}

#[test]
fn the_reader_says_where_there_is_no_original() {
    let mut state = opened_on(with_original("政协商量。\n"), Lang::En, (120, 36));
    let other = state.dataset().observations.find("donghu-2025-members").unwrap();
    state.apply(Action::ReadFigure(other));
    state.apply(Action::SwitchText);
    assert_eq!(state.reader().unwrap().text, ReaderText::Digest);
    // Phrases that the text does not print are listed below it, so that each figure can be reached.
    let figure = state.dataset().observations.find("donghu-2024-visits").unwrap();
    state.apply(Action::ReadFigure(figure));
    state.apply(Action::SwitchText);
    assert!(shown(&state).iter().any(|line| line == "Phrases that this text does not print"), "{:#?}", shown(&state));
    assert!(marked(&state).iter().any(|(id, _)| id == "donghu-2024-visits"));
}

#[test]
fn the_drilldown_shows_the_sentence() {
    for (text, expected) in
        [(briefing().join("\n"), "市政协今年累计督导163次。"), ("政协商量。\n".to_owned(), "所附原文中未见这个短语")]
    {
        let mut state = opened_on(with_original(&text), Lang::Zh, (200, 50));
        let figure = state.dataset().observations.find("donghu-2024-visits").unwrap();
        state.apply(Action::ReadFigure(figure));
        let lines: Vec<String> = details::lines(&state, 90)
            .iter()
            .map(|line| line.iter().map(|(text, _)| text.as_str()).collect())
            .collect();
        assert!(lines.iter().any(|line| line.contains(expected)), "{lines:#?}");
        assert!(!lines.iter().any(|line| line.contains("各区都有安排")), "only the sentence itself");
    }
}
