//! Reading regular files of a limited size. A pipe may never end and a device never stop, and a program that waits for either
//! is dead to its user.

use super::system_words::reason;
use crate::text::Text;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// How many bytes a file may have at most: hundreds of times what a city's figures take.
const MOST_BYTES: u64 = 16 << 20;

/// Why a file was not read.
#[derive(Debug)]
pub enum NotRead {
    /// It is a pipe, a device or a socket.
    NotRegular,
    /// It has more bytes than a file may have.
    TooLarge,
    /// What the system says.
    System(io::Error),
}

impl NotRead {
    /// Returns the reason as it is told.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotRegular => Text::new(
                "无法读取：只读普通文件，这是管道、设备或套接字",
                "cannot be read: only regular files are, and this is a pipe, a device or a socket",
            ),
            Self::TooLarge => {
                let most = MOST_BYTES >> 20;
                Text::new(
                    format!("无法读取：文件超过 {most} MiB；数据可分成几个文件"),
                    format!("cannot be read: the file has more than {most} MiB; data may stand in several files"),
                )
            }
            Self::System(error) => reason(error),
        }
    }
}

impl From<io::Error> for NotRead {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Reads a regular file, or one that a link leads to.
///
/// # Errors
/// Why it was not read.
pub fn read_regular(path: &Path) -> Result<Vec<u8>, NotRead> {
    let file = open(path)?;
    let found = file.metadata()?;
    if found.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    if !found.is_file() {
        return Err(NotRead::NotRegular);
    }
    read_some(file)
}

/// Reads to the end, up to the limit: a file may grow while it is read.
fn read_some(file: impl Read) -> Result<Vec<u8>, NotRead> {
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    let is_too_large = u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES;
    if is_too_large { Err(NotRead::TooLarge) } else { Ok(bytes) }
}

/// Reads standard input to its end.
///
/// # Errors
/// Why it was not read.
pub fn read_standard_input() -> Result<Vec<u8>, NotRead> {
    read_some(io::stdin().lock())
}

/// Opens a file without waiting for anybody at the other end, should it be a pipe.
fn open(path: &Path) -> Result<File, NotRead> {
    use std::os::unix::fs::OpenOptionsExt;
    // Opening a device can do something by itself, such as rewind a tape, and a socket can't be opened.
    if path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return Err(NotRead::NotRegular);
    }
    let without_waiting = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
    Ok(File::options().read(true).custom_flags(without_waiting).open(path)?)
}
