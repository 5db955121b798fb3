//! The form of the dashboard, on a real terminal: a sixth city from nothing to a bar, by the form alone.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use std::path::Path;
use support::pty::Session;

const SENTENCE: &str = "2025年，德州市政协召开协商会议12场，共立案提案512件，办复500余件。";

fn read(home: &Path, name: &str) -> String {
    std::fs::read_to_string(home.join("cppcc/data").join(name)).unwrap_or_default()
}

/// Opens the form on the row of the proposals that were filed.
fn opened(home: &Path) -> Session {
    let mut session = Session::of_program_at(home, &[]);
    session.wait_for_text("政协看板");
    session.send("/proposals-filed");
    session.wait_for_text("立案提案（全年或周期）");
    session.send("\r");
    session.wait_for(|screen| !screen.contents().contains("前往"));
    session.send("a");
    session.wait_for_text("录入数字");
    session
}

/// Fills in all that a sixth city needs, up to the question whether to write.
fn filled(home: &Path) -> Session {
    let mut session = opened(home);
    session.send(SENTENCE);
    session.wait_for_text("立案提案512件");
    // The number with the unit of the indicator, among three.
    session.send("\t");
    session.wait_for_text("› “德州市政协召开协商会议12场”");
    session.send("\x1b[B");
    session.wait_for_text("2/3 “共立案提案512件”");
    session.send("\t\t");
    session.wait_for_text("▌城市");
    session.send("\x7f德州");
    session.wait_for_text("＋ 新增 “德州”");
    session.send("\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\r");
    session.wait_for_text("德州（新增）");
    session.wait_for_text("▌区划代码");
    session.send("371400\r");
    session.wait_for_text("▌文章");
    session.send("政协工作报告");
    session.wait_for_text("＋ 新增 “政协工作报告”");
    session.send("\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\r");
    session.wait_for_text("▌报刊网站");
    session.send("德州日报\r");
    session.wait_for_text("▌发表日期");
    session.send("2026-02\r");
    session.wait_for_text("写入自己的数据？");
    session
}

#[test]
fn a_sixth_city_comes_to_a_bar_by_the_form_alone() {
    let home = support::private_folder();
    let mut session = filled(home.path());
    assert!(
        session.screen_text().contains("2025年，德州市政协立案提案512件（德州日报，2026年2月）。"),
        "{}",
        session.screen_text()
    );
    assert!(!home.path().join("cppcc/data").exists(), "nothing is written before it is confirmed");
    session.send("\r");
    session.wait_for_text("已写入");
    session.wait_for(|screen| {
        let contents = screen.contents();
        contents.lines().any(|line| line.contains("德州") && line.contains("512") && line.contains('█'))
    });
    let written = read(home.path(), "areas/dezhou.toml");
    assert!(written.contains("value = 512\n") && written.contains("period = \"2025\"\n"), "{written}");
    assert!(read(home.path(), "articles/dezhou.toml").contains("outlet = \"德州日报\""));
    session.send("u");
    session.wait_for_text("已撤销上一次录入");
    session.wait_for(|screen| !screen.contents().contains("德州"));
    assert!(!home.path().join("cppcc/data").exists());
    session.send("u");
    session.wait_for_text("没有可撤销的录入");
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
}

#[test]
fn what_was_typed_is_not_thrown_away_without_being_asked_for() {
    let home = support::private_folder();
    let mut session = opened(home.path());
    // Nothing was typed: Esc closes.
    session.send("\x1b");
    session.wait_for(|screen| !screen.contents().contains("录入数字"));
    session.send("\x17");
    session.wait_for_text("录入数字");
    session.send("立案提案512件");
    session.wait_for_text("512");
    for leave in ["\x1b", "\x03"] {
        session.send(leave);
        session.wait_for_text("放弃已填的内容？");
        session.send("\x1b");
        session.wait_for(|screen| !screen.contents().contains("放弃已填的内容？"));
        assert!(session.screen_text().contains("立案提案512件"));
    }
    session.send("\x1b");
    session.wait_for_text("放弃已填的内容？");
    session.send("\r");
    session.wait_for(|screen| !screen.contents().contains("录入数字"));
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
}

#[test]
fn what_is_wrong_is_said_at_once_and_at_its_field() {
    let home = support::private_folder();
    let mut session = opened(home.path());
    session.wait_for_text("哪篇文章？");
    // Pasted text is one line, whatever its breaks.
    session.send("\x1b[200~2024年，\r\n立案提案512件\x1b[201~");
    session.wait_for_text("512 ‹ 读自句子");
    session.send("\x1b[B\x1b[B\x1b[B");
    session.wait_for_text("▌数值");
    session.send("513");
    session.wait_for_text("原文印的是 512");
    session.send("\x15");
    session.wait_for_text("512 ‹ 读自句子");
    session.send("\t");
    session.wait_for_text("▌限定");
    session.send("\x1b[C\x1b[C");
    session
        .wait_for(|screen| screen.contents().lines().any(|line| line.contains("▌限定") && !line.contains("读自句子")));
    session.send("\x1b[D\x1b[D");
    session
        .wait_for(|screen| screen.contents().lines().any(|line| line.contains("▌限定") && line.contains("读自句子")));
    session.send("\t\t\t");
    session.wait_for_text("▌时段");
    session.send("去年");
    session.wait_for_text("写作 2024、2024-H1");
    // In English as well, and help does not close the form.
    session.send("\x1bOQ");
    session.wait_for_text("Add a figure");
    session.wait_for_text("write 2024, 2024-H1");
    session.send("\x1bOP");
    session.wait_for_text("Close the form with Esc first");
    session.wait_for_text("Add a figure");
}

#[test]
fn what_all_data_refuse_leaves_the_form_open() {
    let home = support::private_folder();
    let mut session = filled(home.path());
    // Somebody breaks the data meanwhile.
    let folder = home.path().join("cppcc/data");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("x.toml"), "[[area]\n").unwrap();
    session.send("\r");
    session.wait_for_text("未写入：");
    session.wait_for_text("▌发表日期");
    std::fs::remove_file(folder.join("x.toml")).unwrap();
    session.send("\r\r");
    session.wait_for_text("已写入");
}

/// Opens the dashboard on the figure of a sixth city that was added before.
fn opened_on_own_figure(home: &Path) -> Session {
    let mut session = Session::of_program_at(home, &[]);
    session.wait_for_text("政协看板");
    session.send("/dezhou proposals-filed");
    session.wait_for_text("德州");
    session.send("\r");
    session.wait_for(|screen| !screen.contents().contains("前往"));
    session
}

#[test]
fn a_figure_is_corrected_and_removed_after_a_restart() {
    let home = tempfile::tempdir().unwrap();
    let mut session = filled(home.path());
    session.send("\r");
    session.wait_for_text("已写入");
    let before = read(home.path(), "areas/dezhou.toml");
    assert!(before.contains("value = 512"), "{before}");
    drop(session);
    let mut session = opened_on_own_figure(home.path());
    // There is nothing to undo, and the way is told.
    session.send("u");
    session.wait_for_text("没有可撤销的录入；改正、删除自己的数字：光标放在数字上按 A、D");
    session.send("A");
    session.wait_for_text("改正数字");
    session.wait_for_text("共立案提案512件");
    session.send("\r");
    session.wait_for_text("没有改动");
    // Ctrl-U clears the phrase.
    session.send("\x15立案提案521件");
    session.wait_for_text("521");
    session.send("\r");
    session.wait_for_text("写入自己的数据？");
    session.send("\r");
    session.wait_for_text("已改正");
    let after = read(home.path(), "areas/dezhou.toml");
    assert_eq!(after, before.replace("512", "521").replace("共立案", "立案"));
    session.send("u");
    session.wait_for_text("已撤销");
    assert_eq!(read(home.path(), "areas/dezhou.toml"), before);
    session.send("D");
    session.wait_for_text("从自己的数据中删除这个数字？");
    session.send("\x1b");
    session.wait_for(|screen| !screen.contents().contains("删除这个数字"));
    assert_eq!(read(home.path(), "areas/dezhou.toml"), before);
    session.send("D");
    session.wait_for_text("从自己的数据中删除这个数字？");
    session.send("\r");
    session.wait_for_text("已删除 dezhou-");
    assert!(!read(home.path(), "areas/dezhou.toml").contains("observation"));
    session.send("u");
    session.wait_for_text("已撤销");
    assert_eq!(read(home.path(), "areas/dezhou.toml"), before);
}

#[test]
fn the_next_number_of_a_sentence_is_taken_without_beginning_anew() {
    let home = tempfile::tempdir().unwrap();
    let mut session = filled(home.path());
    session.send("\r");
    // The one behind it, and the one that was passed over.
    session.wait_for_text("句中还有 2 个数，按 a 接着录");
    session.send("a");
    session.wait_for_text("3/3 “办复500余件”");
    // The sentence, the city and the article are those of the last.
    for kept in ["协商会议12场", "德州", "政协工作报告"] {
        session.wait_for_text(kept);
    }
    session.wait_for_text("▌指标");
    session.send("\x1b\x1b");
    session.wait_for(|screen| !screen.contents().contains("录入数字"));
}
