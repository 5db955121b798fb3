//! A figure of one's own is corrected and removed without an editor: in its place, with its comments, and checked as an
//! addition is.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::Action;
use cppcc::data::Builtin;
use cppcc::deck::Library;
use cppcc::domain::{Dataset, Key, Observation};
use cppcc::entry::{DraftReading, FigureDraft, Named, draft_of, held_figure, read};
use cppcc::text::Lang;
use cppcc::user_deck::{DataSources, load};
use cppcc::user_pack::{AddError, UserPack};
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::rc::Rc;
use support::library::shipped;
use support::program::{ends, err, out, program};
use support::screen::{opened_on, select_area, select_indicator};

const AREA: &str = "# 德州\n\n[[area]]\nid = \"dezhou\"\ncode = \"371400\"\nname = \"德州\"\ncommittee = \"德州市政协\"\n\n\
    [[article]]\nid = \"dezhou-2025\"\narea = \"dezhou\"\ntitle = \"报告\"\noutlet = \"德州日报\"\n\
    published = { date = \"2025-02\", certainty = \"stated\" }\ngenre = \"news\"\ngrade = \"excerpt\"\ncaveats = []\n";
const FIGURE: &str = "\n# 手抄，已核\n[[observation]]\nid = \"dezhou-2024-filed\"\narea = \"dezhou\"\n\
    indicator = \"proposals-filed\"\nvalue = 312 # 见第二页\nqualifier = \"exact\"\nperiod = \"2024\"\nscope = \"city\"\n\
    status = \"achieved\"\nnote = { zh = \"全年\", en = \"the whole year\" }\n\
    source = { article = \"dezhou-2025\", printed = \"立案提案312件\" }\n";
const OTHER: &str = "\n# 下一条\n[[observation]]\nid = \"dezhou-2023-filed\"\narea = \"dezhou\"\n\
    indicator = \"proposals-filed\"\nvalue = 300\nqualifier = \"exact\"\nperiod = \"2023\"\nscope = \"city\"\n\
    status = \"achieved\"\nsource = { article = \"dezhou-2025\", printed = \"立案提案300件\" }\n";
const ID: &str = "dezhou-2024-filed";

fn pack(home: &Path) -> std::path::PathBuf {
    let folder = home.join("cppcc/data");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("dezhou.toml"), [AREA, FIGURE, OTHER].concat()).unwrap();
    folder
}

fn text(folder: &Path) -> String {
    fs::read_to_string(folder.join("dezhou.toml")).unwrap()
}

fn sources(folder: &Path) -> DataSources {
    DataSources {
        builtin: Builtin::All,
        folders: Vec::new(),
        usual_folder: Some(folder.to_owned()),
        deck_file: None,
        kept_in: None,
    }
}

fn library(folder: &Path) -> Library {
    load(&sources(folder)).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En))).dataset
}

fn run(home: &Path, lang: Lang, arguments: &[&str]) -> Output {
    program(lang).env("XDG_DATA_HOME", home).args(arguments).output().unwrap()
}

fn reading(dataset: &Dataset, key: Key<Observation>, change: impl FnOnce(&mut FigureDraft)) -> DraftReading {
    let mut draft = draft_of(dataset, key);
    change(&mut draft);
    read(&draft, dataset)
}

#[test]
fn every_shipped_figure_is_read_back_as_it_is() {
    let dataset = shipped();
    for (key, held) in dataset.observations.iter() {
        let reading = reading(&dataset, key, |_| ());
        let entries = reading.entries.unwrap_or_else(|| panic!("{}: {:?}", held.id, reading.faults));
        assert_eq!(entries.figures, [held_figure(&dataset, key)], "{}", held.id);
        assert!(entries.articles.is_empty() && entries.indicators.is_empty() && entries.areas.is_empty());
    }
}

#[test]
fn a_figure_is_corrected_in_its_place_and_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let folder = pack(home.path());
    let before = text(&folder);
    let dataset = library(&folder);
    let key = dataset.observations.find(ID).unwrap();
    let change = |draft: &mut FigureDraft| draft.sentence = "立案提案412件".to_owned();
    let entries = reading(&dataset, key, change).entries.unwrap();
    let mut own = UserPack::new(sources(&folder));
    assert!(own.figure_ids().contains(ID) && own.figure_ids().len() == 2);
    let corrected = own.correct(&dataset, &entries).unwrap_or_else(|why| panic!("{}", why.text(Lang::En)));
    assert_eq!(text(&folder), before.replace("value = 312 #", "value = 412 #").replace("提案312件", "提案412件"));
    assert_eq!(corrected.parts.len(), 1);
    assert_eq!(corrected.parts[0].line, before.lines().position(|line| line == "[[observation]]").unwrap() + 1);
    own.undo().unwrap();
    assert_eq!(text(&folder), before);
    // What is written must be what is printed, and the id keeps its area.
    assert_eq!(reading(&dataset, key, |draft| draft.value = "999".to_owned()).entries, None);
    let wrong = reading(&dataset, key, |draft| draft.area = Named::Held("jinan".to_owned())).entries.unwrap();
    assert!(matches!(own.correct(&dataset, &wrong), Err(AddError::Faults(_))));
    // One is taken out with the comment right above it, and comes back.
    own.remove(&dataset, ID).unwrap();
    assert_eq!(text(&folder), [AREA, OTHER].concat());
    own.undo().unwrap();
    assert_eq!(text(&folder), before);
    // After somebody else has written there, it comes back at the end.
    own.remove(&dataset, ID).unwrap();
    fs::write(folder.join("dezhou.toml"), text(&folder) + "# 别人写的\n").unwrap();
    own.undo().unwrap();
    assert!(text(&folder).contains("# 别人写的\n") && library(&folder).observations.find(ID).is_some());
}

#[test]
fn a_built_in_figure_is_corrected_by_one_laid_over_it() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    let dataset = shipped();
    let held = dataset.observations.iter().find(|(_, held)| held.part_of.is_some() && !held.also.is_empty());
    let (key, held) = held.or_else(|| dataset.observations.iter().find(|(_, held)| held.part_of.is_some())).unwrap();
    let entries = reading(&dataset, key, |draft| draft.note = "另有说明".to_owned()).entries.unwrap();
    let mut own = UserPack::new(sources(&folder));
    own.correct(&dataset, &entries).unwrap_or_else(|why| panic!("{}", why.text(Lang::En)));
    let after = library(&folder);
    let key = after.observations.find(&held.id).unwrap();
    assert_eq!(after.observations[key].note.as_ref().unwrap().zh, "另有说明");
    assert_eq!(after.observations.len(), dataset.observations.len());
    assert!(after.observations[key].part_of.is_some());
    assert!(matches!(
        own.remove(&after, &dataset.observations[dataset.observations.keys().next().unwrap()].id),
        Err(AddError::Refused(_))
    ));
    own.undo().unwrap();
    assert!(!folder.exists());
}

#[test]
fn the_shell_corrects_and_removes() {
    let home = tempfile::tempdir().unwrap();
    let folder = pack(home.path());
    let before = text(&folder);
    let output = run(home.path(), Lang::Zh, &["add", "--replace", ID, "--sentence", "立案提案412件", "--dry-run"]);
    ends(&output, 0);
    assert!(err(&output).contains("只核对") && text(&folder) == before, "{}", err(&output));
    let output = run(home.path(), Lang::Zh, &["add", "--replace", ID, "--sentence", "立案提案412件"]);
    ends(&output, 0);
    assert_eq!(text(&folder), before.replace("value = 312 #", "value = 412 #").replace("提案312件", "提案412件"));
    assert!(err(&output).contains("已改正") && out(&output).contains("value = 412"), "{}", err(&output));
    let output = run(home.path(), Lang::En, &["add", "--replace", ID, "--scope", "city-and-counties"]);
    ends(&output, 0);
    assert!(text(&folder).contains("scope = \"city-and-counties\""));
    let output = run(home.path(), Lang::En, &["remove", "dezhou-2023-filed", "--dry-run"]);
    ends(&output, 0);
    assert!(text(&folder).contains("value = 300"));
    let output = run(home.path(), Lang::En, &["remove", "dezhou-2023-filed"]);
    ends(&output, 0);
    assert!(!text(&folder).contains("value = 300") && out(&output).contains("value = 300"), "{}", out(&output));
    assert!(err(&output).contains("removed from"), "{}", err(&output));
    // Only one's own figures are changed.
    let dataset = shipped();
    let (_, built_in) = dataset.observations.iter().next().unwrap();
    for arguments in [&["remove", &built_in.id][..], &["add", "--replace", &built_in.id, "--note", "x"]] {
        let output = run(home.path(), Lang::Zh, arguments);
        ends(&output, 2);
        assert!(err(&output).contains("不在自己的数据里"), "{}", err(&output));
    }
    let output = run(home.path(), Lang::En, &["remove", "dezhou-2024-fled"]);
    ends(&output, 2);
    assert!(err(&output).contains(ID), "{}", err(&output));
}

#[test]
fn what_others_refer_to_is_not_removed() {
    let home = tempfile::tempdir().unwrap();
    let folder = pack(home.path());
    let part = OTHER.replace("[[observation]]\n", "[[observation]]\npart_of = \"dezhou-2024-filed\"\n");
    let part = part.replace("period = \"2023\"", "period = \"2024\"").replace("status", "variant = \"重点\"\nstatus");
    fs::write(folder.join("dezhou.toml"), [AREA, FIGURE, &part].concat()).unwrap();
    let before = text(&folder);
    let output = run(home.path(), Lang::Zh, &["remove", ID]);
    ends(&output, 2);
    assert!(err(&output).contains("part_of") && err(&output).contains("未删除"), "{}", err(&output));
    assert_eq!(text(&folder), before);
}

#[test]
fn what_somebody_else_has_changed_is_not_overwritten_by_a_form_that_is_open() {
    let home = tempfile::tempdir().unwrap();
    let folder = pack(home.path());
    let opened = |text: &str| {
        fs::write(folder.join("dezhou.toml"), text).unwrap();
        Rc::new(library(&folder))
    };
    let before = [AREA, FIGURE, OTHER].concat();
    let mut state = opened_on(opened(&before), Lang::Zh, (80, 24));
    state.set_own_figures(HashSet::from([ID.to_owned()]));
    let (area, indicator) =
        (state.dataset().areas.find("dezhou").unwrap(), state.dataset().indicators.find("proposals-filed").unwrap());
    select_indicator(&mut state, indicator);
    select_area(&mut state, area);
    state.apply(Action::CorrectFigure);
    assert!(state.figure_form().is_some());
    // Another figure has changed: the form stays.
    state.replace_data(opened(&before.replace("300", "301")), None);
    assert!(state.figure_form().is_some());
    state.replace_data(opened(&before.replace("312", "313")), None);
    assert!(state.figure_form().is_none());
    assert!(state.notice().is_some_and(|notice| notice.zh.contains("在别处改动过")));
}
