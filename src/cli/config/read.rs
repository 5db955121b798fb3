//! Reading the settings, and all their faults.

use super::config_path::ConfigPath;
use super::faults;
use super::read_areas::{read_groups, read_home};
use super::read_data::read_data;
use super::read_keys::{DASHBOARD, SLIDES, read_keys};
use super::settings::Config;
use crate::app::keymap::{BINDINGS, Keys};
use crate::app::presentation::keymap as presentation_keymap;
use crate::checked::{Faults, Reader, TomlValue, check_file};
use crate::cli::values::year_choice;
use crate::data::read_file;
use crate::domain::YearChoice;
use crate::text::Lang;
use crate::text::Word;
use std::rc::Rc;

/// Loads the settings in force; without a file, the defaults are.
///
/// # Errors
/// All faults of the file.
pub(in crate::cli) fn load(path: &ConfigPath) -> Result<Config, Faults> {
    path.file().map_or_else(|| Ok(Config::default()), |path| check_file(read_file(path), config))
}

impl Word for Option<Lang> {
    const WORDS: &'static [(&'static str, Self)] = &[("auto", None), ("zh", Some(Lang::Zh)), ("en", Some(Lang::En))];
}

/// The language in which the user writes; `None` for both.
#[derive(Clone, Copy, PartialEq)]
struct WrittenIn(Option<Lang>);

impl Word for WrittenIn {
    const WORDS: &'static [(&'static str, Self)] =
        &[("both", Self(None)), ("zh", Self(Some(Lang::Zh))), ("en", Self(Some(Lang::En)))];
}

/// Reads all settings; one that is left out keeps its default.
pub(super) fn config(reader: &Reader<'_>) -> Config {
    let default = Config::default();
    let dashboard = read_keys(reader, DASHBOARD, BINDINGS);
    let presentation = read_keys(reader, SLIDES, presentation_keymap::BINDINGS);
    Config {
        language: word(reader, "language", default.language),
        writes: reader.find("writes").and_then(TomlValue::word).and_then(|WrittenIn(language)| language),
        data: reader.find("data").map(read_data).unwrap_or_default(),
        theme: word(reader, "theme", default.theme),
        color: word(reader, "color", default.color),
        ascii: reader.find("ascii").and_then(TomlValue::flag).unwrap_or(default.ascii),
        ambiguous: word(reader, "ambiguous", default.ambiguous),
        measure: word(reader, "measure", default.measure),
        year_choice: reader.find("moment").and_then(read_year_choice).unwrap_or(default.year_choice),
        mouse: reader.find("mouse").and_then(TomlValue::flag).unwrap_or(default.mouse),
        home: reader.find("home").and_then(read_home),
        groups: reader.find("groups").map(read_groups).unwrap_or_default(),
        keys: Rc::new(Keys { dashboard, presentation }),
    }
}

fn word<W: Word>(reader: &Reader<'_>, key: &'static str, default: W) -> W {
    reader.find(key).and_then(TomlValue::word).unwrap_or(default)
}

/// Reads which year's figures are taken; a year may be written as a number.
fn read_year_choice(value: TomlValue<'_>) -> Option<YearChoice> {
    let written = value.as_whole().map_or_else(|| value.string().map(str::to_owned), |year| Some(year.to_string()))?;
    year_choice(&written).ok().or_else(|| value.report(faults::year_choice(&written)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Chord;
    use crate::app::{Action, Screen};
    use crate::checked::SourceFile;
    use crate::cli::values::AmbiguousWidth;
    use crate::domain::{Measure, YearChoice};
    use crate::text::{BackgroundChoice, ColorChoice, Lang};

    fn read(text: &'static str) -> Result<Config, Faults> {
        check_file(SourceFile::new("", "config.toml", text.as_bytes()), config)
    }

    /// Every fault's line and column, and what it says.
    fn faults(text: &'static str) -> Vec<String> {
        let told = read(text).err().map(|faults| faults.to_string()).unwrap_or_default();
        told.lines().map(|line| line.trim_start_matches("config.toml:").to_owned()).collect()
    }

    #[test]
    fn nothing_said_is_the_default() {
        let config = read("").unwrap();
        assert_eq!((config.language, config.theme, config.mouse), (None, BackgroundChoice::Auto, true));
        assert_eq!((config.measure, config.year_choice), (Measure::Raw, YearChoice::Latest));
    }

    #[test]
    fn everything_can_be_settled() {
        let config = read(
            r#"
language = "en"
theme = "light"
color = "never"
ascii = true
ambiguous = "wide"
measure = "per-100-members"
moment = 2024
mouse = false
[keys]
add-figure = ["a"]
next-measure = ["w", "Ctrl-W"]
zoom = ["m"]
[slides]
blank = ["F12"]
"#,
        )
        .unwrap();
        assert_eq!(
            (config.language, config.theme, config.color),
            (Some(Lang::En), BackgroundChoice::Light, ColorChoice::Never)
        );
        assert_eq!((config.ascii, config.ambiguous, config.mouse), (true, AmbiguousWidth::Wide, false));
        assert_eq!((config.measure, config.year_choice), (Measure::PerHundredMembers, YearChoice::Year(2024)));
        let does = |written| config.keys.dashboard.action(Chord::parse(written).unwrap(), Screen::Compare);
        assert_eq!((does("w"), does("m"), does("z")), (Some(Action::NextMeasure), Some(Action::Zoom), None));
        let blank = Action::Present(crate::app::SlideCommand::Blank);
        assert_eq!(config.keys.presentation.key_of(blank).map(Chord::written).as_deref(), Some("F12"));
    }

    #[test]
    fn every_fault_has_its_place() {
        let table: [(&str, &[&str]); 23] = [
            ("them = \"light\"\n", &["1:1: unknown key `them`"]),
            ("theme = \"ligth\"\n", &["1:9: `ligth` is not a word for `theme`"]),
            ("language = zh\n", &["1:12: TOML syntax: string values must be quoted"]),
            ("mouse = \"on\"\n", &["1:9: `mouse` must be true or false, not a string"]),
            ("moment = \"lately\"\n", &["1:10: `lately` is not a moment"]),
            ("[keys]\nnext-mesure = [\"w\"]\n", &["2:1: unknown key `next-mesure`"]),
            ("[keys]\nzoom = \"w\"\n", &["2:8: `zoom` must be a list, not a string"]),
            ("[keys]\nzoom = [\"PgDwn\"]\n", &["2:9: `PgDwn` is no key"]),
            ("[keys]\nzoom = [\"w\", \"Ctrl-I\"]\n", &["2:14: `Ctrl-I` can't be told from Tab"]),
            ("[keys]\nzoom = [\"q\"]\n", &["2:9: `q` is taken by `quit`"]),
            ("[keys]\nzoom = [\"w\"]\nsort = [\"w\"]\n", &["2:9: `w` is taken by `sort`"]),
            ("[slides]\nblank = [\"Home\"]\n", &["2:10: `Home` is taken by `first`"]),
            ("[slides]\nquit = []\nstop = []\n", &["3:8: there would be no key to stop presenting"]),
            ("home = 3\n", &["1:8: `home` must be a string, not a whole number"]),
            ("home = \" \"\n", &["1:8: `home` is empty"]),
            ("groups = \"a\"\n", &["1:10: `groups` must be a table, not a string"]),
            ("[groups]\nnear = \"jinan\"\n", &["2:8: the group `near` must be a list of areas"]),
            (
                "[groups]\nnear = []\nfar = [1]\n",
                &["2:8: the group `near` has no area", "3:8: `groups` must be a string, not a whole number"],
            ),
            ("[groups]\n\"邻 市\" = [\"jinan\"]\n", &["2:1: `邻 市` can't be the name of a group"]),
            ("[groups]\nNear = [\"jinan\"]\nnear = [\"jinan\"]\n", &["3:1: the group `near` is there twice"]),
            (
                "[groups]\n\"邻市\" = [\"jinan\", \"济南\", \"Jinan\"]\n",
                &["2:24: `Jinan` stands in the group `邻市` twice"],
            ),
            (
                "[groups]\n邻市 = [\"jinan\"]\n",
                &["2:1: TOML syntax: invalid unquoted key, expected letters, numbers, `-`, `_`"],
            ),
            (
                "[keys]\nquit = []\nadd-figure = [\"a\"]\nback = [\"b\", \"Ctrl-W\"]\n",
                &["2:8: there would be no key to quit", "4:8: there would be no key to leave a line of typing"],
            ),
        ];
        for (text, expected) in table {
            assert_eq!(faults(text), expected, "{text}");
        }
    }

    #[test]
    fn areas_are_kept_as_they_are_written_with_their_places() {
        let config = read("home = \"滨州\"\n[groups]\n\"邻市\" = [\"济南\", \"lc\"]\ncoast = [\"Qingdao\"]\n").unwrap();
        let home = config.home.unwrap();
        assert_eq!((home.written.as_str(), home.origin.line, home.origin.column), ("滨州", 1, 8));
        let groups = config.groups.iter().map(|group| {
            let areas = group.areas.iter().map(|area| (area.written.as_str(), area.origin.line, area.origin.column));
            (group.name.as_str(), areas.collect::<Vec<_>>())
        });
        let expected = [("邻市", vec![("济南", 3, 9), ("lc", 3, 15)]), ("coast", vec![("Qingdao", 4, 10)])];
        assert_eq!(groups.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_language_has_the_words_of_the_command_line() {
        let settled = <Option<Lang> as Word>::WORDS.iter().filter_map(|(word, lang)| Some((*word, (*lang)?)));
        assert_eq!(settled.collect::<Vec<_>>(), Lang::WORDS);
    }
}
