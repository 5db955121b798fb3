//! Few file descriptors, little memory, no home, and files from the future.

use super::support::private_folder;
use super::support::program::{PROGRAM, program};
use super::support::pty::{Session, Under};
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, SystemTime};

/// Opens a program in a shell that has said this before.
fn after(said: &str, arguments: &[&str], folder: &Path) -> Session {
    let script = format!("{said}; exec \"$0\" \"$@\"");
    let arguments: Vec<&str> = ["-c", &script, PROGRAM].iter().chain(arguments).copied().collect();
    let folder = folder.to_str().unwrap();
    let environment =
        [("HOME", folder), ("XDG_DATA_HOME", folder), ("XDG_RUNTIME_DIR", folder), ("LANG", "zh_CN.UTF-8")];
    Session::spawn(Under::Shell, Path::new("sh"), &arguments, &environment, (80, 24))
}

/// Waits until a program stands on the screen or has said why it does not, and ends it; returns its exit code.
fn ended(session: &mut Session) -> String {
    session.wait_for(|screen| screen.alternate_screen() || screen.contents().contains("[job: "));
    if session.screen().alternate_screen() {
        session.send("\x03\x03");
    }
    let status = session.wait_for_status();
    session.assert_restored();
    let text = String::from_utf8(session.raw_bytes_since(0)).unwrap();
    assert!(!text.contains("panicked"), "{text}");
    status
}

#[test]
fn sixteen_file_descriptors_are_enough_and_fewer_are_told_of() {
    let programs: [&[&str]; 5] =
        [&[], &["present"], &["present", "--notes"], &["present", "--audience", "user"], &["watch"]];
    thread::scope(|scope| {
        for arguments in programs {
            scope.spawn(move || {
                let folder = private_folder();
                for few in [16, 5, 6, 7, 8, 9, 10] {
                    let mut session = after(&format!("ulimit -n {few}"), arguments, folder.path());
                    let status = ended(&mut session);
                    let allowed = if few == 16 { ["0"].as_slice() } else { &["0", "1", "2"] };
                    let shown = session.screen_text();
                    assert!(allowed.contains(&status.as_str()), "{arguments:?} with {few}: {status} {shown}");
                }
            });
        }
    });
}

#[test]
fn with_little_memory_it_opens_or_says_why_not() {
    let folder = private_folder();
    // How much the program takes to be loaded at all depends on how it was built.
    let size = usize::try_from(fs::metadata(PROGRAM).unwrap().len() / 1024).unwrap();
    let mut opened = 0;
    for more in [0, 4_000, 8_000, 16_000, 32_000, 64_000, 400_000] {
        for base in [size / 4, size / 3, size / 2, size] {
            let output = std::process::Command::new("sh")
                .args(["-c", "ulimit -v \"$1\"; exec \"$0\" list areas", PROGRAM, &(base + more).to_string()])
                .env("LANG", "C")
                .env("HOME", folder.path())
                .output()
                .unwrap();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!told.contains("panicked"), "{}: {told}", base + more);
            if output.status.code() == Some(0) {
                let mut session = after(&format!("ulimit -v {}", base + more), &[], folder.path());
                let status = ended(&mut session);
                assert!(["0", "1"].contains(&status.as_str()), "{}: {}", base + more, session.screen_text());
                opened += usize::from(status == "0");
                break;
            }
        }
    }
    assert!(opened > 0, "with {} more it opens", 400_000);
}

#[test]
fn without_a_home_nothing_is_written_and_everything_is_shown() {
    let folder = private_folder();
    let mut session =
        after("unset HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME; cd \"$XDG_RUNTIME_DIR\"", &[], folder.path());
    session.wait_for_text("1 对比");
    for (keys, told) in [("\x1b[B+", "HOME 未设，或不是绝对路径"), ("L", "1 Compare"), ("L", "1 对比"), ("3", "3 覆盖")]
    {
        session.send(keys);
        session.wait_for_text(told);
    }
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn files_from_the_future_and_from_long_ago_are_read_and_changed() {
    let area = "[[area]]\nid = \"dezhou\"\ncode = \"371400\"\nname = \"德州\"\ncommittee = \"德州市政协\"\n";
    let deck = "[[deck]]\nid = \"mine\"\nname = \"我的\"\n\n[[deck.slide]]\nkind = \"coverage\"\n";
    for time in [SystemTime::UNIX_EPOCH, SystemTime::now() + Duration::from_secs(80 * 365 * 86_400)] {
        let folder = private_folder();
        let data = folder.path().join("cppcc/data/areas");
        fs::create_dir_all(&data).unwrap();
        let files = [(data.join("dezhou.toml"), area), (folder.path().join("cppcc/deck.toml"), deck)];
        for (path, text) in &files {
            fs::write(path, text).unwrap();
            fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
        }
        let output = program(Lang::Zh).env("XDG_DATA_HOME", folder.path()).args(["list", "areas"]).output().unwrap();
        assert!(String::from_utf8_lossy(&output.stdout).contains("德州"));
        let mut session = Session::of_program_at(folder.path(), &[]);
        session.wait_for_text("1 对比");
        session.send("\x1b[B+");
        session.wait_for_text("已加入自己的演示稿");
        let written = fs::read_to_string(&files[1].0).unwrap();
        assert!(written.starts_with(deck.trim_end()) && written.len() > deck.len(), "{written}");
        // A file that is changed, and then dated back, is read again.
        fs::write(&files[0].0, area.replace("德州", "德城")).unwrap();
        fs::File::options().write(true).open(&files[0].0).unwrap().set_modified(time).unwrap();
        session.wait_for_text("数据已重新读取");
        session.send("q");
        assert_eq!(session.wait_for_status(), "0");
    }
}
