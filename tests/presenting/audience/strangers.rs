//! Programs that are not like ours, and users who may not follow.

use cppcc::audience::{FrameKind, Hello, LiveSlide, WallScreen};
use cppcc::text::Lang;
use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::time::Instant;

use crate::support;
use crate::support::program::PROGRAM;
use crate::support::pty::{SOON, Session, Under};

/// A presentation that is none of ours, and one who follows it.
fn strange() -> (tempfile::TempDir, UnixListener, Session) {
    let folder = support::private_folder();
    let path = folder.path().join("audience.sock");
    let listener = UnixListener::bind(&path).unwrap();
    let arguments = ["watch", "--kiosk", "--socket", path.to_str().unwrap()];
    let follower = Session::of_program(Lang::Zh, &arguments, &[], (80, 24));
    (folder, listener, follower)
}

fn send(stream: &mut UnixStream, kind: FrameKind, message: &impl serde::Serialize) {
    stream.write_all(&kind.frame(&serde_json::to_vec(message).unwrap()).unwrap()).unwrap();
}

#[test]
fn a_follower_is_told_what_keeps_it_from_following() {
    let ours = Hello::of_this_program();
    let other = Hello { version: "0.0.9\u{1b}]0;owned\u{7}".to_owned(), ..ours.clone() };
    let data = Hello { builtin: "0123456789abcdef".to_owned(), ..ours.clone() };
    let full = Hello { is_full: true, ..ours.clone() };
    let (_folder, listener, mut follower) = strange();
    for (hello, words) in [(other, "放映用的是 cppcc 0.0.9"), (data, "两边内置的数据不同"), (full, "跟看的人已满")]
    {
        let (mut stream, _) = listener.accept().unwrap();
        send(&mut stream, FrameKind::Hello, &hello);
        follower.wait_until_text(words);
        assert!(!String::from_utf8_lossy(&follower.raw_bytes_since(0)).contains("\x1b]0;owned"), "an escape of theirs");
    }
    let (mut stream, _) = listener.accept().unwrap();
    send(&mut stream, FrameKind::Hello, &ours);
    follower.wait_until_text("正在接入");
    stream.write_all(&FrameKind::Snapshot.frame(b"{\"files\":[{\"own\":{\"folder\":\"x\"}}]}").unwrap()).unwrap();
    follower.wait_until_text("放映的数据无法读入");
    follower.send("q");
    assert_eq!(follower.wait_for_status(), "0");
}

#[test]
fn a_presentation_that_sends_rubbish_freezes_nobody() {
    let (_folder, listener, mut follower) = strange();
    let ours = Hello::of_this_program();
    let slide = LiveSlide { deck: "x".to_owned(), slide: 1, screen: WallScreen::Slide, questions: false };
    for flood in [0, 1, 2] {
        let (mut stream, _) = listener.accept().unwrap();
        let bytes = match flood {
            0 => vec![0xff; 1 << 20],
            1 => [
                FrameKind::Hello.frame(&serde_json::to_vec(&ours).unwrap()).unwrap(),
                b"D\x7f\xff\xff\xff".as_slice().into(),
            ]
            .concat(),
            _ => FrameKind::Slide.frame(&serde_json::to_vec(&slide).unwrap()).unwrap().repeat(5000),
        };
        // It lets go of each, and looks for another.
        let end = Instant::now() + SOON;
        while stream.write_all(&bytes).is_ok() {
            assert!(Instant::now() < end, "flood {flood}");
        }
        follower.send("L");
        follower.wait_for(|screen| !screen.contents().trim().is_empty());
    }
    follower.send("q");
    assert_eq!(follower.wait_for_status(), "0");
    follower.assert_restored();
}

/// Follows as the user nobody, with a copy of the program that this user can reach.
fn as_nobody(folder: &Path, socket: &str) -> Session {
    let program = folder.join("cppcc");
    let id = "65534";
    let program = program.to_str().unwrap();
    let arguments =
        ["--reuid", id, "--regid", id, "--clear-groups", program, "watch", "--lang", "zh", "--socket", socket];
    Session::spawn(Under::Shell, Path::new("setpriv"), &arguments, &[], (100, 30))
}

#[test]
fn another_user_follows_where_that_was_allowed_and_nowhere_else() {
    let has_tool = std::process::Command::new("setpriv").arg("--version").output().is_ok();
    if !rustix::process::geteuid().is_root() || !has_tool {
        eprintln!("skipped: only root can be another user, with setpriv");
        return;
    }
    let (runtime, open) = (support::private_folder(), tempfile::tempdir().unwrap());
    fs::set_permissions(open.path(), Permissions::from_mode(0o755)).unwrap();
    fs::copy(PROGRAM, open.path().join("cppcc")).unwrap();
    for (rights, words) in [
        ("anyone", "正在跟看 root 的放映"),
        ("group:root", "root 正在放映，但未许您跟看"),
        ("user", "root 正在放映，但未许您跟看"),
    ] {
        let socket = open.path().join(format!("{}.sock", rights.replace(':', "-")));
        let socket = socket.to_str().unwrap();
        let mut shown = Session::of_program_at(runtime.path(), &["present", "--audience", rights, "--socket", socket]);
        shown.wait_for_text("1/14");
        let mut follower = as_nobody(open.path(), socket);
        follower.wait_until_text(words);
        follower.send("q");
        assert_eq!(follower.wait_for_status(), "0", "{rights}");
        shown.send("qq");
        assert_eq!(shown.wait_for_status(), "0", "{rights}");
    }
}
