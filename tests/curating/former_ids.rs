//! What indicators were called before: their former ids work in the shell and in decks, and the changes name them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::data::{load, read_folder};
use cppcc::deck::SlideContent;
use cppcc::text::Lang;
use std::path::{Path, PathBuf};
use support::library::{shipped, user_deck, with_slides};
use support::program::{err, out, run};

/// Each former id of a shipped indicator, with the id that it has now.
fn former_ids() -> Vec<(String, String)> {
    let library = shipped();
    let indicators = library.indicators.iter();
    let former = indicators.flat_map(|(_, indicator)| indicator.aliases.iter().map(|former| (former, &indicator.id)));
    former.map(|(former, id)| (former.clone(), id.clone())).collect()
}

fn changes() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/CHANGES.md")).unwrap()
}

#[test]
fn every_former_id_is_compared_by_and_its_new_one_is_told() {
    let former = former_ids();
    assert!(!former.is_empty());
    for (former, id) in former {
        let [by_former, by_id] = [&former, &id].map(|name| run(Lang::En, &["compare", name]));
        assert_eq!(out(&by_former), out(&by_id), "{former}");
        assert_eq!(by_former.status, by_id.status, "{former}");
        let told = err(&by_former);
        assert!(told.contains(&format!("`{former}`")) && told.contains(&format!("`{id}`")), "{former}: {told}");
    }
}

#[test]
fn every_former_id_stands_on_slides() {
    for (former, id) in former_ids() {
        let library = with_slides(&[format!("kind = \"compare\"\nindicators = [\"{former}\"]\n")]);
        let deck = &library.decks[user_deck(&library).unwrap()];
        let SlideContent::Compare(slide) = &deck.slides[0].content else { panic!("{former}: {:?}", deck.slides[0]) };
        assert_eq!(slide.indicators, [library.indicators.find(&id).unwrap()], "{former}");
    }
}

/// Whoever cited a figure finds there under which id its indicator stands now, and which are gone.
#[test]
fn the_changes_name_every_former_id() {
    let (changes, library) = (changes(), shipped());
    for (former, id) in former_ids() {
        let names_both = |line: &&str| line.contains(&format!("`{former}`")) && line.contains(&format!("`{id}`"));
        assert!(changes.lines().any(|line| names_both(&line)), "{former}, now {id}");
    }
    let quoted = changes.split('`').skip(1).step_by(2);
    let is_known = |id: &str| {
        let is_indicator = library.indicators.iter().any(|(_, one)| one.id == id || one.is_formerly(id));
        let ids = [
            library.themes.find(id).is_some(),
            library.observations.find(id).is_some(),
            library.articles.find(id).is_some(),
            library.initiatives.find(id).is_some(),
            library.packs.find(id).is_some(),
        ];
        is_indicator || ids.contains(&true)
    };
    let (_, removed) = changes.split_once("/ Removed").expect("what is gone");
    let (removed, _) = removed.split_once("\n### ").unwrap();
    for id in
        quoted.filter(|id| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'))
    {
        assert!(is_known(id) || removed.contains(&format!("`{id}`")), "{id} is named, and is not there");
    }
}

#[test]
fn a_pack_stands_on_those_before_it_and_on_no_later_one() {
    let read = |name: &&str| read_folder(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(name));
    let load = |packs: &[&str]| load(packs.iter().flat_map(read).collect());
    let reports = load(&["reports"]).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)));
    let both = load(&["reports", "published"]).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)));
    assert!(reports.observations.len() < both.observations.len());
    assert!(load(&["published"]).is_err(), "its themes are those of the reports");
}

/// Two units are never compared, so a figure has one of its own only where it counts something else, in both languages.
#[test]
fn a_unit_of_its_own_is_another_unit_in_both_languages() {
    let library = shipped();
    for (_, figure) in library.observations.iter() {
        let usual = &library.indicators[figure.indicator].unit;
        if let Some(own) = &figure.unit {
            assert!(own.zh != usual.zh && own.en != usual.en, "{}: {} / {}", figure.id, own.zh, own.en);
        }
    }
}
