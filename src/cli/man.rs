//! The manual page: the words of the help, the key table, and what is around them.

use super::help;
use crate::app::keymap::{BINDINGS, Binding, Group};
use crate::app::presentation::keymap as presentation_keymap;
use crate::text::number::Signs;
use crate::text::{Lang, Phrase, width};
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};
use unicode_linebreak::{BreakOpportunity, linebreaks};

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const MANUAL: Phrase = phrase("用户手册", "User manual");
const NAME: Phrase = phrase("名称", "NAME");
const SYNOPSIS: Phrase = phrase("用法", "SYNOPSIS");
const DESCRIPTION: Phrase = phrase("说明", "DESCRIPTION");
const GLOBAL: Phrase = phrase("通用选项", "OPTIONS");
const COMMANDS: Phrase = phrase("命令", "COMMANDS");
const COMMAND: Phrase = phrase("命令", "command");
const KEYS: Phrase = phrase("按键", "KEYS");
const EXIT: Phrase = phrase("退出状态", "EXIT STATUS");
const ENVIRONMENT: Phrase = phrase("环境变量", "ENVIRONMENT");
const FILES: Phrase = phrase("文件", "FILES");

const WHAT_IT_IS: &[Phrase] = &[
    phrase(
        "cppcc 比较滨州、聊城、济南、青岛、咸阳五市政协的履职数字。数字摘自新闻报道，各带数值、限定、时段、口径和出处。",
        "cppcc compares how the CPPCC committees of Binzhou, Liaocheng, Jinan, Qingdao and Xianyang perform. Its figures are compiled from news reports; each carries its value, qualifier, period, scope and source.",
    ),
    phrase(
        "比较有时会被拒绝，并说明理由：时段、口径不同，或只知下限。报道未提及不等于零。",
        "A comparison can be refused, with reasons: periods or definitions differ, or only a bound is known. What a report does not mention is not zero.",
    ),
    phrase(
        "不带命令时在终端中打开看板。标准输出是数据，标准错误是说明。",
        "Without a command, the dashboard opens on the terminal. Standard output is data, standard error is words about it.",
    ),
];
const ABOUT_KEYS: Phrase = phrase(
    "看板的默认按键，设置文件可改（见“文件”）。括号内是该动作在设置中的名称。",
    "The keys of the dashboard as they are by default; the file of settings can change them (see FILES). In brackets, the action's name there.",
);
const ROOM: Phrase = phrase("放映时（设置中为 [slides]）", "While slides are shown ([slides] in the settings)");
const STATUSES: &[(&str, Phrase)] = &[
    ("0", phrase("完成。管道关闭也算完成。", "Done. A closed pipe is not an error.")),
    ("1", phrase("不予比较，或未成功。", "The comparison was refused, or something failed.")),
    (
        "2",
        phrase(
            "用法、数据或设置有误，或需要终端而没有。",
            "Wrong usage, faults in data or settings, or no terminal where one is needed.",
        ),
    ),
];
const VARIABLES: &[(&str, Phrase)] = &[
    ("CPPCC_CONFIG", phrase("设置文件，代替默认位置。", "The file of settings, in the place of the usual one.")),
    (
        "CPPCC_DATA",
        phrase(
            "另读的数据文件夹，以冒号分隔；--data 优先。",
            "Further folders of data, with colons between them; --data wins.",
        ),
    ),
    (
        "LC_ALL, LC_MESSAGES, LANG, LANGUAGE",
        phrase(
            "界面语言：zh 开头为中文，其余为英文。",
            "The language: Chinese where the locale begins with zh, and otherwise English.",
        ),
    ),
    ("NO_COLOR", phrase("非空时不用颜色。", "No colours, where it is not empty.")),
    ("TERM, COLORTERM", phrase("终端有多少颜色。", "How many colours the terminal has.")),
    ("XDG_CONFIG_HOME", phrase("用户设置目录，默认 ~/.config。", "The folder of settings, by default ~/.config.")),
];
const HELD_IN: &[(&str, Phrase)] = &[(
    "~/.config/cppcc/config.toml",
    phrase(
        "设置：语言、底色、颜色、字符、折算方式、年份、鼠标、按键。cppcc config --template 输出模板，cppcc config --check 检查。命令行选项优先。",
        "Settings: language, background, colours, signs, measure, year, mouse, keys. cppcc config --template writes a template, cppcc config --check checks the file. Options on the command line win.",
    ),
)];

/// The page in one language, for `man -l`.
pub(super) fn page(lang: Lang) -> String {
    let program = help::command(lang);
    let mut page = title(lang);
    let about = program.get_about().map(ToString::to_string).unwrap_or_default();
    page.push_str(&section(NAME.get(lang), |roff| {
        roff.text([roman(format!("cppcc - {about}"))]);
    }));
    page.push_str(&section(SYNOPSIS.get(lang), |roff| {
        roff.text([bold("cppcc"), roman(" ["), italic(GLOBAL.get(lang).to_lowercase()), roman("]")]);
        roff.control("br", []);
        roff.text([bold("cppcc "), italic(COMMAND.get(lang)), roman(" […]")]);
    }));
    page.push_str(&section(DESCRIPTION.get(lang), |roff| {
        for (place, paragraph) in WHAT_IT_IS.iter().enumerate() {
            if place > 0 {
                roff.control("PP", []);
            }
            roff.text([roman(paragraph.get(lang))]);
        }
    }));
    page.push_str(&commands(&program, lang));
    page.push_str(&section(GLOBAL.get(lang), |_| {}));
    page.push_str(&options(program));
    page.push_str(&keys(lang));
    page.push_str(&terms(EXIT, STATUSES, lang));
    page.push_str(&terms(ENVIRONMENT, VARIABLES, lang));
    page.push_str(&terms(FILES, HELD_IN, lang));
    breakable(&page)
}

/// Before the text: the apostrophe, which has no name that every `man` knows; no hyphens, and no wide spaces.
const HEAD: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

fn title(lang: Lang) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!("{HEAD}.TH cppcc 1 \"\" \"cppcc {version}\" \"{}\"\n.nh\n.ad l\n", MANUAL.get(lang))
}

/// The text without what the roff crate puts before every piece.
fn rendered(roff: &Roff) -> String {
    let text = roff.render();
    text.strip_prefix(HEAD).unwrap_or(&text).to_owned()
}

fn section(heading: &str, body: impl FnOnce(&mut Roff)) -> String {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    body(&mut roff);
    rendered(&roff)
}

fn term(roff: &mut Roff, head: impl IntoIterator<Item = Inline>, words: &str) {
    roff.control("TP", []);
    roff.text(head.into_iter().collect::<Vec<_>>());
    roff.text([roman(words)]);
}

fn terms(heading: Phrase, terms: &[(&str, Phrase)], lang: Lang) -> String {
    section(heading.get(lang), |roff| {
        for (name, words) in terms {
            term(roff, [bold(*name)], words.get(lang));
        }
    })
}

/// The arguments of one command, without headings. What holds for every command is told once.
fn options(command: Command) -> String {
    let bare = command.mut_args(|argument| argument.help_heading(None::<&str>));
    let mut out = Vec::new();
    let _ = Man::new(bare).render_options_section(&mut out);
    let page = String::from_utf8_lossy(&out);
    // The roff crate writes its preamble and a heading before them.
    let body = page.find("\n.TP").map_or("", |at| page.get(at + 1..).unwrap_or_default());
    body.to_owned()
}

fn commands(program: &Command, lang: Lang) -> String {
    let mut page = section(COMMANDS.get(lang), |_| {});
    for command in program.get_subcommands() {
        let mut roff = Roff::new();
        let name = format!("cppcc {}", command.get_name());
        roff.control("SS", [name.as_str()]);
        roff.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
        page.push_str(&rendered(&roff));
        let own = command.clone().disable_help_flag(true).mut_args(|argument| {
            let is_help = argument.get_id() == "help";
            argument.hide(is_help)
        });
        page.push_str(&options(own));
    }
    page
}

fn keys(lang: Lang) -> String {
    let mut page = section(KEYS.get(lang), |roff| {
        roff.text([roman(ABOUT_KEYS.get(lang))]);
    });
    for group in Group::ALL {
        let rows = BINDINGS.iter().filter(|binding| binding.group == group);
        page.push_str(&key_rows(group.name().get(lang), rows, lang));
    }
    page + &key_rows(ROOM.get(lang), presentation_keymap::BINDINGS, lang)
}

fn key_rows<'a>(heading: &str, rows: impl IntoIterator<Item = &'a Binding>, lang: Lang) -> String {
    let mut roff = Roff::new();
    roff.control("SS", [heading]);
    for binding in rows {
        let mut head = Vec::new();
        for (place, chord) in binding.chords.iter().enumerate() {
            head.extend((place > 0).then(|| roman(", ")));
            head.push(bold(chord.name(Signs::Ascii)));
        }
        head.extend((!binding.id.is_empty()).then(|| roman(format!(" ({})", binding.id))));
        term(&mut roff, head, binding.about.get(lang));
    }
    rendered(&roff)
}

/// Chinese has no spaces, and `man` breaks lines at spaces only: this puts a break of no width wherever Chinese may be
/// broken.
fn breakable(page: &str) -> String {
    const BREAK: &str = "\\:";
    let mut out = String::new();
    for line in page.lines() {
        if line.starts_with(['.', '\'']) {
            out.push_str(line);
        } else {
            let mut start = 0;
            for (end, kind) in linebreaks(line) {
                let piece = line.get(start..end).unwrap_or_default();
                let rest = line.get(end..).unwrap_or_default();
                out.push_str(piece);
                let is_wide =
                    |found: Option<char>| found.is_some_and(|found| width(found.encode_utf8(&mut [0; 4])) > 1);
                let beside = is_wide(piece.chars().next_back()) || is_wide(rest.chars().next());
                if kind == BreakOpportunity::Allowed && beside && !piece.ends_with(' ') && !rest.is_empty() {
                    out.push_str(BREAK);
                }
                start = end;
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_every_key_and_every_section_is_there() {
        for lang in [Lang::Zh, Lang::En] {
            let page = page(lang);
            for command in help::command(lang).get_subcommands() {
                assert!(page.contains(&format!(".SS \"cppcc {}\"", command.get_name())), "{page}");
            }
            for binding in BINDINGS.iter().chain(presentation_keymap::BINDINGS).filter(|binding| !binding.id.is_empty())
            {
                let id = binding.id.replace('-', "\\-");
                assert!(page.contains(&format!("({id})")), "{} in {page}", binding.id);
            }
            for heading in [NAME, SYNOPSIS, DESCRIPTION, GLOBAL, COMMANDS, KEYS, EXIT, ENVIRONMENT, FILES] {
                assert!(page.lines().any(|line| line.starts_with(".SH") && line.contains(heading.get(lang))), "{page}");
            }
            assert_eq!(page.matches("\n.TH").count() + usize::from(page.starts_with(".TH")), 1, "{page}");
        }
        let zh = page(Lang::Zh);
        assert!(!zh.contains("OPTIONS") && !zh.contains("SYNOPSIS"), "{zh}");
        assert!(zh.contains("看\\:板"), "{zh}");
    }
}
