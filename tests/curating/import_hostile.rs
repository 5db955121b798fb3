//! Pages that are none, and disks that fail: one clear error, exit 2, at once, and what was there is untouched.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use support::originals::{Home, briefing};
use support::program::{ends, err, out};

/// No refusal takes longer, on however busy a machine.
const AT_ONCE: Duration = Duration::from_secs(20);

fn import(home: &Home, page: &Path) -> Output {
    let arguments = ["--article", "donghu-2024-briefing"];
    home.program(Lang::En).arg("import").arg(page).args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// Asserts that a page is refused in one line that says why, and that nothing has changed.
#[track_caller]
fn refuses(home: &Home, page: &Path, why: &str) {
    let (before, started) = (home.files(), Instant::now());
    let output = import(home, page);
    let page = page.display();
    ends(&output, 2);
    assert!(started.elapsed() < AT_ONCE, "{page}");
    assert_eq!((out(&output), err(&output).lines().count()), ("", 1), "{page}: {}", err(&output));
    assert!(err(&output).contains(why), "{page}: {}", err(&output));
    assert_eq!(home.files(), before);
}

#[test]
fn what_is_no_page_is_refused() {
    let home = Home::new();
    let text = briefing().join("\n");
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let odd: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf_16.iter().copied().take(21)).collect();
    let cut = text.as_bytes().split_last().unwrap().1;
    let cut = cut.split_last().unwrap().1;
    let gb = encoding_rs::GB18030.encode(&text).0.into_owned();
    let odd_gb = gb.iter().copied().take(31).chain([0x81]).collect::<Vec<u8>>();
    let with = |at: usize, bytes: &[u8]| [&text.as_bytes()[..at], bytes, &text.as_bytes()[at..]].concat();
    let nuls = [text.as_bytes(), &[0; 64]].concat();
    let random: Vec<u8> = (0..40_000_u32).map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
    let cases: &[(&str, Vec<u8>, &str)] = &[
        ("empty", vec![], "is empty"),
        ("blank", b" \r\n\t\n".to_vec(), "is empty"),
        ("only-a-mark", b"\xef\xbb\xbf".to_vec(), "no sentence"),
        ("utf-16-without-mark", utf_16, "no text"),
        ("utf-16-odd", odd, "UTF-16LE"),
        ("utf-8-broken", with(30, b"\xff\xff"), "line 1, column 11 is not UTF-8"),
        ("utf-8-cut", cut.to_vec(), "in the middle of a character"),
        ("gb18030-cut", odd_gb, "gb18030"),
        ("nuls", nuls, "no text"),
        ("controls", b"\x01\x02\x03\x04 \x05\x06\x07 and so on".to_vec(), "no text"),
        ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "no text"),
        ("zip", b"PK\x03\x04\x14\0\x06\0".to_vec(), "no text"),
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), "no sentence"),
        ("random", random, "no text"),
        ("numbers", b"1,2,3\n4,5,6\n".to_vec(), "no sentence"),
        ("words", b"lorem ipsum".to_vec(), "no sentence"),
        ("a-program", b"fn main() { let a = 1; }".to_vec(), "no sentence"),
        ("tags-alone", "<html>".repeat(1000).into_bytes(), "no sentence"),
        ("deep-and-empty", [vec![b'<'; 100_000], "<div>".repeat(100_000).into_bytes()].concat(), "no sentence"),
        ("advertising", "家具城都是精品\n".repeat(2).into_bytes(), "no sentence"),
    ];
    for (name, bytes, why) in cases {
        refuses(&home, &home.page(name, bytes), why);
    }
}

#[test]
fn what_is_too_large_is_refused_unread() {
    let home = Home::new();
    let huge = home.path("huge");
    let file = fs::File::create(&huge).unwrap();
    file.set_len(200 << 20).unwrap();
    refuses(&home, &huge, "MiB");
    let line = home.page("line", "政协商量。".repeat((9 << 20) / 15));
    refuses(&home, &line, "MiB");
    // Through a pipe nobody knows how much is to come.
    let mut command = home.program(Lang::En);
    command.args(["import", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let piece = "政协商量。".repeat(1 << 16);
    while input.write_all(piece.as_bytes()).is_ok() {}
    drop(input);
    let output = child.wait_with_output().unwrap();
    ends(&output, 2);
    assert!(err(&output).contains("MiB"), "{}", err(&output));
}

#[test]
fn what_is_no_file_is_refused_and_nothing_waits() {
    let home = Home::new();
    refuses(&home, &home.path("nothing"), "no such file");
    fs::create_dir(home.path("folder")).unwrap();
    refuses(&home, &home.path("folder"), "folder");
    assert!(Command::new("mkfifo").arg(home.path("fifo")).status().unwrap().success());
    refuses(&home, &home.path("fifo"), "regular file");
    refuses(&home, Path::new("/dev/zero"), "regular file");
    symlink("loop", home.path("loop")).unwrap();
    refuses(&home, &home.path("loop"), "");
    refuses(&home, &home.path("folder/../nothing/page"), "no such file");
    refuses(&home, &home.page("file", "政协商量。").join("page"), "not a folder");
    let page = home.page("closed", briefing().join("\n"));
    fs::set_permissions(&page, fs::Permissions::from_mode(0o0)).unwrap();
    // Nothing is closed to root.
    if fs::File::open(&page).is_err() {
        refuses(&home, &page, "permission");
    }
}

#[test]
fn what_stands_in_the_way_is_told_and_stays() {
    let page = |home: &Home| home.page("page", briefing().join("\n"));
    for name in ["originals", "originals/donghu-2024-briefing.txt", "originals/donghu-2024-briefing.toml"] {
        let home = Home::new();
        let target = home.data().join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        if name == "originals" {
            fs::write(&target, "a file").unwrap();
        } else {
            fs::create_dir(&target).unwrap();
        }
        refuses(&home, &page(&home), "nothing was written");
    }
    let home = Home::new();
    fs::create_dir(home.data().join("originals")).unwrap();
    let fifo = home.data().join("originals/donghu-2024-briefing.toml");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    refuses(&home, &page(&home), "no regular file");
    // Data with faults are told, with their place, before anything is written.
    let home = Home::new();
    fs::write(home.data().join("broken.toml"), "[[area]\n").unwrap();
    let before = home.files();
    ends(&import(&home, &page(&home)), 2);
    assert_eq!(home.files(), before);
}

#[test]
fn hostile_html_is_cleaned_in_bounded_time() {
    let home = Home::new();
    let article = format!("<p>{}", briefing().join("<p>"));
    for (name, page) in [
        ("deep", format!("{}{article}{}", "<div><b><font>".repeat(100_000), "</div>".repeat(100_000))),
        ("attributes", format!("<body {}>{article}", "a='b' ".repeat(100_000))),
        ("open", format!("<body>{article}<p title=\"")),
        ("entities", format!("<body>{article}{}", "&#x26;&nbsp;&bogus;".repeat(50_000))),
        ("comment", format!("<body>{article}<!-- {}", "<p>x".repeat(50_000))),
        ("glosses", format!("{}\n{}", briefing().join("\n"), "?lián)(xié".repeat(50_000))),
        ("marks", format!("{}\n{}", briefing().join("\n"), "“《?!".repeat(50_000))),
        ("lines", format!("{}\n{}", briefing().join("\n"), "短\n".repeat(200_000))),
    ] {
        let started = Instant::now();
        let output = import(&home, &home.page(name, page));
        assert!(started.elapsed() < AT_ONCE, "{name}: {:?}", started.elapsed());
        assert!([Some(0), Some(2)].contains(&output.status.code()), "{name}: {}", err(&output));
    }
}

#[test]
fn an_import_that_is_killed_leaves_sound_data() {
    let home = Home::new();
    let page = home.page("page", briefing().join("\n"));
    let whole = format!("{}\n", briefing().join("\n"));
    for round in 0..200_u64 {
        let mut child = home
            .program(Lang::En)
            .arg("import")
            .arg(&page)
            .args(["--article", "donghu-2024-briefing", "--force"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(round % 50 * 1_500));
        let _ = child.kill();
        child.wait().unwrap();
        let text = home.data().join("originals/donghu-2024-briefing.txt");
        if text.exists() {
            assert_eq!(fs::read_to_string(&text).unwrap(), whole);
        }
    }
    ends(&home.program(Lang::En).arg("check").output().unwrap(), 0);
    ends(&import(&home, &page), 0);
    let names: Vec<PathBuf> = home.files().into_iter().map(|(path, _)| path).collect();
    let left = names.iter().filter(|path| path.extension().is_none_or(|kind| kind != "toml" && kind != "txt"));
    assert_eq!(left.count(), 0, "{names:?}");
}

#[test]
fn a_full_disk_changes_nothing() {
    let home = Home::new();
    let disk = home.data().join("originals");
    fs::create_dir(&disk).unwrap();
    let mounted =
        Command::new("mount").args(["-t", "tmpfs", "-o", "size=8k", "tmpfs"]).arg(&disk).stderr(Stdio::null()).status();
    if !mounted.is_ok_and(|status| status.success()) {
        // Only root can make so small a disk.
        return;
    }
    let text = format!("{}\n{}", briefing().join("\n"), "再加上一段很长的文字，写满这块小磁盘。".repeat(400));
    let output = import(&home, &home.page("page", text));
    let left = fs::read_dir(&disk).unwrap().count();
    let _ = Command::new("umount").arg(&disk).status();
    ends(&output, 2);
    assert!(err(&output).contains("no space"), "{}", err(&output));
    assert_eq!(left, 0);
}
