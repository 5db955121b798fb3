//! Writing: data to standard output or a file, words to standard error.

use crate::checked::{Faults, io_words};
use crate::export;
use crate::search::resolve::NameFault;
use crate::text::{Lang, Phrase, Text};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Why a command did not come to its end.
#[derive(Debug)]
pub enum Failure {
    /// Nobody reads on: not an error.
    Closed,
    /// A name that names nothing, or several things.
    Name(NameFault),
    /// The data has faults.
    Data(Faults),
    /// The settings have faults.
    Config(Faults),
    /// Standard output can't be written.
    Output(io::Error),
    /// A file can't be written.
    File(PathBuf, io::Error),
    /// A format can't be written.
    Format(export::Error),
    /// There is nothing to do it with, for the reason given.
    Nothing(Phrase),
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

impl From<export::Error> for Failure {
    fn from(error: export::Error) -> Self {
        Self::Format(error)
    }
}

impl Failure {
    /// The exit status.
    #[must_use]
    pub const fn status(&self) -> u8 {
        match self {
            Self::Closed => 0,
            Self::Output(_) | Self::File(..) | Self::Format(_) => 1,
            Self::Name(_) | Self::Data(_) | Self::Config(_) | Self::Nothing(_) => 2,
        }
    }

    /// What the system says of it.
    pub(super) fn reason(&self) -> Text {
        match self {
            Self::Output(error) | Self::File(_, error) => io_words(error),
            _ => Text::new("", ""),
        }
    }

    /// Says on standard error what went wrong.
    pub fn tell(&self, lang: Lang) {
        const OUTPUT: Phrase = Phrase { zh: "无法写到标准输出", en: "can't write to standard output" };
        const FILE: Phrase = Phrase { zh: "无法写入", en: "can't write" };
        match self {
            Self::Closed => {}
            Self::Name(fault) => say(&fault.text(lang)),
            Self::Data(faults) => {
                let _ = io::stderr().write_all(faults.render(lang).as_bytes());
                say(&faults_found(faults, lang));
            }
            Self::Config(faults) => {
                let _ = io::stderr().write_all(faults.render(lang).as_bytes());
                say(&settings_faults_found(faults, lang));
            }
            Self::Output(_) => say(&format!("{}: {}", OUTPUT.get(lang), self.reason().get(lang))),
            Self::File(path, _) => say(&format!("{} {}: {}", FILE.get(lang), path.display(), self.reason().get(lang))),
            Self::Format(error) => say(&error.to_string()),
            Self::Nothing(why) => say(why.get(lang)),
        }
    }
}

/// How many faults were found.
pub(super) fn faults_found(faults: &Faults, lang: Lang) -> String {
    match (faults.diagnostics().len(), lang) {
        (count, Lang::Zh) => format!("数据有 {count} 处错误"),
        (1, Lang::En) => "1 fault in the data".to_owned(),
        (count, Lang::En) => format!("{count} faults in the data"),
    }
}

/// How many faults the settings have.
pub(super) fn settings_faults_found(faults: &Faults, lang: Lang) -> String {
    match (faults.diagnostics().len(), lang) {
        (count, Lang::Zh) => format!("设置有 {count} 处错误"),
        (1, Lang::En) => "1 fault in the settings".to_owned(),
        (count, Lang::En) => format!("{count} faults in the settings"),
    }
}

/// One line on standard error. Where that is closed, nobody wants to know.
pub fn say(words: &str) {
    let _ = writeln!(io::stderr(), "cppcc: {words}");
}

/// Writes to standard output.
///
/// # Errors
/// Where it can't be written, and where nobody reads on.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes()).and_then(|()| output.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::Output(error),
    })
}

/// Writes a file as a whole or not at all: to a new file beside it, which then takes its name. What is not a plain
/// file, such as a pipe, is written to directly.
pub(super) fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let failure = |error| Failure::File(path.to_owned(), error);
    // A link keeps its place, and the file that it leads to is replaced, or made where it leads to nothing yet.
    let target = fs::canonicalize(path).or_else(|_| fs::read_link(path).map(|to| beside(path, &to)));
    let target = target.unwrap_or_else(|_| path.to_owned());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|found| !found.is_file() && !found.is_dir()) {
        return match fs::OpenOptions::new()
            .write(true)
            .open(&target)
            .and_then(|mut file| file.write_all(text.as_bytes()))
        {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::Closed),
            other => other.map_err(failure),
        };
    }
    // A file that somebody has protected would be replaced all the same, for that only its folder is written to.
    if before.as_ref().is_some_and(|found| found.permissions().readonly()) {
        return Err(failure(ErrorKind::ReadOnlyFilesystem.into()));
    }
    let mut name: OsString = target.clone().into_os_string();
    name.push(format!(".tmp-{}", std::process::id()));
    let new = PathBuf::from(name);
    let mode = before.filter(fs::Metadata::is_file).map(|found| found.permissions());
    let written = write_new(&new, text, mode).and_then(|()| fs::rename(&new, &target));
    written.map_err(|error| {
        let _ = fs::remove_file(&new);
        failure(error)
    })?;
    // That the name is the new file's is on the disk only once the folder is; where a system can't do that, it is no loss.
    if let Some(Ok(folder)) = target.parent().map(File::open) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Where a link beside `path` leads.
fn beside(path: &Path, to: &Path) -> PathBuf {
    path.parent().map_or_else(|| to.to_owned(), |folder| folder.join(to))
}

/// Writes a new file, with the permissions of the one whose place it takes.
fn write_new(path: &Path, text: &str, mode: Option<fs::Permissions>) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    if let Some(mode) = mode {
        file.set_permissions(mode)?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data.json");
        fs::write(&path, "before").unwrap();
        write_file(&path, "after").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "after");
        assert!(matches!(write_file(folder.path(), "x"), Err(Failure::File(..))));
        assert!(matches!(write_file(&folder.path().join("no/such"), "x"), Err(Failure::File(..))));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link, nowhere) = (folder.path().join("a"), folder.path().join("b"), folder.path().join("c"));
        fs::write(&path, "before").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        symlink("a", &link).unwrap();
        write_file(&link, "after").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "after");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        symlink("d", &nowhere).unwrap();
        write_file(&nowhere, "new").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("d")).unwrap(), "new");
        assert!(fs::symlink_metadata(&nowhere).unwrap().is_symlink());
    }
}
