//! The manual page, made from the help, the key tables, the environment variables, and a few words around them.

use super::help;
use crate::app::keymap::{BINDINGS, Binding, BindingGroup, FOLLOWING};
use crate::app::presentation::keymap as presentation_keymap;
use crate::sorting::PutInOrder;
use crate::text::{CharSet, Lang, Phrase, environment, width};
use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};
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
const WHILE_PRESENTING: Phrase =
    phrase("放映时（设置中为 [slides]）", "While slides are shown ([slides] in the settings)");
const WHILE_FOLLOWING: Phrase =
    phrase("跟看时（cppcc watch），另有", "While a presentation is followed (cppcc watch), also");
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
const ABOUT_FILES: &[(&str, Phrase)] = &[(
    "~/.config/cppcc/config.toml",
    phrase(
        "设置：语言、底色、颜色、字符、折算方式、年份、鼠标、按键。cppcc config --template 输出模板，cppcc config --check 检查。命令行选项优先。",
        "Settings: language, background, colours, signs, measure, year, mouse, keys. cppcc config --template writes a template, cppcc config --check checks the file. Options on the command line win.",
    ),
)];

/// Returns the page in one language, for `man -l`.
pub(super) fn page(lang: Lang) -> String {
    let program = help::command(lang);
    let mut page = Roff::new();
    title(&mut page, lang);
    page.control("SH", [NAME.get(lang)]);
    page.text([roman(format!("cppcc - {}", about(&program)))]);
    page.control("SH", [SYNOPSIS.get(lang)]);
    page.text([bold("cppcc"), roman(" ["), italic(GLOBAL.get(lang).to_lowercase()), roman("]")]);
    page.control("br", []);
    page.text([bold("cppcc "), italic(COMMAND.get(lang)), roman(" […]")]);
    page.control("SH", [DESCRIPTION.get(lang)]);
    for (index, paragraph) in WHAT_IT_IS.iter().enumerate() {
        if index > 0 {
            page.control("PP", []);
        }
        page.text([roman(paragraph.get(lang))]);
    }
    commands(&mut page, &program, lang);
    page.control("SH", [GLOBAL.get(lang)]);
    arguments(&mut page, program.get_arguments());
    keys(&mut page, lang);
    terms(&mut page, EXIT, STATUSES.iter().map(|(status, words)| ((*status).to_owned(), *words)), lang);
    let variables = environment::MANUAL.iter().map(|(names, words)| (names.join(", "), *words));
    terms(&mut page, ENVIRONMENT, variables, lang);
    terms(&mut page, FILES, ABOUT_FILES.iter().map(|(file, words)| ((*file).to_owned(), *words)), lang);
    breakable(&page.render())
}

fn title(page: &mut Roff, lang: Lang) {
    let (version, manual) = (env!("CARGO_PKG_VERSION"), MANUAL.get(lang));
    // Written as one line, for the crate does not quote an argument that is empty.
    page.control(format!("TH cppcc 1 \"\" \"cppcc {version}\" \"{manual}\""), []);
    // No hyphens within words, and no wide spaces between them: both would tear ids and Chinese apart.
    page.control("nh", []);
    page.control("ad", ["l"]);
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn term(page: &mut Roff, head: impl IntoIterator<Item = Inline>, words: &str) {
    page.control("TP", []);
    page.text(head.into_iter().collect::<Vec<_>>());
    page.text([roman(words)]);
}

fn terms(page: &mut Roff, heading: Phrase, terms: impl Iterator<Item = (String, Phrase)>, lang: Lang) {
    page.control("SH", [heading.get(lang)]);
    for (name, words) in terms {
        term(page, [bold(name)], words.get(lang));
    }
}

fn commands(page: &mut Roff, program: &Command, lang: Lang) {
    page.control("SH", [COMMANDS.get(lang)]);
    for command in program.get_subcommands() {
        page.control("SS", [format!("cppcc {}", command.get_name()).as_str()]);
        page.text([roman(about(command))]);
        // That every command has `--help` is said once, under the options of every command.
        arguments(page, command.get_arguments().filter(|argument| argument.get_id() != "help"));
    }
}

/// Writes options in the order of `--help`, then positional arguments.
fn arguments<'a>(page: &mut Roff, arguments: impl Iterator<Item = &'a Arg>) {
    let (positionals, mut options): (Vec<_>, Vec<_>) = arguments.partition(|argument| argument.is_positional());
    options.put_in_order_by_key(|option| (option.get_display_order(), option.get_long()));
    for argument in options.into_iter().chain(positionals) {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let head = if argument.is_positional() { positional_head(argument) } else { option_head(argument) };
        term(page, head, &help);
    }
}

fn positional_head(argument: &Arg) -> Vec<Inline> {
    let (before, after) = if argument.is_required_set() { ("<", ">") } else { ("[", "]") };
    vec![roman(before), italic(value_name(argument)), roman(after)]
}

fn option_head(option: &Arg) -> Vec<Inline> {
    let short = option.get_short().map(|short| bold(format!("-{short}")));
    let long = option.get_long().map(|long| bold(format!("--{long}")));
    let mut head: Vec<Inline> = short.into_iter().chain(long).collect();
    if head.len() > 1 {
        head.insert(1, roman(", "));
    }
    if option.get_action().takes_values() {
        let is_optional = option.get_num_args().is_some_and(|range| range.min_values() == 0);
        let (before, after) = if is_optional { ("[=", "]") } else { (" ", "") };
        head.extend([roman(before), italic(format!("<{}>", value_name(option))), roman(after)]);
    }
    head
}

fn value_name(argument: &Arg) -> String {
    argument.get_value_names().map(|names| names.join(" ")).unwrap_or_default()
}

fn keys(page: &mut Roff, lang: Lang) {
    page.control("SH", [KEYS.get(lang)]);
    page.text([roman(ABOUT_KEYS.get(lang))]);
    for group in BindingGroup::ALL {
        let rows = BINDINGS.iter().filter(|binding| binding.group == group);
        key_rows(page, group.name().get(lang), rows, lang);
    }
    key_rows(page, WHILE_PRESENTING.get(lang), presentation_keymap::BINDINGS, lang);
    key_rows(page, WHILE_FOLLOWING.get(lang), FOLLOWING, lang);
}

fn key_rows<'a>(page: &mut Roff, heading: &str, rows: impl IntoIterator<Item = &'a Binding>, lang: Lang) {
    page.control("SS", [heading]);
    for binding in rows {
        let mut head = Vec::new();
        for (index, chord) in binding.chords.iter().enumerate() {
            head.extend((index > 0).then(|| roman(", ")));
            head.push(bold(chord.name(CharSet::Ascii)));
        }
        head.extend((!binding.id.is_empty()).then(|| roman(format!(" ({})", binding.id))));
        term(page, head, binding.about.get(lang));
    }
}

/// Inserts a break of no width wherever Chinese may be broken: `man` breaks lines at spaces only, and Chinese has none. This
/// comes after rendering, which would escape the break.
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
