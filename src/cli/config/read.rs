//! Reading the settings, each with its faults at its place.

use super::super::values::{AmbiguousWidth, Colour, Theme, UiLang, moment};
use super::{Config, faults};
use crate::app::keymap::{BINDINGS, Binding, Chord, KeyTable, Keys};
use crate::app::presentation::keymap as presentation_keymap;
use crate::checked::{Reader, TomlValue};
use crate::domain::Moment;
use crate::text::Word;
use std::rc::Rc;

impl Word for Option<UiLang> {
    const WORDS: &'static [(&'static str, Self)] =
        &[("auto", None), ("zh", Some(UiLang::Zh)), ("en", Some(UiLang::En))];
}

impl Word for Theme {
    const WORDS: &'static [(&'static str, Self)] = &[("dark", Self::Dark), ("light", Self::Light)];
}

impl Word for Colour {
    const WORDS: &'static [(&'static str, Self)] =
        &[("auto", Self::Auto), ("always", Self::Always), ("never", Self::Never)];
}

impl Word for AmbiguousWidth {
    const WORDS: &'static [(&'static str, Self)] = &[("narrow", Self::Narrow), ("wide", Self::Wide)];
}

/// Reads all settings; what is left out stays as it is by default.
pub(super) fn config(reader: &Reader<'_>) -> Config {
    let default = Config::default();
    Config {
        language: word(reader, "language", default.language),
        theme: word(reader, "theme", default.theme),
        color: word(reader, "color", default.color),
        ascii: reader.find("ascii").and_then(TomlValue::flag).unwrap_or(default.ascii),
        ambiguous: word(reader, "ambiguous", default.ambiguous),
        measure: word(reader, "measure", default.measure),
        moment: reader.find("moment").and_then(when).unwrap_or(default.moment),
        mouse: reader.find("mouse").and_then(TomlValue::flag).unwrap_or(default.mouse),
        keys: Rc::new(Keys {
            dashboard: keys(reader, "keys", BINDINGS),
            presentation: keys(reader, "slides", presentation_keymap::BINDINGS),
        }),
    }
}

fn word<W: Word>(reader: &Reader<'_>, key: &'static str, default: W) -> W {
    reader.find(key).and_then(TomlValue::word).unwrap_or(default)
}

/// A year may be written as a number.
fn when(value: TomlValue<'_>) -> Option<Moment> {
    let written = value.as_whole().map_or_else(|| value.string().map(str::to_owned), |year| Some(year.to_string()))?;
    moment(&written).ok().or_else(|| value.report(faults::moment(&written)))
}

/// A key table with what is bound anew under a heading.
fn keys(reader: &Reader<'_>, heading: &'static str, rows: &'static [Binding]) -> KeyTable {
    let read = reader.find(heading).and_then(|value| value.fields(|reader| table(reader, heading, rows)));
    read.unwrap_or_else(|| KeyTable::new(rows))
}

/// A list of keys, and where it stands.
struct Bound<'a> {
    id: &'static str,
    whole: TomlValue<'a>,
    chords: Vec<(Chord, TomlValue<'a>)>,
    /// Whether all of it could be read.
    is_read: bool,
}

/// Two actions on one key, and no way out, are faults.
fn table(reader: &Reader<'_>, heading: &str, rows: &'static [Binding]) -> KeyTable {
    let named = rows.iter().map(|binding| binding.id).filter(|id| !id.is_empty());
    let found = named.filter_map(|id| Some((id, reader.find(id)?)));
    let bound: Vec<Bound<'_>> = found.map(|(id, whole)| bound(id, whole)).collect();
    let mut table = KeyTable::new(rows);
    for Bound { id, chords, .. } in &bound {
        table.bind(id, chords.iter().map(|(chord, _)| *chord).collect());
    }
    for (place, one) in bound.iter().enumerate() {
        for (chord, value) in &one.chords {
            // Where both are bound anew, the second tells of it.
            let rival = table.rival(one.id, *chord);
            let told_later = |id| bound.iter().skip(place).any(|later| later.id == id);
            if let Some(rival) = rival.filter(|rival| !told_later(rival.id)) {
                value.report::<()>(faults::taken(*chord, one.id, rival, heading));
            }
        }
        let is_shut = match one.id {
            // A presentation is left by its own key, and the program then by that of the dashboard.
            "quit" => one.chords.is_empty() && std::ptr::eq(rows, BINDINGS),
            "stop" => one.chords.is_empty(),
            "back" => one.chords.iter().all(|(chord, _)| chord.is_typing()),
            _ => false,
        };
        if one.is_read && is_shut {
            one.whole.report::<()>(faults::no_way_out(one.id));
        }
    }
    table
}

fn bound<'a>(id: &'static str, whole: TomlValue<'a>) -> Bound<'a> {
    let read = |value: TomlValue<'a>| {
        let written = value.string()?;
        let chord = Chord::parse(written).map_err(|why| value.report::<()>(faults::not_a_key(written, why))).ok()?;
        Some((chord, value))
    };
    let (is_list, written) = (whole.is_list(), whole.list());
    let length = written.len();
    let chords: Vec<_> = written.into_iter().filter_map(read).collect();
    Bound { id, whole, is_read: is_list && chords.len() == length, chords }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, Screen};
    use crate::checked::{Faults, SourceFile, check_file};
    use crate::domain::Measure;

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
        assert_eq!((config.language, config.theme, config.mouse), (None, Theme::Dark, true));
        assert_eq!((config.measure, config.moment), (Measure::Raw, Moment::Latest));
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
next-measure = ["v", "Ctrl-V"]
zoom = ["m"]
[slides]
blank = ["F12"]
"#,
        )
        .unwrap();
        assert_eq!((config.language, config.theme, config.color), (Some(UiLang::En), Theme::Light, Colour::Never));
        assert_eq!((config.ascii, config.ambiguous, config.mouse), (true, AmbiguousWidth::Wide, false));
        assert_eq!((config.measure, config.moment), (Measure::PerHundredMembers, Moment::Year(2024)));
        let does = |written| config.keys.dashboard.action(Chord::parse(written).unwrap(), Screen::Compare);
        assert_eq!((does("v"), does("m"), does("z")), (Some(Action::NextMeasure), Some(Action::Zoom), None));
        let blank = Action::Present(crate::app::SlideCommand::Blank);
        assert_eq!(config.keys.presentation.key_of(blank).map(Chord::written).as_deref(), Some("F12"));
    }

    #[test]
    fn every_fault_has_its_place() {
        let table: [(&str, &[&str]); 14] = [
            ("them = \"light\"\n", &["1:1: unknown key `them`"]),
            ("theme = \"ligth\"\n", &["1:9: `ligth` is not a word for `theme`"]),
            ("language = zh\n", &["1:12: TOML syntax: string values must be quoted, expected literal string"]),
            ("mouse = \"on\"\n", &["1:9: `mouse` must be true or false, not a string"]),
            ("moment = \"lately\"\n", &["1:10: `lately` is not a moment"]),
            ("[keys]\nnext-mesure = [\"v\"]\n", &["2:1: unknown key `next-mesure`"]),
            ("[keys]\nzoom = \"v\"\n", &["2:8: `zoom` must be a list, not a string"]),
            ("[keys]\nzoom = [\"PgDwn\"]\n", &["2:9: `PgDwn` is no key"]),
            ("[keys]\nzoom = [\"v\", \"Ctrl-I\"]\n", &["2:14: `Ctrl-I` can't be told from Tab"]),
            ("[keys]\nzoom = [\"q\"]\n", &["2:9: `q` is taken by `quit`"]),
            ("[keys]\nzoom = [\"v\"]\nsort = [\"v\"]\n", &["2:9: `v` is taken by `sort`"]),
            ("[slides]\nblank = [\"Home\"]\n", &["2:10: `Home` is taken by `first`"]),
            ("[slides]\nquit = []\nstop = []\n", &["3:8: there would be no key to stop presenting"]),
            (
                "[keys]\nquit = []\nback = [\"b\", \"Ctrl-W\"]\n",
                &["2:8: there would be no key to quit", "3:8: there would be no key to leave a line of typing"],
            ),
        ];
        for (text, expected) in table {
            assert_eq!(faults(text), expected, "{text}");
        }
    }

    #[test]
    fn the_words_are_those_of_the_command_line() {
        use clap::ValueEnum;
        fn names<V: ValueEnum>() -> Vec<String> {
            let named = V::value_variants().iter().filter_map(V::to_possible_value);
            named.map(|value| value.get_name().to_owned()).collect()
        }
        fn words<W: Word>() -> Vec<&'static str> {
            W::WORDS.iter().map(|(word, _)| *word).collect()
        }
        assert_eq!(words::<Theme>(), names::<Theme>());
        assert_eq!(words::<Colour>(), names::<Colour>());
        assert_eq!(words::<AmbiguousWidth>(), names::<AmbiguousWidth>());
        assert_eq!(words::<Option<UiLang>>()[1..], names::<UiLang>());
    }
}
