//! The programs themselves on local terminals: the slide in each one's own size and language, and what a guest can't do.

use cppcc::text::Lang;
use rustix::process::Signal;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support;
use crate::support::pty::{Session, wait_until_gone};

/// Starts a program whose runtime folder and user's folders are at `folder`.
fn start(folder: &Path, lang: Lang, arguments: &str, size: (u16, u16)) -> Session {
    let folder = folder.to_str().unwrap();
    let environment = [("XDG_RUNTIME_DIR", folder), ("XDG_DATA_HOME", folder)];
    let arguments: Vec<&str> = arguments.split(' ').collect();
    Session::of_program(lang, &arguments, &environment, size)
}

#[test]
fn a_follower_sees_the_slide_looks_around_and_comes_back() {
    let runtime = support::private_folder();
    let mut early = start(runtime.path(), Lang::En, "watch", (100, 30));
    early.wait_for_text("Waiting for a presentation");
    let mut shown = start(runtime.path(), Lang::Zh, "present --audience user", (120, 36));
    shown.wait_until_text("1/14");
    early.wait_until_text("Following ");
    assert!(early.screen_text().contains("Five CPPCC committees"), "{}", early.screen_text());
    shown.wait_until_text("1 人跟看");
    shown.send("\x1b[C");
    early.wait_until_text("2/14");
    assert!(early.screen_text().contains("Five reports, five genres"));
    // Turning is the speaker's.
    early.send("\x1b[C");
    early.wait_until_text("The speaker leads");
    early.send("\r");
    early.wait_until_text("Compare");
    shown.send("\x1b[C");
    shown.wait_until_text("3/14");
    early.wait_until_text("speaker is at 3");
    early.send("q");
    early.wait_until_text("3/14");
    // The presentation is killed and begins again.
    let process = shown.program();
    shown.kill(Signal::KILL);
    wait_until_gone(process);
    early.wait_until_text("The presentation has ended");
    let mut shown = start(runtime.path(), Lang::Zh, "present --audience user", (80, 24));
    shown.wait_until_text("1/14");
    early.wait_until_text("Following ");
    let mut other = start(runtime.path(), Lang::Zh, "watch", (80, 24));
    other.wait_until_text("正在跟看");
    // The first key of any kind shows the foot again.
    other.send("\x1bOA");
    other.send("L");
    other.wait_until_text("1/14");
    other.send("L");
    shown.wait_until_text("2 人跟看");
    early.send("q");
    assert_eq!(early.wait_for_status(), "0");
    early.assert_restored();
    shown.wait_until_text("1 人跟看");
    shown.send("qq");
    assert_eq!(shown.wait_for_status(), "0");
    other.wait_until_text("放映已结束");
    // What was killed could not remove its socket: that is done by whoever follows and finds nobody there.
    let began = Instant::now();
    while !support::ssh::sockets(runtime.path()).is_empty() {
        assert!(began.elapsed() < Duration::from_secs(20), "{:?}", support::ssh::sockets(runtime.path()));
        sleep(Duration::from_millis(20));
    }
}

#[test]
fn the_own_deck_is_followed_without_its_file_and_without_its_notes() {
    let (own, guest) = (support::private_folder(), support::private_folder());
    fs::create_dir(own.path().join("cppcc")).unwrap();
    let deck = |title: &str| {
        format!(
            "[[deck]]\nid = \"mine\"\nname = \"我的\"\n\n[[deck.slide]]\nkind = \"text\"\ntitle = \"{title}\"\nwords = \"正文\"\nnotes = \"讲稿\"\n"
        )
    };
    let file = own.path().join("cppcc/deck.toml");
    fs::write(&file, deck("头一个标题")).unwrap();
    let socket = own.path().join("audience.sock");
    let socket = socket.to_str().unwrap();
    let mut shown = start(own.path(), Lang::Zh, &format!("present --audience anyone --socket {socket}"), (80, 24));
    shown.wait_until_text("头一个标题");
    let mut follower = start(guest.path(), Lang::Zh, &format!("watch --socket {socket}"), (80, 24));
    follower.wait_until_text("头一个标题");
    // The deck changes while it is presented.
    fs::write(&file, deck("另一个标题")).unwrap();
    shown.wait_until_text("另一个标题");
    follower.wait_until_text("另一个标题");
    // It grows, and the speaker goes to what has grown before anybody has a copy of it.
    let longer = deck("另一个标题") + "\n[[deck.slide]]\nkind = \"text\"\ntitle = \"新添的一页\"\nwords = \"正文\"\n";
    fs::write(&file, longer).unwrap();
    shown.wait_until_text("1/2");
    shown.send("\x1b[F");
    shown.wait_until_text("新添的一页");
    follower.wait_until_text("新添的一页");
}

#[test]
fn a_kiosk_reads_nothing_that_a_guest_could_have_named() {
    let (runtime, guest) = (support::private_folder(), support::private_folder());
    let socket = runtime.path().join("audience.sock");
    let socket = socket.to_str().unwrap();
    let mut shown = start(runtime.path(), Lang::Zh, &format!("present --audience anyone --socket {socket}"), (80, 24));
    shown.wait_until_text("1/14");
    // Data and settings with faults, which any other command would refuse; a runtime folder with another presentation.
    let folder = guest.path().to_str().unwrap();
    let broken = guest.path().join("broken.toml");
    fs::write(&broken, "language = 7\n").unwrap();
    let broken = broken.to_str().unwrap();
    let environment = [
        ("XDG_RUNTIME_DIR", folder),
        ("XDG_DATA_HOME", folder),
        ("XDG_CONFIG_HOME", folder),
        ("XDG_STATE_HOME", folder),
        ("CPPCC_CONFIG", broken),
        ("CPPCC_DATA", folder),
    ];
    let arguments = ["watch", "--kiosk", "--socket", socket];
    let mut kiosk = Session::of_program(Lang::Zh, &arguments, &environment, (80, 24));
    kiosk.wait_until_text("正在跟看");
    // It neither suspends nor copies nor writes.
    kiosk.send("\r");
    kiosk.wait_for_text("对比");
    let mark = kiosk.mark();
    kiosk.send("\x1ayYrReE+a\x05\x12LL");
    kiosk.wait_until_quiet();
    assert!(!String::from_utf8_lossy(&kiosk.raw_bytes_since(mark)).contains("\x1b]52"), "it copied");
    kiosk.send("\x1b[15~");
    shown.send("\x1b[C");
    kiosk.wait_until_text("2/14");
    kiosk.send("L");
    kiosk.wait_until_text("Five reports");
    kiosk.send("q");
    assert_eq!(kiosk.wait_for_status(), "0");
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(fs::read_dir(guest.path()).unwrap().count(), 1, "nothing was written");
}

#[test]
fn wrong_names_are_told_before_the_terminal_is_taken() {
    let runtime = support::private_folder();
    let file = runtime.path().join("file");
    fs::write(&file, "dear").unwrap();
    let taken = format!("present --audience anyone --socket {}", file.display());
    for (arguments, words) in [
        ("present --audience group:no-such-group", "没有名为 no-such-group 的用户组"),
        (taken.as_str(), "听众无法跟看"),
        ("watch --from no-such-user", "没有名为“no-such-user”的用户"),
        ("present --audience all", "user | group:NAME | anyone"),
    ] {
        let mut session = start(runtime.path(), Lang::Zh, arguments, (120, 24));
        assert_eq!(session.wait_for_status(), "2", "{arguments}");
        let screen = session.screen_text().replace('\n', "");
        assert!(screen.contains(words), "{arguments}: {screen}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "dear");
}

#[test]
fn the_notes_tell_who_follows_and_what_they_ask() {
    let runtime = support::private_folder();
    let mut shown = start(runtime.path(), Lang::Zh, "present --audience user --questions", (80, 24));
    shown.wait_until_text("1/14");
    let mut notes = start(runtime.path(), Lang::Zh, "present --notes", (80, 24));
    let mut asking = start(runtime.path(), Lang::En, "watch", (80, 24));
    asking.wait_until_text("Following ");
    notes.wait_until_text("1 人跟看");
    shown.send("4\r");
    asking.wait_until_text("4/14");
    asking.send("?");
    asking.wait_until_text("Marked for the speaker");
    notes.wait_until_text("1 第 4 页 ×1");
    // F1 is the help, and asking again at once is put off.
    asking.send("?");
    asking.wait_until_text("wait a moment");
    asking.send("\x1bOP");
    asking.wait_until_text("Help");
    shown.send("9\r");
    shown.wait_until_text("9/14");
    notes.send("a");
    shown.wait_until_text("4/14");
    notes.wait_until_text("4/14");
    assert!(!notes.screen_text().contains("×1"));
}
