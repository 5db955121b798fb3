//! The template of the file of settings: every setting with its default, commented out.

use super::config_path::ConfigPath;
use crate::app::keymap::{BINDINGS, Binding};
use crate::app::presentation::keymap as presentation_keymap;
use crate::text::{Lang, Phrase};

const HEAD: Phrase = Phrase {
    zh: "# cppcc 的设置。去掉一行开头的“#”，改后即生效；命令行选项优先于这里。\n# 改完可用 cppcc config --check 检查。",
    en: "# Settings of cppcc. Take the # from the head of a line and change it; options on the command line win.\n# cppcc config --check checks this file.",
};
const SAVE_AS: Phrase = Phrase { zh: "# 保存为：", en: "# Save as: " };
const KEYS: Phrase = Phrase {
    zh: "# 看板的键。列表替换该动作原有的键；一个键不能用于两个动作；[] 表示不用。\n# 写法：m、G、?、Ctrl-F、Alt-x、Shift-Tab、F6、Up、PgDn、Home、Enter、Esc、Space",
    en: "# The keys of the dashboard. A list takes the place of the action's own keys; no key can do two things; [] is none.\n# Written as: m, G, ?, Ctrl-F, Alt-x, Shift-Tab, F6, Up, PgDn, Home, Enter, Esc, Space",
};

const SLIDES: Phrase = Phrase {
    zh: "# 放映时的键，写法相同。",
    en: "# The keys while slides are shown, written in the same way.",
};

/// Every setting: its key, its default as TOML, and what it does.
const SETTINGS: &[(&str, &str, Phrase)] = &[
    (
        "language",
        "\"auto\"",
        Phrase {
            zh: "语言：auto（看板中上次用 L 选的，没有选过则随系统区域设置）、zh、en",
            en: "The language: auto (the one chosen last with L in the dashboard, else the locale's), zh, en",
        },
    ),
    (
        "writes",
        "\"both\"",
        Phrase {
            zh: "自己填写的文字用哪种语言：both（中英文各写一份）、zh、en；只写一种的，两种界面都照样显示",
            en: "The language in which you write your own texts: both, zh, en; one that is in one language is shown in both",
        },
    ),
    (
        "data",
        "[]",
        Phrase {
            zh: "自己的数据文件夹，如 [\"~/政协数据\"]，相对路径从本文件所在处起；--data 和 CPPCC_DATA 优先；[] 指数据目录（XDG_DATA_HOME）下的 cppcc/data。看板写入最后一个",
            en: "Folders of your own data, as in [\"~/figures\"], counted from the folder of this file; --data and CPPCC_DATA win; [] is cppcc/data in XDG_DATA_HOME. What the program writes goes into the last",
        },
    ),
    (
        "theme",
        "\"auto\"",
        Phrase {
            zh: "终端底色：auto（按环境；不知道时用深浅皆可读的颜色）、dark（深）、light（浅）；cppcc doctor 可测",
            en: "The terminal's background: auto (as the environment tells; else colours that suit both), dark, light; cppcc doctor measures it",
        },
    ),
    (
        "color",
        "\"auto\"",
        Phrase {
            zh: "颜色：auto（终端有颜色即用，NO_COLOR、FORCE_COLOR、CLICOLOR 优先）、always、never",
            en: "Colours: auto (where the terminal has them; NO_COLOR, FORCE_COLOR and CLICOLOR win), always, never",
        },
    ),
    ("ascii", "false", Phrase { zh: "图形只用 ASCII 字符", en: "Draw with ASCII signs only" }),
    (
        "ambiguous",
        "\"narrow\"",
        Phrase {
            zh: "终端如何显示宽度不定的字符：narrow（一格）、wide（两格）；cppcc doctor 可测",
            en: "How wide the terminal draws characters of ambiguous width: narrow, wide; cppcc doctor measures it",
        },
    ),
    (
        "measure",
        "\"raw\"",
        Phrase {
            zh: "看板打开时的折算方式：raw（原值）、per-month（每月）、per-100-members（每百名委员）、per-million-residents（每百万人口）",
            en: "The measure with which the dashboard opens: raw, per-month, per-100-members, per-million-residents",
        },
    ),
    (
        "moment",
        "\"latest\"",
        Phrase {
            zh: "看板打开时取哪一年：latest（最近）、closest（时段最接近）或年份",
            en: "The moment with which the dashboard opens: latest, closest or a year",
        },
    ),
    (
        "mouse",
        "true",
        Phrase {
            zh: "看板打开时是否使用鼠标；false 留给终端选取文字",
            en: "Whether the dashboard listens to the mouse when it opens; false leaves it to the terminal for selecting text",
        },
    ),
];

const HOME: Phrase = Phrase {
    zh: "# 本市：看板中排在最前并作标记；cppcc city 省略地区时、compare --side-by-side 只写一市时用它；可写代号、中文名、英文名或拼音。无默认值，举例如下：",
    en: "# Our own area: first in the dashboard, and marked; that of cppcc city without a name, and of compare --side-by-side\n# with one. An id, a Chinese or English name, or pinyin. There is no default; for example:",
};
const GROUPS: Phrase = Phrase {
    zh: "# 地区分组：凡可写 --area 之处，都可写 --area @名称；cppcc list groups 列出全部。中文名称要加引号。举例如下：",
    en: "# Groups of areas: wherever --area is written, --area @NAME will do; cppcc list groups lists them. A Chinese name stands\n# in quotation marks. For example:",
};

/// Examples for settings that have no default: the area of one's own, and groups of areas.
const HOME_EXAMPLE: &str = "home = \"binzhou\"";
const GROUP_EXAMPLES: [&str; 2] = ["\"邻市\" = [\"济南\", \"liaocheng\"]", "coast = [\"qingdao\"]"];

/// Returns the template in one language.
pub(in crate::cli) fn template(path: &ConfigPath, lang: Lang) -> String {
    let save_as = path.path().map(|path| format!("{}{}\n", SAVE_AS.get(lang), path.display())).unwrap_or_default();
    let settings =
        SETTINGS.iter().map(|(key, default, about)| format!("\n# {}\n#{key} = {default}\n", about.get(lang)));
    let settings: String = settings.collect();
    let (keys, slides) = (key_lines(BINDINGS, lang), key_lines(presentation_keymap::BINDINGS, lang));
    let (head, about_keys, about_slides) = (HEAD.get(lang), KEYS.get(lang), SLIDES.get(lang));
    let (home, about_groups) = (HOME.get(lang), GROUPS.get(lang));
    let groups = GROUP_EXAMPLES.map(|example| format!("# {example}\n")).concat();
    let areas = format!("{home}\n# {HOME_EXAMPLE}\n\n{about_groups}\n[groups]\n{groups}");
    format!("{head}\n{save_as}{settings}\n{areas}\n{about_keys}\n[keys]\n{keys}\n{about_slides}\n[slides]\n{slides}")
}

/// Returns the lines of all actions with their default keys.
fn key_lines(rows: &[Binding], lang: Lang) -> String {
    let named = rows.iter().filter(|binding| !binding.id.is_empty());
    let written = named.map(|binding| {
        let keys: Vec<String> = binding.chords.iter().map(|chord| format!("\"{}\"", chord.written())).collect();
        format!("# {}\n#{} = [{}]\n", binding.about.get(lang), binding.id, keys.join(", "))
    });
    written.collect()
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::super::settings::Config;
    use super::*;
    use crate::checked::{SourceFile, check_file};

    #[test]
    fn the_examples_are_settings() {
        for lang in [Lang::Zh, Lang::En] {
            let examples = [HOME_EXAMPLE].into_iter().chain(GROUP_EXAMPLES);
            let text = examples.fold(template(&ConfigPath::None, lang), |text, example| {
                let commented = format!("# {example}\n");
                assert_eq!(text.matches(&commented).count(), 1, "{text}");
                text.replace(&commented, &format!("{example}\n"))
            });
            let config = check_file(SourceFile::new("", "config.toml", text.into_bytes()), read::config).unwrap();
            assert_eq!(config.home.map(|home| home.written).as_deref(), Some("binzhou"));
            let names = config.groups.iter().map(|group| (group.name.as_str(), group.areas.len()));
            assert_eq!(names.collect::<Vec<_>>(), [("邻市", 2), ("coast", 1)]);
        }
    }

    #[test]
    fn the_template_is_the_default_with_and_without_its_comments() {
        for lang in [Lang::Zh, Lang::En] {
            let text = template(&ConfigPath::None, lang);
            let bare = |line: &str| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).map(str::to_owned);
            let uncommented: String =
                text.lines().map(|line| bare(line).unwrap_or_else(|| line.to_owned()) + "\n").collect();
            assert_eq!(
                uncommented.matches("= ").count(),
                SETTINGS.len() + BINDINGS.len() + presentation_keymap::BINDINGS.len() - 1 + 1 + GROUP_EXAMPLES.len()
            );
            for text in [text, uncommented] {
                let read = check_file(SourceFile::new("", "config.toml", text.clone().into_bytes()), read::config);
                let shown = |config: &Config| format!("{config:?}").replace("Owned", "Borrowed");
                assert!(shown(&read.unwrap()) == shown(&Config::default()), "{text}");
            }
        }
    }
}
