//! Files full of faults: each is told, and eight times as many take about eight times as long.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on has failed")]

use crate::support::cpu_time::cpu_time;
use cppcc::checked::{Faults, SourceFile};
use cppcc::data::{load, read_folder};
use cppcc::text::Lang;
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

/// Writes so many of something, each with its number.
fn repeat(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, number| {
        write!(text, "{}", one(number)).unwrap();
        text
    })
}

/// Loads the sound pack with one more file.
fn faults(text: &str) -> Faults {
    let mut files = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good"));
    files.push(SourceFile::new("", "more.toml", text.as_bytes().to_vec()));
    load(files).expect_err("faults were planted")
}

/// The least time of three in which the faults of a text are found and printed.
fn time(text: &str) -> Duration {
    let try_once = || {
        let (time, words) = cpu_time(|| faults(text).render(Lang::Zh));
        assert!(!words.is_empty());
        time
    };
    (0..3).map(|_| try_once()).min().unwrap()
}

/// Eight times as many faults may take three times eight as long: linear with a wide margin, and nowhere near 64.
#[track_caller]
fn is_linear(count: usize, text: impl Fn(usize) -> String) {
    let (few, many) = (text(count), text(8 * count));
    assert!(faults(&few).diagnostics().len() >= count, "{} faults", faults(&few).diagnostics().len());
    let (one, eight) = (time(&few), time(&many));
    assert!(eight < one * 24, "{count}: {one:?}, {}: {eight:?}", 8 * count);
}

#[test]
fn lines_that_are_no_toml() {
    is_linear(400, |count| "= =\n".repeat(count));
}

#[test]
fn one_long_line_that_is_no_toml() {
    // One line is one place: its first fault is told, and the time is that of reading it.
    let text = |count: usize| "=".repeat(2 * count);
    assert_eq!(faults(&text(400)).diagnostics().len(), 1);
    let (one, eight) = (time(&text(400)), time(&text(3200)));
    assert!(eight < one * 24, "{one:?}, {eight:?}");
}

#[test]
fn keys_given_again_and_again() {
    is_linear(400, |count| "a=1\n".repeat(count + 1));
}

#[test]
fn unknown_keys_on_one_line() {
    is_linear(400, |count| format!("[pack]\nname = {{ {} }}\n", repeat(count, |number| format!("k{number} = 1, "))));
}

#[test]
fn entries_with_unknown_ids() {
    is_linear(100, |count| {
        repeat(count, |number| {
            format!(
                "[[observation]]\nid = \"nowhere-2024-x{number}\"\narea = \"nowhere-{number}\"\n\
                 indicator = \"nothing-{number}\"\nvalue = \"x\"\nqualifier = \"sure\"\nscope = \"moon\"\n\
                 part_of = \"nowhere-2023-x{number}\"\nsource = {{ article = \"none-{number}\", printed = \"{number}\" }}\n"
            )
        })
    });
}

#[test]
fn figures_said_to_be_absent() {
    is_linear(100, |count| {
        repeat(count, |number| {
            format!(
                "[[indicator]]\nid = \"new-{number}\"\ntheme = \"oversight\"\nname = {{ zh = \"新\", en = \"New\" }}\n\
                 unit = {{ zh = \"件\", en = \"items\" }}\ndefinition = {{ zh = \"新\", en = \"New\" }}\nnature = \"flow\"\n\
                 [[absence]]\narea = \"donghu\"\nindicator = \"new-{number}\"\nreason = \"not-curated\"\n\
                 why = {{ zh = \"未\", en = \"No\" }}\n\
                 [[observation]]\nid = \"donghu-2024-new-{number}\"\narea = \"donghu\"\nindicator = \"new-{number}\"\n\
                 value = 7\nqualifier = \"exact\"\nscope = \"city\"\nstatus = \"achieved\"\n\
                 source = {{ article = \"donghu-2024-review\", paragraph = 1, printed = \"新7件\" }}\n"
            )
        })
    });
}

/// A figure of the sound pack's area, part of another.
fn part(number: usize, whole: usize) -> String {
    format!(
        "[[observation]]\nid = \"donghu-2024-part-{number}\"\narea = \"donghu\"\nindicator = \"visits\"\nvalue = 7\n\
         qualifier = \"exact\"\nscope = \"city\"\nstatus = \"planned\"\npart_of = \"donghu-2024-part-{whole}\"\n\
         source = {{ article = \"donghu-2024-review\", paragraph = 1, printed = \"新8件\" }}\n"
    )
}

#[test]
fn a_long_chain_of_parts() {
    is_linear(200, |count| repeat(count, |number| part(number, (number + 1).min(count - 1))));
    // In a circle of all of them, and in many of two.
    is_linear(200, |count| repeat(count, |number| part(number, (number + 1) % count)));
    is_linear(200, |count| repeat(count, |number| part(number, number ^ 1)));
}

#[test]
fn slides_on_one_line() {
    is_linear(200, |count| {
        let slides = repeat(count, |_| "{ kind = \"figure\", figure = \"none\" }, ".to_owned());
        format!("[[deck]]\nid = \"long\"\nname = {{ zh = \"长\", en = \"Long\" }}\nslide = [{slides}]\n")
    });
}

#[test]
fn a_figure_named_again_and_again() {
    is_linear(400, |count| {
        let figures = "\"donghu-2024-visits\", ".repeat(count + 1);
        format!(
            "[[deck]]\nid = \"long\"\nname = {{ zh = \"长\", en = \"Long\" }}\n[[deck.slide]]\nkind = \"city\"\n\
             area = \"donghu\"\nfigures = [{figures}]\n"
        )
    });
}

#[test]
fn a_very_long_line_is_quoted_only_around_its_fault() {
    let before = "督导。".repeat(5000);
    let text = format!("[pack]\nname = {{ zh = \"{before}\", zz = 1, en = \"{before}\" }}\n");
    let found = faults(&text);
    let fault = found.diagnostics().iter().find(|fault| fault.message.en.contains("`zz`")).unwrap();
    let shown = fault.render(Lang::Zh);
    assert_eq!(fault.position.unwrap().to_string(), "2:15019");
    assert!(shown.contains("more.toml:2:15019") && shown.contains("zz = 1"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 200), "{shown}");
    let carets = shown.lines().position(|line| line.contains("^^")).unwrap();
    let lines: Vec<&str> = shown.lines().collect();
    let cell = cppcc::text::width(lines[carets].split('^').next().unwrap());
    let above = lines[carets - 1].split("zz").next().unwrap();
    assert_eq!(cppcc::text::width(above), cell, "{shown}");
}
