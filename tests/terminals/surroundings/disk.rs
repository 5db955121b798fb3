//! Disks that are full, and disks that can only be read: what is written is written whole or not at all, and what was there
//! stays.

use super::support::originals::briefing;
use super::support::program::PROGRAM;
use super::support::pty::{Session, Under};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Makes a disk of its own in a namespace of its own, fills it but for `$FREE` pages, and tells what it holds afterwards.
const ON_DISK: &str = r#"
mount -t tmpfs -o size=2m tmpfs "$DISK" || exit 99
mkdir -p "$DISK/cppcc/data" && cp "$SEED"/deck.toml "$DISK/cppcc/deck.toml" && cp "$SEED"/mine.toml "$DISK/cppcc/data/mine.toml"
cp "$SEED"/page.txt "$DISK/page.txt"
cd "$DISK"
if [ "$FREE" = readonly ]; then mount -o remount,ro "$DISK"; else
    dd if=/dev/zero of=fill bs=4k 2> /dev/null
    dd if=/dev/null of=fill bs=4k seek=$(($(stat -c %s fill) / 4096 - FREE)) 2> /dev/null
fi
"$@"
code=$?
find . -type f ! -name fill ! -name '*.lock' -exec sha256sum {} + | sort -k 2 > "$TOLD"
exit $code
"#;

const DECK: &str = "# my own words\n[[deck]]\nid = \"mine\"\nname = \"我的\"\n\n[[deck.slide]]\nkind = \"coverage\"\n";
const AREA: &str =
    "# my own data\n[[area]]\nid = \"dezhou\"\ncode = \"371400\"\nname = \"德州\"\ncommittee = \"德州市政协\"\n";

/// A folder with what lies on the disk at first.
struct Seed(tempfile::TempDir);

impl Seed {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("deck.toml", DECK), ("mine.toml", AREA), ("page.txt", &briefing().join("\n"))] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        fs::create_dir(folder.path().join("disk")).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// Returns the variables that the script reads.
    fn environment(&self, free: &str) -> Vec<(&'static str, String)> {
        let disk = self.path("disk");
        vec![
            ("DISK", disk.clone()),
            ("SEED", self.path("")),
            ("TOLD", self.path("told")),
            ("FREE", free.to_owned()),
            ("HOME", disk.clone()),
            ("XDG_DATA_HOME", disk.clone()),
            ("XDG_STATE_HOME", disk.clone()),
            ("XDG_RUNTIME_DIR", disk),
            ("LANG", "zh_CN.UTF-8".to_owned()),
        ]
    }

    fn run(&self, free: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new("unshare");
        command.args(["-m", "sh", "-c", ON_DISK, "sh", PROGRAM]).args(arguments).envs(self.environment(free));
        command.env("TERM", "xterm-256color").output().unwrap()
    }

    /// Asserts that what was there is there, byte by byte, and returns what else is.
    fn others(&self, place: &str) -> Vec<String> {
        let told = fs::read_to_string(self.path("told")).unwrap();
        let lines: Vec<(&str, &str)> = told.lines().filter_map(|line| line.split_once("  ./")).collect();
        for (name, kept) in [("cppcc/data/mine.toml", "mine.toml"), ("page.txt", "page.txt")] {
            let hash = lines.iter().find(|(_, path)| *path == name).map(|(hash, _)| *hash);
            assert_eq!(hash, Some(hash_of(&self.0.path().join(kept)).as_str()), "{place}: {name} is another");
        }
        assert!(lines.iter().any(|(_, path)| *path == "cppcc/deck.toml"), "{place}: the deck is gone: {told}");
        let others = lines.iter().map(|(_, path)| (*path).to_owned());
        others
            .filter(|path| !["cppcc/data/mine.toml", "page.txt", "cppcc/deck.toml"].contains(&path.as_str()))
            .collect()
    }

    fn has_old_deck(&self) -> bool {
        let told = fs::read_to_string(self.path("told")).unwrap();
        told.contains(&format!("{}  ./cppcc/deck.toml", hash_of(&self.0.path().join("deck.toml"))))
    }
}

fn hash_of(path: &Path) -> String {
    let output = Command::new("sha256sum").arg(path).output().unwrap();
    String::from_utf8(output.stdout).unwrap().split(' ').next().unwrap().to_owned()
}

/// Whether disks can be made here; only root can, and not in every container.
fn can_make_disks() -> bool {
    let made = Seed::new().run("64", &["--version"]).status.code() == Some(0);
    if !made {
        eprintln!("skipped: no disk can be mounted here");
    }
    made
}

/// How much room is left: none, and so many pages that one file, some, or all can be written; or the disk can only be read.
const FREE: [&str; 6] = ["readonly", "0", "1", "3", "20", "400"];

/// A figure of a new city, which goes into three files.
const ADD: [&str; 15] = [
    "add",
    "--sentence",
    "2024年，立案提案812件",
    "--new-area",
    "德城",
    "--code",
    "371402",
    "--indicator",
    "proposals-filed",
    "--title",
    "工作报告",
    "--outlet",
    "德州日报",
    "--published",
    "2025-01-20",
];

#[test]
fn on_a_full_disk_a_command_writes_all_or_nothing_and_says_so() {
    if !can_make_disks() {
        return;
    }
    let commands: [&[&str]; 6] = [
        &ADD,
        &["init", "new"],
        &["init", "--spreadsheet", "new.csv"],
        &["export", "-o", "new.csv"],
        &["export", "-o", "new.zip"],
        &["shot", "--screen", "compare", "--size", "80x24", "-o", "new.svg"],
    ];
    std::thread::scope(|scope| {
        for commands in commands.chunks(3) {
            scope.spawn(move || {
                let seed = Seed::new();
                for arguments in commands {
                    let mut is_done = false;
                    for free in FREE {
                        let output = seed.run(free, arguments);
                        let told = String::from_utf8_lossy(&output.stderr).into_owned();
                        let place = format!("{arguments:?} with {free} pages: {told}");
                        let code = output.status.code();
                        assert!(matches!(code, Some(0..=2)), "{place}");
                        assert!(!told.contains("panicked"), "{place}");
                        let others = seed.others(&place);
                        assert!(seed.has_old_deck(), "{place}");
                        if code == Some(0) {
                            is_done = true;
                        } else {
                            assert!(!told.trim().is_empty(), "{place}");
                            assert!(others.is_empty(), "{place} leaves {others:?}");
                        }
                    }
                    assert!(is_done, "{arguments:?} was never done");
                }
            });
        }
    });
}

#[test]
fn on_a_full_disk_the_dashboard_loses_nothing_and_says_so() {
    if !can_make_disks() {
        return;
    }
    std::thread::scope(|scope| {
        for free in FREE {
            scope.spawn(move || {
                let seed = Seed::new();
                let environment = seed.environment(free);
                let environment: Vec<(&str, &str)> =
                    environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let arguments = ["-m", "sh", "-c", ON_DISK, "sh", PROGRAM];
                let mut session =
                    Session::spawn(Under::Shell, Path::new("unshare"), &arguments, &environment, (120, 36));
                session.wait_for_text("1 对比");
                // A slide for the own deck, another language, a presentation with its page, an export.
                session.send("\x1b[B+");
                session.wait_for(|screen| {
                    let shown = screen.contents();
                    ["已加入自己的演示稿", "未能", "空间", "只读"].iter().any(|word| shown.contains(word))
                });
                let is_told_done = session.screen_text().contains("已加入自己的演示稿");
                session.send("L");
                session.wait_until_text("1 Compare");
                session.send("\x1b[15~\r\x1b[C");
                session.wait_until_text("2/");
                session.send("qq");
                session.wait_until_text("1 Compare");
                session.send("\x05\r");
                session.wait_until_quiet();
                session.send("\x03");
                assert_eq!(session.wait_for_status(), "0", "{free}: {}", session.screen_text());
                session.assert_restored();
                let text = String::from_utf8(session.raw_bytes_since(0)).unwrap();
                assert!(!text.contains("panicked"), "{free}: {text}");
                let others = seed.others(free);
                let half = others.iter().find(|path| path.contains("tmp"));
                assert_eq!(half, None, "{free}: {others:?}");
                assert_eq!(seed.has_old_deck(), !is_told_done, "{free}: what is told of the deck is so");
            });
        }
    });
}
