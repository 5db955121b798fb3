//! The user's deck, on a local terminal: slides are added, moved, removed and given headings, and nothing that somebody has
//! written is lost.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use std::path::{Path, PathBuf};
use std::process::Output;

use cppcc::text::Lang;
use rustix::process::Signal;
use support::program::program;
use support::pty::Session;

const F5: &str = "\x1b[15~";

/// Runs the program in Chinese, with the user's data in a folder.
fn run(runtime: &Path, arguments: &[&str]) -> Output {
    program(Lang::Zh).args(arguments).env("XDG_DATA_HOME", runtime).output().unwrap()
}

fn file(runtime: &Path) -> PathBuf {
    runtime.join("cppcc/deck.toml")
}

fn read(runtime: &Path) -> String {
    std::fs::read_to_string(file(runtime)).unwrap()
}

fn write(runtime: &Path, text: &str) {
    std::fs::create_dir_all(file(runtime).parent().unwrap()).unwrap();
    std::fs::write(file(runtime), text).unwrap();
}

const TWO: &str = "# 给老王\n[[deck]]\nid = \"mine\"\nname = { zh = \"我的\", en = \"Mine\" }\n\n# 先看全貌\n[[deck.slide]]\n\
                   kind = \"coverage\"\n\n[[deck.slide]]\nkind = \"timeline\"\n";

#[test]
fn what_is_shown_becomes_a_slide_of_the_users_deck() {
    let runtime = support::private_folder();
    let path = file(runtime.path());
    let mut session = Session::of_program_at(runtime.path(), &[]);
    session.wait_for_text("政协看板");
    for screen in ["1+", "4+", "3+"] {
        session.send(screen);
        session.wait_for_text("已加入自己的演示稿");
        // The next key clears the word.
        session.send("1");
        session.wait_for(|screen| !screen.contents().contains("已加入"));
    }
    let read = || read(runtime.path());
    let three = read();
    assert_eq!(three.matches("[[deck.slide]]").count(), 3);
    // A comment of one's own stays.
    std::fs::write(&path, three.replacen("[[deck]]", "# 给老王\n[[deck]]", 1)).unwrap();
    session.send("\x12");
    session.wait_for_text("数据已重新读取");
    session.send("\x1b[15~");
    session.wait_for_text("3 页  自己的");
    session.send("\r");
    session.wait_for_text("1/3");
    session.send("o\x1b[F");
    session.wait_for_text("谁公布了什么");
    session.send("K");
    session.wait_for_text("已移动");
    session.send("x");
    session.wait_for_text("已删除第");
    let two = read();
    assert!(two.contains("# 给老王") && !two.contains("coverage") && two.contains("timeline"), "{two}");
    session.send("u");
    session.wait_for_text("已撤销");
    session.send("u");
    session.wait_for(|_| read().find("timeline") < read().find("coverage"));
    assert!(read().contains("# 给老王"));
    session.send("\x1b\x1b\x1b");
    session.wait_for_text("政协看板");
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    // It is there the next time.
    let mut session = Session::of_program_at(runtime.path(), &["present"]);
    session.wait_for_text("1/3");
    session.send("ox");
    session.wait_for_text("已删除第");
    session.send("\x1b\x1b\x1b");
    assert_eq!(session.wait_for_status(), "0");
    // The deck that is built in stays as it is.
    let mut session = Session::of_program_at(runtime.path(), &["present", "five-cities"]);
    session.wait_for_text("1/14");
    session.send("ox");
    session.wait_for_text("能在这里改");
}

#[test]
fn a_heading_is_given_in_the_list() {
    let runtime = support::private_folder();
    write(runtime.path(), TWO);
    let mut session = Session::of_program_at(runtime.path(), &["present"]);
    session.wait_for_text("1/2");
    session.send("or谁说了什么");
    session.wait_for_text("› 中文      谁说了什么");
    session.send("\rWho said what?\r");
    session.wait_for_text("已改标题");
    assert!(read(runtime.path()).contains("title = { zh = \"谁说了什么\", en = \"Who said what?\" }"));
    session.wait_for_text("谁说了什么");
    // What can't be read is refused, and what was typed stays.
    session.send("r有{次\r\r");
    session.wait_for_text("未改动：");
    assert!(session.screen_text().contains("谁说了什么有{次"), "{}", session.screen_text());
    session.send("\x1b");
    session.wait_for(|screen| !screen.contents().contains("› 中文"));
    session.send("u");
    session.wait_for_text("已撤销");
    assert_eq!(read(runtime.path()), TWO);
    session.send("\x1b");
    session.wait_for_text("谁公布了什么");
    session.send("\x1b");
    session.wait_for_text("再按一次结束放映");
    session.send("\x1b");
    assert_eq!(session.wait_for_status(), "0");
}

#[test]
fn a_figure_is_put_into_a_heading_by_its_name() {
    let runtime = support::private_folder();
    write(runtime.path(), TWO);
    let mut session = Session::of_program_at(runtime.path(), &["present"]);
    session.wait_for_text("1/2");
    session.send("or获批示\x06");
    session.wait_for_text("Enter 填入");
    // Only figures are offered, and Esc leads back to what was typed.
    session.send("binzhou\x1b");
    session.wait_for_text("Ctrl-F 填数字");
    assert!(session.screen_text().contains("获批示"));
    session.send("\x06滨州 获领导批示");
    session.wait_for_text("数字  ● 滨州 获领导批示");
    session.send("\r");
    session.wait_for_text("获批示{binzhou-");
    // What stands in one line alone is for both languages.
    // Its measure word comes with it.
    session.wait_for_text("}次");
    session.send("\r\r");
    session.wait_for_text("已改标题");
    let title = read(runtime.path());
    assert!(title.contains("title = \"获批示{binzhou-2025-leader-instructions}次\""), "{title}");
    session.wait_for_text("获批示68次");
    assert!(!session.screen_text().contains('{'), "{}", session.screen_text());
}

#[test]
fn what_was_written_elsewhere_meanwhile_is_not_lost() {
    let runtime = support::private_folder();
    write(runtime.path(), TWO);
    let mut session = Session::of_program_at(runtime.path(), &["present"]);
    session.wait_for_text("1/2");
    session.send("o");
    session.wait_for_text("全部幻灯片");
    // Another editor puts a slide in front: x would hit a slide that nobody has seen here.
    let changed = TWO.replacen(
        "# 先看全貌",
        "[[deck.slide]]\nkind = \"title\"\ntitle = { zh = \"新\", en = \"New\" }\n\n# 先看全貌",
        1,
    );
    write(runtime.path(), &changed);
    session.send("x");
    session.wait_for_text("文件在别处改过");
    assert_eq!(read(runtime.path()), changed);
    session.wait_for_text("新");
    session.send("x");
    session.wait_for_text("已删除第");
    // The cursor has stayed with the slide that was meant.
    assert!(read(runtime.path()).contains("New") && !read(runtime.path()).contains("coverage"));
    // What was changed by hand since is not taken back along with it.
    let later = read(runtime.path()) + "# 记得带投影笔\n";
    write(runtime.path(), &later);
    session.send("u");
    session.wait_for_text("文件在别处改过");
    session.send("u");
    session.wait_for_text("不能撤销");
    assert_eq!(read(runtime.path()), later);
}

#[test]
fn a_slip_in_it_takes_nothing_else_away() {
    let runtime = support::private_folder();
    write(runtime.path(), "this is [ broken\n");
    // The shell has nothing to do with it.
    let output = run(runtime.path(), &["compare", "proposals-filed"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    let output = run(runtime.path(), &["list", "areas", "--builtin", "reports"]);
    assert!(output.status.success(), "{output:?}");
    let output = run(runtime.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).contains("deck.toml:1:6"), "{output:?}");
    // The dashboard says so, and + does not write over it.
    let mut session = Session::of_program_at(runtime.path(), &[]);
    session.wait_for_text("自己的演示稿有误，未读入");
    session.send("+");
    session.wait_for_text("未能改动");
    assert_eq!(read(runtime.path()), "this is [ broken\n");
    session.send(F5);
    session.wait_for_text("1/14");
    session.send("\x1b\x1b");
    session.wait_for_text("政协看板");
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    // Who asks for it is told; any other deck can be given.
    let mut session = Session::of_program_at(runtime.path(), &["present"]);
    assert_eq!(session.wait_for_status(), "2");
    assert!(session.screen_text().contains("deck.toml:1:6"), "{}", session.screen_text());
    let mut session = Session::of_program_at(runtime.path(), &["present", "five-cities"]);
    session.wait_for_text("1/14");
}

#[test]
fn a_slip_made_while_it_is_shown_takes_nothing_from_the_screen() {
    let runtime = support::private_folder();
    write(runtime.path(), TWO);
    let mut session = Session::of_program_at(runtime.path(), &["present"]);
    session.wait_for_text("1/2");
    let mut notes = Session::of_program_at(runtime.path(), &["present", "--notes"]);
    notes.wait_until_text("1/2");
    session.send("\x1b[C");
    session.wait_for_text("2/2");
    write(runtime.path(), &format!("{TWO}[[deck.slide]]\nkind = \"covrage\"\n"));
    session.send("\x12");
    session.wait_for_text("自己的演示稿有误");
    assert!(session.screen_text().contains("covrage"), "{}", session.screen_text());
    notes.send("\x12");
    std::thread::sleep(std::time::Duration::from_millis(300));
    notes.wait_until_text("2/2");
    // A change in the list is refused with the same words, and the list stays.
    session.send("oK");
    session.wait_for_text("自己的演示稿有误");
    session.wait_for_text("谁公布了什么");
    // Mended, it goes on.
    write(runtime.path(), TWO);
    session.send("K");
    session.wait_for_text("已移动");
    notes.wait_until_text("1/2");
}

#[test]
fn a_protected_file_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let runtime = support::private_folder();
    write(runtime.path(), TWO);
    std::fs::set_permissions(file(runtime.path()), std::fs::Permissions::from_mode(0o444)).unwrap();
    let mut session = Session::of_program_at(runtime.path(), &["present"]);
    session.wait_for_text("1/2");
    session.send("oJ");
    session.wait_for_text("未能改动：文件或文件系统只读");
    assert_eq!(read(runtime.path()), TWO);
}

#[test]
fn the_speakers_view_keeps_in_step_with_a_deck_that_is_changed() {
    let runtime = support::private_folder();
    let mut notes = Session::of_program_at(runtime.path(), &["present", "--notes"]);
    notes.wait_until_text("等待放映…");
    // There was no deck of one's own when it was opened.
    let mut session = Session::of_program_at(runtime.path(), &[]);
    session.wait_for_text("政协看板");
    session.send("+");
    session.wait_for_text("已加入");
    session.send("3+");
    session.wait_for(|screen| screen.contents().contains("已加入") && screen.contents().contains("3 覆盖"));
    session.send(F5);
    session.wait_for_text("2 页  自己的");
    session.send("\r");
    session.wait_for_text("1/2");
    notes.wait_until_text("1/2");
    notes.wait_until_text("本页    立案提案（全年或周期，件）");
    session.send("oJ");
    session.wait_for_text("已移动");
    session.send("\x1b\x1b[H");
    session.wait_for_text("谁公布了什么");
    notes.wait_until_text("本页    谁公布了什么");
    notes.wait_until_text("下一页  立案提案（全年或周期，件）");
    session.send("ox");
    session.wait_for_text("已删除第");
    notes.wait_until_text("1/1");
}

#[test]
fn a_deck_that_has_no_room_is_refused_with_its_place() {
    let runtime = support::private_folder();
    let folder = runtime.path().join("data");
    std::fs::create_dir(&folder).unwrap();
    let words = "督导的次数与成果，".repeat(90);
    let deck = format!(
        "[[deck]]\nid = \"long\"\nname = {{ zh = \"长\", en = \"Long\" }}\n\n[[deck.slide]]\nkind = \"text\"\n\
         title = {{ zh = \"长\", en = \"Long\" }}\nwords = {{ zh = \"{words}\", en = \"Short\" }}\n"
    );
    std::fs::write(folder.join("deck.toml"), deck).unwrap();
    let folder = folder.to_str().unwrap();
    let output = run(runtime.path(), &["check", folder]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(told.contains("deck.toml:5:1") && told.contains("放不下：80×24 中文"), "{told}");
    let mut session = Session::of_program_at(runtime.path(), &["--data", folder, "present", "long"]);
    assert_eq!(session.wait_for_status(), "2");
    assert!(session.screen_text().contains("deck.toml:5:1"), "{}", session.screen_text());
    // It is not in the way of others.
    let mut session = Session::of_program_at(runtime.path(), &["--data", folder, "present", "five-cities"]);
    session.wait_for_text("1/14");
    session.send("\r+");
    session.wait_for_text("已加入自己的演示稿");
}

#[test]
fn a_number_without_a_source_is_marked_in_ones_own_deck_and_a_fault_in_a_pack() {
    let runtime = support::private_folder();
    let deck = "[[deck]]\nid = \"mine\"\nname = \"我的\"\n\n[[deck.slide]]\nkind = \"text\"\ntitle = \"差67件\"\n\
                words = \"滨州获批示{binzhou-2025-leader-instructions}次，2025年比济南少67件。\"\nnotes = \"约80场\"\n";
    write(runtime.path(), deck);
    // The check names each place and is no failure; the year is no number, nor is what has a source.
    let output = run(runtime.path(), &["check"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    for place in ["deck.toml:7:11", "deck.toml:8:60", "deck.toml:9:11"] {
        assert!(told.contains(place), "{place}: {told}");
    }
    assert_eq!(told.matches("未注出处").count(), 2 * 3, "{told}");
    // It is marked wherever the words go.
    let page = runtime.path().join("a.html");
    let output = run(runtime.path(), &["export", "--deck", "mine", "--notes", "-o", page.to_str().unwrap()]);
    assert!(output.status.success(), "{output:?}");
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("少67*件") && page.contains("约80*场") && page.contains("* 未注出处"), "{page}");
    let mut session = Session::of_program_at(runtime.path(), &["present"]);
    session.wait_for_text("少67*件");
    session.wait_for_text("* 未注出处  其余：新浪财经");
    // In a pack it stays a fault, whatever its folder; and that folder has nothing to do with the user's own deck.
    let folder = runtime.path().join("pack");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("deck.toml"), deck).unwrap();
    let output = run(runtime.path(), &["check", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).contains("不是引用"), "{output:?}");
    std::fs::write(folder.join("deck.toml"), TWO).unwrap();
    let output = run(runtime.path(), &["check", folder.to_str().unwrap()]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), b"".as_slice()), "{output:?}");
}

#[test]
fn a_presentation_that_breaks_off_is_offered_at_its_page_until_one_ends_as_it_should() {
    let runtime = support::private_folder();
    write(runtime.path(), TWO);
    let folder = runtime.path().to_str().unwrap();
    let environment = ["XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_STATE_HOME"].map(|name| (name, folder));
    let open = |arguments: &[&str]| Session::of_program(Lang::Zh, arguments, &environment, (80, 24));
    let page = runtime.path().join("cppcc/presentation");
    let (right, left, offer) = ("\x1b[C", "\x1b[D", "上次放到第 2 页中断");
    let breaks_off = |mut session: Session, signal| {
        session.kill(signal);
        session.wait_for_status();
    };
    let mut session = open(&["present"]);
    session.wait_for_text("1/2");
    assert!(!page.exists(), "the first slide needs no offer");
    session.send(right);
    session.wait_for_text("2/2");
    breaks_off(session, Signal::HUP);
    // Any other key is no.
    let mut session = open(&["present"]);
    session.wait_for_text(offer);
    session.send(right);
    session.wait_for_text("2/2");
    session.send(left);
    session.wait_for_text("1/2");
    breaks_off(session, Signal::KILL);
    let mut session = open(&["present"]);
    session.wait_for_text("1/2");
    session.send(right);
    session.wait_for_text("2/2");
    breaks_off(session, Signal::KILL);
    // The same from the dashboard; whoever goes on there and ends is asked no more.
    let mut session = open(&[]);
    session.wait_for_text("政协看板");
    session.send(F5);
    session.wait_for_text("2 页  自己的");
    session.send("\r");
    session.wait_for_text(offer);
    session.send("\r");
    session.wait_for_text("2/2");
    session.send("qq");
    session.wait_for_text("政协看板");
    assert!(!page.exists());
    // A deck that was changed since may have another page there.
    let mut session = open(&["present"]);
    session.wait_for_text("1/2");
    session.send(right);
    session.wait_for_text("2/2");
    breaks_off(session, Signal::KILL);
    write(runtime.path(), &format!("{TWO}\n[[deck.slide]]\nkind = \"title\"\ntitle = \"完\"\n"));
    let mut session = open(&["present"]);
    session.wait_for_text("1/3");
}
