//! Files that change while the dashboard is open, on a real terminal: they are read by themselves, the place is kept, and a
//! fault takes nothing from the screen.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use support::pty::Session;

const AREA: &str = "[[area]]\nid = \"dezhou\"\ncode = \"371400\"\nname = \"德州\"\ncommittee = \"中国人民政治协商会议德州市委员会\"\n\n\
                    [[article]]\nid = \"dezhou-2026\"\narea = \"dezhou\"\ntitle = \"工作报告\"\noutlet = \"德州日报\"\n\
                    published = { date = \"2026-01\", certainty = \"stated\" }\ngenre = \"news\"\ngrade = \"excerpt\"\ncaveats = []\n\n\
                    [[observation]]\nid = \"dezhou-2025-filed\"\narea = \"dezhou\"\nindicator = \"proposals-filed\"\nvalue = 512\n\
                    qualifier = \"exact\"\nperiod = \"2025\"\nscope = \"city\"\nstatus = \"achieved\"\n\
                    source = { article = \"dezhou-2026\", printed = \"立案提案512件\" }\n";

fn folder(home: &Path) -> PathBuf {
    home.join("cppcc/data")
}

fn write(home: &Path, name: &str, text: &str) {
    let path = folder(home).join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Writes a file as editors do: a new one takes the place of the old.
fn saved(home: &Path, name: &str, text: &str) {
    let path = folder(home).join(name);
    let new = path.with_extension("toml~new");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
}

/// Opens the dashboard on the row of the proposals that were filed, with a sixth city.
fn opened(home: &Path) -> Session {
    write(home, "areas/dezhou.toml", AREA);
    let mut session = Session::of_program_at(home, &[]);
    session.wait_for_text("德州");
    session.send("/proposals-filed");
    session.wait_for_text("立案提案（全年或周期）");
    session.send("\r");
    session.wait_for_text("▌ =");
    session
}

#[test]
fn a_saved_file_is_read_by_itself_and_the_place_is_kept() {
    let home = support::private_folder();
    let mut session = opened(home.path());
    session.send("\x1b[C\x1b[C");
    session.wait_for_text("▸▲ 济南");
    saved(home.path(), "areas/dezhou.toml", &AREA.replace("512", "519"));
    session.wait_for_text("519");
    session.wait_for_text("数据已重新读取");
    session.wait_for_text("▸▲ 济南");
    session.wait_for_text("▌ =");
    // A city that comes in a new folder of the pack; the one that is selected stays so, wherever it stands now.
    let other = AREA.replace("dezhou", "zibo").replace("371400", "370300").replace("德州", "淄博");
    write(home.path(), "more/zibo.toml", &other);
    session.wait_for_text("淄博");
    session.wait_for_text("▸▲ 济南");
    // What is read by itself once is read so again.
    write(home.path(), "more/zibo.toml", &other.replace("512", "777"));
    session.wait_for_text("777");
}

/// A slip made with an editor overnight must not keep anybody from the other cities in the morning.
#[test]
fn with_faults_in_the_usual_folder_the_dashboard_opens_without_it_and_says_so() {
    let home = support::private_folder();
    write(home.path(), "areas/dezhou.toml", &AREA.replace("\"exact\"", "\"exakt\""));
    let mut session = Session::of_program_at(home.path(), &[]);
    session.wait_for_text("areas/dezhou.toml:22:13");
    session.wait_for_text("自己的数据未读入");
    assert!(
        session.screen_text().contains("滨州") && !session.screen_text().contains("德州"),
        "{}",
        session.screen_text()
    );
    // Once it is mended it is read by itself.
    write(home.path(), "areas/dezhou.toml", AREA);
    session.wait_for_text("德州");
    session.wait_for(|screen| !screen.contents().contains("自己的数据未读入"));
}

#[test]
fn a_fault_is_a_banner_until_it_is_mended() {
    let home = support::private_folder();
    let mut session = opened(home.path());
    let (half, _) = AREA.split_at(AREA.find("qualifier").unwrap());
    write(home.path(), "areas/dezhou.toml", half);
    session.wait_for_text("areas/dezhou.toml:17:1");
    session.wait_for_text("仍显示原有的");
    assert!(session.screen_text().contains("512"), "{}", session.screen_text());
    // It stays through other keys; Esc takes it away, and a new fault brings it back.
    session.send("\x1b[B");
    session.wait_for_text("areas/dezhou.toml:17:1");
    session.send("\x1b");
    session.wait_for(|screen| !screen.contents().contains("仍显示原有的"));
    write(home.path(), "areas/dezhou.toml", &AREA.replace("\"exact\"", "\"exakt\""));
    session.wait_for_text("areas/dezhou.toml:22:13");
    write(home.path(), "areas/dezhou.toml", &AREA.replace("512", "520"));
    session.wait_for_text("520");
    session.wait_for(|screen| !screen.contents().contains("仍显示原有的"));
    // The key reads as well, and says the same.
    write(home.path(), "areas/dezhou.toml", "[[area]\n");
    session.send("\x12");
    session.wait_for_text("areas/dezhou.toml:1:");
}

#[test]
fn a_folder_that_goes_and_comes_back_is_seen() {
    let home = support::private_folder();
    let mut session = opened(home.path());
    let away = home.path().join("away");
    fs::rename(folder(home.path()), &away).unwrap();
    session.wait_for(|screen| !screen.contents().contains("德州"));
    fs::rename(&away, folder(home.path())).unwrap();
    session.wait_for_text("德州");
    fs::remove_dir_all(folder(home.path())).unwrap();
    session.wait_for(|screen| !screen.contents().contains("德州"));
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
}

#[test]
fn what_is_being_typed_stays() {
    let home = support::private_folder();
    let mut session = opened(home.path());
    session.send("a2025年立案");
    session.wait_for_text("2025年立案");
    saved(home.path(), "areas/dezhou.toml", &AREA.replace("德州\"", "德城\""));
    std::thread::sleep(Duration::from_millis(600));
    session.send("600件");
    session.wait_for_text("2025年立案600件");
    session.wait_for_text("600 ‹ 读自句子");
    session.send("\x1b");
    session.wait_for_text("放弃已填的内容？");
    session.send("\r");
    session.wait_for_text("德城");
    // A name that is being looked for, too.
    session.send("/li");
    session.wait_for_text("› li");
    saved(home.path(), "areas/dezhou.toml", AREA);
    std::thread::sleep(Duration::from_millis(600));
    session.send("aocheng");
    session.wait_for_text("› liaocheng");
}

#[test]
fn a_presentation_goes_on_with_what_was_saved() {
    let home = support::private_folder();
    write(home.path(), "areas/dezhou.toml", AREA);
    let deck = "[[deck]]\nid = \"mine\"\nname = \"我的\"\n[[deck.slide]]\nkind = \"figure\"\nfigure = \"dezhou-2025-filed\"\n\
                [[deck.slide]]\nkind = \"coverage\"\n";
    write(home.path(), "deck.toml", deck);
    let mut session = Session::of_program_at(home.path(), &["present", "mine"]);
    session.wait_for_text("1/2");
    saved(home.path(), "areas/dezhou.toml", &AREA.replace("德州日报", "德州晚报"));
    session.wait_for_text("德州晚报");
    // A fault is nothing for an audience.
    saved(home.path(), "areas/dezhou.toml", "[[area]\n");
    std::thread::sleep(Duration::from_millis(600));
    assert!(session.screen_text().contains("德州晚报"), "{}", session.screen_text());
    assert!(!session.screen_text().contains("dezhou.toml"), "{}", session.screen_text());
    session.send("\x1b[C");
    session.wait_for_text("2/2");
}

#[test]
fn nothing_happens_while_nothing_changes() {
    let home = support::private_folder();
    let mut session = opened(home.path());
    session.wait_until_quiet();
    std::thread::sleep(Duration::from_millis(500));
    let (ticks, mark) = (session.cpu_ticks(), session.mark());
    // What is no data wakes nothing up that draws.
    fs::write(folder(home.path()).join(".x.toml.swp"), "x").unwrap();
    fs::write(folder(home.path()).join("notes.md"), "x").unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    assert!(session.raw_bytes_since(mark).is_empty());
    assert!(session.cpu_ticks() - ticks <= 1);
}
