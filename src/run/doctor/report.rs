//! Writes the report, line by line.

use super::findings::Findings;
use super::samples::{DrawnWidth, KINDS, SampleKind};
use cppcc::cli::AmbiguousWidth;
use cppcc::terminal::probe::ANSWER_TIMEOUT;
use cppcc::text::{ColorDepth, Lang, Phrase, environment, labelled, pad_right, width};

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const TERMINAL: Phrase = phrase("终端", "Terminal");
const WIDTHS: Phrase = phrase("字符宽度", "Widths");
const COLOURS: Phrase = phrase("颜色", "Colours");
const BACKGROUND: Phrase = phrase("底色", "Background");
const CLIPBOARD: Phrase = phrase("剪贴板", "Clipboard");
const LANGUAGE: Phrase = phrase("语言", "Language");
const SETTINGS: Phrase = phrase("设置文件", "Settings");
const ADVICE: Phrase = phrase("建议", "Advice");
const NOT_SET: Phrase = phrase("未设", "not set");
const NOTHING: Phrase = phrase("无须另设选项", "no option needs to be set");

const BETWEEN: Phrase = phrase(
    "这是 tmux 或 screen 的回答；外层终端可能不同，可在其外再测一次",
    "This is what tmux or screen answers; the terminal around it may differ: measure outside as well",
);

/// A label, and the lines beside it.
type ReportEntry = (Phrase, Vec<String>);

/// Looks like a hyphen, but lines are not broken at it.
const UNBROKEN: &str = "\u{2011}";

/// Returns the whole report.
pub(super) fn text(findings: &Findings) -> String {
    let entries: [ReportEntry; 8] = [
        (TERMINAL, terminal(findings)),
        (WIDTHS, widths(findings)),
        (COLOURS, colours(findings)),
        (BACKGROUND, vec![findings.background_line()]),
        (CLIPBOARD, clipboard(findings)),
        (LANGUAGE, language(findings)),
        (SETTINGS, settings(findings)),
        (ADVICE, advice(findings)),
    ];
    let columns = usize::from(findings.size.0).clamp(40, 100);
    let labels = entries.iter().map(|(label, _)| width(label.get(findings.lang))).max().unwrap_or(0) + 2;
    let mut out = String::new();
    for (label, lines) in &entries {
        let mut label = label.get(findings.lang);
        for line in lines {
            // An option that is broken at its hyphen cannot be copied.
            let unbroken = line.replace('-', UNBROKEN);
            for part in labelled(&(label.to_owned(), ()), labels, &[(unbroken, ())], columns) {
                let words: String = part.into_iter().map(|(words, ())| words).collect();
                out.push_str(words.replace(UNBROKEN, "-").trim_end());
                out.push('\n');
            }
            label = "";
        }
    }
    out
}

fn terminal(findings: &Findings) -> Vec<String> {
    let set = |name: &str| {
        let value = (findings.variable)(name).unwrap_or_else(|| NOT_SET.get(findings.lang).to_owned());
        format!("{name} {value}")
    };
    let (columns, rows) = findings.size;
    let size = match findings.lang {
        Lang::Zh => format!("{columns} 列 {rows} 行"),
        Lang::En => format!("{columns} columns, {rows} rows"),
    };
    let around = [
        (findings.is_in_tmux(), phrase("在 tmux 中", "inside tmux")),
        (findings.is_in_screen(), phrase("在 GNU screen 中", "inside GNU screen")),
        (environment::is_over_ssh(findings.variable), phrase("经 SSH", "over SSH")),
    ];
    let around = around.iter().filter(|(is_so, _)| *is_so).map(|(_, words)| words.get(findings.lang).to_owned());
    let always = [environment::TERM, environment::COLORTERM, environment::NO_COLOR];
    let further = [environment::FORCE_COLOR, environment::CLICOLOR_FORCE, environment::CLICOLOR];
    let further = further.into_iter().filter(|name| (findings.variable)(name).is_some());
    let first = always.into_iter().chain(further).map(set).collect::<Vec<_>>().join(comma(findings.lang));
    vec![first, std::iter::once(size).chain(around).collect::<Vec<_>>().join(comma(findings.lang))]
}

const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    }
}

fn widths(findings: &Findings) -> Vec<String> {
    let milliseconds = findings.answers.took.as_millis();
    if !findings.is_measured() {
        let seconds = ANSWER_TIMEOUT.as_secs();
        let said = match (findings.answers.is_complete, findings.lang) {
            (true, Lang::Zh) => format!("终端不回答光标位置（{milliseconds} 毫秒）"),
            (true, Lang::En) => format!("the terminal does not tell where the cursor is ({milliseconds} ms)"),
            (false, Lang::Zh) => format!("终端 {seconds} 秒内没有回答"),
            (false, Lang::En) => format!("the terminal has not answered within {seconds} s"),
        };
        return vec![said, "────────|".to_owned(), "12345678|".to_owned()];
    }
    let said = match findings.lang {
        Lang::Zh => format!("实测，用时 {milliseconds} 毫秒"),
        Lang::En => format!("measured, in {milliseconds} ms"),
    };
    let between = (findings.is_in_tmux() || findings.is_in_screen()).then(|| BETWEEN.get(findings.lang).to_owned());
    let kinds = KINDS.iter().map(|kind| kind_line(findings, kind));
    std::iter::once(said).chain(kinds).chain(between).collect()
}

fn kind_line(findings: &Findings, kind: &SampleKind) -> String {
    let names = KINDS.iter().map(|kind| width(kind.name.get(findings.lang))).max().unwrap_or(0);
    let cells = |count: u16| match (count, findings.lang) {
        (count, Lang::Zh) => format!("{count} 格"),
        (1, Lang::En) => "1 cell".to_owned(),
        (count, Lang::En) => format!("{count} cells"),
    };
    let characters = kind.characters.join(" ");
    let drawn = match findings.width(kind) {
        DrawnWidth::Cells(count) => format!("{}  {characters}", cells(count)),
        DrawnWidth::Mixed | DrawnWidth::Unknown => {
            let each = kind.characters.iter().zip(findings.widths(kind));
            each.map(|(sign, count)| format!("{sign} {}", cells(*count))).collect::<Vec<_>>().join(comma(findings.lang))
        }
    };
    format!("{}  {drawn}", pad_right(kind.name.get(findings.lang), names))
}

fn colours(findings: &Findings) -> Vec<String> {
    let depth = match findings.depth {
        ColorDepth::None => phrase("不用颜色", "none are used"),
        ColorDepth::Sixteen => phrase("16 色", "16"),
        ColorDepth::Indexed => phrase("256 色", "256"),
        ColorDepth::True => phrase("真彩色", "true colour"),
    };
    let mut lines = vec![depth.get(findings.lang).to_owned()];
    if findings.depth == ColorDepth::Indexed && (findings.variable)(environment::COLORTERM).is_none() {
        let why = phrase(
            "SSH 不转发 COLORTERM，因此不知是否有真彩色；256 色已够用。确有时可用 COLORTERM=truecolor cppcc",
            "SSH does not pass COLORTERM on, so nobody knows whether there is true colour; 256 look good. Where there is: COLORTERM=truecolor cppcc",
        );
        lines.push(why.get(findings.lang).to_owned());
    }
    lines
}

fn clipboard(findings: &Findings) -> Vec<String> {
    let how = phrase(
        "复制的内容经 OSC 52 送往终端；终端对此不作回答，要试了才知道",
        "What is copied is sent to the terminal by OSC 52; terminals do not answer this, and only trying it tells",
    );
    vec![how.get(findings.lang).to_owned()]
}

fn language(findings: &Findings) -> Vec<String> {
    let name = match findings.lang {
        Lang::Zh => "中文",
        Lang::En => "English",
    };
    let set = [environment::LANGUAGE, environment::LC_ALL, environment::LC_MESSAGES, environment::LANG];
    let found = set.iter().filter_map(|name| Some(format!("{name}={}", (findings.variable)(name)?)));
    let found = found.collect::<Vec<_>>().join(comma(findings.lang));
    let why = match (findings.is_lang_typed, found.is_empty()) {
        (true, _) => {
            phrase("由 --lang 或设置文件定", "by --lang or the file of settings").get(findings.lang).to_owned()
        }
        (false, true) => phrase("未设区域", "no locale is set").get(findings.lang).to_owned(),
        (false, false) => found,
    };
    vec![match findings.lang {
        Lang::Zh => format!("{name}（{why}）"),
        Lang::En => format!("{name} ({why})"),
    }]
}

fn settings(findings: &Findings) -> Vec<String> {
    let Some(path) = &findings.config else {
        return vec![phrase("没有用户设置目录", "there is no folder of settings").get(findings.lang).to_owned()];
    };
    let mut words = path.display().to_string();
    if !path.exists() {
        words.push_str(phrase("（没有，均为默认）", " (there is none; the defaults hold)").get(findings.lang));
    }
    let mut in_force = Vec::new();
    in_force.extend(findings.ascii.then_some("ascii = true"));
    in_force.extend((findings.ambiguous == AmbiguousWidth::Wide).then_some("ambiguous = \"wide\""));
    let mut lines = vec![words];
    if !in_force.is_empty() {
        let label = phrase("现用：", "in force: ").get(findings.lang);
        lines.push(format!("{label}{}", in_force.join(comma(findings.lang))));
    }
    lines
}

fn advice(findings: &Findings) -> Vec<String> {
    let advice = findings.advice();
    if advice.is_empty() {
        return vec![NOTHING.get(findings.lang).to_owned()];
    }
    advice.iter().map(|text| text.get(findings.lang).to_owned()).collect()
}
