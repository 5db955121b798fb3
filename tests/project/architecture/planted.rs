//! Small trees with one fault each: every rule finds its own, in every way in which a path can be written.

use super::arrows::arrows;
use super::circles::circles;
use super::modules::Tree;
use super::rules::{self, Table};
use super::source_files::planted;

const TABLE: Table<'_> = &[("text", &[]), ("view", &["text"]), ("lib", &[]), ("main", &["text"])];

/// Two modules, the first of which holds this code in `text/inner.rs`.
fn tree(code: &str) -> Tree {
    Tree::read(&planted(&[
        ("lib.rs", "pub mod text;\npub mod view;\n"),
        ("text/mod.rs", "mod inner;\npub mod width;\npub use width::Width;\n"),
        ("text/inner.rs", code),
        ("text/width.rs", "pub struct Width;\n"),
        ("view/mod.rs", "mod canvas;\npub mod theme;\npub use canvas::Canvas;\npub use crate::text::Width;\n"),
        ("view/canvas.rs", "pub struct Canvas;\nimpl Canvas { pub fn new() -> Self { Self } }\n"),
        ("view/theme.rs", "pub fn dark() {}\npub fn light() {}\npub use ratatui::layout::Rect;\n"),
    ]))
}

fn order(code: &str) -> Vec<String> {
    rules::against_the_order(&arrows(&tree(code)), TABLE)
}

fn fault(line: usize, name: &str) -> Vec<String> {
    vec![format!("src/text/inner.rs:{line}: text must not name view ({name})")]
}

#[test]
fn what_is_allowed_is_no_fault() {
    assert!(
        order("use super::Width;\nuse crate::text::width;\nfn f(_: width::Width) -> Width { self::g() }\n").is_empty()
    );
    assert!(
        order("// crate::view::Canvas\n/// [`crate::view::Canvas`]\nconst A: &str = \"crate::view::Canvas\";\n")
            .is_empty()
    );
    assert!(order("fn f() { some_crate::view::draw(); view::draw(); }\n").is_empty());
}

#[test]
fn a_whole_path_is_found() {
    assert_eq!(order("\nuse crate::view::theme::dark;\n"), fault(2, "crate::view::theme::dark"));
}

#[test]
fn a_path_upwards_is_found() {
    assert_eq!(order("use super::super::view::Canvas;\n"), fault(1, "super::super::view::Canvas"));
    let inline = "mod a {\n    mod b {\n        use super::super::super::super::view::theme;\n    }\n}\n";
    assert_eq!(order(inline), fault(3, "super::super::super::super::view::theme"));
}

#[test]
fn a_list_is_found() {
    let list =
        "use crate::{\n    text::{self, Width},\n    view::{self, Canvas, theme::{dark, light as bright}},\n};\n";
    let names = ["crate::view", "crate::view::Canvas", "crate::view::theme::dark", "crate::view::theme::light"];
    assert_eq!(order(list), names.map(|name| fault(3, name).remove(0)));
}

#[test]
fn a_glob_is_found() {
    assert_eq!(order("use crate::view::*;\n"), fault(1, "crate::view::*"));
}

#[test]
fn a_renamed_import_is_found() {
    let code = "use crate::view as other;\nfn f() { other::theme::dark() }\n";
    assert_eq!(order(code), [fault(1, "crate::view"), fault(2, "other::theme::dark")].concat());
}

#[test]
fn an_inline_path_is_found() {
    assert_eq!(order("fn f() {\n    crate::view::Canvas::new();\n}\n"), fault(2, "crate::view::Canvas::new"));
    assert_eq!(order("struct A(Vec<crate::view::Canvas>);\n"), fault(1, "crate::view::Canvas"));
    assert_eq!(order("fn f() {\n    use crate::view::theme as t;\n}\n"), fault(2, "crate::view::theme"));
}

#[test]
fn a_path_in_a_macro_or_an_attribute_is_found() {
    let code = "fn f() {\n    println!(\"{:?}\", [crate::view::theme::dark()]);\n}\n";
    assert_eq!(order(code), fault(2, "crate::view::theme::dark"));
    assert_eq!(
        order("#[arg(value_parser = crate::view::theme::dark)]\nstruct A;\n"),
        fault(1, "crate::view::theme::dark")
    );
}

#[test]
fn a_reexport_of_something_allowed_is_found() {
    assert_eq!(order("use crate::view::Width;\n"), fault(1, "crate::view::Width"));
}

#[test]
fn a_test_counts_as_well() {
    let code = "#[cfg(test)]\nmod tests {\n    use crate::view::Canvas;\n}\n";
    assert_eq!(order(code), fault(3, "crate::view::Canvas"));
}

#[test]
fn a_path_of_the_binary_is_found() {
    let tree = Tree::read(&planted(&[
        ("lib.rs", "pub mod text;\npub mod view;\n"),
        ("text.rs", ""),
        ("view.rs", "pub fn draw() {}\n"),
        ("main.rs", "mod clock;\nuse cppcc::view::draw;\nfn main() { cppcc::view::draw() }\n"),
        ("clock.rs", "use cppcc::text;\nuse cppcc::view;\n"),
    ]));
    let table = [TABLE, &[("clock", &["text"])]].concat();
    let expected = [
        "src/clock.rs:2: clock must not name view (cppcc::view)",
        "src/main.rs:2: main must not name view (cppcc::view::draw)",
        "src/main.rs:3: main must not name view (cppcc::view::draw)",
    ];
    assert_eq!(rules::against_the_order(&arrows(&tree), &table), expected);
}

#[test]
fn the_table_is_held_to_the_modules() {
    let table: Table<'_> = &[("text", &["chart"]), ("lib", &[]), ("wording", &[])];
    let tree =
        Tree::read(&planted(&[("lib.rs", "mod text;\nmod view;\n"), ("text.rs", ""), ("view.rs", ""), ("old.rs", "")]));
    let expected = [
        "view has no row in the table",
        "wording has a row in the table and is no module",
        "chart is named in the table and has no row",
        "src/old.rs belongs to no module",
    ];
    assert_eq!(rules::outside_the_table(&tree, table), expected);
}

fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
    circles(&arrows(&Tree::read(&planted(files))))
}

#[test]
fn a_circle_of_two_files_is_found() {
    let found = circles_of(&[
        ("lib.rs", "mod a;\nmod b;\n"),
        ("a.rs", "use crate::b::B;\npub struct A(B);\n"),
        ("b.rs", "pub struct B;\n\nfn f(_: super::a::A) {}\n"),
    ]);
    let expected =
        "a circle of 2 files:\n  src/a.rs:1 → src/b.rs by crate::b::B\n  src/b.rs:3 → src/a.rs by super::a::A";
    assert_eq!(found, [expected]);
}

#[test]
fn a_circle_of_three_files_through_a_reexport_is_found() {
    let found = circles_of(&[
        ("lib.rs", "mod a;\nmod b;\n"),
        ("a/mod.rs", "mod one;\nmod two;\npub use one::One;\npub use two::Two as Second;\n"),
        ("a/one.rs", "use super::Second;\npub struct One(Second);\n"),
        ("a/two.rs", "use crate::b;\npub struct Two(b::B);\n"),
        ("b.rs", "pub struct B;\nimpl B { fn f(_: crate::a::One) {} }\n"),
    ]);
    let expected = "a circle of 3 files:\n  src/a/one.rs:1 → src/a/two.rs by super::Second\n  \
                    src/a/two.rs:2 → src/b.rs by b::B\n  src/b.rs:2 → src/a/one.rs by crate::a::One";
    assert_eq!(found, [expected]);
}

#[test]
fn a_child_that_names_what_its_parent_defines_is_a_circle_where_the_parent_names_the_child() {
    let child = ("a/one.rs", "use super::Kind;\npub struct One(Kind);\n");
    let found =
        circles_of(&[("lib.rs", "mod a;\n"), ("a/mod.rs", "mod one;\npub use one::One;\npub enum Kind {}\n"), child]);
    assert!(found[0].starts_with("a circle of 2 files"), "{found:?}");
    assert!(circles_of(&[("lib.rs", "mod a;\n"), ("a/mod.rs", "mod one;\npub enum Kind {}\n"), child]).is_empty());
}

#[test]
fn siblings_that_meet_in_a_reexporting_parent_are_no_circle() {
    let found = circles_of(&[
        ("lib.rs", "mod a;\n"),
        ("a/mod.rs", "pub mod one;\nmod two;\npub use one::One;\npub use two::two;\n"),
        ("a/one.rs", "pub struct One;\n"),
        (
            "a/two.rs",
            "use super::One;\nuse super::one;\nuse crate::a;\npub fn two() { one::One; a::One; let _: One; }\n",
        ),
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn tests_make_no_circle() {
    let found = circles_of(&[
        ("lib.rs", "mod a;\nmod b;\n"),
        (
            "a.rs",
            "pub struct A;\n#[cfg(test)]\nmod tests {\n    use super::*;\n    use crate::b::B;\n}\n#[cfg(test)]\nmod more;\n",
        ),
        ("a/more.rs", "use crate::b::B;\n"),
        ("b.rs", "use crate::a::A;\npub struct B(A);\n"),
    ]);
    assert!(found.is_empty(), "{found:?}");
}

fn foreign(code: &str) -> Vec<String> {
    rules::foreign_outside(&arrows(&tree(code)), &["ratatui"], &["view"], &["text/mod.rs"])
}

#[test]
fn a_crate_of_the_terminal_is_found() {
    let fault = |line: usize, rest: &str| vec![format!("src/text/inner.rs:{line}: text must not name {rest}")];
    assert_eq!(foreign("use ratatui::layout::Rect;\n"), fault(1, "ratatui::layout::Rect"));
    assert_eq!(foreign("use ::ratatui::layout::Rect;\n"), fault(1, "ratatui::layout::Rect as ::ratatui::layout::Rect"));
    assert!(
        foreign(
            "use crate::view::theme::Rect;
"
        )
        .is_empty()
    );
    assert_eq!(foreign("fn f() { ratatui::init(); }\n"), fault(1, "ratatui::init"));
    let renamed = foreign("use ratatui as drawing;\nfn f() { drawing::init(); }\n");
    assert_eq!(renamed, [fault(1, "ratatui"), fault(2, "ratatui::init as drawing::init")].concat());
    assert_eq!(foreign("extern crate ratatui;\n"), fault(1, "ratatui as ::ratatui"));
    assert!(foreign("use ratatui_other::Rect;\n").is_empty());
}

#[test]
fn a_file_on_the_list_without_need_is_found() {
    let arrows = arrows(&tree("use ratatui::layout::Rect;\n"));
    let idle = rules::idle_on_the_list(&arrows, &["ratatui"], &["text/inner.rs", "text/width.rs"]);
    assert_eq!(idle, ["src/text/width.rs names none of [\"ratatui\"]"]);
}

#[test]
fn an_impure_import_is_found() {
    let impure = |code: &str| rules::foreign_inside(&arrows(&tree(code)), &["text"], &["std::fs", "std::time"]);
    let fault = |line: usize, rest: &str| vec![format!("src/text/inner.rs:{line}: text must not name {rest}")];
    assert_eq!(impure("use std::fs;\n"), fault(1, "std::fs"));
    assert_eq!(
        impure("use std::{fmt, fs::{self as disk}};\nfn f() { disk::read(); }\n"),
        [fault(1, "std::fs"), fault(2, "std::fs::read as disk::read"),].concat()
    );
    assert_eq!(impure("fn f() -> std::time::Instant { loop {} }\n"), fault(1, "std::time::Instant"));
    assert_eq!(impure("use std::*;\n"), fault(1, "std::*"));
    assert_eq!(impure("use std as s;\nfn f() { vec![s::fs::read()]; }\n"), fault(2, "std::fs::read as s::fs::read"));
    let reexported = impure("mod a { pub use std::fs; }\nfn f() { a::fs::read(); }\n");
    assert_eq!(reexported, [fault(1, "std::fs"), fault(2, "std::fs::read as a::fs::read")].concat());
    assert!(impure("use std::fmt;\nfn f(fs: u8) -> fmt::Result { Ok(fs) }\n").is_empty());
}
