//! Writing data to standard output or a file, and words to standard error.

use crate::checked::Faults;
use crate::data::{self, io_words};
use crate::export::{self, TextStyle, WrittenTable};
use crate::search::resolve::{NameFault, Resolved};
use crate::text::{CharSet, Lang, Phrase, Text, visible, visible_path};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// A name means nothing, or more than one thing.
    Name(NameFault),
    /// The data has faults.
    Data(Faults),
    /// The settings have faults.
    Config(Faults),
    /// Standard output can't be written.
    Output(io::Error),
    /// A file can't be written.
    File(PathBuf, io::Error),
    /// A file is there already, and may not be replaced.
    Exists(PathBuf),
    /// A picture can't be drawn.
    Picture(export::PngError),
    /// A format can't be written.
    Format(export::ExportError),
    /// There is nothing to work with, for the reason given.
    Nothing(Phrase),
    /// Options that can't be understood together, or with the data.
    Usage(Text),
}

impl From<NameFault> for Failure {
    fn from(fault: NameFault) -> Self {
        Self::Name(fault)
    }
}

impl From<Faults> for Failure {
    fn from(faults: Faults) -> Self {
        Self::Data(faults)
    }
}

impl From<export::ExportError> for Failure {
    fn from(error: export::ExportError) -> Self {
        Self::Format(error)
    }
}

impl Failure {
    /// Returns the exit status.
    #[must_use]
    pub const fn status(&self) -> u8 {
        match self {
            Self::Output(_) | Self::File(..) | Self::Exists(_) | Self::Picture(_) | Self::Format(_) => 1,
            Self::Name(_) | Self::Data(_) | Self::Config(_) | Self::Nothing(_) | Self::Usage(_) => 2,
        }
    }

    /// Says on standard error what went wrong.
    pub fn report(&self, lang: Lang) {
        const OUTPUT: Phrase = Phrase { zh: "无法写到标准输出", en: "can't write to standard output" };
        const FILE: Phrase = Phrase { zh: "无法写入", en: "can't write" };
        match self {
            Self::Name(fault) => say(&fault.text(lang)),
            Self::Data(faults) => {
                say_faults(faults, lang);
                say(&count_data_faults(faults, lang));
            }
            Self::Config(faults) => {
                say_faults(faults, lang);
                say(&count_settings_faults(faults, lang));
            }
            Self::Output(error) => say(&format!("{}: {}", OUTPUT.get(lang), io_words(error).get(lang))),
            Self::File(path, error) => {
                say(&format!("{} {}: {}", FILE.get(lang), visible_path(path), io_words(error).get(lang)));
            }
            Self::Exists(path) => {
                let path = visible_path(path);
                say(&match lang {
                    Lang::Zh => format!("{path} 已存在；要覆盖请加 --force"),
                    Lang::En => format!("{path} exists already; add --force to replace it"),
                });
            }
            Self::Picture(error) => say(error.text().get(lang)),
            Self::Format(error) => say(error.text().get(lang)),
            Self::Nothing(why) => say(why.get(lang)),
            Self::Usage(why) => say(why.get(lang)),
        }
    }
}

/// Returns how many faults the data have.
pub(super) fn count_data_faults(faults: &Faults, lang: Lang) -> String {
    match (faults.count(), lang) {
        (count, Lang::Zh) => format!("数据有 {count} 处错误"),
        (1, Lang::En) => "1 fault in the data".to_owned(),
        (count, Lang::En) => format!("{count} faults in the data"),
    }
}

/// Returns how many faults the settings have.
pub(super) fn count_settings_faults(faults: &Faults, lang: Lang) -> String {
    match (faults.diagnostics().len(), lang) {
        (count, Lang::Zh) => format!("设置有 {count} 处错误"),
        (1, Lang::En) => "1 fault in the settings".to_owned(),
        (count, Lang::En) => format!("{count} faults in the settings"),
    }
}

/// Returns what a name was resolved to, and says on standard error what else it could have meant.
pub fn take<K>(resolved: Resolved<K>, lang: Lang) -> K {
    if let Some(remark) = resolved.remark(lang) {
        say(&remark);
    }
    resolved.key
}

/// The characters of messages. They are set before anything else is read, since reading it makes messages.
static MESSAGE_CHARSET: OnceLock<CharSet> = OnceLock::new();

/// Sets the characters of messages, once.
pub(super) fn set_message_charset(charset: CharSet) {
    let _ = MESSAGE_CHARSET.set(charset);
}

/// Returns a message in characters that can be drawn.
pub(super) fn drawable(words: &str) -> String {
    MESSAGE_CHARSET.get().copied().unwrap_or_default().apply(words)
}

/// Writes one line to standard error. Where that is closed, nobody wants to know.
pub fn say(words: &str) {
    let _ = writeln!(io::stderr(), "cppcc: {}", drawable(&visible(words)));
}

/// Writes lines to standard error as they are.
pub fn say_lines(lines: &str) {
    let _ = io::stderr().write_all(drawable(lines).as_bytes());
}

/// Writes lines about all faults to standard error.
fn say_faults(faults: &Faults, lang: Lang) {
    say_lines(&faults.render(lang));
}

/// Says on standard error which columns of a table had no room on the terminal.
pub(super) fn report_columns_left_out(table: &WrittenTable, style: &TextStyle) {
    let (width, headings) = (style.width, &table.left_out);
    if headings.is_empty() {
        return;
    }
    say(&match style.lang {
        Lang::Zh => format!("屏宽 {width} 列，未列出：{}；放宽窗口，或用 --format csv", headings.join("、")),
        Lang::En => {
            format!("{width} columns have no room for: {}; widen the window, or use --format csv", headings.join(", "))
        }
    });
}

/// Writes to standard output. That its reader has left is no error, and changes nothing: what was found out holds.
///
/// # Errors
/// Where it can't be written.
pub fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// Writes bytes to standard output, as [`print`] does.
pub(super) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    let written = output.write_all(bytes).and_then(|()| output.flush());
    unless_closed(written).map_err(Failure::Output)
}

/// Writes a file whole or not at all; where its reader leaves, as a pipe's may, that is no error.
pub(super) fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    unless_closed(data::write_file(path, text)).map_err(|error| Failure::File(path.to_owned(), error))
}

pub(super) fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
