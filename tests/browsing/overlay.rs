//! Packs over packs: an entry of a folder takes the place of the one with its id below it, and `list --origin` says so.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use crate::support;
use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, EntryKind, Origins, builtin, check, load};
use cppcc::text::Lang;
use std::fs;
use support::library::shipped;
use support::program::{ends, err, out, run};

fn file(root: &str, text: &str) -> SourceFile {
    SourceFile::new(root, format!("{root}/a.toml"), text.as_bytes().to_vec())
}

fn over_builtin(layers: &[(&str, &str)]) -> Vec<SourceFile> {
    let mut files = builtin(Builtin::All);
    files.extend(layers.iter().map(|(root, text)| file(root, text)));
    files
}

const AREA: &str = "[[area]]\nid = \"jinan\"\ncode = \"370100\"\nname = \"泉城\"\ncommittee = \"济南市政协\"\n";

#[test]
fn an_entry_lies_over_the_one_with_its_id() {
    let library = load(over_builtin(&[("mine", AREA)])).unwrap();
    let (before, jinan) = (shipped(), library.areas.find("jinan").unwrap());
    assert_eq!(library.areas.len(), before.areas.len());
    assert_eq!(library.areas[jinan].name.zh, "泉城");
    assert_eq!(library.observations.of_area(jinan).len(), before.observations.of_area(jinan).len());
    // Of two folders the later lies over the earlier, in whatever order the entries are read.
    let later = AREA.replace("泉城", "济水");
    for (place, name) in [("", "济水"), ("place = 1\n", "济水"), ("place = 9\n", "济水")] {
        let library = load(over_builtin(&[("mine", AREA), ("yours", &format!("{later}{place}"))])).unwrap();
        assert_eq!(library.areas[library.areas.find("jinan").unwrap()].name.zh, name);
    }
}

#[test]
fn every_kind_of_entry_can_be_overridden() {
    let before = shipped();
    let figure = before.observations.iter().map(|(_, figure)| figure).find(|it| it.id.starts_with("jinan-")).unwrap();
    let article = &before.articles[figure.source.article];
    let (indicator, theme) = (&before.indicators[figure.indicator].id, &before.themes.iter().next().unwrap().1.id);
    let text = format!(
        "[[theme]]\nid = \"{theme}\"\nname = \"主题甲\"\n\
         [[observation]]\nid = \"{id}\"\narea = \"jinan\"\nindicator = \"{indicator}\"\nvalue = 7654\nqualifier = \"exact\"\n\
         scope = \"city\"\nstatus = \"planned\"\nperiod = \"2020\"\nreading = \"改过\"\n\
         source = {{ article = \"{article}\", printed = \"改为7654\"{paragraph} }}\n",
        id = figure.id,
        article = article.id,
        paragraph = if article.paragraphs.is_some() { ", paragraph = 1" } else { "" },
    );
    let library = load(over_builtin(&[("mine", &text)])).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)));
    let changed = &library.observations[library.observations.find(&figure.id).unwrap()];
    assert_eq!(changed.source.printed, "改为7654");
    assert_eq!(library.themes[library.themes.find(theme).unwrap()].name.zh, "主题甲");
    assert_eq!(library.observations.len(), before.observations.len());
}

#[test]
fn an_absence_gives_way_to_a_figure_above_it() {
    let before = shipped();
    let absence = before.absences.iter().next().unwrap();
    let (area, indicator) = (&before.areas[absence.area].id, &before.indicators[absence.indicator].id);
    let text = format!(
        "[[article]]\nid = \"mine\"\narea = \"{area}\"\ntitle = \"补录\"\noutlet = \"日报\"\n\
         published = {{ date = \"2026-01\", certainty = \"stated\" }}\ngenre = \"news\"\ngrade = \"excerpt\"\nperiod = \"2025\"\n\
         [[observation]]\nid = \"{area}-2025-mine\"\narea = \"{area}\"\nindicator = \"{indicator}\"\nvalue = 3\n\
         qualifier = \"exact\"\nscope = \"city\"\nstatus = \"achieved\"\nreading = \"三\"\n\
         source = {{ article = \"mine\", printed = \"3\" }}\n"
    );
    let library = load(over_builtin(&[("mine", &text)])).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)));
    assert_eq!(library.absences.iter().count(), before.absences.iter().count() - 1);
    // Within one folder the two contradict each other.
    let both = format!(
        "{text}[[absence]]\narea = \"{area}\"\nindicator = \"{indicator}\"\nreason = \"not-curated\"\nwhy = \"无\"\n"
    );
    assert!(check(over_builtin(&[("mine", &both)])).library.is_err());
}

#[test]
fn within_one_folder_an_id_stands_once() {
    let twice = format!("{AREA}{}", AREA.replace("370100", "370199"));
    let faults = load(over_builtin(&[("mine", &twice)])).unwrap_err();
    assert!(faults.to_string().contains("the id `jinan` is taken"), "{faults}");
    let packs = "[pack]\nid = \"mine\"\nname = \"甲\"\nabout = \"甲\"\n";
    let faults = load(over_builtin(&[("mine", packs), ("yours", packs)])).unwrap_err();
    assert!(faults.to_string().contains("the id `mine` is taken"), "{faults}");
}

#[test]
fn the_origin_of_every_entry_is_known() {
    let origins = Origins::of(over_builtin(&[("mine", AREA)]));
    let jinan = origins.get(EntryKind::Area, "jinan").unwrap();
    assert_eq!((jinan.place.pack.as_str(), jinan.place.line), ("mine", 1));
    assert_eq!(jinan.overrides.iter().map(|place| place.pack.as_str()).collect::<Vec<_>>(), ["reports"]);
    assert_eq!(origins.overriding(), 1);
    let before = shipped();
    for (_, figure) in before.observations.iter() {
        let origin = origins.get(EntryKind::Observation, &figure.id).unwrap();
        assert_eq!(origin.place.pack, before.packs[before.articles[figure.source.article].pack].id, "{}", figure.id);
    }
}

#[test]
fn the_shell_lists_origins_and_a_check_counts_them() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("jinan.toml"), AREA).unwrap();
    let folder = folder.path().to_str().unwrap();
    let listed = run(Lang::En, &["--data", folder, "list", "areas", "--origin", "--format", "csv"]);
    ends(&listed, 0);
    let line = out(&listed).lines().find(|line| line.starts_with("jinan,")).unwrap();
    assert!(line.contains("/jinan.toml:1") && line.contains("reports data/reports/areas/jinan.toml:"), "{line}");
    for what in ["themes", "indicators", "articles", "initiatives", "figures", "decks"] {
        let listed = run(Lang::Zh, &["list", what, "--origin"]);
        ends(&listed, 0);
        assert!(out(&listed).contains("data/"), "{what}: {}", out(&listed));
    }
    ends(&run(Lang::En, &["list", "groups", "--origin"]), 2);
    let checked = run(Lang::En, &["check", folder]);
    ends(&checked, 0);
    assert!(err(&checked).contains("1 overrides another (cppcc list --origin)"), "{}", err(&checked));
}
