//! Presenting over a real SSH connection: the whole deck, questions answered, the speaker's view, a line that drops.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
mod crowd;
mod guests;

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
    // It comes back at the page where it broke off, and no other time is told.
    let mut shown = open("present --minutes 15");
    shown.wait_for_text("上次放到第 4 页中断：Enter 从该页接着放");
    notes.wait_until_text("1/14");
    shown.send("\r");
    wait_for_slide(&mut shown, 4);
    notes.wait_until_text("4/14");
    shown.send("qq");
    assert_eq!(shown.wait_for_status(), "0");
    notes.wait_until_text("等待放映…");
    // After a regular end nothing is offered.
    let mut shown = open("present");
    wait_for_slide(&mut shown, 1);
    shown.send("qq");
    assert_eq!(shown.wait_for_status(), "0");
}

#[test]
fn a_deck_of_eight_slides_is_made_given_and_changed_by_keys_alone() {
    let [up, down, enter] = ["\x1b[A", "\x1b[B", "\r"];
    let [insert, list, words, pin, earlier] = ["\x0e", "\x1b[18~", "\x05", "\x1b[24~", "\x1b[19~"];
    let [save, find, double, undo, end, home] = ["\x0f", "\x06", "\x04", "\x15", "\x1b[F", "\x1b[H"];
    let Some(server) = server() else { return };
    let runtime = support::private_folder();
    let open = |arguments| server.session(&Server::command(runtime.path(), "zh", arguments), (80, 24));
    let file = || std::fs::read_to_string(runtime.path().join("cppcc/deck.toml")).unwrap_or_default();
    let mut session = open("");
    session.wait_for_text("政协看板");
    // Five from the screen: each says which page it has become.
    for (number, keys) in (1..).zip([down, down, "3", "4", "2"]) {
        session.send(keys);
        session.wait_until_quiet();
        session.send(pin);
        session.wait_for_text(&format!("成第 {number} 页"));
    }
    session.send(pin);
    session.wait_for_text("与第 5 页相同，再按一次仍加入");
    session.send(F5);
    session.wait_for_text("5 页  自己的");
    session.send(enter);
    session.wait_for_text("1/5");
    // A title in front, and a text at the end with a figure that was found and a number that was typed.
    session.send(&[list, insert, enter].concat());
    session.wait_for_text("新建一页 · 开篇");
    session.send(&["提案工作汇报", down, "二〇二五年", save].concat());
    session.wait_for_text("成第 2 页");
    session.send(earlier);
    session.wait_for_text("已移动");
    session.send(&[end, insert, down, enter].concat());
    session.wait_for_text("新建一页 · 文字");
    session.send(&["小结", enter, "立案比济南少67件。", enter, "获批示", find].concat());
    session.wait_for_text("Enter 填入");
    session.send("滨州 获领导批示");
    session.wait_for_text("数字  ● 滨州 获领导批示");
    session.send(enter);
    session.wait_for_text("获批示{68}");
    session.send(&["次。", "\t", "请各位点评。", enter, "谢谢。", save].concat());
    session.wait_for_text("成第 7 页");
    session.send(double);
    session.wait_for_text("成第 8 页");
    session.send(words);
    session.wait_for_text("第 8 页 · 文字");
    session.send(&["之二", save].concat());
    session.wait_for_text("已保存");
    let made = file();
    assert_eq!(made.matches("[[deck.slide]]").count(), 8, "{made}");
    assert!(
        made.contains("title = \"小结之二\"") && made.contains("words = \"\"\"\n立案比济南少67件。\n获批示{binzhou"),
        "{made}"
    );
    assert_eq!(made.matches(", en = ").count(), 1, "one language is enough: {made}");
    // It is given, with the notes on a second session.
    session.send(enter);
    session.wait_for_text("8/8");
    session.wait_for_text("67*件");
    session.wait_for_text("* 未注出处");
    let mut notes = open("present --notes");
    notes.wait_until_text("8/8");
    notes.wait_until_text("请各位点评。");
    session.send("\x1b[D");
    notes.wait_until_text("7/8");
    session.send("\r");
    notes.wait_until_text("屏上    对比 · 滨州 · 获领导批示");
    session.send(F5);
    session.wait_for_text("7/8");
    session.send(list);
    notes.wait_until_text("屏上    全部幻灯片，第 7 页");
    // It is changed: one goes and comes back.
    session.send(&[home, "\x1b[3~"].concat());
    session.wait_for_text("已删除第 1 页");
    notes.wait_until_text("6/7");
    session.send(undo);
    session.wait_for_text("已撤销");
    assert_eq!(file(), made);
    session.send(&[up, "\x1b\x1b\x1b"].concat());
    session.wait_for_text("政协看板");
    let output = server.run(&Server::command(runtime.path(), "zh", "check"));
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(told.contains("deck.toml:") && told.contains("“67”未注出处"), "{told}");
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
