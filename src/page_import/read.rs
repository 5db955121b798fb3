//! The bytes of a page, from a file or from standard input.

use crate::page::{MOST_BYTES, PageError};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Why the bytes of a page can't be had.
#[derive(Debug)]
pub enum ReadError {
    /// What the system says.
    System(io::Error),
    /// It is no regular file, and reading it might never end.
    NotRegular,
    /// It is no page.
    Page(PageError),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Reads a page: a regular file, or standard input where there is no path. No more is read than a page may have.
///
/// # Errors
/// Why it can't be read, or is larger than a page may be.
pub fn read_page(path: Option<&Path>) -> Result<Vec<u8>, ReadError> {
    let Some(path) = path else { return limited(io::stdin().lock()) };
    let found = std::fs::metadata(path)?;
    if found.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    if !found.is_file() {
        return Err(ReadError::NotRegular);
    }
    if found.len() > MOST_BYTES {
        return Err(ReadError::Page(PageError::TooLarge));
    }
    limited(File::open(path)?)
}

fn limited(input: impl Read) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    input.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    let is_small = u64::try_from(bytes.len()).is_ok_and(|length| length <= MOST_BYTES);
    if is_small { Ok(bytes) } else { Err(ReadError::Page(PageError::TooLarge)) }
}
