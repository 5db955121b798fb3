//! What the shell says of single figures and pictures, where a reader could take it for something else.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::data::{self, Builtin};
use cppcc::domain::Observation;
use cppcc::text::Lang;
use support::program::{ends, err, out, run};

#[test]
fn parts_that_overlap_are_said_not_to_add_up() {
    let library = data::load(data::builtin(Builtin::All)).unwrap();
    let amount = |figure: &Observation| figure.extent().interval();
    let (mut overlapping, mut others) = (0, 0);
    for (key, whole) in library.observations.iter() {
        let parts: Vec<_> = library.observations.iter().filter(|(_, other)| other.part_of == Some(key)).collect();
        if parts.is_empty() {
            continue;
        }
        let sum: f64 = parts.iter().filter_map(|(_, part)| Some(amount(part)?.low().amount().get())).sum();
        let greatest = amount(whole).and_then(|whole| whole.high().amount());
        let is_too_much = greatest.is_some_and(|greatest| sum > greatest.get());
        for (lang, words) in [(Lang::Zh, "互有重叠，不能相加"), (Lang::En, "overlap, and are not to be added up")]
        {
            let shown = run(lang, &["show", &whole.id]);
            assert_eq!(out(&shown).contains(words), is_too_much, "{}", out(&shown));
            assert!(!out(&shown).contains("其中  其中："), "{}", out(&shown));
        }
        if is_too_much { overlapping += 1 } else { others += 1 }
    }
    assert!(overlapping > 0 && others > 0, "{overlapping} {others}");
}

#[test]
fn pictures_are_put_where_they_are_asked_for_and_are_what_their_names_say() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let refused = run(Lang::Zh, &["shot", "-o", &path("x.gif")]);
    ends(&refused, 2);
    assert!(err(&refused).contains(".svg") && err(&refused).contains(".png"), "{}", err(&refused));
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none());
    ends(&run(Lang::Zh, &["shot", "-o", &path("x.SVG")]), 0);
    assert!(std::fs::read_to_string(path("x.SVG")).unwrap().starts_with("<svg"));
    let made = path("not/yet/there");
    ends(&run(Lang::Zh, &["shot", "--all", &made]), 0);
    assert!(std::fs::read_dir(made).unwrap().count() > 10);
}

#[test]
fn help_names_what_is_new_in_both_languages() {
    for (command, words) in [
        (
            "compare",
            [
                ("--side-by-side", "两市并列", "side by side"),
                ("--in-theme", "主题", "themes"),
                ("--area", "分组", "group"),
            ],
        ),
        ("list", [("--grade", "来源", "articles"), ("--area", "分组", "group"), ("--when", "某一年", "of a year")]),
    ] {
        for lang in [Lang::Zh, Lang::En] {
            let help = run(lang, &[command, "--help"]);
            ends(&help, 0);
            let text = out(&help).split_whitespace().collect::<Vec<_>>().join(" ");
            for (option, zh, en) in words {
                let word = if lang == Lang::Zh { zh } else { en };
                assert!(text.contains(option) && text.contains(word), "{option} {word}: {text}");
            }
        }
    }
}
