//! Small files with one fault each, which each rule must find.

use super::source_files::planted;
use super::{home_paths, long_files, long_functions, names_of_two_types, stubs, without_comment};

fn lines(before: &str, count: usize, after: &str) -> String {
    format!("{before}{}{after}", "    f();\n".repeat(count))
}

#[test]
fn a_long_file_is_found() {
    let (long, short) = ("\n".repeat(401), "\n".repeat(400));
    let files = planted(&[("b.rs", &long), ("a.rs", &short)]);
    assert_eq!(long_files(&files), ["b.rs: 401 lines, and 400 is the most"]);
}

#[test]
fn a_long_function_is_found_wherever_it_stands() {
    let function = lines("fn long() {\n", 59, "}\n");
    assert_eq!(
        long_functions(&planted(&[("a.rs", &short_functions(&function))])),
        ["a.rs:1: long has 61 lines, and 60 is the most"]
    );
    let method = lines("struct A;\nimpl A {\n/// Not counted.\n#[must_use]\nfn long(\n) {\n", 58, "}\n}\n");
    assert_eq!(
        long_functions(&planted(&[("a.rs", &short_functions(&method))])),
        ["a.rs:5: long has 61 lines, and 60 is the most"]
    );
    let in_trait = lines("mod m { trait A {\nfn long() {\n", 59, "}\n} }\n");
    assert_eq!(
        long_functions(&planted(&[("a.rs", &short_functions(&in_trait))])),
        ["a.rs:2: long has 61 lines, and 60 is the most"]
    );
    let just = lines("fn long() {\n", 58, "}\n");
    assert!(long_functions(&planted(&[("a.rs", &short_functions(&just))])).is_empty());
}

/// The code, and behind it twenty functions of one line.
fn short_functions(code: &str) -> String {
    format!("{code}{}", "fn short() {}\n".repeat(20))
}

#[test]
fn too_many_long_functions_are_found() {
    let long = lines("fn long() {\n", 24, "}\n").repeat(2);
    let nine_short = "fn short() {}\n".repeat(9);
    let found = long_functions(&planted(&[("a.rs", &format!("{long}{nine_short}"))]));
    let told = |line| format!("a.rs:{line}: long has 26 lines, and 25 is the most of nine in ten");
    assert_eq!(found, [told(1), told(27)]);
    let eighteen_short = "fn short() {}\n".repeat(19);
    assert!(long_functions(&planted(&[("a.rs", &format!("{long}{eighteen_short}"))])).is_empty());
}

#[test]
fn a_name_of_two_types_is_found() {
    let files = planted(&[
        ("a.rs", "struct A;\nenum B {}\ntrait C { type Error; }\ntype D = u8;\n"),
        ("b.rs", "#[cfg(test)]\nmod tests {\n    struct A;\n    mod inner {\n        trait B {}\n    }\n}\n"),
        ("c.rs", "union C { a: u8 }\nmod m { pub struct D; }\nimpl X for D { type Error = u8; }\nuse a::A;\n"),
        ("d.rs", "fn f() { struct A; }\nstruct Error;\n"),
    ]);
    let expected = ["A: a.rs:1, b.rs:3", "B: a.rs:2, b.rs:5", "C: a.rs:3, c.rs:1", "D: a.rs:4, c.rs:2"];
    assert_eq!(names_of_two_types(&files), expected);
}

#[test]
fn a_stub_of_a_comment_is_found() {
    let files = planted(&[
        (
            "a.rs",
            "//! A module here.\n\n/// Whose.\nstruct A {\n    /// The area of it.\n    a: u8,\n    /// Which.\n    b: u8,\n}\n",
        ),
        (
            "b.rs",
            "/// A line\n/// and another.\n/// - …\nfn f() {}\nenum E {\n    /** Two words. */\n    A,\n}\n// Short.\n",
        ),
        (
            "c.rs",
            "mod m {\n    //! Inside it.\n    #![allow(unused)]\n    impl A {\n        /// Returns A.\n        fn f() {}\n    }\n}\n",
        ),
    ]);
    let expected = [
        "a.rs:1: “A module here.”",
        "a.rs:3: “Whose.”",
        "a.rs:7: “Which.”",
        "b.rs:6: “Two words.”",
        "c.rs:2: “Inside it.”",
        "c.rs:5: “Returns A.”",
    ];
    assert_eq!(stubs(&files), expected);
}

#[test]
fn a_path_of_a_home_is_found() {
    let home = |folder: &str| format!("# a\nkey = \"/{folder}/somebody/x\"\n");
    let files = planted(&[
        ("a.toml", &home("home")),
        ("b.txt", &home("Users")),
        ("c.rs", "const A: &str = \"/there/cppcc/src\";\n"),
        ("d.rs", "const A: &str = \"a/b/home\";\n"),
    ]);
    let home = |folder: &str| format!("names /{folder}/");
    let expected = [
        format!("a.toml:2: {}", home("home")),
        format!("b.txt:2: {}", home("Users")),
        "c.rs:1: names /there/cppcc".to_owned(),
    ];
    assert_eq!(home_paths(&files, "/there/cppcc"), expected);
}

#[test]
fn a_public_thing_without_a_comment_is_found() {
    let files = planted(&[(
        "a.rs",
        "/// A record with fields.\npub struct A {\n    pub a: u8,\n}\n#[derive(Debug)]\npub enum B {\n    C,\n}\nimpl A {\n    pub fn d() {}\n    fn e() {}\n}\npub(crate) fn f() {}\npub trait G {}\npub type H = u8;\n",
    )]);
    assert_eq!(without_comment(&files), ["a.rs:6: B", "a.rs:10: d", "a.rs:14: G", "a.rs:15: H"]);
}
