//! `cppcc check --format json`: what an editor needs to mark a fault.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use crate::support;
use cppcc::text::Lang;
use serde_json::Value;
use std::fs;
use support::program::{ends, out, run};

const AREA: &str = "[[area]]\nid = \"weifang\"\ncode = \"370700\"\nname = \"潍坊\"\ncommittee = \"潍坊市政协\"\n";

fn checked(text: &str, lang: Lang) -> (Option<i32>, Value) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("weifang.toml"), text).unwrap();
    let output = run(lang, &["check", "--format", "json", folder.path().to_str().unwrap()]);
    (output.status.code(), serde_json::from_str(out(&output)).unwrap())
}

#[test]
fn a_fault_has_its_place_its_code_and_what_would_be_right() {
    let text = AREA.replace("370700", "3707").replace("committee", "comittee");
    let (status, found) = checked(&text, Lang::Zh);
    assert_eq!((status, found["faults"].as_u64()), (Some(2), Some(3)));
    let code = &found["diagnostics"][1];
    assert!(code["file"].as_str().unwrap().ends_with("/weifang.toml"));
    let place = ["line", "column", "end_line", "end_column"].map(|key| code[key].as_u64().unwrap());
    assert_eq!(place, [3, 8, 3, 14]);
    assert_eq!((code["severity"].as_str(), code["code"].as_str()), (Some("error"), Some("bad_code")));
    assert_eq!(code["message"], "“code”应是六位数字");
    assert_eq!(code["found"], "\"3707\"");
    assert!(code["help"].as_str().unwrap().contains("GB/T 2260"));
    let codes: Vec<_> =
        found["diagnostics"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["missing_key", "bad_code", "unknown_key"]);
    let (_, english) = checked(&text, Lang::En);
    assert_eq!(english["diagnostics"][1]["message"], "`code` must be six digits");
}

#[test]
fn what_is_only_counted_is_counted() {
    let lines: Vec<String> = (0..10_050).map(|number| format!("a{number} = 1\n")).collect();
    let (_, found) = checked(&lines.concat(), Lang::En);
    assert_eq!((found["faults"].as_u64(), found["left_out"].as_u64()), (Some(10_050), Some(50)));
    assert_eq!(found["diagnostics"].as_array().unwrap().len(), 10_000);
}

#[test]
fn sound_data_and_files_that_cannot_be_read_have_the_same_form() {
    let (status, found) = checked(AREA, Lang::En);
    assert_eq!((status, found.to_string()), (Some(0), "{\"diagnostics\":[],\"faults\":0,\"warnings\":0}".to_owned()));
    let output = run(Lang::En, &["check", "--format", "json", "/nonexistent"]);
    ends(&output, 2);
    let found: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!(found["diagnostics"][0]["line"], Value::Null);
    assert_eq!(found["diagnostics"][0]["code"], "unreadable");
}
