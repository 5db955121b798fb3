//! Presenting over a real SSH connection: the whole deck, questions answered, the speaker's view, a line that drops.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

#[path = "ssh/crowd.rs"]
mod crowd;
#[path = "ssh/guests.rs"]
mod guests;
mod support;

use std::time::{Duration, Instant};

use rustix::process::Signal;
use support::pty::{Session, wait_until_gone};
use support::ssh::{Server, process, sockets};

const RIGHT: &str = "\x1b[C";
const F5: &str = "\x1b[15~";

/// The server, or word that the test is skipped.
fn server() -> Option<Server> {
    match Server::start() {
        Ok(server) => Some(server),
        Err(why) => {
            eprintln!("skipped: {why}");
            None
        }
    }
}

/// A slide's number stands at the foot of a slide, and there alone.
fn wait_for_slide(session: &mut Session, number: usize) {
    session.wait_for(|screen| {
        let (_, columns) = screen.size();
        let last = screen.rows(0, columns).last().unwrap_or_default();
        last.contains(&format!(" {number}/14 "))
    });
}

/// Turns to slide after slide.
fn turn(session: &mut Session, numbers: impl IntoIterator<Item = usize>) {
    for number in numbers {
        session.send(RIGHT);
        wait_for_slide(session, number);
    }
}

#[test]
fn the_whole_deck_is_given_with_a_question_answered() {
    let Some(server) = server() else { return };
    for (lang, size, back, source) in [
        ("zh", (80, 24), "回到第 9 页", "督导"),
        ("en", (80, 24), ": slide 9", "upervision"),
        ("zh", (120, 36), "回到第 9 页", "督导"),
        ("en", (120, 36), ": slide 9", "upervision"),
    ] {
        let runtime = support::private_folder();
        let command = Server::command(runtime.path(), lang, "present --minutes 15");
        let mut session = server.session(&command, size);
        wait_for_slide(&mut session, 1);
        turn(&mut session, 2..=9);
        // Somebody asks where that number is from: the dashboard at the figure, then its article, and back.
        session.send("\r");
        session.wait_for_text(back);
        session.wait_for_text(source);
        let compared = session.screen_text();
        session.send("\r");
        session.wait_for(|screen| screen.contents().contains(back) && screen.contents() != compared);
        let mut steps = 0;
        while session.screen_text().contains(back) {
            session.send("\x1b");
            std::thread::sleep(Duration::from_millis(100));
            session.wait_until_quiet();
            steps += 1;
            assert!(steps < 6, "{}", session.screen_text());
        }
        wait_for_slide(&mut session, 9);
        turn(&mut session, 10..=14);
        assert_eq!(sockets(runtime.path()).len(), 1);
        session.send("qq");
        assert_eq!(session.wait_for_status(), "0", "{lang} {size:?}");
        session.assert_restored();
        assert_eq!(sockets(runtime.path()).len(), 0);
    }
}

#[test]
fn a_line_that_drops_leaves_nothing_behind() {
    let Some(server) = server() else { return };
    let runtime = support::private_folder();
    let mut session = server.session(&Server::command(runtime.path(), "zh", ""), (80, 24));
    session.wait_for_text("政协看板");
    session.send(F5);
    wait_for_slide(&mut session, 1);
    turn(&mut session, 2..=10);
    session.resize(120, 36);
    wait_for_slide(&mut session, 10);
    assert_eq!(session.screen_text().lines().count(), 36);
    session.send("\r");
    session.wait_for_text("Esc 回到第 10 页");
    session.send("\x1b");
    wait_for_slide(&mut session, 10);
    assert_eq!(sockets(runtime.path()).len(), 1);
    let shown = process(runtime.path());
    let mut notes = server.session(&Server::command(runtime.path(), "zh", "present --notes"), (80, 24));
    notes.wait_until_text("10/14");
    let followed = process(runtime.path());
    assert_ne!(shown, followed);
    for (session, process) in [(&notes, followed), (&session, shown)] {
        let start = Instant::now();
        session.kill(Signal::KILL);
        wait_until_gone(process);
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(2), "{taken:?}");
    }
    assert_eq!(sockets(runtime.path()).len(), 0);
}

#[test]
fn the_speakers_view_follows_and_leads() {
    let Some(server) = server() else { return };
    let runtime = support::private_folder();
    let open = |arguments| server.session(&Server::command(runtime.path(), "zh", arguments), (80, 24));
    let mut notes = open("present --notes");
    notes.wait_until_text("等待放映…");
    let mut shown = open("present --minutes 15");
    wait_for_slide(&mut shown, 1);
    notes.wait_until_text("1/14");
    notes.wait_until_text("先说清楚今天讲什么");
    notes.wait_until_text("还剩 14:");
    turn(&mut shown, 2..=3);
    notes.wait_until_text("3/14");
    // It leads.
    notes.send(RIGHT);
    wait_for_slide(&mut shown, 4);
    notes.wait_until_text("4/14");
    notes.send("b");
    shown.wait_for(|screen| screen.contents().trim().is_empty());
    notes.wait_until_text(" 黑屏 ");
    // It goes and comes back.
    notes.send("q");
    assert_eq!(notes.wait_for_status(), "0");
    notes.assert_restored();
    let mut notes = open("present --notes");
    notes.wait_until_text("4/14");
    // The presentation is killed, leaves its socket behind, and comes back.
    let connection = shown.program();
    shown.send("b");
    wait_for_slide(&mut shown, 4);
    rustix::process::kill_process(connection, Signal::KILL).unwrap();
    notes.wait_until_text("等待放映…");
    let mut shown = open("present");
    wait_for_slide(&mut shown, 1);
    notes.wait_until_text("1/14");
    shown.send("qq");
    assert_eq!(shown.wait_for_status(), "0");
    notes.wait_until_text("等待放映…");
}

#[test]
fn without_a_terminal_it_says_what_ssh_needs() {
    let Some(server) = server() else { return };
    let runtime = support::private_folder();
    for lang in ["zh", "en"] {
        for arguments in ["", "present"] {
            let output = server.run(&Server::command(runtime.path(), lang, arguments));
            assert_eq!(output.status.code(), Some(2), "{output:?}");
            assert!(String::from_utf8_lossy(&output.stderr).contains("ssh -t "), "{output:?}");
        }
        // What needs none has none.
        let output = server.run(&Server::command(runtime.path(), lang, "compare members"));
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{output:?}");
        assert!(!output.stdout.contains(&0x1b));
    }
}

#[test]
fn an_arrow_torn_by_the_line_turns_the_slide() {
    let Some(server) = server() else { return };
    let runtime = support::private_folder();
    let mut session = server.session(&Server::command(runtime.path(), "zh", "present"), (80, 24));
    wait_for_slide(&mut session, 1);
    for number in 2..=4 {
        session.send("\x1b");
        std::thread::sleep(Duration::from_millis(100));
        session.send("[C");
        wait_for_slide(&mut session, number);
    }
    session.send("qq");
    assert_eq!(session.wait_for_status(), "0");
}
