//! Wrong usage: what is said of it, to the letter, in the language in force.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use support::program::{NOWHERE, program, run};

/// The program in the language of a locale, with its settings in a folder.
fn program_in(folder: &Path, lang: Lang) -> Command {
    let mut command = program(lang);
    command.env("XDG_CONFIG_HOME", folder);
    command
}

#[track_caller]
fn refused(output: &Output, words: &str) {
    assert_eq!(String::from_utf8_lossy(&output.stderr), format!("cppcc: {words}\n"));
    assert_eq!((output.status.code(), &*output.stdout), (Some(2), &b""[..]), "{words}");
}

/// Runs the program in both languages on the same arguments, and asserts what it says.
#[track_caller]
fn says(arguments: &[&str], zh: &str, en: &str) {
    for (lang, words) in [(Lang::Zh, zh), (Lang::En, en)] {
        refused(&run(lang, arguments), words);
    }
}

#[test]
fn a_city_in_the_place_of_an_indicator_is_told_where_it_belongs() {
    let library = cppcc::data::load(cppcc::data::builtin(cppcc::data::Builtin::All)).unwrap();
    for (_, area) in library.areas.iter() {
        let (zh, en) = (&area.name.zh, &area.name.en);
        for typed in [zh.clone(), format!("{zh}市"), en.clone(), area.id.clone()] {
            says(
                &["compare", &typed, "提交提案"],
                &format!("“{typed}”是城市，不是指标；选定城市请写 --area {zh}"),
                &format!("“{typed}” is a city, and no indicator; cities are chosen by --area {en}"),
            );
        }
        assert_eq!(run(Lang::Zh, &["list", "figures", "--area", zh]).status.code(), Some(0));
    }
}

#[test]
fn what_has_no_such_name() {
    says(
        &["compare", "--bogus"],
        "没有名为“--bogus”的选项；用法见：cppcc compare --help",
        "no option is called “--bogus”; usage: cppcc compare --help",
    );
    says(
        &["compare", "--aera", "bz"],
        "没有名为“--aera”的选项。最接近的：--area；用法见：cppcc compare --help",
        "no option is called “--aera”. Nearest: --area; usage: cppcc compare --help",
    );
    says(
        &["compare", "--them=dark"],
        "没有名为“--them”的选项。最接近的：--theme；用法见：cppcc compare --help",
        "no option is called “--them”. Nearest: --theme; usage: cppcc compare --help",
    );
    says(&["-x"], "没有名为“-x”的选项；用法见：cppcc --help", "no option is called “-x”; usage: cppcc --help");
    says(
        &["presnt"],
        "没有名为“presnt”的命令。最接近的：present；用法见：cppcc --help",
        "no command is called “presnt”. Nearest: present; usage: cppcc --help",
    );
    says(
        &["nonsense"],
        "没有名为“nonsense”的命令；用法见：cppcc --help",
        "no command is called “nonsense”; usage: cppcc --help",
    );
}

#[test]
fn what_stands_in_the_wrong_place() {
    says(
        &["--area", "bz", "compare"],
        "--area 是 compare、list、export、shot、add、import 命令的选项，写在该命令之后；用法见：cppcc --help",
        "--area is an option of compare, list, export, shot, add, import, and stands after the command; usage: cppcc --help",
    );
    says(
        &["city", "bz", "--format", "json"],
        "--format 是 compare、list、export、check、import、verify 命令的选项，不是 city 的；用法见：cppcc city --help",
        "--format is an option of compare, list, export, check, import, verify, and not of city; usage: cppcc city --help",
    );
    says(
        &["man", "-o", "x"],
        "-o 是 export、shot 命令的选项，不是 man 的；用法见：cppcc man --help",
        "-o is an option of export, shot, and not of man; usage: cppcc man --help",
    );
    says(
        &["show", "one", "two"],
        "“two”是多余的；用法见：cppcc show --help",
        "“two” is one argument too many; usage: cppcc show --help",
    );
}

#[test]
fn values_that_are_wrong() {
    says(
        &["compare", "--format", "cvs"],
        "--format 没有“cvs”这个取值。最接近的：csv；可用的：table、csv、json、md；用法见：cppcc compare --help",
        "“cvs” is not a value of --format. Nearest: csv; the values are: table, csv, json, md; usage: cppcc compare --help",
    );
    says(
        &["list", "figures", "--theme", "proposals"],
        "--theme 没有“proposals”这个取值；可用的：auto、dark、light；数据的主题写在 --in-theme 之后；用法见：cppcc list --help",
        "“proposals” is not a value of --theme; the values are: auto, dark, light; themes of the data stand after --in-theme; usage: cppcc list --help",
    );
    says(
        &["list", "cities"],
        "list 没有“cities”这个取值；可用的：areas、themes、indicators、articles、initiatives、figures、decks、groups；用法见：cppcc list --help",
        "“cities” is not a value of list; the values are: areas, themes, indicators, articles, initiatives, figures, decks, groups; usage: cppcc list --help",
    );
    says(
        &["--ascii=maybe"],
        "--ascii 没有“maybe”这个取值；可用的：true、false；用法见：cppcc --help",
        "“maybe” is not a value of --ascii; the values are: true, false; usage: cppcc --help",
    );
    says(
        &["shot", "--screen", "citi"],
        "--screen 没有“citi”这个取值。最接近的：city；可用的：compare、city、coverage、timeline、initiatives、reader；用法见：cppcc shot --help",
        "“citi” is not a value of --screen. Nearest: city; the values are: compare, city, coverage, timeline, initiatives, reader; usage: cppcc shot --help",
    );
    for typed in ["abc", "0", "601"] {
        says(
            &["present", "--minutes", typed],
            &format!("--minutes 的取值“{typed}”有误，应为 1–600；用法见：cppcc present --help"),
            &format!("“{typed}” is not a value of --minutes; write 1–600; usage: cppcc present --help"),
        );
    }
    says(
        &["compare", "--when", "soon"],
        "--when 的取值“soon”有误，应为 latest | closest | YYYY；用法见：cppcc compare --help",
        "“soon” is not a value of --when; write latest | closest | YYYY; usage: cppcc compare --help",
    );
    says(
        &["shot", "--size", "120"],
        "--size 的取值“120”有误，应为 120x36 (1x1–500x500)；用法见：cppcc shot --help",
        "“120” is not a value of --size; write 120x36 (1x1–500x500); usage: cppcc shot --help",
    );
}

#[test]
fn values_that_are_missing_or_too_many() {
    says(
        &["present", "--minutes"],
        "--minutes 缺少取值，应写作 --minutes <N>；用法见：cppcc present --help",
        "--minutes has no value; write --minutes <N>; usage: cppcc present --help",
    );
    says(
        &["compare", "--format="],
        "--format 缺少取值，应写作 --format <table|csv|json|md>；用法见：cppcc compare --help",
        "--format has no value; write --format <table|csv|json|md>; usage: cppcc compare --help",
    );
    says(
        &["compare", "--plain=yes"],
        "--plain 不带取值，这里却有“yes”；用法见：cppcc compare --help",
        "--plain takes no value, and “yes” is given; usage: cppcc compare --help",
    );
    says(&["show"], "show 缺少 <FIGURE>；用法见：cppcc show --help", "show needs <FIGURE>; usage: cppcc show --help");
    says(
        &["export"],
        "export 缺少 --format 或 -o 文件；用法见：cppcc export --help",
        "export needs --format or -o FILE; usage: cppcc export --help",
    );
    says(
        &["config"],
        "config 缺少 <--template|--path|--check>；用法见：cppcc config --help",
        "config needs <--template|--path|--check>; usage: cppcc config --help",
    );
}

#[test]
fn what_can_not_stand_together() {
    says(
        &["compare", "--format", "csv", "--format", "md"],
        "--format 只能写一次；用法见：cppcc compare --help",
        "--format may be given once only; usage: cppcc compare --help",
    );
    says(
        &["compare", "--plain", "--format", "csv"],
        "--plain 不能与 --format 同用；用法见：cppcc compare --help",
        "--plain can't be used with --format; usage: cppcc compare --help",
    );
    says(
        &["config", "--path", "--check"],
        "--path 不能与 --check 同用；用法见：cppcc config --help",
        "--path can't be used with --check; usage: cppcc config --help",
    );
    says(
        &["present", "five-cities", "--notes"],
        "DECK 不能与 --notes 同用；用法见：cppcc present --help",
        "DECK can't be used with --notes; usage: cppcc present --help",
    );
    says(
        &["shot", "--all", "x", "--size", "9x9", "--output", "y"],
        "--all 不能与 --size、--output 同用；用法见：cppcc shot --help",
        "--all can't be used with --size, --output; usage: cppcc shot --help",
    );
}

#[cfg(unix)]
#[test]
fn what_is_not_utf_8() {
    use std::os::unix::ffi::OsStrExt;
    let typed = OsStr::from_bytes(b"\xff");
    let run = |lang| program(lang).arg("show").arg(typed).output().unwrap();
    refused(&run(Lang::Zh), "有的参数不是 UTF-8 编码；用法见：cppcc show --help");
    refused(&run(Lang::En), "an argument is not UTF-8; usage: cppcc show --help");
}

/// `--lang` decides wherever it stands and whatever else is wrong, then the settings, then the locale.
#[test]
fn the_language_is_the_one_in_force() {
    let (zh, en) =
        ("“x”是多余的；用法见：cppcc doctor --help", "“x” is one argument too many; usage: cppcc doctor --help");
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("cppcc")).unwrap();
    fs::write(folder.path().join("cppcc/config.toml"), "language = \"zh\"\n").unwrap();
    let (settled, unsettled) = (folder.path(), Path::new(NOWHERE));
    let run = |folder, lang, arguments: &[&str]| program_in(folder, lang).args(arguments).output().unwrap();
    refused(&run(unsettled, Lang::En, &["doctor", "x", "--lang", "zh"]), zh);
    refused(&run(unsettled, Lang::Zh, &["--lang=en", "doctor", "x"]), en);
    refused(&run(settled, Lang::En, &["doctor", "x"]), zh);
    refused(&run(settled, Lang::Zh, &["--lang", "en", "doctor", "x"]), en);
    // What is no language decides nothing.
    refused(
        &run(settled, Lang::En, &["--lang", "fr", "doctor"]),
        "--lang 没有“fr”这个取值；可用的：zh、en；用法见：cppcc doctor --help",
    );
    refused(
        &run(unsettled, Lang::En, &["doctor", "--lang"]),
        "--lang has no value; write --lang <zh|en>; usage: cppcc doctor --help",
    );
}
