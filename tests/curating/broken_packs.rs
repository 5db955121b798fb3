//! Broken packs and sheets of every kind: each is one clear error, exit status 2, in bounded time and memory, with nothing that
//! steers a terminal in what is printed, and nothing touched.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use crate::support;
use cppcc::text::Lang;
use rust_xlsxwriter::Workbook;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};
use support::program::{FOLDERS, FOREIGN, NOWHERE, PROGRAM, locale};

const SOUND: &str = "[[area]]\nid = \"weifang\"\ncode = \"370700\"\nname = \"潍坊\"\ncommittee = \"潍坊市政协\"\n\
    [[article]]\nid = \"weifang-review\"\narea = \"weifang\"\ntitle = \"回顾\"\noutlet = \"潍坊日报\"\n\
    published = { date = \"2025-01-16\", certainty = \"stated\" }\ngenre = \"news\"\ngrade = \"full\"\nparagraphs = 9\n\
    [[observation]]\nid = \"weifang-2024-filed\"\narea = \"weifang\"\nindicator = \"proposals-filed\"\nvalue = 312\n\
    qualifier = \"exact\"\nscope = \"city\"\nstatus = \"achieved\"\nperiod = \"2024\"\n\
    source = { article = \"weifang-review\", paragraph = 3, printed = \"立案312件\" }\n";

const FIGURES: &str = "Area,Indicator,Printed,Period,Scope,Article,Paragraph\n\
    jinan,proposals-filed,立案312件,2024,city,weifang-review,3\n";

/// How much memory a run may have, in kilobytes of addresses, and how long it may take in a debug build.
const MOST_MEMORY: u32 = 2_500_000;
const MOST_TIME: Duration = Duration::from_secs(20);

/// Runs a command of the program on a path, with a limit of its memory.
fn run(command: &str, path: &Path) -> (Output, Duration) {
    let script = format!("ulimit -v {MOST_MEMORY}; exec \"$0\" {command} \"$1\"");
    let mut shell = Command::new("sh");
    for name in FOREIGN {
        shell.env_remove(name);
    }
    for name in FOLDERS {
        shell.env(name, NOWHERE);
    }
    // What is imported would go into a folder beside the sheet.
    shell.env("XDG_DATA_HOME", path.parent().unwrap());
    shell.env("LANG", locale(Lang::En)).args(["-c", &script, PROGRAM]).arg(path);
    let start = Instant::now();
    (shell.output().unwrap(), start.elapsed())
}

/// Everything below a folder: the bytes of its small regular files, and what else there is.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        let length = entry.metadata().unwrap().len();
        let is_small = kind.is_file() && length < 1 << 20;
        let bytes = if is_small { fs::read(&path).unwrap_or_default() } else { format!("{kind:?} {length}").into() };
        if kind.is_dir() {
            found.extend(snapshot(&path));
        }
        found.insert(path, bytes);
    }
    found
}

/// Asserts that a broken pack or sheet is told, and nothing else happens.
#[track_caller]
fn is_refused(name: &str, command: &str, path: &Path, told: &str) {
    let above = path.parent().unwrap();
    let before = snapshot(above);
    let (output, time) = run(command, path);
    let said = [output.stdout.clone(), output.stderr.clone()].concat();
    let said = String::from_utf8(said).unwrap();
    let shown: String = said.chars().take(3000).collect();
    assert_eq!(output.status.code(), Some(2), "{name}: {shown}");
    assert!(said.contains(told), "{name}: {told}\n{shown}");
    assert!(time < MOST_TIME, "{name}: {time:?}");
    assert!(said.len() < 400_000, "{name}: {} bytes", said.len());
    let steers = |character: char| cppcc::text::is_invisible(character) || character == '\t';
    assert!(!said.contains(steers), "{name}: {:?}", said.chars().filter(|one| steers(*one)).collect::<String>());
    assert!(snapshot(above) == before, "{name}: something was touched");
}

/// A pack with one file of these bytes.
fn with_bytes(name: &str, bytes: &[u8], told: &str) {
    let home = tempfile::tempdir().unwrap();
    let pack = home.path().join("pack");
    fs::create_dir(&pack).unwrap();
    fs::write(pack.join("weifang.toml"), bytes).unwrap();
    is_refused(name, "check", &pack, told);
}

#[test]
fn the_pack_that_is_broken_below_is_sound() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("weifang.toml"), SOUND).unwrap();
    let (output, _) = run("check", home.path());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn what_is_written_wrong() {
    let table = [
        ("an escape", "潍坊\"\ncomm", "潍坊\\u001B[31m\"\ncomm", "can't be seen, U+001B"),
        ("a null character", "潍坊\"\ncomm", "潍\\u0000坊\"\ncomm", "can't be seen, U+0000"),
        ("an escape of the upper range", "title = \"回顾", "title = \"\u{9b}2J回顾", "can't be seen, U+009B"),
        ("a mark that turns text round", "title = \"回顾", "title = \"\u{202e}回顾", "can't be seen, U+202E"),
        ("a title without width", "title = \"回顾\"", "title = \"\u{200b}\"", "can't be seen, U+200B"),
        ("a bell in an id", "id = \"weifang\"", "id = \"wei\\u0007fang\"", "can't be seen, U+0007"),
        ("an unknown key that steers", "paragraphs = 9", "paragraphs = 9\n\"\\u009B31m\" = 1", "unknown key"),
        ("a word that steers", "\"exact\"", "\"\\u001B]0;owned\\u0007\"", "can't be seen"),
        ("an open string", "title = \"回顾\"", "title = \"回顾", "TOML syntax: invalid basic string"),
        ("a key twice", "paragraphs = 9", "paragraphs = 9\nparagraphs = 9", "TOML syntax: duplicate key"),
        ("no quotation marks", "\"city\"", "city", "string values must be quoted"),
        ("an open header", "[[article]]", "[[article", "TOML syntax: unclosed array table"),
        (
            "an id twice",
            "[[article]]",
            "[[area]]\nid = \"weifang\"\ncode = \"370701\"\nname = \"a\"\ncommittee = \"b\"\n[[article]]",
            "is taken",
        ),
        ("an unknown indicator", "\"proposals-filed\"", "\"proposal-filed\"", "did you mean `proposals-filed`?"),
        ("a code of five digits", "\"370700\"", "\"37070\"", "`code` must be six digits"),
        ("a code that is taken", "\"370700\"", "\"371600\"", "the code is taken"),
        ("a city's name for its id", "area = \"weifang\"\ntitle", "area = \"潍坊\"\ntitle", "did you mean `weifang`?"),
        ("a name by its sound", "area = \"weifang\"\ntitle", "area = \"惟方\"\ntitle", "did you mean `weifang`?"),
        ("a name of an indicator", "\"proposals-filed\"", "\"立案提案\"", "did you mean `proposals-filed`?"),
        (
            "a title for an article",
            "article = \"weifang-review\"",
            "article = \"回顾\"",
            "did you mean `weifang-review`?",
        ),
        ("a code without quotation marks", "code = \"370700\"", "code = 370700", "code = \"370700\""),
        ("a unit beside a number", "value = 312", "value = 312件", "write the number without its unit, value = 312"),
        ("a bare year", "period = \"2024\"", "period = 2024年", "write period = \"2024\""),
        ("a number in quotation marks", "value = 312", "value = \"312\"", "must be a number, not a string"),
        ("a number with a radix", "value = 312", "value = 0x138", "must be a decimal number"),
        ("a negative number", "value = 312", "value = -312", "the value can't be negative"),
        ("no number at all", "value = 312", "value = nan", "must be finite and not negative"),
        ("a bare date", "period = \"2024\"", "period = 2024-01-01", "a date must stand in quotation marks"),
        ("a month that there is not", "period = \"2024\"", "period = \"2024-13\"", "2024-13"),
        ("another number than is printed", "value = 312", "value = 321", "312"),
        ("another hedge than is printed", "立案312件", "立案312余件", "at-least"),
        ("too many paragraphs", "paragraphs = 9", "paragraphs = 65536", "too large: it is 65535 at most"),
        ("a paragraph that there is not", "paragraph = 3", "paragraph = 10", "has no such paragraph"),
        ("a table where a list belongs", "[[article]]", "[article]", "must be a list"),
        (
            "an area that there is not",
            "area = \"weifang\"\ntitle",
            "area = \"weifan\"\ntitle",
            "did you mean `weifang`?",
        ),
        ("neither language", "name = \"潍坊\"", "name = {}", "neither `zh` nor `en`"),
        ("an empty name", "name = \"潍坊\"", "name = \" \"", "`name` is empty"),
        ("a line of a megabyte", "title = \"回顾\"", &format!("title = 回{}", "顾".repeat(300_000)), "must be quoted"),
    ];
    for (name, find, replace, told) in table {
        assert_eq!(SOUND.matches(find).count(), 1, "{name}");
        with_bytes(name, SOUND.replace(find, replace).as_bytes(), told);
    }
}

#[test]
fn what_is_no_toml() {
    let utf16: Vec<u8> = SOUND.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (gb18030, ..) = encoding_rs::GB18030.encode(SOUND);
    let deep = |open: &str| format!("a = {}", open.repeat(100_000));
    let table: [(&str, Vec<u8>, &str); 15] = [
        ("GB18030", gb18030.into_owned(), "the file is not UTF-8"),
        ("UTF-16", utf16.clone(), "the file is not UTF-8"),
        ("UTF-16 with its mark", [b"\xFF\xFE".to_vec(), utf16].concat(), "the file is not UTF-8"),
        ("a picture", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(), "the file is not UTF-8"),
        ("null characters", vec![0; 1000], "TOML syntax"),
        ("JSON", b"{\"area\": [{\"id\": \"weifang\"}]}\n".to_vec(), "TOML syntax"),
        ("CSV", FIGURES.as_bytes().to_vec(), "TOML syntax"),
        ("a page", "<html><body>政协</body></html>\n".as_bytes().to_vec(), "TOML syntax"),
        ("lists nested deep", deep("[").into_bytes(), "TOML syntax: cannot recurse further"),
        ("tables nested deep", deep("{a=").into_bytes(), "TOML syntax: cannot recurse further"),
        ("keys nested deep", "a.".repeat(100_000).into_bytes(), "TOML syntax"),
        ("equal signs", vec![b'='; 300_000], "this is no TOML file"),
        ("lines of equal signs", b"= =\n".repeat(100_000), "this is no TOML file"),
        ("one key again and again", b"a=1\n".repeat(50_000), "more are not printed"),
        (
            "many unknown keys",
            (0..20_000).flat_map(|n| format!("a{n}=1\n").into_bytes()).collect(),
            "more are not printed",
        ),
    ];
    for (name, bytes, told) in table {
        with_bytes(name, &bytes, told);
    }
}

#[test]
fn what_is_no_file() {
    type Maker = fn(&Path);
    let (regular, too_large) = ("only regular files are", "more than 16 MiB");
    let pipe: Maker = |path| mknodat(CWD, path, FileType::Fifo, Mode::RWXU, 0).unwrap();
    let table: [(&str, Maker, &str); 8] = [
        ("a pipe", pipe, regular),
        ("a link to a device without end", |path| symlink("/dev/zero", path).unwrap(), regular),
        ("a link to a terminal", |path| symlink("/dev/ptmx", path).unwrap(), regular),
        ("a socket", |path| drop(UnixListener::bind(path).unwrap()), regular),
        ("a link to itself", |path| symlink(path.file_name().unwrap(), path).unwrap(), "the links lead in a circle"),
        ("a link to nothing", |path| symlink("nothing", path).unwrap(), "no such file or folder"),
        ("a line of two hundred megabytes", |path| File::create(path).unwrap().set_len(200 << 20).unwrap(), too_large),
        ("a folder", |path| fs::create_dir(path).unwrap(), "there is no .toml file in this folder"),
    ];
    for (name, make, told) in table {
        let home = tempfile::tempdir().unwrap();
        let pack = home.path().join("pack");
        fs::create_dir(&pack).unwrap();
        make(&pack.join("weifang.toml"));
        is_refused(name, "check", &pack, told);
        if name != "a folder" {
            // Named itself, it is told in the same way.
            is_refused(name, "check", &pack.join("weifang.toml"), told);
        }
        let sheet = home.path().join("figures.csv");
        make(&sheet);
        let told = if name == "a folder" { "this is a folder" } else { told };
        fs::remove_dir_all(&pack).unwrap();
        is_refused(name, "import", &sheet, told);
    }
    for (path, told) in [("/dev/null", regular), ("/nonexistent/pack", "no such file or folder")] {
        let (output, _) = run("check", Path::new(path));
        assert_eq!(output.status.code(), Some(2), "{path}");
        assert!(String::from_utf8_lossy(&output.stdout).contains(told), "{path}: {output:?}");
    }
}

#[test]
fn the_name_of_a_file_does_not_steer_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    let pack = home.path().join("pa\u{1b}[31m\u{9b}ck");
    fs::create_dir(&pack).unwrap();
    fs::write(pack.join("x\u{1b}]0;owned\u{7}\n\u{202e}.toml"), "a = 1\n").unwrap();
    is_refused("a name with escapes", "check", &pack, "x\\u001B]0;owned\\u0007\\n\\u202E.toml");
    let sheet = home.path().join("s\u{1b}[2J.csv");
    fs::write(&sheet, "no headings\n").unwrap();
    is_refused("a sheet with escapes", "import", &sheet, "s\\u001B[2J.csv");
}

/// A sheet of these bytes.
fn sheet(name: &str, extension: &str, bytes: &[u8], told: &str) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join(format!("figures.{extension}"));
    fs::write(&path, bytes).unwrap();
    is_refused(name, "import", &path, told);
}

fn workbook(fill: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_spreadsheet() {
    let whole = workbook(|sheet| {
        sheet.write_string(0, 0, "Area").unwrap();
    });
    let zeros = vec![0; 140 << 20];
    let far = workbook(|sheet| {
        sheet.write_string(0, 0, "a").unwrap();
        sheet.write_string(1_048_575, 16_383, "b").unwrap();
    });
    let error = workbook(|sheet| {
        for (column, heading) in (0_u16..).zip(["Area", "Indicator", "Printed", "Period", "Scope", "Article"]) {
            sheet.write_string(0, column, heading).unwrap();
            sheet.write_string(1, column, "jinan").unwrap();
        }
        sheet.write_formula(1, 2, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    });
    let long =
        FIGURES.replace("立案312件", &"立案".repeat(200_000)).replace("weifang-review", "jinan-2026-01-briefing");
    let heading = |from: &str, to: &str| FIGURES.replace(from, to).into_bytes();
    let table: [(&str, &str, Vec<u8>, &str); 19] = [
        ("nothing", "csv", Vec::new(), "the file has nothing in it"),
        ("an empty workbook", "xlsx", workbook(|_| ()), "the file has nothing in it"),
        ("no workbook", "xlsx", b"Area,Indicator\n".to_vec(), "this is no xlsx file"),
        ("half a workbook", "xlsx", whole.get(..whole.len() / 2).unwrap().to_vec(), "this is no xlsx file"),
        ("an archive of something else", "xlsx", zipped(&[("a.txt", b"a")]), "the xlsx file can't be read"),
        ("a bomb", "xlsx", zipped(&[("xl/worksheets/sheet1.xml", &zeros)]), "unpacks to far too much"),
        ("cells far apart", "xlsx", far, "no headings are known"),
        ("a formula without a value", "xlsx", error, "Sheet1!C2 (Printed)"),
        ("null characters", "csv", b"Area,\0".to_vec(), "null characters"),
        ("no encoding", "csv", b"\xFF\xFF\xFF\xFF".to_vec(), "neither UTF-8 nor GB18030"),
        ("a picture", "csv", b"\x89PNG\r\n\x1A\n\0\0".to_vec(), "figures.csv"),
        ("headings alone", "csv", b"Area,Indicator,Printed,Scope,Article\n".to_vec(), "nothing below them"),
        ("no such heading", "csv", heading("Scope", "Scoop"), "did you mean `Scope`?"),
        ("a heading twice", "csv", heading("Paragraph", "Period"), "G1 (Period)"),
        ("no such article", "csv", FIGURES.as_bytes().to_vec(), "F2 (Article)"),
        ("no such area", "csv", heading("jinan,", "jinann,"), "A2 (Area)"),
        ("an escape in a cell", "csv", heading("jinan,", "jin\u{1b}[31man,"), "jin\\u001B[31man"),
        ("too many cells", "csv", b"Area,Indicator,Scope,Article\n".repeat(150_000), "more than 500000 cells"),
        ("a cell of a megabyte", "csv", long.into_bytes(), "no figure can be read"),
    ];
    for (name, extension, bytes, told) in table {
        sheet(name, extension, &bytes, told);
    }
}

#[test]
fn a_broken_original_is_told_and_in_the_way_of_nothing() {
    let home = tempfile::tempdir().unwrap();
    let pack = home.path().join("cppcc/data");
    fs::create_dir_all(pack.join("originals")).unwrap();
    fs::write(pack.join("weifang.toml"), SOUND).unwrap();
    fs::write(pack.join("originals/weifang-review.txt"), b"\xFF\xFEa").unwrap();
    let (output, _) = run("check", &pack);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    assert!(said.contains("weifang-review.txt") && said.contains("not UTF-8"), "{said}");
    for arguments in [&["compare", "proposals-filed"][..], &["city", "weifang"], &["list", "areas"]] {
        let mut program = support::program::program(Lang::En);
        let output = program.env("XDG_DATA_HOME", home.path()).args(arguments).output().unwrap();
        assert_ne!(output.status.code(), Some(2), "{output:?}");
    }
}

#[test]
fn a_folder_with_far_too_much_is_no_pack() {
    let home = tempfile::tempdir().unwrap();
    let pack = home.path().join("pack");
    fs::create_dir(&pack).unwrap();
    let comment = "# 0123456789abcdef\n".repeat((15 << 20) / 19);
    fs::write(pack.join("0.toml"), comment).unwrap();
    for number in 1..22 {
        fs::hard_link(pack.join("0.toml"), pack.join(format!("{number}.toml"))).unwrap();
    }
    let (output, time) = run("check", &pack);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("too many files, or too large ones"), "{output:?}");
    assert!(time < MOST_TIME, "{time:?}");
}

#[test]
fn what_may_not_be_read_or_written_is_told() {
    const NOBODY: [&str; 4] = ["--reuid=65534", "--regid=65534", "--clear-groups", "--"];
    let as_nobody = |arguments: &[&str], data_home: &Path| {
        let mut command = Command::new("setpriv");
        command.env_clear().env("XDG_DATA_HOME", data_home).env("LANG", locale(Lang::En)).env("HOME", "/nonexistent");
        command.args(NOBODY).arg(PROGRAM).args(arguments).output()
    };
    let home = tempfile::tempdir().unwrap();
    // Whoever may not run the program as somebody else can't try this.
    if !as_nobody(&["--version"], home.path()).is_ok_and(|output| output.status.success()) {
        eprintln!("not tried: the program can't be run as another user here");
        return;
    }
    let pack = home.path().join("cppcc/data");
    fs::create_dir_all(&pack).unwrap();
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
    };
    mode(home.path(), 0o755);
    let file = pack.join("weifang.toml");
    fs::write(&file, SOUND).unwrap();
    mode(&file, 0o600);
    let path = pack.to_str().unwrap();
    let output = as_nobody(&["check", path], home.path()).unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("weifang.toml") && said.contains("permission"), "{said}");
    // What can be read and not be written is left as it is.
    mode(&file, 0o644);
    let sheet = home.path().join("figures.csv");
    fs::write(&sheet, FIGURES.replace("jinan", "weifang").replace("312件", "298件").replace(",2024,", ",2023,"))
        .unwrap();
    let before = snapshot(home.path());
    let add = ["add", "--replace", "weifang-2024-filed", "--note", "x"];
    for arguments in [&["import", sheet.to_str().unwrap()][..], &add, &["remove", "weifang-2024-filed"]] {
        let output = as_nobody(arguments, home.path()).unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("permission") || said.contains("Permission"), "{arguments:?}: {said}");
        assert!(snapshot(home.path()) == before, "{arguments:?}: something was touched");
    }
}
