//! Writes the theme into the file of settings, and leaves all else in it as it is.

use super::config_path::ConfigPath;
use crate::cli::options::Global;
use crate::cli::stream::{Failure, write_file};
use crate::text::BackgroundChoice;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use toml_edit::Document;

const KEY: &str = "theme";

/// Writes the theme into the file of settings, which is made where there is none.
///
/// # Errors
/// Where the file cannot be read or written.
pub fn settle_theme(global: &Global, theme: BackgroundChoice) -> Result<(), Failure> {
    let Some(path) = ConfigPath::find(global.config_file.as_deref()).into_path() else { return Ok(()) };
    let failed = |path: &PathBuf| {
        let path = path.clone();
        move |error| Failure::File(path, error)
    };
    let before = match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        read => read.map_err(failed(&path))?,
    };
    if let Some(folder) = path.parent().filter(|_| before.is_empty()) {
        fs::create_dir_all(folder).map_err(failed(&path))?;
    }
    write_file(&path, &with_theme(&before, theme.id()))
}

/// Returns the text of a file of settings with this theme: in the place of the one that it has, behind the line that the
/// template keeps for it, or else as its first line.
fn with_theme(text: &str, word: &str) -> String {
    let line = format!("{KEY} = \"{word}\"\n");
    let document = Document::parse(text).ok();
    if let Some(value) = document.and_then(|document| document.get(KEY).and_then(toml_edit::Item::span)) {
        let (before, after) = (text.get(..value.start), text.get(value.end..));
        return format!("{}\"{word}\"{}", before.unwrap_or_default(), after.unwrap_or_default());
    }
    let start = text.strip_prefix('\u{feff}').map_or(0, |rest| text.len() - rest.len());
    // A key behind the header of a table would belong to the table.
    let mut lines = text.split_inclusive('\n').take_while(|line| !line.trim_start().starts_with('['));
    let mut end = 0;
    let kept = lines.any(|line| {
        end += line.len();
        line.ends_with('\n') && line.strip_prefix('#').is_some_and(|rest| rest.starts_with(&format!("{KEY} = ")))
    });
    let (before, after) = text.split_at_checked(if kept { end } else { start }).unwrap_or(("", text));
    format!("{before}{line}{after}")
}

#[cfg(test)]
mod tests {
    use super::super::{read, template::template};
    use super::*;
    use crate::checked::{SourceFile, check_file};
    use crate::text::{Lang, Word};

    #[test]
    fn the_theme_is_written_and_nothing_else_is_touched() {
        for (before, after) in [
            ("", "theme = \"light\"\n"),
            ("mouse = false\n[keys]\nzoom = [\"w\"]", "theme = \"light\"\nmouse = false\n[keys]\nzoom = [\"w\"]"),
            (
                "# mine\ntheme  =  'dark' # black\nmouse = false\n",
                "# mine\ntheme  =  \"light\" # black\nmouse = false\n",
            ),
            ("\u{feff}mouse = false\n", "\u{feff}theme = \"light\"\nmouse = false\n"),
            ("#theme = \"auto\"\nmouse = false\n", "#theme = \"auto\"\ntheme = \"light\"\nmouse = false\n"),
            ("[keys]\n#theme = \"auto\"\n", "theme = \"light\"\n[keys]\n#theme = \"auto\"\n"),
            ("#theme = \"auto\"", "theme = \"light\"\n#theme = \"auto\""),
        ] {
            assert_eq!(with_theme(before, "light"), after);
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let templates = [Lang::Zh, Lang::En].map(|lang| template(&ConfigPath::None, lang));
        for text in templates.iter().map(String::as_str).chain(["", "theme = \"dark\"\n", "[keys]\n"]) {
            for (word, theme) in BackgroundChoice::WORDS {
                let written = with_theme(text, word);
                let file = SourceFile::new("", "config.toml", written.clone().into_bytes());
                assert_eq!(check_file(file, read::config).unwrap().theme, *theme, "{written}");
            }
        }
    }
}
