//! `cppcc doctor` on terminals that answer, that answer otherwise, and that do not answer.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use rustix::process::Signal;
use std::time::{Duration, Instant};
use support::program::{ends, err, run};
use support::pty::Session;

const WHERE: &str = "\x1b[6n";
const LAST: &str = "\x1b[c";

fn start(arguments: &[&str], environment: &[(&str, &str)]) -> Session {
    Session::of_program(Lang::Zh, &[&["doctor"], arguments].concat(), environment, (100, 40))
}

/// Waits for the last question, and gives all that has been written till then.
fn questions(session: &mut Session) -> String {
    let end = Instant::now() + support::pty::SOON;
    loop {
        let text = String::from_utf8_lossy(&session.raw_bytes_since(0)).into_owned();
        if let Some((before, _)) = text.split_once(LAST) {
            return before.to_owned();
        }
        assert!(Instant::now() < end, "no question: {text:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Answers like a terminal that draws text as `drawn` makes it, and does not tell its background.
fn answer(session: &mut Session, drawn: impl Fn(&str) -> String) {
    answer_with(session, drawn, "");
}

/// Answers like [`answer`], and with `background` to the question for it.
fn answer_with(session: &mut Session, drawn: impl Fn(&str) -> String, background: &str) {
    let asked = questions(session);
    let mut terminal = vt100::Parser::new(40, 100, 0);
    let mut answers = Vec::new();
    let mut pieces = asked.split(WHERE).peekable();
    while let Some(piece) = pieces.next() {
        terminal.process(drawn(piece).as_bytes());
        if pieces.peek().is_some() {
            let (row, column) = terminal.screen().cursor_position();
            answers.push(format!("\x1b[{};{}R", row + 1, column + 1));
        }
    }
    session.send(&answers.concat());
    session.send(background);
    session.send("\x1b[?62;22c");
}

/// The report as it stands on the screen, and the exit status; the terminal must be as it was. The clipboard is left alone.
fn report(session: &mut Session) -> (String, String) {
    session.wait_until_text("[y/N]");
    session.send("\r");
    ended(session)
}

fn ended(session: &mut Session) -> (String, String) {
    let status = session.wait_for_status();
    session.assert_restored();
    (session.screen_text(), status)
}

#[test]
fn a_terminal_that_answers_as_it_should_needs_no_option() {
    let mut session = start(&[], &[("COLORTERM", "truecolor")]);
    answer(&mut session, str::to_owned);
    let (shown, status) = report(&mut session);
    assert_eq!(status, "0", "{shown}");
    for part in [
        "线框  1 格  ─ │ ┌ ┼",
        "标点  1 格  “ ” · … – ×",
        "汉字  2 格  政 ，",
        "颜色      真彩色",
        "中文（LANG=zh_CN.UTF-8）",
        "建议      无须另设选项",
        "“cppcc 剪贴板测试”",
        "剪贴板未动",
        "100 列 40 行",
    ] {
        assert!(shown.contains(part), "{part} in\n{shown}");
    }
    // The line on which was measured is wiped: the report begins there.
    assert!(shown.starts_with("终端      TERM xterm-256color，COLORTERM truecolor，NO_COLOR 未设"), "{shown}");
    let sent = String::from_utf8_lossy(&session.raw_bytes_since(0)).into_owned();
    assert!(!sent.contains("\x1b]52;"), "nothing is sent to the clipboard");
    assert!(!sent.contains("\x1b[?1049h"), "the screen is not taken over");
}

#[test]
fn one_that_draws_signs_in_two_cells_needs_an_option() {
    let wide = |text: &str| {
        let is_ambiguous = |sign: char| "─│┌┼█▌▒▸“”·…–×●◆▲■★▼◎◇≥".contains(sign);
        text.chars().map(|sign| if is_ambiguous(sign) { '政' } else { sign }).collect()
    };
    let mut session = start(&["--lang", "en"], &[]);
    answer(&mut session, wide);
    let (shown, status) = report(&mut session);
    assert_eq!(status, "0", "{shown}");
    assert!(shown.contains("lines        2 cells  ─ │ ┌ ┼"), "{shown}");
    assert!(shown.contains("--ambiguous wide, or write"), "{shown}");
    // Where the option is in force, nothing is left to say.
    let mut session = start(&["--ambiguous", "wide"], &[]);
    answer(&mut session, wide);
    let (shown, _) = report(&mut session);
    assert!(shown.contains("建议      无须另设选项") && shown.contains("现用：ambiguous = \"wide\""), "{shown}");
}

#[test]
fn some_signs_wide_and_some_not_are_told_one_by_one() {
    let mut session = start(&[], &[]);
    answer(&mut session, |text| text.replace(['“', '”', '…'], "政"));
    let (shown, _) = report(&mut session);
    assert!(shown.contains("标点  “ 2 格，” 2 格，· 1 格，… 2 格，– 1 格，× 1 格"), "{shown}");
    assert!(shown.contains("--ambiguous wide"), "{shown}");
}

#[test]
fn one_that_does_not_know_chinese_is_noticed() {
    let mut session = start(&[], &[("LANG", "C"), ("TERM", "vt220")]);
    answer(&mut session, |text| text.chars().map(|sign| if sign.is_ascii() { sign } else { '?' }).collect());
    let (shown, _) = report(&mut session);
    assert!(shown.contains("Chinese      1 cell  政 ，"), "{shown}");
    for part in ["--lang en --ascii", "The locale is not UTF-8", "no colours"] {
        assert!(shown.contains(part), "{part} in\n{shown}");
    }
}

/// A folder of settings, and doctor on a terminal with this background.
fn on_background(settings: Option<&str>, arguments: &[&str], more: &[(&str, &str)], told: &str) -> Settled {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("cppcc/config.toml");
    if let Some(text) = settings {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
    }
    let environment = [&[("XDG_CONFIG_HOME", home.path().to_str().unwrap())], more].concat();
    let mut session = start(arguments, &environment);
    answer_with(&mut session, str::to_owned, told);
    Settled { session, file, _home: home }
}

struct Settled {
    session: Session,
    file: std::path::PathBuf,
    _home: tempfile::TempDir,
}

impl Settled {
    fn text(&self) -> Option<String> {
        std::fs::read_to_string(&self.file).ok()
    }
}

const ON_LIGHT: &str = "\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\";
const ON_DARK: &str = "\x1b]11;rgb:0000/0000/0000\x07";
const QUESTION: &str = "把 theme = ";

#[test]
fn the_background_is_asked_for_and_its_theme_written_where_the_user_agrees() {
    let rows = [
        (None, ON_LIGHT, "y\r", "底色是浅的", Some("theme = \"light\"\n")),
        (None, ON_DARK, "ｙ\r", "底色是深的", Some("theme = \"dark\"\n")),
        (None, ON_LIGHT, "\r", "底色是浅的", None),
        (Some("theme = \"dark\" # mine\n"), ON_LIGHT, "是\r", "底色是浅的", Some("theme = \"light\" # mine\n")),
        (Some("mouse = false\n"), ON_LIGHT, "n\r", "底色是浅的", Some("mouse = false\n")),
    ];
    for (before, told, typed, advice, after) in rows {
        let mut doctor = on_background(before, &[], &[], told);
        doctor.session.wait_for_text(QUESTION);
        doctor.session.send(typed);
        let (shown, status) = report(&mut doctor.session);
        assert_eq!(status, "0", "{shown}");
        assert!(shown.contains(advice), "{advice} in\n{shown}");
        assert_eq!(shown.contains("已写入"), doctor.text().as_deref() != before, "{shown}");
        assert_eq!(doctor.text().as_deref(), after, "{shown}");
    }
}

#[test]
fn a_theme_that_suits_needs_no_question() {
    type Row = (
        Option<&'static str>,
        &'static [&'static str],
        &'static [(&'static str, &'static str)],
        &'static str,
        &'static str,
    );
    let rows: [Row; 6] = [
        (Some("theme = \"light\"\n"), &[], &[], ON_LIGHT, "实测 #fdf6e3，是浅的；现按浅色底显示"),
        (None, &[], &[("COLORFGBG", "15;0")], ON_DARK, "实测 #000000，是深的；现按深色底显示"),
        (None, &[], &[], "\x1b]11;rgb:8080/8080/8080\x07", "不深不浅；现用深浅底上皆可读的颜色"),
        (None, &[], &[], "", "终端没有回答；现用深浅底上皆可读的颜色"),
        (None, &["--lang", "en"], &[], "", "the terminal has not told it; drawn in colours that suit dark and light"),
        // What is typed wins over the settings, whatever they are.
        (None, &["--theme", "dark"], &[], ON_LIGHT, "用 --theme light"),
    ];
    for (before, arguments, variables, told, line) in rows {
        let mut doctor = on_background(before, arguments, variables, told);
        let (shown, status) = report(&mut doctor.session);
        assert_eq!(status, "0", "{shown}");
        assert!(shown.contains(line) && !shown.contains(QUESTION), "{line} in\n{shown}");
        assert_eq!(doctor.text().as_deref(), before);
    }
}

#[test]
fn a_mute_terminal_costs_a_second_and_is_told_of() {
    let mut session = start(&[], &[]);
    questions(&mut session);
    let begin = Instant::now();
    let (shown, status) = report(&mut session);
    assert!(begin.elapsed() < Duration::from_secs(3), "{:?}", begin.elapsed());
    assert_eq!(status, "0", "{shown}");
    assert!(shown.contains("终端 1 秒内没有回答") && shown.contains("────────|"), "{shown}");
    assert!(shown.contains("终端没有回答宽度"), "{shown}");
}

#[test]
fn one_that_answers_only_the_last_question_costs_no_time() {
    let mut session = start(&[], &[]);
    questions(&mut session);
    let begin = Instant::now();
    session.send("\x1b[?1;2c");
    let (shown, _) = report(&mut session);
    assert!(begin.elapsed() < Duration::from_millis(900), "{:?}", begin.elapsed());
    assert!(shown.contains("终端不回答光标位置"), "{shown}");
}

#[test]
fn the_clipboard_is_tried_after_a_yes_alone() {
    for (typed, is_tried) in
        [("y\r", true), ("是\r", true), ("YES\r", true), ("\r", false), ("n\r", false), ("\x04", false)]
    {
        let mut session = start(&[], &[]);
        answer(&mut session, str::to_owned);
        session.wait_until_text("其中原有的内容会换成“cppcc 剪贴板测试” [y/N]");
        assert!(
            !String::from_utf8_lossy(&session.raw_bytes_since(0)).contains("\x1b]52;"),
            "nothing before the answer"
        );
        session.send(typed);
        let (shown, status) = ended(&mut session);
        let sent = String::from_utf8_lossy(&session.raw_bytes_since(0)).contains("\x1b]52;c;Y3BwY2Mg");
        assert_eq!(
            (sent, shown.contains("剪贴板未动"), status.as_str()),
            (is_tried, !is_tried, "0"),
            "{typed:?}: {shown}"
        );
    }
    let mut session = start(&["--ascii", "--lang", "en"], &[]);
    answer(&mut session, str::to_owned);
    session.wait_until_text("replaced by \"cppcc clipboard test\" [y/N]");
    for (lang, words) in [(Lang::Zh, "动剪贴板之前先问"), (Lang::En, "asks before it touches the clipboard")] {
        let help = run(lang, &["doctor", "--help"]);
        let text = support::program::out(&help).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn colours_that_are_unwanted_are_no_fault_of_the_terminal() {
    for (name, value, colours) in [
        ("NO_COLOR", "1", "不用颜色"),
        ("CLICOLOR", "0", "不用颜色"),
        ("FORCE_COLOR", "0", "不用颜色"),
        ("FORCE_COLOR", "1", "16 色"),
        ("CLICOLOR_FORCE", "1", "256 色"),
    ] {
        let mut session = start(&[], &[(name, value)]);
        answer(&mut session, str::to_owned);
        let (shown, _) = report(&mut session);
        assert!(shown.contains("建议      无须另设选项"), "{name}={value}: {shown}");
        assert!(shown.contains(colours) && shown.contains(&format!("{name} {value}")), "{name}={value}: {shown}");
    }
    let mut session = start(&["--color", "never"], &[]);
    answer(&mut session, str::to_owned);
    let (shown, _) = report(&mut session);
    assert!(shown.contains("建议      无须另设选项"), "{shown}");
}

#[test]
fn inside_screen_nothing_is_asked() {
    let mut session = start(&[], &[("STY", "1234.pts-0.host")]);
    answer(&mut session, str::to_owned);
    let (shown, status) = ended(&mut session);
    assert!(status == "0" && shown.contains("GNU screen 不转发剪贴板") && !shown.contains("[y/N]"), "{shown}");
}

#[test]
fn inside_tmux_it_says_what_copying_needs() {
    let mut session = start(&[], &[("TMUX", "/tmp/tmux-0/default,1,0")]);
    answer(&mut session, str::to_owned);
    let (shown, _) = report(&mut session);
    assert!(shown.contains("set -g set-clipboard on") && shown.contains("在 tmux 中"), "{shown}");
}

#[test]
fn breaking_off_gives_the_terminal_back() {
    let mut session = start(&[], &[]);
    questions(&mut session);
    session.send("\x03");
    assert_eq!(session.wait_for_status(), "130");
    session.assert_restored();
    for (signal, status) in [(Signal::TERM, "143"), (Signal::HUP, "129"), (Signal::INT, "130"), (Signal::QUIT, "131")] {
        let mut session = start(&[], &[]);
        questions(&mut session);
        session.kill(signal);
        assert_eq!(session.wait_for_status(), status);
        session.assert_restored();
    }
}

#[test]
fn without_a_terminal_it_says_so() {
    let output = run(Lang::En, &["doctor"]);
    ends(&output, 2);
    assert!(output.stdout.is_empty());
    assert_eq!(err(&output), "cppcc: cppcc doctor measures a terminal: standard output is not one\n");
}
