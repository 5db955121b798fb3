//! Every file of `tests/scenarios` is an example of a rule of comparison: figures in, cells, verdicts, ranks and refusals
//! out. A new file there is a new test; `tests/scenarios/README.md` tells how one is written.

use crate::scenario;
use scenario::names;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let entries = std::fs::read_dir(&folder).map(|entries| entries.filter_map(Result::ok).collect::<Vec<_>>());
    let mut files: Vec<PathBuf> = entries.unwrap_or_default().iter().map(std::fs::DirEntry::path).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// What is wrong with a scenario: that it can't be read, or what came otherwise than it states.
fn faults(file: &Path) -> Vec<String> {
    let words = std::fs::read_to_string(file).map_err(|error| error.to_string());
    let wrong = words.and_then(|words| scenario::run(&scenario::read(&words)?));
    wrong.unwrap_or_else(|error| vec![error])
}

#[test]
fn every_scenario_comes_out_as_stated() {
    let files = files("scenarios");
    assert!(files.len() >= 45, "only {} scenarios were found", files.len());
    let told = |file: &PathBuf| {
        let name = name(file);
        faults(file).into_iter().map(move |fault| format!("\n{name}: {fault}")).collect::<Vec<_>>()
    };
    let report: String = files.iter().flat_map(told).collect();
    assert!(report.is_empty(), "{report}");
}

/// The runner itself is held to account: each of these files is wrong, and says in its first line what must be found.
#[test]
fn every_wrong_scenario_is_found_wrong() {
    let files = files("scenarios-that-must-fail");
    assert!(!files.is_empty());
    for file in files {
        let words = std::fs::read_to_string(&file).unwrap();
        let first = words.lines().next().and_then(|line| line.strip_prefix("# must fail: "));
        let expected = first.unwrap_or_else(|| panic!("{}: its first line does not say what must fail", name(&file)));
        let faults = faults(&file);
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{}: {faults:?}", name(&file));
    }
}

/// Who is asked what a reason means can look it up.
#[test]
fn every_reason_stands_in_the_rules() {
    let rules = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/comparison.md")).unwrap();
    let (_, reasons) = names::ALL.iter().find(|(kind, _)| *kind == "reason").unwrap();
    let without: Vec<_> = reasons.iter().filter(|id| !rules.contains(&format!("\n| `{id}` |"))).collect();
    assert!(without.is_empty(), "docs/comparison.md says nothing of {without:?}");
}

#[test]
fn every_kind_of_result_has_a_scenario() {
    let mut stated: BTreeSet<(&str, String)> = BTreeSet::new();
    for file in files("scenarios") {
        let scenario = scenario::read(&std::fs::read_to_string(&file).unwrap()).unwrap();
        stated.extend(scenario::stated(&scenario).unwrap());
    }
    let wanted = names::ALL.iter().flat_map(|(kind, names)| names.iter().map(move |name| (*kind, (*name).to_owned())));
    let without: Vec<_> = wanted.filter(|wanted| !stated.contains(wanted)).collect();
    assert!(without.is_empty(), "no scenario states {without:?}");
}
